/// Working time a day, from one minute to 24 hours, kept in whole minutes.
public struct WorkHours: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 1…1440.
    public let minutes: Int

    public init(minutes: Int) throws(ValueError) {
        guard (1...1440).contains(minutes) else { throw .workHours }
        self.minutes = minutes
    }

    /// Reads hours with a decimal comma or point and at most two decimals: `6`, `7,5`, `7.25`.
    ///
    /// A hundredth of an hour that is no whole minute is rounded to the nearest.
    public init(_ text: String) throws(ValueError) {
        guard let hundredths = fixedPoint(text.utf8, decimals: 2, limit: 2400) else { throw .workHours }
        try self.init(minutes: (hundredths * 60 + 50) / 100)
    }

    public var hours: Double { Double(minutes) / 60 }

    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

    /// Hours with a decimal point: `6`, `7.5`.
    public var description: String { formatted(decimal: ".") }

    public func formatted(decimal: String) -> String {
        let hundredths = (minutes * 100 + 30) / 60
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return "\(whole)\(decimal)" + (rest % 10 == 0 ? String(rest / 10) : Day.padded(rest, 2))
    }
}
