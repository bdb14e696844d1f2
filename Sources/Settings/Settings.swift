public import Domain
import Glibc

/// What the surroundings say: environment first, overridden by options of the command.
public struct Settings: Sendable {
    /// Where the database is.
    public enum Database: Sendable, Hashable {
        /// PostgreSQL in the state folder, started and owned by this program.
        case privateCluster
        /// Somebody else's PostgreSQL. `owner` migrates, `application` does everything else; often the same.
        case server(application: ConnectionString, owner: ConnectionString)
    }

    /// Options of the command line that override the environment.
    public struct Options: Sendable {
        public var municipality: String?
        public var language: String?
        public var listen: String?

        public init(municipality: String? = nil, language: String? = nil, listen: String? = nil) {
            self.municipality = municipality
            self.language = language
            self.listen = listen
        }
    }

    public let database: Database
    public let state: StateFolder
    /// When one was named.
    public let municipality: MunicipalityCode?
    public let language: Language
    public let listen: ListenAddress
    public let web: WebSettings
    /// Where people reach the service: what links begin with.
    public let baseAddress: BaseAddress
    /// Set when mail is sent.
    public let mail: MailSettings?

    public init(
        environment: [String: String], options: Options = Options(), isRoot: Bool? = nil
    ) throws(SettingsError) {
        language = try Self.language(environment: environment, option: options.language)
        state = try StateFolder(environment: environment, isRoot: isRoot ?? (geteuid() == 0))
        database = try Self.database(environment: environment)
        municipality = try Self.municipality(options.municipality ?? environment["PRAKTIK_MUNICIPALITY"])
        let listen = options.listen ?? environment["PRAKTIK_LISTEN"] ?? ""
        self.listen = listen.isEmpty ? .standard : try ListenAddress(listen)
        web = try WebSettings(environment: environment, municipality: municipality)
        let base = environment["PRAKTIK_BASE_URL"] ?? ""
        baseAddress = base.isEmpty ? BaseAddress(self.listen, speaksTLS: web.tls != nil) : try BaseAddress(base)
        mail = try MailSettings(environment: environment)
    }

    /// The language alone, so that even a refused setting is told in it.
    public static func language(
        environment: [String: String], option: String?
    ) throws(SettingsError) -> Language {
        guard let option else { return environment["LANG"]?.hasPrefix("sv") == true ? .swedish : .english }
        guard let language = Language(rawValue: option) else { throw .language(option) }
        return language
    }

    private static func database(environment: [String: String]) throws(SettingsError) -> Database {
        let owner = environment["PRAKTIK_OWNER_DATABASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
        guard let application = environment["PRAKTIK_DATABASE_URL"], !application.isEmpty else {
            // Nobody names an owner for the private cluster: the other variable was forgotten.
            guard owner == nil else { throw .ownerAlone }
            return .privateCluster
        }
        return .server(
            application: try ConnectionString(application, source: "PRAKTIK_DATABASE_URL"),
            owner: try ConnectionString(owner ?? application, source: "PRAKTIK_OWNER_DATABASE_URL"))
    }

    private static func municipality(_ value: String?) throws(SettingsError) -> MunicipalityCode? {
        guard let value, !value.isEmpty else { return nil }
        guard let code = try? MunicipalityCode(value) else { throw .municipality(value) }
        return code
    }
}
