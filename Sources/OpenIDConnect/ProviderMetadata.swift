import Domain
import StrictJSON

/// What the provider says of itself (OpenID Connect Discovery 1.0 §3; RFC 8414).
struct ProviderMetadata: Sendable {
    let authorization: WebAddress
    let token: WebAddress
    let keys: WebAddress
    /// Those of ours that the provider takes, at least one.
    let clientAuthentications: [RelyingParty.ClientAuthentication]
    /// Whether the provider promises to name itself when it sends the browser back (RFC 9207).
    let namesIssuer: Bool

    /// - Parameter issuer: the one that was asked; the document must name it to the letter.
    init(_ json: JSON, issuer: WebAddress) throws(OpenIDConnectError) {
        guard let named = json["issuer"]?.text else { throw .metadataIncomplete }
        guard named == issuer.rawValue else { throw .otherIssuer }
        authorization = try Self.endpoint(json, "authorization_endpoint", issuer)
        token = try Self.endpoint(json, "token_endpoint", issuer)
        keys = try Self.endpoint(json, "jwks_uri", issuer)
        if let types = json["response_types_supported"]?.texts, !types.contains("code") { throw .noCodeFlow }
        // Some providers support PKCE without saying so; one that lists its methods means it.
        if let methods = json["code_challenge_methods_supported"]?.texts, !methods.contains("S256") {
            throw .noProofKey
        }
        if let names = json["id_token_signing_alg_values_supported"]?.texts,
            !names.contains(where: { SignatureAlgorithm(rawValue: $0) != nil })
        {
            throw .noAlgorithm
        }
        let methods = json["token_endpoint_auth_methods_supported"]?.texts
        clientAuthentications = RelyingParty.ClientAuthentication.allCases.filter { method in
            methods?.contains(method.rawValue) ?? (method == .basic)
        }
        guard !clientAuthentications.isEmpty else { throw .noClientAuthentication }
        namesIssuer = json["authorization_response_iss_parameter_supported"]?.bool ?? false
    }

    /// Plain HTTP only from a provider on this machine to this machine.
    private static func endpoint(
        _ json: JSON, _ name: String, _ issuer: WebAddress
    ) throws(OpenIDConnectError) -> WebAddress {
        guard let text = json[name]?.text, let address = try? WebAddress(text) else { throw .metadataIncomplete }
        guard address.isEncrypted || (issuer.isLoopback && address.isLoopback) else { throw .insecureEndpoint }
        return address
    }

    /// Where the provider of an issuer keeps this document.
    static func address(of issuer: WebAddress) -> String {
        let trimmed = issuer.rawValue.hasSuffix("/") ? issuer.rawValue.dropLast() : issuer.rawValue[...]
        return trimmed + "/.well-known/openid-configuration"
    }
}
