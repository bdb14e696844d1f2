import Crypto
import CryptoExtras
import FoundationEssentials
import Synchronization

/// An OpenID Connect provider that a test plays, on plain sockets: a right one, or one with a ``Misbehaviour``.
///
/// It signs everybody in at once as the same person, with the role of the test's choosing, and holds clients to PKCE and
/// to their secret.
package final class PlayedProvider: Sendable {
    package struct State: Sendable {
        package var misbehaviour: Misbehaviour?
        package var subject = "person-1"
        package var roles = ["coordinator"]
        package var signing = TestToken.Signing.rs256
        package var keyID = "key-1"
        /// Whether it takes `client_secret_post` instead of `client_secret_basic`.
        package var takesSecretInForm = false
        /// Seconds that its clock is ahead; nil: it does not say what it shows.
        package var clockLead: Double?
        /// How often each path was asked for.
        fileprivate var asked: [String: Int] = [:]
        fileprivate var codes: [String: ServedRequest] = [:]
    }

    package static let clientID = "praktik:å"
    package static let clientSecret = "a secret: with + and %"

    private let state: Mutex<State>
    private let server: Mutex<PlainServer?>
    package let port: UInt16

    package init(_ misbehaviour: Misbehaviour? = nil) throws {
        port = try PlainServer.freePort()
        state = Mutex(State(misbehaviour: misbehaviour))
        server = Mutex(nil)
        try start()
    }

    /// A right provider's keys, as it publishes them.
    package static func keys() throws -> String {
        try published(right: "key-1")
    }

    package var issuer: String { "http://127.0.0.1:\(port)" }

    package func start() throws {
        let started = try PlainServer(port: port) { [weak self] in self?.answer($0) ?? .silence }
        server.withLock { $0 = started }
    }

    package func stop() {
        server.withLock { server in
            server?.stop()
            server = nil
        }
    }

    package func change(_ body: (inout State) -> Void) {
        state.withLock { body(&$0) }
    }

    package func asked(_ path: String) -> Int {
        state.withLock { $0.asked[path, default: 0] }
    }

    private func answer(_ request: ServedRequest) -> PlainServer.Answer {
        let state = state.withLock { state in
            state.asked[request.path, default: 0] += 1
            return state
        }
        do {
            switch request.path {
            case "/.well-known/openid-configuration": return metadata(state)
            case "/keys": return try keys(state)
            case "/authorize": return authorization(request, state)
            case "/token": return try exchange(request, state)
            default: return .json("{}", status: 404)
            }
        } catch {
            return .json("{}", status: 500)
        }
    }

    private func metadata(_ state: State) -> PlainServer.Answer {
        var members: TestToken.Members = [
            ("issuer", "\"\(issuer)\""), ("authorization_endpoint", "\"\(issuer)/authorize\""),
            ("token_endpoint", "\"\(issuer)/token\""), ("jwks_uri", "\"\(issuer)/keys\""),
            ("response_types_supported", #"["code"]"#), ("code_challenge_methods_supported", #"["S256"]"#),
            ("id_token_signing_alg_values_supported", #"["RS256","PS256","ES256"]"#),
            (
                "token_endpoint_auth_methods_supported",
                state.takesSecretInForm ? #"["client_secret_post"]"# : #"["client_secret_basic"]"#
            ),
            ("authorization_response_iss_parameter_supported", "true"),
        ]
        func with(_ name: String, _ json: String?) -> PlainServer.Answer {
            TestToken.set(&members, name, json)
            return .json(TestToken.object(members))
        }
        let right = TestToken.object(members)
        switch state.misbehaviour {
        case .metadataOfAnotherIssuer: return with("issuer", "\"\(issuer)/\"")
        case .metadataWithoutIssuer: return with("issuer", nil)
        case .metadataWithoutTokenEndpoint: return with("token_endpoint", nil)
        case .metadataWithPlainTokenEndpoint: return with("token_endpoint", #""http://id.example.com/token""#)
        case .metadataWithoutCodeFlow: return with("response_types_supported", #"["id_token"]"#)
        case .metadataWithPlainChallenge: return with("code_challenge_methods_supported", #"["plain"]"#)
        case .metadataWithSymmetricSignatures:
            return with("id_token_signing_alg_values_supported", #"["HS256","none"]"#)
        case .metadataWithOtherClientAuthentication:
            return with("token_endpoint_auth_methods_supported", #"["private_key_jwt"]"#)
        case .metadataMalformed: return .json(String(right.dropLast()))
        case .metadataTwice: return .json(#"{"issuer":"http://127.0.0.1:1","# + right.dropFirst())
        case .metadataTooLarge: return .json(right + String(repeating: " ", count: 1 << 19))
        case .metadataSlow: return .silence
        case .metadataRedirected: return .redirect(to: issuer + "/elsewhere")
        case .metadataNotFound: return .json("{}", status: 404)
        case .metadataBusy: return .json("{}", status: 503)
        case .metadataCutShort: return .http("200 OK", body: right, length: right.utf8.count + 1)
        case .metadataNotHTTP: return .bytes(Array("220 mail.example.com ESMTP\r\n".utf8))
        default: return .json(right, clockLead: state.clockLead)
        }
    }

    private func keys(_ state: State) throws -> PlainServer.Answer {
        let rsa = try TestKeys.published(TestKeys.rsa, id: state.keyID)
        switch state.misbehaviour {
        case .keysMalformed: return .json(#"{"keys":{}}"#)
        case .keysTooLarge: return .json(#"{"keys":["# + rsa + String(repeating: " ", count: 1 << 19) + "]}")
        case .keysEmpty: return .json(#"{"keys":[]}"#)
        case .keysSymmetric:
            let secret = TestKeys.base64URL(TestKeys.rsa.publicKey.pemRepresentation.utf8)
            return .json(#"{"keys":[{"kty":"oct","kid":"\#(state.keyID)","k":"\#(secret)"}]}"#)
        case .keysForEncryption: return .json(#"{"keys":[\#(rsa.replacing("\"sig\"", with: "\"enc\""))]}"#)
        case .keysOfAnotherAlgorithm:
            return .json(#"{"keys":[\#(rsa.replacing("\"use\"", with: #""alg":"RS512","use""#))]}"#)
        default: return .json(try Self.published(right: state.keyID))
        }
    }

    /// Among keys that are none of ours to use.
    private static func published(right id: String) throws -> String {
        let ours = "\(try TestKeys.published(TestKeys.rsa, id: id)),\(TestKeys.published(TestKeys.p256, id: "p256"))"
        return #"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AA"},\#(ours),7]}"#
    }

    private func authorization(_ request: ServedRequest, _ state: State) -> PlainServer.Answer {
        guard request.query["response_type"] == "code", request.query["client_id"] == Self.clientID,
            request.query["code_challenge_method"] == "S256", let back = request.query["redirect_uri"]
        else { return .json("{}", status: 400) }
        let code = TestKeys.base64URL((0..<16).map { _ in UInt8.random(in: 0...255) })
        self.state.withLock { $0.codes[code] = request }
        let mine = "state=\(request.query["state", default: ""])"
        let named = "iss=\(issuer.replacing(":", with: "%3A").replacing("/", with: "%2F"))"
        let fields: [String] =
            switch state.misbehaviour {
            case .callbackOtherState: ["state=other", "code=\(code)", named]
            case .callbackWithoutState: ["code=\(code)", named]
            case .callbackTwoStates: [mine, mine, "code=\(code)", named]
            case .callbackOtherIssuer: [mine, "code=\(code)", "iss=https%3A%2F%2Fevil.example.com"]
            case .callbackWithoutPromisedIssuer: [mine, "code=\(code)"]
            case .callbackTwoCodes: [mine, "code=\(code)", "code=\(code)", named]
            case .callbackWithoutCode: [mine, named]
            case .callbackDenied: [mine, "error=access_denied", named]
            case .callbackServerError: [mine, "error=server_error", named]
            case .callbackOtherError: [mine, "error=invalid_scope", named]
            default: [mine, "code=\(code)", named]
            }
        return .redirect(to: back + "?" + fields.joined(separator: "&"))
    }

    private func exchange(_ request: ServedRequest, _ state: State) throws -> PlainServer.Answer {
        switch state.misbehaviour {
        case .exchangeRefusesCode: return .json(#"{"error":"invalid_grant"}"#, status: 400)
        case .exchangeRefusesClient: return .json(#"{"error":"invalid_client"}"#, status: 401)
        case .exchangeMalformed: return .json("<html>")
        case .exchangeTwice: return .json(#"{"id_token":"a","id_token":"b"}"#)
        case .exchangeTooLarge: return .json(#"{"id_token":"\#(String(repeating: "a", count: 1 << 19))"}"#)
        case .exchangeSlow: return .silence
        case .exchangeRedirected: return .redirect(to: issuer + "/elsewhere")
        case .exchangeFails: return .json("{}", status: 500)
        case .exchangeWithoutToken: return .json(#"{"access_token":"a","token_type":"Bearer"}"#)
        default: break
        }
        guard isFromOurClient(request, state) else { return .json(#"{"error":"invalid_client"}"#, status: 401) }
        // A code is used up by the first who brings it.
        guard let code = request.form["code"], let asked = self.state.withLock({ $0.codes.removeValue(forKey: code) }),
            request.form["redirect_uri"] == asked.query["redirect_uri"],
            TestKeys.base64URL(SHA256.hash(data: Array(request.form["code_verifier", default: ""].utf8)))
                == asked.query["code_challenge"]
        else { return .json(#"{"error":"invalid_grant"}"#, status: 400) }
        let token = try PlayedToken(issuer: issuer, nonce: asked.query["nonce", default: ""], state: state).text()
        return .json(
            #"{"access_token":"\#(PlayedToken.access)","token_type":"Bearer","expires_in":60,"id_token":"\#(token)"}"#)
    }

    private func isFromOurClient(_ request: ServedRequest, _ state: State) -> Bool {
        if state.takesSecretInForm {
            return request.form["client_id"] == Self.clientID && request.form["client_secret"] == Self.clientSecret
        }
        guard let sent = request.headers["authorization"], sent.hasPrefix("Basic "),
            let data = Data(base64Encoded: String(sent.dropFirst(6)))
        else { return false }
        let parts = String(decoding: data, as: UTF8.self).split(separator: ":", omittingEmptySubsequences: false)
        let decoded = parts.map { ServedRequest.fields("a=\($0)")["a"] }
        return decoded == [Self.clientID, Self.clientSecret]
    }
}
