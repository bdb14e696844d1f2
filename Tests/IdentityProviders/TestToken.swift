import Crypto
import CryptoExtras
import FoundationEssentials

/// A JSON Web Token that a test makes, right or wrong.
package struct TestToken: Sendable {
    package enum Signing: Sendable, CaseIterable {
        case rs256
        case ps256
        case es256
        /// RS512, which is a good signature, and not one of those that are accepted.
        case rs512
        /// No signature at all.
        case none
        /// A symmetric signature whose secret is the text of the published RSA key.
        case hs256
        /// RS256 by a key that nobody publishes.
        case stranger

        package var name: String {
            switch self {
            case .rs256, .stranger: "RS256"
            case .ps256: "PS256"
            case .es256: "ES256"
            case .rs512: "RS512"
            case .none: "none"
            case .hs256: "HS256"
            }
        }
    }

    /// Names with values that are JSON already, in order; a name may be there twice.
    package typealias Members = [(name: String, json: String)]

    package var header: Members
    package var claims: Members
    package var signing: Signing
    /// Instead of the claims, when they are to be no JSON.
    package var rawClaims: [UInt8]?

    package init(header: Members, claims: Members, signing: Signing) {
        self.header = header
        self.claims = claims
        self.signing = signing
    }

    package static func set(_ members: inout Members, _ name: String, _ json: String?) {
        members.removeAll { $0.name == name }
        if let json { members.append((name, json)) }
    }

    package static func object(_ members: Members) -> String {
        "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}"
    }

    package func signed() throws -> String {
        let body = rawClaims ?? Array(Self.object(claims).utf8)
        let text = "\(TestKeys.base64URL(Self.object(header).utf8)).\(TestKeys.base64URL(body))"
        return try text + "." + TestKeys.base64URL(signature(Array(text.utf8)))
    }

    private func signature(_ message: [UInt8]) throws -> Data {
        let digest = SHA256.hash(data: message)
        switch signing {
        case .rs256:
            return try TestKeys.rsa.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
        case .stranger:
            return try TestKeys.stranger.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
        case .rs512:
            let digest = SHA512.hash(data: message)
            return try TestKeys.rsa.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
        case .ps256: return try TestKeys.rsa.signature(for: digest, padding: .PSS).rawRepresentation
        case .es256: return try TestKeys.p256.signature(for: digest).rawRepresentation
        case .hs256:
            let secret = SymmetricKey(data: Array(TestKeys.rsa.publicKey.pemRepresentation.utf8))
            return Data(HMAC<SHA256>.authenticationCode(for: message, using: secret))
        case .none: return Data()
        }
    }
}
