import Crypto
import CryptoExtras
import FoundationEssentials
import Secrets
import StrictJSON

/// A provider's public key, for signatures of its own kind only.
struct SigningKey: Sendable {
    private enum Material {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    /// Its name, when it has one.
    let id: String?
    private let material: Material
    /// The one algorithm it is for, when it says so.
    private let algorithm: SignatureAlgorithm?

    /// Nil for a key that is of another kind, for another use, too short, or malformed: a set may hold such keys.
    init?(_ json: JSON) {
        if let use = json["use"], use.text != "sig" { return nil }
        if let operations = json["key_ops"] {
            guard let names = operations.texts, names.contains("verify") else { return nil }
        }
        if let name = json["alg"] {
            guard let algorithm = name.text.flatMap({ SignatureAlgorithm(rawValue: $0) }) else { return nil }
            self.algorithm = algorithm
        } else {
            algorithm = nil
        }
        id = json["kid"]?.text
        switch json["kty"]?.text {
        case "RSA":
            guard let modulus = Self.bytes(json["n"]), let exponent = Self.bytes(json["e"]),
                let key = Self.rsa(modulus: modulus, exponent: exponent)
            else { return nil }
            material = .rsa(key)
        case "EC":
            guard json["crv"]?.text == "P-256", let x = Self.bytes(json["x"]), let y = Self.bytes(json["y"]),
                x.count == 32, y.count == 32, let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            material = .p256(key)
        default: return nil
        }
    }

    /// Whether it can have made a signature of this kind.
    func fits(_ wanted: SignatureAlgorithm) -> Bool {
        if let algorithm, algorithm != wanted { return false }
        return switch (material, wanted) {
        case (.rsa, .rs256), (.rsa, .ps256), (.p256, .es256): true
        default: false
        }
    }

    func isValid(_ signature: [UInt8], of message: [UInt8], by algorithm: SignatureAlgorithm) -> Bool {
        guard fits(algorithm) else { return false }
        switch material {
        case .rsa(let key):
            let padding: _RSA.Signing.Padding = algorithm == .ps256 ? .PSS : .insecurePKCS1v1_5
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: message),
                padding: padding)
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: SHA256.hash(data: message))
        }
    }

    /// 2048 to 8192 bits: fewer are too weak, and more would let a provider keep us busy.
    private static func rsa(modulus: [UInt8], exponent: [UInt8]) -> _RSA.Signing.PublicKey? {
        let modulus = modulus.drop { $0 == 0 }
        let exponent = exponent.drop { $0 == 0 }
        guard (256...1024).contains(modulus.count), (1...4).contains(exponent.count),
            exponent.last.map({ $0 & 1 }) == 1,
            exponent != [1]
        else { return nil }
        let key = try? _RSA.Signing.PublicKey(n: Array(modulus), e: Array(exponent))
        return key.flatMap { $0.keySizeInBits >= 2048 ? $0 : nil }
    }

    private static func bytes(_ json: JSON?) -> [UInt8]? {
        json?.text.flatMap { Base64URL.decode($0) }
    }
}
