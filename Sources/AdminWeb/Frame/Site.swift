import Domain
import Settings

/// What every request to this daemon shares: its settings and what it serves.
struct Site: Sendable {
    init(_ settings: WebSettings, sections: Set<Section>, providerSignIn: ProviderSignIn? = nil) {
        self.providerSignIn = providerSignIn
        municipality = settings.municipality
        isSecure = settings.isSecure
        baseAddress = settings.baseAddress?.rawValue
        trustedProxies = settings.trustedProxies
        self.sections = sections
    }

    /// The municipality whose sign-in page is shown where nobody has said which.
    let municipality: MunicipalityCode?
    /// Whether browsers reach it over TLS, its own or a proxy's: cookies are then for TLS only.
    let isSecure: Bool
    /// How people reach the service, where that is said.
    let baseAddress: String?
    /// Whose forwarding headers are believed.
    let trustedProxies: TrustedProxies
    /// Set when people may sign in through a provider.
    let providerSignIn: ProviderSignIn?
    /// The parts of the service that have pages.
    let sections: Set<Section>

    /// What the municipalities call themselves.
    let names = MunicipalityNames()
}
