import Postgres
import TestSupport

/// Every row of every table, as text.
enum Rows {
    static func of(_ database: TestDatabase) async throws -> [String: Set<String>] {
        let rows = try await database.owner.withConnection { connection in
            try await connection.query(
                """
                SELECT c.relname::text AS name,
                    query_to_xml(format('SELECT to_jsonb(t)::text AS r FROM %I t', c.relname), false, true, '')::text AS rows
                FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                """)
        }
        var found: [String: Set<String>] = [:]
        for row in rows {
            let text: String = try row.value("rows")
            let parts = text.split(separator: "<r>").dropFirst().compactMap { $0.split(separator: "</r>").first }
            let name: String = try row.value("name")
            found[name] = Set(parts.map(String.init))
        }
        return found
    }
}
