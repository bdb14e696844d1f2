/// How a record stood when it was read: a change made from that reading is refused if the record says otherwise by then.
///
/// A digest of the record's own content, for every kind of entity alike. Not PostgreSQL's `xmin`: a slot's row is touched by
/// every placement on it and a restore gives every row a new one, though nothing anybody could overwrite has changed; and a
/// participant's wishes stand in rows of their own, whose change `xmin` would not tell. What is derived (how full a slot is,
/// when it was last confirmed) is left out for the same reason. It is no secret and no proof, only a difference.
public struct Version: Sendable, Hashable, CustomStringConvertible {
    /// 16 hexadecimal digits.
    public let rawValue: String

    /// Reads what was once handed out. Throws `ValueError.version`.
    public init(_ text: String) throws(ValueError) {
        let isDigest =
            text.utf8.count == 16
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isDigest else { throw .version }
        rawValue = text
    }

    /// - Parameter fields: the content by field name; a field without a value is left out.
    public init(of fields: [String: String]) {
        // FNV-1a, 64 bits: the same in every process, which Swift's own hashing is not.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ text: String, end: UInt8) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ UInt64(end)) &* 0x100_0000_01b3
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            mix(name, end: 0x1F)
            mix(value, end: 0x1E)
        }
        let digits = String(hash, radix: 16)
        rawValue = String(repeating: "0", count: 16 - digits.count) + digits
    }

    public var description: String { rawValue }
}
