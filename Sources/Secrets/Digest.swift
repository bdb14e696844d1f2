import Crypto

/// SHA-256 of a text, to tell things apart by.
public enum Digest {
    /// The first bytes, 1…32, in hexadecimal.
    public static func hex(of text: String, bytes: Int = 32) -> String {
        hex(of: Array(text.utf8), bytes: bytes)
    }

    /// The same of bytes.
    public static func hex(of content: [UInt8], bytes: Int = 32) -> String {
        let digits = Array("0123456789abcdef")
        return String(
            SHA256.hash(data: content).prefix(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
