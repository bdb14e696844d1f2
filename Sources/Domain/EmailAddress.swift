/// An e-mail address, checked for form only: one `@` with something on both sides, no space, at most 254 bytes.
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    public let rawValue: String

    public init(_ text: String) throws(ValueError) {
        guard let trimmed = singleLine(text, limit: 254), trimmed.utf8.count <= 254 else { throw .email }
        let bytes = trimmed.utf8
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at != bytes.startIndex,
            bytes.index(after: at) != bytes.endIndex,
            !bytes[bytes.index(after: at)...].contains(UInt8(ascii: "@")),
            !bytes.contains(where: { " ,;<>\"()".utf8.contains($0) }),
            bytes.last != UInt8(ascii: ".")
        else { throw .email }
        rawValue = trimmed
    }

    public var description: String { rawValue }
}
