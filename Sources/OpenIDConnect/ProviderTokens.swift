import Domain
import FoundationEssentials
import HTTPClient
import StrictJSON

/// What a code is exchanged for.
struct ProviderTokens: Sendable {
    /// Who signed in, as a signed token.
    let identity: String
    /// Only for comparing with what the identity's token says of it.
    let access: String?
}

extension Provider {
    /// Exchanges the code, as ourselves and with the proof of having begun the sign-in (RFC 6749 §4.1.3, RFC 7636 §4.5).
    func exchange(
        _ code: String, _ attempt: SignInAttempt, _ metadata: ProviderMetadata
    ) async throws(OpenIDConnectError) -> ProviderTokens {
        var fields = [
            (name: "grant_type", value: "authorization_code"), (name: "code", value: code),
            (name: "redirect_uri", value: party.redirect.rawValue), (name: "code_verifier", value: attempt.verifier),
        ]
        var headers = [
            (name: "Accept", value: "application/json"),
            (name: "Content-Type", value: "application/x-www-form-urlencoded"),
        ]
        switch party.authentication ?? metadata.clientAuthentications.first {
        case .basic, nil:
            // Both are form-encoded first (RFC 6749 §2.3.1), so a colon inside them does no harm.
            let pair = "\(FormEncoding.encode(party.clientID)):\(FormEncoding.encode(party.clientSecret))"
            headers.append(("Authorization", "Basic \(Data(pair.utf8).base64EncodedString())"))
        case .post: fields += [("client_id", party.clientID), ("client_secret", party.clientSecret)]
        }
        let body = Array(FormEncoding.encode(fields).utf8)
        let answer = try await connection.perform(
            HTTPRequest(.post(body), metadata.token.rawValue, headers: headers))
        guard answer.status == 200 else { throw Self.refusal(answer) }
        let json = try ProviderConnection.json(answer)
        guard let identity = json["id_token"]?.text else { throw .tokenMissing }
        return ProviderTokens(identity: identity, access: json["access_token"]?.text)
    }

    private static func refusal(_ answer: HTTPResponse) -> OpenIDConnectError {
        guard [400, 401, 403].contains(answer.status) else { return OpenIDConnectError(status: answer.status) }
        let json = try? ProviderConnection.json(answer)
        return switch json?["error"]?.text {
        case "invalid_grant": .codeRefused
        case "invalid_client", "unauthorized_client": .clientRefused
        // Some say no more than the status when the secret is wrong.
        case nil where answer.status != 400: .clientRefused
        case .some: .providerRefused
        case nil: .unexpectedStatus
        }
    }
}
