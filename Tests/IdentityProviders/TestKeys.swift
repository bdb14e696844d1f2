import Crypto
import CryptoExtras
import FoundationEssentials

/// Keys of providers that the tests play, made anew for each run of the tests.
enum TestKeys {
    static let rsa = rsaKey(.bits2048)
    /// Another, which no provider publishes.
    static let stranger = rsaKey(.bits2048)
    static let p256 = P256.Signing.PrivateKey()

    private static func rsaKey(_ size: _RSA.Signing.KeySize) -> _RSA.Signing.PrivateKey {
        do {
            return try _RSA.Signing.PrivateKey(keySize: size)
        } catch {
            fatalError("No RSA key: \(error)")
        }
    }

    /// As a JSON Web Key.
    static func published(_ key: _RSA.Signing.PrivateKey, id: String, more: String = "") throws -> String {
        let numbers = try key.publicKey.getKeyPrimitives()
        return #"{"kty":"RSA","use":"sig","kid":"\#(id)","n":"\#(base64URL(numbers.modulus))","#
            + #""e":"\#(base64URL(numbers.publicExponent))"\#(more)}"#
    }

    static func published(_ key: P256.Signing.PrivateKey, id: String) -> String {
        let raw = key.publicKey.rawRepresentation
        return #"{"kty":"EC","crv":"P-256","kid":"\#(id)","x":"\#(base64URL(raw.prefix(32)))","#
            + #""y":"\#(base64URL(raw.suffix(32)))"}"#
    }

    static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
