import Crypto
import CryptoExtras
import FoundationEssentials
import HTTPClient
import Subprocess
import Synchronization
import TestSupport

/// Debian's `glewlwyd`, an OpenID Connect provider made by others, in a folder and on a port of its own.
///
/// It knows one client and one person, and insists on PKCE with S256.
package final class Glewlwyd: Sendable {
    package enum Signing: String, Sendable, CaseIterable {
        case rs256 = "rsa"
        case ps256 = "rsa-pss"
        case es256 = "ecdsa"
    }

    package struct Failure: Error {
        let what: String
    }

    package static let clientID = "praktik"
    /// Without signs that are escaped: this provider takes what is in Basic authentication as it stands.
    package static let clientSecret = "hemligheten"
    package static let person = "karin"
    static let password = "inte-hemligt-1"
    private static let name = "oidc"

    package let port: UInt16
    private let folder: String
    private let process: Mutex<WatchedProcess?>
    let http = HTTPClient()

    /// Running, with everything set up.
    ///
    /// - Parameters:
    ///   - redirect: the client's only redirect URI.
    ///   - role: what the claim `roles` says of the person.
    package static func start(
        redirect: String, role: String = "coordinator", signing: Signing = .rs256, secretInForm: Bool = false
    ) async throws -> Glewlwyd {
        let folder = try await TestProgram.run(["mktemp", "-d", "/tmp/praktik-glewlwyd-XXXXXX"])
        let glewlwyd = Glewlwyd(port: try PlainServer.freePort(), folder: folder)
        try await glewlwyd.makeFiles()
        try await glewlwyd.start()
        try await glewlwyd.setUp(redirect: redirect, role: role, signing: signing, secretInForm: secretInForm)
        return glewlwyd
    }

    private init(port: UInt16, folder: String) {
        self.port = port
        self.folder = folder
        process = Mutex(nil)
    }

    deinit {
        process.withLock { $0?.end() }
        try? FileManager.default.removeItem(atPath: folder)
    }

    package var issuer: String { "\(base)/\(Self.name)" }

    var base: String { "http://127.0.0.1:\(port)/api" }

    /// Returns when it answers.
    package func start() async throws {
        let started = try WatchedProcess(["glewlwyd", "--config-file=\(folder)/glewlwyd.conf"])
        process.withLock { $0 = started }
        for _ in 0..<200 {
            if (try? await http.perform(HTTPRequest(.get, "\(base)/config"))) != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Failure(what: "glewlwyd does not answer")
    }

    package func stop() {
        process.withLock { process in
            process?.end()
            process = nil
        }
    }

    private func makeFiles() async throws {
        let schema = "/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz"
        try await TestProgram.run([
            "bash", "-c", #"set -o pipefail; zcat "$1" | sqlite3 "$2""#, "bash", schema, "\(folder)/glewlwyd.db",
        ])
        let modules = "/usr/lib/glewlwyd"
        let configuration = """
            port=\(port)
            bind_address="127.0.0.1"
            external_url="http://127.0.0.1:\(port)"
            login_url="login.html"
            api_prefix="api"
            log_mode="file"
            log_level="WARNING"
            log_file="\(folder)/log"
            cookie_secure=0
            session_key="SESSION"
            admin_scope="g_admin"
            profile_scope="g_profile"
            user_module_path="\(modules)/user"
            client_module_path="\(modules)/client"
            user_auth_scheme_module_path="\(modules)/scheme"
            plugin_module_path="\(modules)/plugin"
            hash_algorithm="SHA512"
            database={ type="sqlite3" path="\(folder)/glewlwyd.db" };

            """
        try Data(configuration.utf8).write(to: URL(filePath: "\(folder)/glewlwyd.conf"))
    }

    private func setUp(redirect: String, role: String, signing: Signing, secretInForm: Bool) async throws {
        let session = try await signIn("admin", "password")
        let keys = Self.keys(signing)
        try await post(
            "mod/plugin/", session,
            """
            {"module":"oidc","name":"\(Self.name)","display_name":"Sign-in","order_rank":0,"parameters":{
            "iss":\(Self.json(issuer)),"jwt-type":"\(signing.rawValue)","jwt-key-size":"256",
            "key":\(Self.json(keys.secret)),"cert":\(Self.json(keys.open)),
            "access-token-duration":600,"refresh-token-duration":600,"code-duration":60,"refresh-token-rolling":false,
            "auth-type-code-enabled":true,"auth-type-token-enabled":false,"auth-type-id-token-enabled":true,
            "auth-type-password-enabled":false,"auth-type-client-enabled":false,"auth-type-refresh-enabled":false,
            "pkce-allowed":true,"pkce-required":true,"pkce-method-plain-allowed":false,"jwks-show":true,
            "subject-type":"public","session-cookie-name":"SIGNIN","session-cookie-expiration":600,
            "name-claim":"mandatory","email-claim":"mandatory","scope-claim":"no",
            "claims":[{"name":"roles","user-property":"user-code","type":"string","mandatory":true,"scope":[]}]}}
            """)
        try await post(
            "client/", session,
            """
            {"client_id":"\(Self.clientID)","name":"Praktik","confidential":true,"enabled":true,"scope":[],
            "client_secret":\(Self.json(Self.clientSecret)),"redirect_uri":[\(Self.json(redirect))],
            "authorization_type":["code"],
            "token_endpoint_auth_method":["\(secretInForm ? "client_secret_post" : "client_secret_basic")"]}
            """)
        try await post(
            "user/", session,
            """
            {"username":"\(Self.person)","password":"\(Self.password)","name":"Karin Åström","enabled":true,
            "email":"karin@example.com","scope":["openid"],"user-code":\(Self.json(role))}
            """)
    }

    private static func keys(_ signing: Signing) -> (secret: String, open: String) {
        switch signing {
        case .rs256, .ps256: (TestKeys.rsa.pemRepresentation, TestKeys.rsa.publicKey.pemRepresentation)
        case .es256: (TestKeys.p256.pemRepresentation, TestKeys.p256.publicKey.pemRepresentation)
        }
    }

    private static func json(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}
