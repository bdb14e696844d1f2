import Domain
import Postgres
import Store
import TestSupport
import Testing

/// A municipality's rows are seen and written only by transactions opened for it.
struct IsolationTests {
    @Test func `every table with a municipality is under its policy, and the application owns none`() async throws {
        try await TestDatabase.with { database in
            let unguarded = try await database.owner.withConnection { connection in
                try await connection.query(
                    """
                    SELECT c.relname::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality'
                    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
                        AND (NOT c.relrowsecurity OR pg_get_userbyid(c.relowner) = 'praktik_app'
                            OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
                    """
                ).map { try $0.value("name", as: String.self) }
            }
            #expect(unguarded == [])
        }
    }

    @Test func `without a municipality nothing is seen, and another's rows never`() async throws {
        try await TestDatabase.with { database in
            _ = try await TestMunicipality.make(database.pool, code: "1485")
            let other = try MunicipalityCode("1487")
            let counts: [SQL] = [
                "SELECT count(*) FROM organisation_unit", "SELECT count(*) FROM referrer", "SELECT count(*) FROM slot",
                "SELECT count(*) FROM person", "SELECT count(*) FROM participant", "SELECT count(*) FROM placement",
                "SELECT count(*) FROM placement_event",
            ]
            for statement in counts {
                func count(_ connection: Connection) async throws -> Int {
                    try await connection.value(statement, as: Int.self)
                }
                #expect(try await database.pool.transaction(for: other, by: "test", count) == 0)
                let own = try await database.pool.transaction(for: try MunicipalityCode("1485"), by: "test", count)
                #expect(own > 0)
                // Not set at all is an error or nothing, never rows.
                let none = try? await database.pool.transaction(count)
                #expect(none ?? 0 == 0)
            }
        }
    }

    @Test func `rows cannot be written into, or moved to, another municipality`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let statements: [SQL] = [
                "INSERT INTO referrer (municipality, id, code, name) VALUES ('1487', uuid_v7(), 'X', 'X')",
                "UPDATE slot SET municipality = '1487'",
            ]
            for statement in statements {
                await #expect(throws: PostgresError.self) {
                    try await database.pool.transaction(for: town.code, by: "test") { try await $0.execute(statement) }
                }
            }
        }
    }
}
