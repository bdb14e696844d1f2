public import Postgres
import Store

/// A database of one's own with the whole schema in it: a copy of one that is migrated once a test process.
///
/// Suites make one each with ``make()``. It goes with the process's cluster; ``close()`` lets it go earlier.
public final class TestDatabase: Sendable {
    public let name: String
    /// Works as the application does: as `praktik_app`, under row-level security.
    public let pool: Pool
    /// Works as the owner of the schema, whom row-level security does not hold: to set up and to look behind.
    public let owner: Pool

    private let cluster: TestCluster

    public static let ownerRole = "praktik_owner"
    public static let applicationRole = "praktik_app"

    private init(name: String, cluster: TestCluster) {
        self.name = name
        self.cluster = cluster
        pool = Pool(
            PoolConfiguration(
                connectionString: cluster.connectionString(database: name, user: Self.applicationRole),
                onConnect: ["SET ROLE \(Self.applicationRole)"]))
        owner = Pool(
            PoolConfiguration(
                connectionString: cluster.connectionString(database: name, user: Self.ownerRole), maximumConnections: 4)
        )
    }

    public static func make() async throws -> TestDatabase {
        let cluster = try await TestCluster.shared()
        return TestDatabase(name: try await cluster.createDatabase(template: template.value), cluster: cluster)
    }

    /// All tests of a process want to run at once, each with its connections; the server has so many, the machine so many
    /// cores.
    private static let turnstile = Turnstile(places: 12)

    /// A database of one's own for as long as `body` runs. Not to be used within itself: so many run at once, the others
    /// wait for their turn.
    public static func with<Value>(_ body: (TestDatabase) async throws -> Value) async throws -> Value {
        await turnstile.enter()
        defer { turnstile.leave() }
        let database = try await make()
        do {
            let value = try await body(database)
            try await database.close()
            return value
        } catch {
            try? await database.close()
            throw error
        }
    }

    /// How another program is told of this database, as application or as owner.
    public func connectionString(user: String = applicationRole) -> String {
        cluster.connectionString(database: name, user: user)
    }

    /// The whole schema as `pg_dump` writes it, privileges included.
    public func dumpSchema() async throws -> String {
        try await TestProgram.run([
            cluster.program("pg_dump"), "--schema-only", "--no-owner",
            "--dbname=\(connectionString(user: Self.ownerRole))",
        ])
    }

    public func close() async throws {
        await pool.close()
        await owner.close()
        try await cluster.dropDatabase(name)
    }

    /// An empty database with the roles of a private cluster, before any migration. Its owner can migrate it.
    public static func makeEmpty(named name: String? = nil) async throws -> String {
        _ = try await roles.value
        let cluster = try await TestCluster.shared()
        let name = try await cluster.createDatabase(named: name)
        try await cluster.runScript("ALTER DATABASE \"\(name)\" OWNER TO \(ownerRole)")
        return name
    }

    private static let roles = Task {
        try await TestCluster.shared().runScript(
            """
            CREATE ROLE \(ownerRole) LOGIN;
            CREATE ROLE \(applicationRole) LOGIN;
            GRANT \(applicationRole) TO \(ownerRole);
            """)
    }

    private static let template = Task {
        let cluster = try await TestCluster.shared()
        let name = try await makeEmpty(named: "praktik_template")
        let pool = Pool(PoolConfiguration(connectionString: cluster.connectionString(database: name, user: ownerRole)))
        do {
            try await Migrator(pool: pool).migrate()
            await pool.close()
        } catch {
            await pool.close()
            throw error
        }
        return name
    }
}
