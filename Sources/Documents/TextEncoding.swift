/// How a file's bytes beyond ASCII are to be read. The first field that has any decides it for the whole file.
public enum TextEncoding: Sendable, Hashable {
    /// Nothing but ASCII so far.
    case undecided
    case utf8
    case windows1252
}

enum Windows1252 {
    /// The UTF-8 text of bytes in Windows-1252; nil when one of them has no meaning there.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 4 + 4)
        for byte in bytes {
            switch byte {
            case 0..<0x80:
                result.append(byte)
            case 0xA0...:
                result.append(0xC0 | byte >> 6)
                result.append(0x80 | byte & 0x3F)
            default:
                let code = upperControls[Int(byte - 0x80)]
                guard code != 0 else { return nil }
                if code < 0x800 {
                    result.append(0xC0 | UInt8(code >> 6))
                } else {
                    result.append(0xE0 | UInt8(code >> 12))
                    result.append(0x80 | UInt8(code >> 6 & 0x3F))
                }
                result.append(0x80 | UInt8(code & 0x3F))
            }
        }
        return result
    }

    /// 80…9F, where Windows-1252 differs from ISO 8859-1; 0 has no meaning.
    private static let upperControls: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
