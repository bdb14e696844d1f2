package import Domain
package import Postgres

package enum StagedSupervisors: StagedImport {
    package static let entity = "supervisor"

    package static var tables: [SQL] {
        [
            """
            CREATE TEMPORARY TABLE import_row (line integer, id uuid, code text, unit text, name text, email text,
                trained_on date, capacity smallint, deputy text) ON COMMIT DROP
            """,
            """
            CREATE TEMPORARY TABLE import_next ON COMMIT DROP AS
            SELECT t.*, 0 AS line, true AS is_new FROM supervisor t WITH NO DATA
            """,
        ]
    }

    package static let target = CopyTarget(
        "import_row", "line", "id", "code", "unit", "name", "email", "trained_on", "capacity", "deputy")

    package static func referenceFaults(_ m: MunicipalityCode) -> SQL {
        Staged.duplicateCodes + Staged.missing("unit", in: "organisation_unit", "no_unit", m)
            + Staged.missing("deputy", in: "supervisor", "no_supervisor", m, orFile: true)
    }

    package static func resolve(_ scope: ImportScope) -> SQL {
        let m = scope.municipality
        return """
            INSERT INTO import_next (municipality, id, code, unit_id, name, email, trained_on, capacity, deputy_id, line,
                is_new)
            SELECT \(m), coalesce(t.id, s.id), s.code, u.id, s.name, \(scope.pick("email", "s.email", else: "t.email")),
                \(scope.pick("trained_on", "s.trained_on", else: "t.trained_on")),
                \(scope.pick("capacity", "s.capacity", else: "t.capacity")),
                \(scope.pick("deputy", "coalesce(d.id, fd.id)", else: "t.deputy_id")), s.line, t.id IS NULL
            FROM import_row s
            JOIN organisation_unit u ON u.municipality = \(m) AND u.code = s.unit
            LEFT JOIN supervisor t ON t.municipality = \(m) AND t.code = s.code
            LEFT JOIN supervisor d ON d.municipality = \(m) AND d.code = s.deputy
            LEFT JOIN import_row fd ON fd.code = s.deputy
            """
    }

    package static func changes(_ scope: ImportScope) -> [SQL] {
        [
            Staged.created,
            """
            INSERT INTO import_change (line, id, change, before)
            SELECT n.line, n.id, 'updated', to_jsonb(t) - '{municipality,id,occupancy_version}'::text[]
            FROM import_next n JOIN supervisor t ON t.municipality = n.municipality AND t.id = n.id
            WHERE NOT n.is_new AND (t.unit_id, t.name, t.email, t.trained_on, t.capacity, t.deputy_id)
                IS DISTINCT FROM (n.unit_id, n.name, n.email, n.trained_on, n.capacity, n.deputy_id)
            """,
        ]
    }

    package static func write(_ connection: Connection, _ scope: ImportScope) async throws {
        _ = try await connection.execute(
            """
            INSERT INTO supervisor (municipality, id, code, unit_id, name, email, trained_on, capacity, deputy_id)
            SELECT municipality, id, code, unit_id, name, email, trained_on, capacity, deputy_id
            FROM import_next WHERE is_new
            """)
        _ = try await connection.execute(
            """
            UPDATE supervisor t SET unit_id = n.unit_id, name = n.name, email = n.email, trained_on = n.trained_on,
                capacity = n.capacity, deputy_id = n.deputy_id
            FROM import_next n JOIN import_change c ON c.id = n.id AND c.change = 'updated'
            WHERE t.municipality = n.municipality AND t.id = n.id
            """)
    }
}
