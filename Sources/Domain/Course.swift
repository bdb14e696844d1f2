/// A course that a participant goes to: on which days, and at what hours where that is known.
public struct Course: Sendable, Hashable {
    public var name: Line
    public var period: Period
    public var weekdays: Weekdays
    /// Nil where the hours are not known; then days that are the same only warn.
    public var hours: Hours?

    public init(name: Line, period: Period, weekdays: Weekdays, hours: Hours? = nil) {
        self.name = name
        self.period = period
        self.weekdays = weekdays
        self.hours = hours
    }

    /// From when to when on a day: `09:00-12:00`.
    public struct Hours: Sendable, Hashable, CustomStringConvertible {
        public let from: ClockTime
        public let to: ClockTime

        /// Throws `ValueError.clockHours` when they do not end after they begin.
        public init(from: ClockTime, to: ClockTime) throws(ValueError) {
            guard from < to else { throw .clockHours }
            self.from = from
            self.to = to
        }

        /// Reads `9-12`, `09:00-12:00`, `9.00–12.30`.
        public init(_ text: String) throws(ValueError) {
            let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
                .map { $0.filter { $0 != " " } }
            guard ends.count == 2 else { throw .clockHours }
            try self.init(from: ClockTime(ends[0]), to: ClockTime(ends[1]))
        }

        public var description: String { "\(from)–\(to)" }
    }
}
