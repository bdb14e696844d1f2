package import Domain
package import Postgres

package enum StagedUndertakings: StagedImport {
    package static let entity = "undertaking"

    package static var tables: [SQL] {
        [
            """
            CREATE TEMPORARY TABLE import_row (line integer, id uuid, code text, document text, section text, number text,
                unit text, text text, measure text, target bigint, baseline bigint, earmark text, starts_on date,
                ends_on date, cadence text, rule text) ON COMMIT DROP
            """,
            """
            CREATE TEMPORARY TABLE import_next ON COMMIT DROP AS
            SELECT t.*, 0 AS line, true AS is_new FROM undertaking t WITH NO DATA
            """,
        ]
    }

    package static let target = CopyTarget(
        "import_row", "line", "id", "code", "document", "section", "number", "unit", "text", "measure", "target",
        "baseline", "earmark", "starts_on", "ends_on", "cadence", "rule")

    package static func referenceFaults(_ m: MunicipalityCode) -> SQL {
        Staged.duplicateCodes + Staged.missing("unit", in: "organisation_unit", "no_unit", m)
            + Staged.missing("earmark", in: "referrer", "no_referrer", m)
    }

    package static func resolve(_ scope: ImportScope) -> SQL {
        let m = scope.municipality
        return """
            INSERT INTO import_next (municipality, id, code, document, section, number, unit_id, text, measure,
                target_hundredths, baseline_hundredths, earmark_id, starts_on, ends_on, cadence, rule, line, is_new)
            SELECT \(m), coalesce(t.id, s.id), s.code, \(scope.pick("document", "s.document", else: "t.document")),
                \(scope.pick("section", "s.section", else: "t.section")),
                \(scope.pick("number", "s.number", else: "t.number")), \(scope.pick("unit", "u.id", else: "t.unit_id")),
                s.text, s.measure, \(scope.pick("target", "s.target", else: "t.target_hundredths")),
                \(scope.pick("baseline", "s.baseline", else: "t.baseline_hundredths")),
                \(scope.pick("earmark", "r.id", else: "t.earmark_id")), s.starts_on, s.ends_on,
                \(scope.pick("cadence", "s.cadence", else: "t.cadence")), \(scope.pick("rule", "s.rule", else: "t.rule")),
                s.line, t.id IS NULL
            FROM import_row s
            LEFT JOIN undertaking t ON t.municipality = \(m) AND t.code = s.code
            LEFT JOIN organisation_unit u ON u.municipality = \(m) AND u.code = s.unit
            LEFT JOIN referrer r ON r.municipality = \(m) AND r.code = s.earmark
            """
    }

    package static func changes(_ scope: ImportScope) -> [SQL] {
        [
            Staged.created,
            """
            INSERT INTO import_change (line, id, change, before)
            SELECT n.line, n.id, 'updated', to_jsonb(t) - '{municipality,id}'::text[]
            FROM import_next n JOIN undertaking t ON t.municipality = n.municipality AND t.id = n.id
            WHERE NOT n.is_new AND (t.document, t.section, t.number, t.unit_id, t.text, t.measure, t.target_hundredths,
                    t.baseline_hundredths, t.earmark_id, t.starts_on, t.ends_on, t.cadence, t.rule)
                IS DISTINCT FROM (n.document, n.section, n.number, n.unit_id, n.text, n.measure, n.target_hundredths,
                    n.baseline_hundredths, n.earmark_id, n.starts_on, n.ends_on, n.cadence, n.rule)
            """,
        ]
    }

    package static func write(_ connection: Connection, _ scope: ImportScope) async throws {
        _ = try await connection.execute(
            """
            INSERT INTO undertaking (municipality, id, code, document, section, number, unit_id, text, measure,
                target_hundredths, baseline_hundredths, earmark_id, starts_on, ends_on, cadence, rule)
            SELECT municipality, id, code, document, section, number, unit_id, text, measure, target_hundredths,
                baseline_hundredths, earmark_id, starts_on, ends_on, cadence, rule
            FROM import_next WHERE is_new
            """)
        _ = try await connection.execute(
            """
            UPDATE undertaking t SET document = n.document, section = n.section, number = n.number, unit_id = n.unit_id,
                text = n.text, measure = n.measure, target_hundredths = n.target_hundredths,
                baseline_hundredths = n.baseline_hundredths, earmark_id = n.earmark_id, starts_on = n.starts_on,
                ends_on = n.ends_on, cadence = n.cadence, rule = n.rule
            FROM import_next n JOIN import_change c ON c.id = n.id AND c.change = 'updated'
            WHERE t.municipality = n.municipality AND t.id = n.id
            """)
    }
}
