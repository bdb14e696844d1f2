/// A set of weekdays; bit 0 is Monday, bit 6 Sunday.
public struct Weekdays: OptionSet, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue & 0b111_1111
    }

    public static let mondayToFriday = Weekdays(rawValue: 0b001_1111)
    public static let all = Weekdays(rawValue: 0b111_1111)

    /// Reads ISO numbers 1 (Monday) to 7 (Sunday), separated by `|`, at least one, in any order.
    public init(_ text: String) throws(ValueError) {
        var bits: UInt8 = 0
        var expectsDigit = true
        for byte in text.utf8 where byte != UInt8(ascii: " ") {
            if expectsDigit {
                guard byte >= UInt8(ascii: "1"), byte <= UInt8(ascii: "7") else { throw .weekdays }
                bits |= 1 << (byte - UInt8(ascii: "1"))
            } else {
                guard byte == UInt8(ascii: "|") else { throw .weekdays }
            }
            expectsDigit.toggle()
        }
        guard !expectsDigit else { throw .weekdays }
        self.init(rawValue: bits)
    }

    /// ISO numbers, 1 Monday to 7 Sunday, ascending.
    public var numbers: [Int] { (0..<7).filter { rawValue & (1 << $0) != 0 }.map { $0 + 1 } }

    public func contains(_ day: Day) -> Bool { rawValue & (1 << UInt8(day.weekday - 1)) != 0 }

    /// `1|2|3|4|5`, as files write it.
    public var description: String { numbers.map(String.init).joined(separator: "|") }

    /// `mån tis ons` or `Mon Tue Wed`.
    public func names(in language: Language) -> String {
        numbers.map { Self.shortNames[$0 - 1][language] }.joined(separator: " ")
    }

    static let shortNames = [
        Phrase(sv: "mån", en: "Mon"), Phrase(sv: "tis", en: "Tue"), Phrase(sv: "ons", en: "Wed"),
        Phrase(sv: "tors", en: "Thu"), Phrase(sv: "fre", en: "Fri"), Phrase(sv: "lör", en: "Sat"),
        Phrase(sv: "sön", en: "Sun"),
    ]
}
