/// `application/x-www-form-urlencoded`, in both directions (WHATWG URL, section 5).
enum URLEncoded {
    /// More than this many fields is no form of ours.
    static let fieldLimit = 2_000

    /// Nil for what is not that format: bad percent signs, text that is not UTF-8, too many fields.
    static func decode(_ bytes: some Collection<UInt8>) -> FormData? {
        var pairs: [(name: String, value: String)] = []
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < fieldLimit else { return nil }
            let equals = part.firstIndex(of: UInt8(ascii: "="))
            guard let name = text(part[..<(equals ?? part.endIndex)]),
                let value = text(equals.map { part[part.index(after: $0)...] } ?? part[part.endIndex...])
            else { return nil }
            pairs.append((name, value))
        }
        return FormData(pairs: pairs)
    }

    static func encode(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { encode($0.name) + "=" + encode($0.value) }.joined(separator: "&")
    }

    /// A text as part of a path or query.
    static func encode(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + hex(byte >> 4) + hex(byte & 15)
            }
        }
        return encoded
    }

    /// A segment of a path; nil as above.
    static func decodeSegment(_ text: some StringProtocol) -> String? {
        Self.text(text.utf8, plusIsSpace: false)
    }

    private static func text(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = true) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            bytes.formIndex(after: &place)
            if byte == UInt8(ascii: "+"), plusIsSpace {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%") {
                guard place < bytes.endIndex, let high = digit(bytes[place]) else { return nil }
                bytes.formIndex(after: &place)
                guard place < bytes.endIndex, let low = digit(bytes[place]) else { return nil }
                bytes.formIndex(after: &place)
                decoded.append(high << 4 | low)
            } else {
                decoded.append(byte)
            }
        }
        guard !decoded.contains(0) else { return nil }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func hex(_ nibble: UInt8) -> String {
        String(nibble, radix: 16, uppercase: true)
    }
}
