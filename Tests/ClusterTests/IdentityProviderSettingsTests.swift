import Domain
import FoundationEssentials
import Settings
import Testing

struct IdentityProviderSettingsTests {
    private static let right = [
        "HOME": "/h", "PRAKTIK_MUNICIPALITY": "1485", "PRAKTIK_BASE_URL": "https://praktik.example.se",
        "PRAKTIK_OIDC_ISSUER": "https://id.example.se/realms/kommun", "PRAKTIK_OIDC_CLIENT_ID": "praktik",
        "PRAKTIK_OIDC_CLIENT_SECRET_FILE": "/etc/praktik/secret",
    ]

    private static func provider(_ changes: [String: String] = [:]) throws -> IdentityProviderSettings? {
        try Settings(environment: right.merging(changes) { $1 }, isRoot: false).web.provider
    }

    @Test func `without an issuer there is no provider, and with one there is`() throws {
        #expect(try Settings(environment: ["HOME": "/h"], isRoot: false).web.provider == nil)
        let provider = try #require(try Self.provider())
        #expect(provider.issuer.rawValue == "https://id.example.se/realms/kommun")
        #expect(provider.base.rawValue == "https://praktik.example.se")
        #expect(provider.municipality.rawValue == "1485")
        #expect(provider.scopes == ["openid", "profile", "email"])
        #expect(provider.roleClaim == "roles")
        #expect(provider.roles.isEmpty && provider.name == nil && provider.clientAuthentication == nil)
    }

    @Test(arguments: [
        "PRAKTIK_BASE_URL", "PRAKTIK_OIDC_CLIENT_ID", "PRAKTIK_OIDC_CLIENT_SECRET_FILE", "PRAKTIK_MUNICIPALITY",
    ])
    func `what else is needed is named when it is missing`(_ name: String) throws {
        let error = #expect(throws: SettingsError.oidcIncomplete(missing: name)) { try Self.provider([name: ""]) }
        #expect(error?.phrase.sv.contains(name) == true && error?.phrase.en.contains(name) == true)
    }

    @Test func `a provider without its issuer was meant to be one`() throws {
        #expect(
            throws: SettingsError.oidcIncomplete(missing: "PRAKTIK_OIDC_ISSUER", beside: "PRAKTIK_OIDC_CLIENT_ID")
        ) { try Self.provider(["PRAKTIK_OIDC_ISSUER": ""]) }
    }

    @Test(arguments: [
        ("PRAKTIK_OIDC_ISSUER", "http://id.example.se"), ("PRAKTIK_OIDC_ISSUER", "id.example.se"),
        ("PRAKTIK_OIDC_ISSUER", "https://id.example.se?x=1"), ("PRAKTIK_OIDC_ISSUER", "https://id.example.se/#a"),
        ("PRAKTIK_BASE_URL", "http://praktik.example.se"), ("PRAKTIK_BASE_URL", "https://praktik.example.se/below"),
        ("PRAKTIK_OIDC_ISSUER", "http://127.0.0.1.example.se"), ("PRAKTIK_OIDC_ISSUER", "http://localhost@evil.se"),
    ])
    func `an address that strangers could listen to is refused`(_ name: String, _ value: String) throws {
        #expect(throws: SettingsError.insecureAddress(source: name)) { try Self.provider([name: value]) }
    }

    @Test(arguments: ["http://127.0.0.1:4593/api/oidc", "http://localhost:8080", "http://[::1]:1/x"])
    func `on this machine plain HTTP will do`(_ issuer: String) throws {
        #expect(try Self.provider(["PRAKTIK_OIDC_ISSUER": issuer])?.issuer.rawValue == issuer)
    }

    @Test func `roles are read in order, with unit, referrer and named officer`() throws {
        let text =
            "cn=Samordnare,dc=kommun = coordinator+named; skola=registrar@SKOLA;intro=referrer@INTRO;it=administrator"
        let rules = try #require(try Self.provider(["PRAKTIK_OIDC_ROLES": text])).roles
        #expect(rules.map(\.value) == ["cn=Samordnare,dc=kommun", "skola", "intro", "it"])
        #expect(rules.map(\.role) == [.coordinator, .registrar, .referrer, .administrator])
        #expect(rules.map(\.place?.rawValue) == [nil, "SKOLA", "INTRO", nil])
        #expect(rules.map(\.isNamedOfficer) == [true, false, false, false])
    }

    @Test(arguments: [
        "coordinator", "=coordinator", "a=chief", "a=operator", "a=visitor", "a=registrar", "a=referrer",
        "a=coordinator@SKOLA", "a=registrar@", "a=statistician+named", "a=registrar@SKOLA+named", " ",
    ])
    func `a rule that cannot be read is refused, with itself`(_ text: String) throws {
        #expect(throws: SettingsError.oidcRole(text)) { try Self.provider(["PRAKTIK_OIDC_ROLES": text]) }
    }

    @Test func `a way of proving oneself that we do not have is refused`() throws {
        #expect(throws: SettingsError.oidcClientAuthentication("private_key_jwt")) {
            try Self.provider(["PRAKTIK_OIDC_CLIENT_AUTHENTICATION": "private_key_jwt"])
        }
        let post = try Self.provider(["PRAKTIK_OIDC_CLIENT_AUTHENTICATION": "client_secret_post"])
        #expect(post?.clientAuthentication == "client_secret_post")
    }

    @Test func `the secret is the file's only line`() throws {
        let path = "/tmp/praktik-secret-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let provider = try #require(try Self.provider(["PRAKTIK_OIDC_CLIENT_SECRET_FILE": path]))
        #expect(throws: SettingsError.oidcSecretFile(path)) { try provider.clientSecret() }
        for (text, secret) in [("a b", "a b"), ("a\n", "a"), ("å\r\n", "å"), ("", nil), ("\n", nil), ("a\nb\n", nil)] {
            try Data(text.utf8).write(to: URL(filePath: path))
            if let secret {
                #expect(try provider.clientSecret() == secret)
            } else {
                #expect(throws: SettingsError.oidcSecretFile(path)) { try provider.clientSecret() }
            }
        }
        #expect(throws: SettingsError.oidcSecretFile("secret")) {
            try Self.provider(["PRAKTIK_OIDC_CLIENT_SECRET_FILE": "secret"])
        }
    }
}
