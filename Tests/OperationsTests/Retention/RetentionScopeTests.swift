import Domain
import FoundationEssentials
import Postgres
import Store
import TestSupport
import Testing

/// Every table has a rule of retention, or a stated reason why it has none.
struct RetentionScopeTests {
    @Test func `every table of the schema is erased by a rule or kept for a reason, and none is both`() async throws {
        try await TestDatabase.with { database in
            let tables = try await database.owner.withConnection { connection in
                try await connection.query(
                    """
                    SELECT relname::text AS name FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                    """
                ).map { try $0.value("name", as: String.self) }
            }
            let ruled = RetentionScope.tables.values.flatMap(\.self)
            #expect(Set(ruled).count == ruled.count)
            #expect(Set(ruled).isDisjoint(with: RetentionScope.kept.keys))
            #expect(Set(tables) == Set(ruled).union(RetentionScope.kept.keys))
            #expect(Set(RetentionScope.tables.keys) == Set(RetentionCategory.allCases))
        }
    }

    @Test func `every table with rows about a person goes with the person`() throws {
        let told = PersonalTable.all(of: Identifier<Person>(UUID()), in: try MunicipalityCode("1485")).map(\.name)
        #expect(Set(told).subtracting(RetentionScope.tables[.participants] ?? []).isEmpty)
    }

    @Test func `the database keeps for as long as the program says`() async throws {
        try await TestDatabase.with { database in
            let municipality = try MunicipalityCode("1485")
            let rules = try await database.pool.transaction(for: municipality, by: "test") { connection in
                try await connection.retentionRules(municipality)
            }
            #expect(rules.map(\.category) == RetentionCategory.allCases)
            #expect(rules.map(\.months) == RetentionCategory.allCases.map(\.standardMonths))
        }
    }
}
