/// A time of the day, to the minute: `08:30`.
public struct ClockTime: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Minutes since midnight, 0…1440; 1440 is the day's end, `24:00`.
    public let minutes: Int

    public init(minutes: Int) throws(ValueError) {
        guard (0...1440).contains(minutes) else { throw .clockTime }
        self.minutes = minutes
    }

    /// Reads `8`, `8.30`, `8:30` and `08:30`.
    public init(_ text: String) throws(ValueError) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard (1...2).contains(parts.count), let hours = Self.number(parts[0], lengths: 1...2),
            let rest = parts.count == 1 ? 0 : Self.number(parts[1], lengths: 2...2), rest < 60
        else { throw .clockTime }
        try self.init(minutes: hours * 60 + rest)
    }

    private static func number(_ text: Substring, lengths: ClosedRange<Int>) -> Int? {
        guard lengths.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

    /// `08:30`.
    public var description: String { "\(Day.padded(minutes / 60, 2)):\(Day.padded(minutes % 60, 2))" }
}
