/// What somebody writes in their own words, in lines: 1…4,000 characters, no control characters but line ends.
public struct OwnWords: Sendable, Hashable, CustomStringConvertible {
    public let rawValue: String

    /// Takes space off every line's ends, and empty lines away. Throws `ValueError.ownWords`.
    public init(_ text: String) throws(ValueError) {
        var lines: [String] = []
        for part in text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }) {
            if part.allSatisfy({ $0 == " " || $0 == "\t" }) { continue }
            guard let line = singleLine(String(part), limit: 4_000) else { throw .ownWords }
            lines.append(line)
        }
        rawValue = lines.joined(separator: "\n")
        guard (1...4_000).contains(rawValue.unicodeScalars.count) else { throw .ownWords }
    }

    public var description: String { rawValue }
}
