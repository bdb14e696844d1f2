public import Domain

/// What the surroundings say of the web side.
public struct WebSettings: Sendable, Hashable {
    /// Files in PEM format.
    public struct TLS: Sendable, Hashable {
        public let certificate: String
        public let key: String
    }

    /// Whose sign-in page is shown to somebody new.
    public var municipality: MunicipalityCode?
    /// Set when the daemon itself speaks TLS.
    public var tls: TLS?
    /// Addresses of the proxies in front, whose word on the client's address is taken.
    public var trustedProxies = TrustedProxies()
    /// Whether browsers come over TLS: the daemon's own, or a proxy's as the base address says.
    public var isSecure = false
    /// What links that are shown begin with; nil where nobody has said how people reach the service.
    public var baseAddress: BaseAddress?
    /// What Prometheus shows to read `/metrics`; without it nobody reads them.
    public var metricsToken: String?
    /// How long a slow client may take.
    public var patience = ClientPatience()
    /// More connections than these wait.
    public var maximumConnections = 2_000
    /// So many requests a minute a token may make to the API of one daemon.
    public var apiRequestsPerMinute = 600

    /// Set when people may sign in through a provider.
    public var provider: IdentityProviderSettings?

    public init() {}

    /// Reads `PRAKTIK_BASE_URL`, `PRAKTIK_TLS_CERTIFICATE` with `PRAKTIK_TLS_KEY`, `PRAKTIK_TRUSTED_PROXIES` (addresses and
    /// networks, separated by commas), `PRAKTIK_PATIENCE` (see ``ClientPatience``), `PRAKTIK_METRICS_TOKEN` and `PRAKTIK_API_LIMIT`
    /// (requests a minute for each token, 1 to 1,000,000).
    public init(environment: [String: String], municipality: MunicipalityCode?) throws(SettingsError) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        self.municipality = municipality
        switch (value("PRAKTIK_TLS_CERTIFICATE"), value("PRAKTIK_TLS_KEY")) {
        case (let certificate?, let key?): tls = TLS(certificate: certificate, key: key)
        case (nil, nil): break
        default: throw .tlsHalf
        }
        trustedProxies = try TrustedProxies(value("PRAKTIK_TRUSTED_PROXIES") ?? "")
        if let text = value("PRAKTIK_PATIENCE") { patience = try ClientPatience(text) }
        baseAddress = try value("PRAKTIK_BASE_URL").map(BaseAddress.init)
        isSecure = tls != nil || value("PRAKTIK_BASE_URL")?.hasPrefix("https://") == true
        metricsToken = value("PRAKTIK_METRICS_TOKEN")
        if let limit = value("PRAKTIK_API_LIMIT").flatMap({ Int($0) }) {
            apiRequestsPerMinute = min(max(limit, 1), 1_000_000)
        }
        provider = try IdentityProviderSettings(environment: environment, municipality: municipality)
    }
}
