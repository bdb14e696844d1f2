public import Database
public import Domain
import Postgres
import Store

/// The database as its operator sees it: opened, migrated, looked over.
public struct Installation: Sendable {
    private let application: String
    private let owner: String

    /// - Parameters:
    ///   - application: a libpq connection string for everything but migrating.
    ///   - owner: one for whoever owns the database's objects.
    public init(application: String, owner: String) {
        self.application = application
        self.owner = owner
    }

    /// The application's role, which every connection takes on whoever it signed in as.
    public static let applicationRole = "praktik_app"

    /// A page's statements are short: compiling one (100 ms) takes longer than running it, and with many municipalities in
    /// the tables their estimated cost passes the server's threshold for that.
    private static let withoutCompiling = "SET jit = off"

    /// The use cases on a pool of connections of its own, which ``Operations/close()`` ends. Connects to nothing yet.
    public func open(maximumConnections: Int = 8) -> Operations {
        Operations(
            pool: Pool(
                PoolConfiguration(
                    connectionString: application, maximumConnections: maximumConnections,
                    onConnect: ["SET ROLE \(Self.applicationRole)", Self.withoutCompiling])))
    }

    /// Brings the schema to this program's, telling of each migration once it is committed.
    /// - Returns: how many were applied.
    @discardableResult
    public func migrate(report: (Migration) -> Void) async throws -> Int {
        try await withOwnerPool { try await Migrator(pool: $0).migrate(report: report).count }
    }

    /// Every migration that the program or the database knows, in order.
    public func migrations() async throws -> [MigrationRecord] {
        let applied = try await withOwnerPool { pool in
            try await pool.withConnection { try await $0.appliedMigrations() }
        }
        let times = Dictionary(uniqueKeysWithValues: applied.map { ($0.number, $0) })
        let known = Embedded.migrations.map { migration in
            MigrationRecord(
                number: migration.number, name: migration.name, isKnown: true,
                appliedAt: times[migration.number]?.appliedAt)
        }
        let newer = applied.filter { $0.number > (known.last?.number ?? 0) }
        return known
            + newer.map { MigrationRecord(number: $0.number, name: $0.name, isKnown: false, appliedAt: $0.appliedAt) }
    }

    /// The municipalities that have an audit log, as the owner sees them all; none where the owner is not told apart from
    /// the application, whom row-level security holds to one at a time.
    public func municipalities() async throws -> [MunicipalityCode] {
        do {
            let codes = try await withOwnerPool { pool in
                try await pool.withConnection { connection in
                    try await connection.query("SELECT municipality FROM audit_head ORDER BY 1").map {
                        try $0.value("municipality", as: String.self)
                    }
                }
            }
            return codes.compactMap { try? MunicipalityCode($0) }
        } catch PostgresError.server {
            return []
        }
    }

    private func withOwnerPool<Value>(_ body: (Pool) async throws -> Value) async throws -> Value {
        let pool = Pool(PoolConfiguration(connectionString: owner, maximumConnections: 1))
        do {
            let value = try await body(pool)
            await pool.close()
            return value
        } catch {
            await pool.close()
            throw error
        }
    }
}
