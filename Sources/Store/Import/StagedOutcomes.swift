package import Domain
package import Postgres

package enum StagedOutcomes: StagedImport {
    package static let entity = "outcome"

    package static var tables: [SQL] {
        [
            """
            CREATE TEMPORARY TABLE import_row (line integer, id uuid, code text, placement text, referrer text,
                participant text, checked_on date, status text, employer text, form text, subsidised text, starts_on date,
                ends_on date, student_aid boolean, source text) ON COMMIT DROP
            """,
            """
            CREATE TEMPORARY TABLE import_next ON COMMIT DROP AS
            SELECT t.*, 0 AS line, true AS is_new FROM outcome t WITH NO DATA
            """,
        ]
    }

    package static let target = CopyTarget(
        "import_row", "line", "id", "code", "placement", "referrer", "participant", "checked_on", "status", "employer",
        "form", "subsidised", "starts_on", "ends_on", "student_aid", "source")

    package static func referenceFaults(_ m: MunicipalityCode) -> SQL {
        Staged.duplicateCodes + Staged.missing("placement", in: "placement", "no_placement", m)
            + Staged.missing("referrer", in: "referrer", "no_referrer", m)
                + """
                 UNION ALL SELECT s.line, 'participant', 'no_participant', NULL FROM import_row s
                JOIN referrer r ON r.municipality = \(m) AND r.code = s.referrer
                WHERE s.participant IS NOT NULL AND NOT EXISTS (SELECT FROM participant t
                    WHERE t.municipality = \(m) AND t.referrer_id = r.id AND t.reference = s.participant)
                 UNION ALL SELECT s.line, 'participant', 'other_participant', NULL FROM import_row s
                JOIN placement p ON p.municipality = \(m) AND p.code = s.placement
                JOIN referrer r ON r.municipality = \(m) AND r.code = s.referrer
                JOIN participant t ON t.municipality = \(m) AND t.referrer_id = r.id AND t.reference = s.participant
                WHERE t.id <> p.participant_id
                """
    }

    package static func resolve(_ scope: ImportScope) -> SQL {
        let m = scope.municipality
        return """
            INSERT INTO import_next (municipality, id, code, participant_id, person_id, placement_id, checked_on, status,
                employer, form, subsidised, starts_on, ends_on, student_aid, source, line, is_new)
            SELECT \(m), coalesce(t.id, s.id), s.code, coalesce(p.participant_id, a.id),
                coalesce(p.person_id, a.person_id), p.id, s.checked_on, s.status,
                CASE WHEN s.status = 'employed' THEN \(scope.pick("employer", "s.employer", else: "t.employer")) END,
                CASE WHEN s.status = 'employed' THEN \(scope.pick("form", "s.form", else: "t.form")) END,
                CASE WHEN s.status = 'employed'
                    THEN \(scope.pick("subsidised", "s.subsidised", else: "t.subsidised")) END,
                \(scope.pick("from", "s.starts_on", else: "t.starts_on")),
                \(scope.pick("to", "s.ends_on", else: "t.ends_on")),
                \(scope.pick("student_aid", "s.student_aid", else: "t.student_aid")),
                \(scope.pick("source", "s.source", else: "t.source")), s.line, t.id IS NULL
            FROM import_row s
            LEFT JOIN outcome t ON t.municipality = \(m) AND t.code = s.code
            LEFT JOIN placement p ON p.municipality = \(m) AND p.code = s.placement
            LEFT JOIN referrer r ON r.municipality = \(m) AND r.code = s.referrer
            LEFT JOIN participant a ON a.municipality = \(m) AND a.referrer_id = r.id AND a.reference = s.participant
            WHERE coalesce(p.participant_id, a.id) IS NOT NULL
            """
    }

    package static func changes(_ scope: ImportScope) -> [SQL] {
        [
            Staged.created,
            """
            INSERT INTO import_change (line, id, change, before)
            SELECT n.line, n.id, 'updated', to_jsonb(t) - '{municipality,id}'::text[]
            FROM import_next n JOIN outcome t ON t.municipality = n.municipality AND t.id = n.id
            WHERE NOT n.is_new AND (t.participant_id, t.placement_id, t.checked_on, t.status, t.employer, t.form,
                    t.subsidised, t.starts_on, t.ends_on, t.student_aid, t.source)
                IS DISTINCT FROM (n.participant_id, n.placement_id, n.checked_on, n.status, n.employer, n.form,
                    n.subsidised, n.starts_on, n.ends_on, n.student_aid, n.source)
            """,
        ]
    }

    package static func write(_ connection: Connection, _ scope: ImportScope) async throws {
        _ = try await connection.execute(
            """
            INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on, status,
                employer, form, subsidised, starts_on, ends_on, student_aid, source)
            SELECT municipality, id, code, participant_id, person_id, placement_id, checked_on, status, employer, form,
                subsidised, starts_on, ends_on, student_aid, source
            FROM import_next WHERE is_new
            """)
        _ = try await connection.execute(
            """
            UPDATE outcome t SET participant_id = n.participant_id, person_id = n.person_id,
                placement_id = n.placement_id, checked_on = n.checked_on, status = n.status, employer = n.employer,
                form = n.form, subsidised = n.subsidised, starts_on = n.starts_on, ends_on = n.ends_on,
                student_aid = n.student_aid, source = n.source
            FROM import_next n JOIN import_change c ON c.id = n.id AND c.change = 'updated'
            WHERE t.municipality = n.municipality AND t.id = n.id
            """)
    }
}
