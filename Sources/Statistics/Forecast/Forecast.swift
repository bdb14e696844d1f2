/// What a year's figure is expected to end at, and between what.
public struct Forecast: Sendable, Hashable, Codable {
    /// How it was reached; see ``text``.
    public enum Method: String, Sendable, Hashable, CaseIterable, Codable {
        /// The year is over, or the figure settled.
        case closed
        /// What is in the books: without an earlier year to compare with, or for a rule without a season.
        case books
        /// From one earlier year, so that nothing is known of how years differ.
        case oneYear = "one_year"
        /// From the season of several earlier years.
        case seasonal
    }

    public let value: Quantity
    /// Nil where nothing is known of how far off it may be.
    public let low: Quantity?
    public let high: Quantity?
    public let method: Method
    /// The earlier years it is taken from, the latest last.
    public let years: [Int]

    private init(_ value: Quantity, _ low: Quantity?, _ high: Quantity?, _ method: Method, _ years: [Int] = []) {
        (self.value, self.low, self.high, self.method, self.years) = (value, low, high, method, years)
    }

    /// Nothing more is to come.
    public init(closed value: Quantity) {
        self.init(value, value, value, .closed)
    }

    /// Everything in the books carried through; whether it will be, and what else comes, is not known.
    public init(books: Quantity) {
        self.init(books, nil, nil, .books)
    }

    /// From the season of earlier years, never below what stands in the books.
    ///
    /// - Parameters:
    ///   - counted: What is counted already.
    ///   - books: What it comes to if everything in the books is carried through; at least what is counted.
    ///   - months: How many months of the year have gone, with the share of the present one; negative before it.
    ///   - earlier: Years whose figure is settled. Those that came to nothing say nothing of a season.
    public init(counted: Int, books: Int, after months: Double, earlier: [YearCourse]) {
        let telling = Self.telling(earlier)
        let floor = max(counted, books)
        guard !telling.isEmpty else {
            self.init(books: Quantity(floor))
            return
        }
        let value = max(floor, Self.rounded(Self.expected(counted, after: months, telling)))
        let alone = telling.map { Self.rounded(Self.expected(counted, after: months, [$0])) }
        guard let least = alone.min(), let most = alone.max(), telling.count > 1 else {
            self.init(Quantity(value), nil, nil, .oneYear, telling.map(\.year))
            return
        }
        self.init(
            Quantity(value), Quantity(min(value, max(counted, least))), Quantity(max(value, most)), .seasonal,
            telling.map(\.year))
    }

    /// The years that tell of a season, oldest first: from the first on in which the figure was kept. Before it may lie a
    /// year that only what reaches over New Year stands in, which comes to less than a quarter of the next.
    public static func telling(_ earlier: [YearCourse]) -> [YearCourse] {
        var telling = earlier.filter { $0.total > 0 }.sorted { $0.year < $1.year }
        while telling.count > 1, telling[0].total * 4 < telling[1].total { telling.removeFirst() }
        return telling
    }

    /// Two expectations, weighted by how much of a year has usually come by now: the year's own pace, and what earlier
    /// years still had to come. The second steadies the first while little is known (G. Benktander, "An approach to
    /// credibility in calculating IBNR for casualty excess reinsurance", The Actuarial Review 3:2, 1976).
    static func expected(_ counted: Int, after months: Double, _ earlier: [YearCourse]) -> Double {
        let totals = earlier.reduce(0.0) { $0 + Double($1.total) }
        let reached = earlier.reduce(0.0) { $0 + $1.reached(after: months) }
        let counted = Double(counted)
        let share = reached / totals
        let pace = share > 0 ? counted / share : 0
        let rest = counted + (totals - reached) / Double(earlier.count)
        return share * pace + (1 - share) * rest
    }

    private static func rounded(_ value: Double) -> Int { Int(min(value, 1e15).rounded()) }
}
