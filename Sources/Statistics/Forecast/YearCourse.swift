/// How a year's count came about: how much of it was known before the year's first day, and how much came to be known in
/// each month after.
public struct YearCourse: Sendable, Hashable, Codable {
    public let year: Int
    /// Known before the first day.
    public let opening: Int
    /// One a month from January on; some figures go on after December.
    public let months: [Int]

    /// - Parameters:
    ///   - known: Counts by how many months after the beginning of January they came to be known, 0 being January;
    ///     negative is before the year, and what came after the last month is counted in it.
    ///   - monthCount: at least 1.
    public init(year: Int, known: [(month: Int, count: Int)], monthCount: Int = 12) {
        var opening = 0
        var months = [Int](repeating: 0, count: max(1, monthCount))
        for (month, count) in known {
            if month < 0 { opening += count } else { months[min(month, months.count - 1)] += count }
        }
        self.year = year
        self.opening = opening
        self.months = months
    }

    public var total: Int { opening + months.reduce(0, +) }

    /// How much was known after so many months; within a month it is taken to come evenly.
    public func reached(after months: Double) -> Double {
        guard months >= 0 else { return 0 }
        let whole = min(Int(months), self.months.count)
        let counted = Double(opening + self.months.prefix(whole).reduce(0, +))
        guard whole < self.months.count else { return counted }
        return counted + Double(self.months[whole]) * (months - Double(whole))
    }
}
