package import Domain
package import Postgres

package enum StagedReferrers: StagedImport {
    package static let entity = "referrer"

    package static var tables: [SQL] {
        [
            "CREATE TEMPORARY TABLE import_row (line integer, id uuid, code text, name text, email text) ON COMMIT DROP",
            """
            CREATE TEMPORARY TABLE import_next ON COMMIT DROP AS
            SELECT t.*, 0 AS line, true AS is_new FROM referrer t WITH NO DATA
            """,
        ]
    }

    package static let target = CopyTarget("import_row", "line", "id", "code", "name", "email")

    package static func referenceFaults(_ m: MunicipalityCode) -> SQL { Staged.duplicateCodes }

    package static func resolve(_ scope: ImportScope) -> SQL {
        """
        INSERT INTO import_next (municipality, id, code, name, email, line, is_new)
        SELECT \(scope.municipality), coalesce(t.id, s.id), s.code, s.name,
            \(scope.pick("email", "s.email", else: "t.email")), s.line, t.id IS NULL
        FROM import_row s LEFT JOIN referrer t ON t.municipality = \(scope.municipality) AND t.code = s.code
        """
    }

    package static func changes(_ scope: ImportScope) -> [SQL] {
        [
            Staged.created,
            """
            INSERT INTO import_change (line, id, change, before)
            SELECT n.line, n.id, 'updated', to_jsonb(t) - '{municipality,id}'::text[]
            FROM import_next n JOIN referrer t ON t.municipality = n.municipality AND t.id = n.id
            WHERE NOT n.is_new AND (t.name, t.email) IS DISTINCT FROM (n.name, n.email)
            """,
        ]
    }

    package static func write(_ connection: Connection, _ scope: ImportScope) async throws {
        _ = try await connection.execute(
            """
            INSERT INTO referrer (municipality, id, code, name, email)
            SELECT municipality, id, code, name, email FROM import_next WHERE is_new
            """)
        _ = try await connection.execute(
            """
            UPDATE referrer t SET name = n.name, email = n.email
            FROM import_next n JOIN import_change c ON c.id = n.id AND c.change = 'updated'
            WHERE t.municipality = n.municipality AND t.id = n.id
            """)
    }
}
