import Domain
import FoundationEssentials

enum Rounds {
    static let isLong = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] != nil
}

/// Texts that are nearly right.
enum Mutation {
    private static let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "null", "-1", "1e9", "å", ".", "=", "\0",
    ]

    /// With one to four things changed: a byte, a stretch left out or doubled, a piece put in.
    static func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...8, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(start..<end)
            case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 3: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            default: bytes.insert(contentsOf: pieces.randomElement(using: &random)?.utf8 ?? "".utf8, at: start)
            }
        }
        return bytes
    }
}
