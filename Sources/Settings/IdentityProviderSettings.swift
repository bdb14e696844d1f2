public import Domain
import FoundationEssentials

/// An OpenID Connect provider that the people of one municipality sign in through, beside their local accounts.
public struct IdentityProviderSettings: Sendable, Hashable {
    /// The provider's identifier, exactly as it writes it itself.
    public let issuer: WebAddress
    public let clientID: String
    /// A file with nothing but the client's secret; read when the daemon starts.
    public let clientSecretFile: String
    /// `client_secret_basic` or `client_secret_post`; nil leaves it to what the provider says it takes.
    public let clientAuthentication: String?
    /// Where browsers reach us; the provider sends them back to a path below it.
    public let base: WebAddress
    /// Whose accounts these are.
    public let municipality: MunicipalityCode
    /// What the button says that one signs in with; nil: the municipality's own words.
    public let name: String?
    public let scopes: [String]
    /// Which claim the rules look at: a name, or a path with dots.
    public let roleClaim: String
    /// In order.
    public let roles: [RoleRule]
    /// A PEM file with the certificates to trust instead of the system's.
    public let certificates: String?

    /// Reads `PRAKTIK_OIDC_ISSUER` and, where that is set, the others; nil where it is not.
    init?(environment: [String: String], municipality: MunicipalityCode?) throws(SettingsError) {
        func value(_ name: String) -> String? { environment["PRAKTIK_\(name)"].flatMap { $0.isEmpty ? nil : $0 } }
        func needed(_ name: String) throws(SettingsError) -> String {
            guard let value = value(name) else { throw .oidcIncomplete(missing: "PRAKTIK_\(name)") }
            return value
        }
        guard let issuer = value("OIDC_ISSUER") else {
            // Something else of it, and not the issuer: it was forgotten, or misspelt.
            if let orphan = Self.names.first(where: { value($0) != nil }) {
                throw .oidcIncomplete(missing: "PRAKTIK_OIDC_ISSUER", beside: "PRAKTIK_\(orphan)")
            }
            return nil
        }
        self.issuer = try Self.secure(issuer, "PRAKTIK_OIDC_ISSUER")
        guard !self.issuer.rest.contains("?") else { throw .insecureAddress(source: "PRAKTIK_OIDC_ISSUER") }
        base = try Self.secure(try needed("BASE_URL"), "PRAKTIK_BASE_URL")
        guard base.rest.isEmpty || base.rest == "/" else { throw .insecureAddress(source: "PRAKTIK_BASE_URL") }
        clientID = try needed("OIDC_CLIENT_ID")
        clientSecretFile = try needed("OIDC_CLIENT_SECRET_FILE")
        guard clientSecretFile.hasPrefix("/") else { throw .oidcSecretFile(clientSecretFile) }
        clientAuthentication = value("OIDC_CLIENT_AUTHENTICATION")
        if let method = clientAuthentication, !["client_secret_basic", "client_secret_post"].contains(method) {
            throw .oidcClientAuthentication(method)
        }
        guard let municipality else { throw .oidcIncomplete(missing: "PRAKTIK_MUNICIPALITY") }
        self.municipality = municipality
        name = value("OIDC_NAME")
        scopes = (value("OIDC_SCOPES") ?? "openid profile email").split(separator: " ").map(String.init)
        roleClaim = value("OIDC_ROLE_CLAIM") ?? "roles"
        var rules: [RoleRule] = []
        for text in (value("OIDC_ROLES") ?? "").split(separator: ";") {
            rules.append(try RoleRule(String(text)))
        }
        roles = rules
        certificates = value("OIDC_CERTIFICATES")
    }

    private static let names = [
        "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET_FILE", "OIDC_CLIENT_AUTHENTICATION", "OIDC_NAME", "OIDC_SCOPES",
        "OIDC_ROLE_CLAIM", "OIDC_ROLES", "OIDC_CERTIFICATES",
    ]

    /// The client's secret, without the line break at its file's end.
    public func clientSecret() throws(SettingsError) -> String {
        guard let data = try? Data(contentsOf: URL(filePath: clientSecretFile)), data.count <= 4096,
            var text = String(data: data, encoding: .utf8)
        else { throw .oidcSecretFile(clientSecretFile) }
        while text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty, !text.contains(where: \.isNewline), !text.contains("\0") else {
            throw .oidcSecretFile(clientSecretFile)
        }
        return text
    }

    private static func secure(_ text: String, _ source: String) throws(SettingsError) -> WebAddress {
        guard let address = try? WebAddress(text), address.isSecure else { throw .insecureAddress(source: source) }
        return address
    }
}
