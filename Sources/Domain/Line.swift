/// A text on one line (a name, a title, a reason): 1…1,000 characters, no control characters, no space at its ends.
public struct Line: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let rawValue: String

    /// Takes the space off both ends first. Throws `ValueError.line`.
    public init(_ text: String) throws(ValueError) {
        guard let trimmed = singleLine(text, limit: 1_000) else { throw .line }
        rawValue = trimmed
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public var description: String { rawValue }
}

/// A word of a list in one cell (a licence, an area, a language): 1…64 characters without `|`.
public struct Keyword: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let rawValue: String

    /// Takes the space off both ends first. Throws `ValueError.keyword`.
    public init(_ text: String) throws(ValueError) {
        guard let trimmed = singleLine(text, limit: 64), !trimmed.utf8.contains(UInt8(ascii: "|")) else {
            throw .keyword
        }
        rawValue = trimmed
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public var description: String { rawValue }
}

/// The text without space at its ends, or nil when it is empty, too long or holds a control character.
func singleLine(_ text: String, limit: Int) -> String? {
    var text = text
    let needsTrimming =
        text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
        || text.utf8.first == UInt8(ascii: "\t") || text.utf8.last == UInt8(ascii: "\t")
    if needsTrimming {
        text = String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
    var length = 0
    var previousWasC2 = false
    for byte in text.utf8 {
        // C0, DEL, and C1, which UTF-8 writes as C2 80…9F.
        guard byte >= 0x20, byte != 0x7F, !(previousWasC2 && byte < 0xA0) else { return nil }
        previousWasC2 = byte == 0xC2
        if byte & 0xC0 != 0x80 { length += 1 }
    }
    return length > 0 && length <= limit ? text : nil
}
