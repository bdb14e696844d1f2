package import Domain
package import Postgres

package enum StagedUnits: StagedImport {
    package static let entity = "unit"

    package static var tables: [SQL] {
        [
            """
            CREATE TEMPORARY TABLE import_row (line integer, id uuid, code text, name text, kind text, parent text,
                email text, valid_from date, valid_to date, successor text) ON COMMIT DROP
            """,
            """
            CREATE TEMPORARY TABLE import_next ON COMMIT DROP AS
            SELECT t.*, 0 AS line, true AS is_new FROM organisation_unit t WITH NO DATA
            """,
        ]
    }

    package static let target = CopyTarget(
        "import_row", "line", "id", "code", "name", "kind", "parent", "email", "valid_from", "valid_to", "successor")

    package static func referenceFaults(_ m: MunicipalityCode) -> SQL {
        Staged.duplicateCodes + Staged.missing("parent", in: "organisation_unit", "no_unit", m, orFile: true)
            + Staged.missing("successor", in: "organisation_unit", "no_unit", m, orFile: true)
    }

    package static func resolve(_ scope: ImportScope) -> SQL {
        let m = scope.municipality
        return """
            INSERT INTO import_next (municipality, id, code, name, kind, parent_id, email, valid_from, valid_to,
                successor_id, line, is_new)
            SELECT \(m), coalesce(t.id, s.id), s.code, s.name, s.kind,
                \(scope.pick("parent", "coalesce(p.id, fp.id)", else: "t.parent_id")),
                \(scope.pick("email", "s.email", else: "t.email")),
                \(scope.pick("valid_from", "s.valid_from", else: "t.valid_from")),
                \(scope.pick("valid_to", "s.valid_to", else: "t.valid_to")),
                \(scope.pick("successor", "coalesce(f.id, ff.id)", else: "t.successor_id")),
                s.line, t.id IS NULL
            FROM import_row s
            LEFT JOIN organisation_unit t ON t.municipality = \(m) AND t.code = s.code
            LEFT JOIN organisation_unit p ON p.municipality = \(m) AND p.code = s.parent
            LEFT JOIN organisation_unit f ON f.municipality = \(m) AND f.code = s.successor
            LEFT JOIN import_row fp ON fp.code = s.parent
            LEFT JOIN import_row ff ON ff.code = s.successor
            """
    }

    package static func recordFaults(_ scope: ImportScope) -> [SQL] {
        [
            """
            WITH RECURSIVE link (id, parent_id) AS (
                SELECT n.id, n.parent_id FROM import_next n
                UNION ALL
                SELECT u.id, u.parent_id FROM organisation_unit u WHERE u.municipality = \(scope.municipality)
                    AND NOT EXISTS (SELECT FROM import_next n WHERE n.id = u.id)
            ), up (line, start, id, depth) AS (
                SELECT n.line, n.id, n.parent_id, 1 FROM import_next n
                    WHERE n.parent_id IS NOT NULL AND n.parent_id <> n.id
                UNION ALL
                SELECT up.line, up.start, link.parent_id, up.depth + 1 FROM up JOIN link ON link.id = up.id
                    WHERE link.parent_id IS NOT NULL AND up.id <> up.start AND up.depth < 33
            )
            SELECT DISTINCT line, 'parent' AS at_column, 'circle' AS problem, NULL::integer AS other FROM up
            WHERE id = start OR depth >= 33
            """
        ]
    }

    package static func changes(_ scope: ImportScope) -> [SQL] {
        [
            Staged.created,
            """
            INSERT INTO import_change (line, id, change, before)
            SELECT n.line, n.id, 'updated', to_jsonb(t) - '{municipality,id}'::text[]
            FROM import_next n JOIN organisation_unit t ON t.municipality = n.municipality AND t.id = n.id
            WHERE NOT n.is_new AND (t.name, t.kind, t.parent_id, t.email, t.valid_from, t.valid_to, t.successor_id)
                IS DISTINCT FROM (n.name, n.kind, n.parent_id, n.email, n.valid_from, n.valid_to, n.successor_id)
            """,
        ]
    }

    package static func write(_ connection: Connection, _ scope: ImportScope) async throws {
        _ = try await connection.execute(
            """
            INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id, email, valid_from, valid_to,
                successor_id)
            SELECT municipality, id, code, name, kind, parent_id, email, valid_from, valid_to, successor_id
            FROM import_next WHERE is_new
            """)
        _ = try await connection.execute(
            """
            UPDATE organisation_unit t SET name = n.name, kind = n.kind, parent_id = n.parent_id, email = n.email,
                valid_from = n.valid_from, valid_to = n.valid_to, successor_id = n.successor_id
            FROM import_next n JOIN import_change c ON c.id = n.id AND c.change = 'updated'
            WHERE t.municipality = n.municipality AND t.id = n.id
            """)
    }
}
