import Database
import Postgres
import Store
import TestSupport
import Testing

struct MigratorTests {
    private static let first = Migration(number: 1, name: "first", sql: "CREATE TABLE one (a int)")
    private static let second = Migration(number: 2, name: "second", sql: "CREATE TABLE two (a int)")

    /// An empty database and a pool as its owner.
    private func withEmptyDatabase(_ body: (Pool) async throws -> Void) async throws {
        let cluster = try await TestCluster.shared()
        let name = try await TestDatabase.makeEmpty()
        let pool = Pool(
            PoolConfiguration(
                connectionString: cluster.connectionString(database: name, user: TestDatabase.ownerRole)))
        do {
            try await body(pool)
            await pool.close()
        } catch {
            await pool.close()
            throw error
        }
    }

    @Test func `applies what is missing, once, in order, with the file's checksum`() async throws {
        try await withEmptyDatabase { pool in
            var reported: [Int] = []
            let done = try await Migrator(pool: pool, known: [Self.first]).migrate { reported.append($0.number) }
            #expect(done.map(\.number) == [1])
            let both = Migrator(pool: pool, known: [Self.first, Self.second])
            try await both.migrate { reported.append($0.number) }
            #expect(reported == [1, 2])
            #expect(try await both.migrate().isEmpty)
            let applied = try await pool.withConnection { try await $0.appliedMigrations() }
            #expect(applied.map(\.name) == ["first", "second"])
            // printf 'CREATE TABLE one (a int)' | sha256sum
            #expect(applied.first?.checksum == "4af8fbb5637f13d287496660d01e9ffcc6c5e17cfe81cb4435e80146feac35d0")
        }
    }

    @Test func `a migration that fails leaves nothing of itself, and the ones before it`() async throws {
        try await withEmptyDatabase { pool in
            let broken = Migration(number: 2, name: "broken", sql: "CREATE TABLE two (a int); SELECT 1 / 0")
            await #expect(throws: PostgresError.self) {
                try await Migrator(pool: pool, known: [Self.first, broken]).migrate()
            }
            let state = try await pool.withConnection { connection in
                let tables = try await connection.value(
                    "SELECT to_regclass('one') IS NOT NULL AND to_regclass('two') IS NULL", as: Bool.self)
                return (try await connection.appliedMigrations().count, tables)
            }
            #expect(state == (1, true))
        }
    }

    @Test func `eight at once migrate once`() async throws {
        try await withEmptyDatabase { pool in
            let total = try await withThrowingTaskGroup { group in
                for _ in 0..<8 { group.addTask { try await Migrator(pool: pool).migrate().count } }
                return try await group.reduce(0, +)
            }
            #expect(total == Embedded.migrations.count)
        }
    }

    @Test func `an older, newer, edited or missing schema is refused`() async throws {
        try await withEmptyDatabase { pool in
            let one = [Self.first]
            let two = [Self.first, Self.second]
            let edited = [Migration(number: 1, name: "first", sql: "CREATE TABLE one (b int)")]
            await #expect(throws: SchemaError.missing) {
                try await pool.withConnection { try await $0.requireCurrentSchema(one) }
            }
            try await Migrator(pool: pool, known: one).migrate()
            try await pool.withConnection { try await $0.requireCurrentSchema(one) }
            await #expect(throws: SchemaError.older(applied: 1, known: 2)) {
                try await pool.withConnection { try await $0.requireCurrentSchema(two) }
            }
            try await Migrator(pool: pool, known: two).migrate()
            await #expect(throws: SchemaError.newer(applied: 2, known: 1)) {
                try await pool.withConnection { try await $0.requireCurrentSchema(one) }
            }
            await #expect(throws: SchemaError.newer(applied: 2, known: 1)) {
                try await Migrator(pool: pool, known: one).migrate()
            }
            await #expect(throws: SchemaError.changed(number: 1)) {
                try await Migrator(pool: pool, known: edited).migrate()
            }
            await #expect(throws: SchemaError.changed(number: 1)) {
                try await pool.withConnection { try await $0.requireUnchangedMigrations(edited) }
            }
        }
    }

    @Test func `on a server without the application's role, migrating makes it, without rights of its own`()
        async throws
    {
        let cluster = try await TestCluster.start()
        let pool = Pool(PoolConfiguration(connectionString: cluster.connectionString()))
        try await Migrator(pool: pool).migrate()
        let role = try await pool.withConnection { connection in
            try await connection.value(
                """
                SELECT NOT rolcanlogin AND NOT rolsuper AND NOT rolbypassrls AND pg_has_role('postgres', oid, 'MEMBER')
                FROM pg_roles WHERE rolname = 'praktik_app'
                """, as: Bool.self)
        }
        #expect(role)
        await pool.close()
        try await cluster.remove()
    }

    @Test func `a copy of the migrated template is current, as the application sees it`() async throws {
        try await TestDatabase.with { database in
            let user = try await database.pool.withConnection { connection in
                try await connection.requireCurrentSchema()
                try await connection.requireUnchangedMigrations()
                return try await connection.value("SELECT current_user::text", as: String.self)
            }
            #expect(user == "praktik_app")
        }
    }
}
