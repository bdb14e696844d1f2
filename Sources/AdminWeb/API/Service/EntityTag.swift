/// An entity tag (RFC 9110 §8.8.3).
struct EntityTag: Sendable, Hashable {
    /// With its quotes, without `W/`; `*` stands for any.
    let opaque: String

    /// The tags of an If-Match or If-None-Match.
    static func list(_ header: String) -> [EntityTag] {
        header.split(separator: ",").map { part in
            var text = part.drop { $0 == " " }
            while text.last == " " { text.removeLast() }
            if text.hasPrefix("W/") { text = text.dropFirst(2) }
            return EntityTag(opaque: String(text))
        }
    }

    /// The weak comparison.
    func matches(_ tag: String) -> Bool {
        opaque == "*" || opaque == (tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag)
    }

    /// The text between the quotes; nil for `*` and what is no tag.
    var value: String? {
        guard opaque.count >= 2, opaque.hasPrefix("\""), opaque.hasSuffix("\"") else { return nil }
        return String(opaque.dropFirst().dropLast())
    }

    /// Tells one body from another: FNV-1a, 64 bits.
    static func digest(_ body: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in body { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
