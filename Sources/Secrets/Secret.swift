import Crypto
import FoundationEssentials

/// 32 random bytes (or what somebody sent in their place) that open something: shown once, kept only as their hash.
///
/// It never describes itself.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    private let bytes: [UInt8]

    /// How many bytes a secret has.
    public static let length = 32

    /// A new one, from the system's generator.
    public static func random() -> Secret {
        var generator = SystemRandomNumberGenerator()
        return Secret(bytes: (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// The same every time, for tests.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads base64url without padding (RFC 4648 §5), in its one canonical spelling; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = Base64URL.decode(text), bytes.count == Self.length else { return nil }
        self.init(bytes: bytes)
        guard self.text == text else { return nil }
    }

    /// 43 letters, digits, `-` and `_`. For its owner only.
    public var text: String { Base64URL.encode(bytes) }

    /// SHA-256, 32 bytes. A random secret needs no salt and no slow hash: nobody guesses 256 bits.
    public var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// HMAC-SHA-256 over a purpose, as base64url: a value that only who holds the secret can make, and that tells nothing of it.
    public func derived(for purpose: StaticString) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(purpose.description.utf8), using: SymmetricKey(data: bytes))
        return Base64URL.encode(Array(code))
    }

    public var description: String { "(secret)" }
    public var debugDescription: String { description }
}
