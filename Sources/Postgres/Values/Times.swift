public import FoundationEssentials

/// A `Date` is a moment: `timestamptz`, which counts microseconds from 2000-01-01 00:00 UTC.
extension Date: PostgresCodable {
    private static let epoch = Date(timeIntervalSince1970: 946_684_800)

    public static var postgresType: PostgresType { .timestamptz }

    /// Rounded to the microsecond. What PostgreSQL's range does not hold becomes its infinity.
    public var postgresValue: PostgresValue {
        let microseconds = (timeIntervalSince(Self.epoch) * 1_000_000).rounded()
        let clamped = Int64(exactly: microseconds) ?? (microseconds < 0 ? Int64.min : Int64.max)
        return PostgresValue(.timestamptz, number: clamped)
    }

    /// Infinity is refused: no moment stands for it.
    public init(postgres cell: PostgresCell) throws {
        let microseconds: Int64 = try cell.number(.timestamptz, as: "Date")
        guard microseconds != .max, microseconds != .min else { throw cell.invalid("Date") }
        self = Self.epoch.addingTimeInterval(Double(microseconds) / 1_000_000)
    }
}
extension Date: PostgresArrayElement {}
