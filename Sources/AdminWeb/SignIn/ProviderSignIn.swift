import Domain
import HTTPClient
import Logging
import OpenIDConnect
import Operations
import Settings

/// The provider that people of one municipality sign in through, and what their claims make them here.
struct ProviderSignIn: Sendable {
    static let callbackPath = "/sign-in/oidc/callback"

    let provider: Provider
    let municipality: MunicipalityCode
    /// What the button names, where the settings do.
    let name: String?
    let rules: [ClaimedRole]
    private let logger: Logger

    /// Reads the client's secret. Throws `SettingsError`, also for an address that cannot be built upon.
    init(_ settings: IdentityProviderSettings, clock: WallClock, logger: Logger) throws {
        var base = settings.base.rawValue
        if base.hasSuffix("/") { base.removeLast() }
        let party = RelyingParty(
            issuer: settings.issuer, clientID: settings.clientID, clientSecret: try settings.clientSecret(),
            authentication: settings.clientAuthentication.flatMap { RelyingParty.ClientAuthentication(rawValue: $0) },
            redirect: try WebAddress(base + Self.callbackPath), scopes: settings.scopes, roleClaim: settings.roleClaim)
        provider = Provider(
            party, http: HTTPClient(trust: settings.certificates.map { .file($0) } ?? .system), clock: clock)
        municipality = settings.municipality
        name = settings.name
        rules = settings.roles.map { rule in
            ClaimedRole(
                value: rule.value, role: rule.role, unit: rule.role == .registrar ? rule.place : nil,
                referrer: rule.role == .referrer ? rule.place : nil, isNamedOfficer: rule.isNamedOfficer)
        }
        self.logger = logger
    }

    /// What the button says.
    var label: Phrase {
        guard let name else {
            return Phrase(sv: "Logga in med kommunens konto", en: "Sign in with your municipality's account")
        }
        return Phrase(sv: "Logga in med \(name)", en: "Sign in with \(name)")
    }

    /// One line for whoever runs the installation: which fault, and nothing of what was sent.
    func note(_ error: OpenIDConnectError, _ visit: Visit) {
        logger.warning(
            "sign-in through the provider failed", metadata: ["request": "\(visit.id)", "reason": "\(error.rawValue)"])
    }
}
