/// A libpq connection string, in either of its forms: `postgresql://…` or `host=… dbname=…`.
///
/// It may hold a password: it never describes itself.
public struct ConnectionString: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    public let rawValue: String

    public init(_ rawValue: String, source: String) throws(SettingsError) {
        let isAddress = rawValue.hasPrefix("postgresql://") || rawValue.hasPrefix("postgres://")
        guard isAddress || rawValue.contains("="), !rawValue.contains("\0") else {
            throw .connectionString(source: source)
        }
        self.rawValue = rawValue
    }

    public var description: String { "(connection string)" }
    public var debugDescription: String { description }
}
