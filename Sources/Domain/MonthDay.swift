/// A day that comes every year, written `MM-DD`. 29 February is the 28th in a common year.
public struct MonthDay: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let month: Int
    public let day: Int

    /// Reads exactly `MM-DD`; throws `ValueError.monthDay` for a day that no year has.
    public init(_ text: String) throws(ValueError) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isWritten = parts.count == 2 && text.utf8.count == 5 && parts[0].utf8.count == 2
        guard isWritten, parts.joined().utf8.allSatisfy({ (48...57).contains($0) }), let month = Int(parts[0]),
            let day = Int(parts[1]), (1...12).contains(month),
            (1...Day.length(ofMonth: month, year: 2000)).contains(day)
        else { throw .monthDay }
        self.month = month
        self.day = day
    }

    /// - Parameter year: 1 to 9999, else `ValueError.date` is thrown.
    public func day(in year: Int) throws(ValueError) -> Day {
        guard (1...9999).contains(year) else { throw .date }
        return try Day(year, month, min(day, Day.length(ofMonth: month, year: year)))
    }

    public static func < (left: Self, right: Self) -> Bool { (left.month, left.day) < (right.month, right.day) }

    /// `MM-DD`.
    public var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
    public var rawValue: String { description }

    public init(from decoder: any Decoder) throws { try self.init(decoder.singleValueContainer().decode(String.self)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
