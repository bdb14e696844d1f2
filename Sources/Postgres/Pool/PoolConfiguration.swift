/// Where the database is, and how many connections may be made to it.
public struct PoolConfiguration: Sendable {
    /// As libpq takes it (`postgresql://…` or `host=… dbname=…`): several hosts, `target_session_attrs`, TLS and time-outs
    /// go through untouched.
    public var connectionString: String
    public var maximumConnections: Int
    /// How many may wait for a connection; one more is refused at once.
    public var maximumWaiting: Int
    /// Statements run on every new connection, such as `SET ROLE`.
    public var onConnect: [String]
    /// What the server shows the connections as.
    public var applicationName: String
    /// For each host, at least two seconds; the connection string's own `connect_timeout` goes before it.
    public var connectTimeout: Duration
    /// How long to wait for a connection to become free.
    public var acquireTimeout: Duration
    /// How long a statement may take before the server cancels it; nil leaves it to the server's settings.
    public var statementTimeout: Duration?

    public init(
        connectionString: String, maximumConnections: Int = 8, maximumWaiting: Int = 1000, onConnect: [String] = [],
        applicationName: String = "praktik", connectTimeout: Duration = .seconds(5),
        acquireTimeout: Duration = .seconds(10), statementTimeout: Duration? = nil
    ) {
        self.connectionString = connectionString
        self.maximumConnections = max(1, maximumConnections)
        self.maximumWaiting = max(0, maximumWaiting)
        self.onConnect = onConnect
        self.applicationName = applicationName
        self.connectTimeout = connectTimeout
        self.acquireTimeout = acquireTimeout
        self.statementTimeout = statementTimeout
    }

    var firstStatements: [String] {
        guard let statementTimeout else { return onConnect }
        let milliseconds = max(1, Int(statementTimeout / .milliseconds(1)))
        return ["SET statement_timeout = \(milliseconds)"] + onConnect
    }
}
