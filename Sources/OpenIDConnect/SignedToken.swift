import Secrets
import StrictJSON

/// A JSON Web Signature in its compact form (RFC 7515 §7.1), taken apart and not yet believed.
struct SignedToken: Sendable {
    private static let longest = 1 << 16

    let algorithm: SignatureAlgorithm
    let keyID: String?
    private let payload: [UInt8]
    private let message: [UInt8]
    private let signature: [UInt8]

    init(_ text: String) throws(OpenIDConnectError) {
        guard text.utf8.count <= Self.longest else { throw .tokenMalformed }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw .tokenMalformed }
        let json = try Self.object(header)
        guard let name = json["alg"]?.text else { throw .tokenMalformed }
        guard let algorithm = SignatureAlgorithm(rawValue: name) else { throw .algorithmRefused }
        // An extension that must be understood is one that we do not understand.
        guard json["crit"] == nil else { throw .criticalHeader }
        if let id = json["kid"] {
            guard let id = id.text else { throw .tokenMalformed }
            keyID = id
        } else {
            keyID = nil
        }
        self.algorithm = algorithm
        self.payload = payload
        self.signature = signature
        message = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// The claims, once one of the keys has signed them.
    func claims(signedBy candidates: [SigningKey]) throws(OpenIDConnectError) -> JSON {
        guard !candidates.isEmpty else { throw .unknownKey }
        guard candidates.contains(where: { $0.isValid(signature, of: message, by: algorithm) }) else {
            throw .signature
        }
        return try Self.object(payload)
    }

    private static func object(_ bytes: [UInt8]) throws(OpenIDConnectError) -> JSON {
        let json: JSON
        do {
            json = try JSONParser.parse(bytes)
        } catch {
            throw error.cause == .duplicate ? .duplicateName : .tokenMalformed
        }
        guard case .object = json else { throw .tokenMalformed }
        return json
    }
}
