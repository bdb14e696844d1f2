/// Civil days from the first to the last, both included; at least one day long.
public struct Period: Sendable, Hashable, Codable, CustomStringConvertible {
    public let from: Day
    public let to: Day

    /// Throws `ValueError.periodReversed` when `to` is before `from`.
    public init(from: Day, to: Day) throws(ValueError) {
        guard from <= to else { throw .periodReversed }
        self.from = from
        self.to = to
    }

    init(unchecked from: Day, _ to: Day) {
        self.from = from
        self.to = to
    }

    /// 1 January to 31 December of a year from 1 to 9999.
    public init(year: Int) throws(ValueError) {
        self.init(unchecked: try Day(year, 1, 1), try Day(year, 12, 31))
    }

    /// How many days, at least 1.
    public var days: Int { to.days(since: from) + 1 }

    public func contains(_ day: Day) -> Bool { from <= day && day <= to }

    public func contains(_ other: Period) -> Bool { from <= other.from && other.to <= to }

    /// Whether there is a day that lies in both.
    public func overlaps(_ other: Period) -> Bool { from <= other.to && other.from <= to }

    /// The days that lie in both, if any.
    public func intersection(_ other: Period) -> Period? {
        overlaps(other) ? Period(unchecked: max(from, other.from), min(to, other.to)) : nil
    }

    /// `2026-03-09–2026-06-12`.
    public var description: String { "\(from)–\(to)" }
}
