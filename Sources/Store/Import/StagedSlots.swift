package import Domain
package import Postgres

package enum StagedSlots: StagedImport {
    package static let entity = "slot"

    package static var tables: [SQL] {
        [
            """
            CREATE TEMPORARY TABLE import_row (line integer, id uuid, code text, unit text, title text, ssyk text,
                kind text, purpose text, starts_on date, ends_on date, places smallint, minutes_per_day smallint,
                weekdays smallint, sfi_required text, licences text[], minimum_age smallint, record_check boolean,
                earmark text, supervisor text, urgency text, permanent_post boolean, area text, state text,
                offered_on date, withdrawn_on date, withdrawn_reason text) ON COMMIT DROP
            """,
            """
            CREATE TEMPORARY TABLE import_next ON COMMIT DROP AS
            SELECT t.*, 0 AS line, true AS is_new FROM slot t WITH NO DATA
            """,
        ]
    }

    package static let target = CopyTarget(
        "import_row", "line", "id", "code", "unit", "title", "ssyk", "kind", "purpose", "starts_on", "ends_on",
        "places",
        "minutes_per_day", "weekdays", "sfi_required", "licences", "minimum_age", "record_check", "earmark",
        "supervisor",
        "urgency", "permanent_post", "area", "state", "offered_on", "withdrawn_on", "withdrawn_reason")

    package static func referenceFaults(_ m: MunicipalityCode) -> SQL {
        Staged.duplicateCodes + Staged.missing("unit", in: "organisation_unit", "no_unit", m)
            + Staged.missing("earmark", in: "referrer", "no_referrer", m)
            + Staged.missing("supervisor", in: "supervisor", "no_supervisor", m)
    }

    package static func resolve(_ scope: ImportScope) -> SQL {
        let m = scope.municipality
        return """
            INSERT INTO import_next (municipality, id, code, unit_id, title, ssyk, kind, purpose, starts_on, ends_on,
                places, minutes_per_day, weekdays, sfi_required, licences, minimum_age, record_check, earmark_id,
                supervisor_id, urgency, permanent_post, area, state, offered_on, withdrawn_on, withdrawn_reason, line,
                is_new)
            SELECT \(m), coalesce(t.id, s.id), s.code, u.id, s.title, \(scope.pick("ssyk", "s.ssyk", else: "t.ssyk")),
                s.kind, \(scope.pick("purpose", "s.purpose", else: "t.purpose")), s.starts_on, s.ends_on, s.places,
                \(scope.pick("hours_per_day", "s.minutes_per_day", else: "t.minutes_per_day")),
                \(scope.pick("weekdays", "s.weekdays", else: "t.weekdays")),
                \(scope.pick("sfi_required", "s.sfi_required", else: "t.sfi_required")),
                \(scope.pick("licences", "s.licences", else: "t.licences")),
                \(scope.pick("minimum_age", "s.minimum_age", else: "t.minimum_age")),
                \(scope.pick("record_check", "s.record_check", else: "t.record_check")),
                \(scope.pick("earmark", "r.id", else: "t.earmark_id")),
                \(scope.pick("supervisor", "v.id", else: "t.supervisor_id")),
                \(scope.pick("urgency", "s.urgency", else: "t.urgency")),
                \(scope.pick("permanent_post", "s.permanent_post", else: "t.permanent_post")),
                \(scope.pick("area", "s.area", else: "t.area")), s.state,
                \(scope.pick("offered_on", "s.offered_on", else: "t.offered_on")), s.withdrawn_on,
                CASE WHEN s.state = 'withdrawn'
                    THEN \(scope.pick("withdrawn_reason", "s.withdrawn_reason", else: "t.withdrawn_reason")) END,
                s.line, t.id IS NULL
            FROM import_row s
            JOIN organisation_unit u ON u.municipality = \(m) AND u.code = s.unit
            LEFT JOIN slot t ON t.municipality = \(m) AND t.code = s.code
            LEFT JOIN referrer r ON r.municipality = \(m) AND r.code = s.earmark
            LEFT JOIN supervisor v ON v.municipality = \(m) AND v.code = s.supervisor
            """
    }

    package static func recordFaults(_ scope: ImportScope) -> [SQL] {
        let m = scope.municipality
        // A draft may come as closed or withdrawn: it was offered in between.
        return [
            """
            SELECT n.line, 'state' AS at_column, 'slot_step' AS problem, NULL::integer AS other
            FROM import_next n JOIN slot t ON t.municipality = \(m) AND t.id = n.id
            WHERE t.state <> n.state AND NOT (t.state = 'draft' AND n.state IN ('closed', 'withdrawn'))
                AND NOT EXISTS (SELECT FROM slot_transition x WHERE x.from_state = t.state AND x.to_state = n.state)
            """,
            """
            SELECT DISTINCT n.line, CASE WHEN d.day > n.ends_on THEN 'to' WHEN d.day < n.starts_on THEN 'from'
                WHEN d.day >= n.withdrawn_on THEN 'withdrawn_on' ELSE 'places' END AS at_column,
                'slot_occupied' AS problem, NULL::integer AS other
            FROM import_next n
            CROSS JOIN LATERAL (
                SELECT p.starts_on AS day FROM placement p
                    WHERE p.municipality = \(m) AND p.slot_id = n.id AND p.occupied_to IS NOT NULL
                UNION SELECT w.withdrawn_on FROM slot_withdrawal w WHERE w.municipality = \(m) AND w.slot_id = n.id
                UNION SELECT n.withdrawn_on
                UNION SELECT n.ends_on + 1
            ) d
            WHERE NOT n.is_new AND (SELECT count(*) FROM placement p
                    WHERE p.municipality = \(m) AND p.slot_id = n.id AND p.starts_on <= d.day AND p.occupied_to >= d.day)
                > CASE WHEN d.day < n.starts_on OR d.day > n.ends_on OR d.day >= n.withdrawn_on THEN 0
                    ELSE greatest(0, n.places - coalesce((SELECT sum(w.places) FROM slot_withdrawal w
                        WHERE w.municipality = \(m) AND w.slot_id = n.id AND w.withdrawn_on <= d.day), 0)) END
            """,
        ]
    }

    package static func changes(_ scope: ImportScope) -> [SQL] {
        [
            Staged.created,
            """
            INSERT INTO import_change (line, id, change, before)
            SELECT n.line, n.id, 'updated', to_jsonb(t) - '{municipality,id,occupancy_version}'::text[]
            FROM import_next n JOIN slot t ON t.municipality = n.municipality AND t.id = n.id
            WHERE NOT n.is_new AND (t.unit_id, t.title, t.ssyk, t.kind, t.purpose, t.starts_on, t.ends_on, t.places,
                    t.minutes_per_day, t.weekdays, t.sfi_required, t.licences, t.minimum_age, t.record_check,
                    t.earmark_id, t.supervisor_id, t.urgency, t.permanent_post, t.area, t.state, t.offered_on,
                    t.withdrawn_on, t.withdrawn_reason)
                IS DISTINCT FROM (n.unit_id, n.title, n.ssyk, n.kind, n.purpose, n.starts_on, n.ends_on, n.places,
                    n.minutes_per_day, n.weekdays, n.sfi_required, n.licences, n.minimum_age, n.record_check,
                    n.earmark_id, n.supervisor_id, n.urgency, n.permanent_post, n.area, n.state, n.offered_on,
                    n.withdrawn_on, n.withdrawn_reason)
            """,
        ]
    }

    package static func write(_ connection: Connection, _ scope: ImportScope) async throws {
        _ = try await connection.execute(
            """
            INSERT INTO slot (municipality, id, code, unit_id, title, ssyk, kind, purpose, starts_on, ends_on, places,
                minutes_per_day, weekdays, sfi_required, licences, minimum_age, record_check, earmark_id, supervisor_id,
                urgency, permanent_post, area, state, offered_on, withdrawn_on, withdrawn_reason, confirmed_on)
            SELECT municipality, id, code, unit_id, title, ssyk, kind, purpose, starts_on, ends_on, places,
                minutes_per_day, weekdays, sfi_required, licences, minimum_age, record_check, earmark_id, supervisor_id,
                urgency, permanent_post, area, state, offered_on, withdrawn_on, withdrawn_reason,
                -- A file that says that it is on offer, and not since when, says so today.
                coalesce(offered_on, CASE WHEN state = 'offered' THEN \(scope.today)::date END)
            FROM import_next WHERE is_new
            """)
        _ = try await connection.execute(
            """
            UPDATE slot t SET state = 'offered' FROM import_next n
            WHERE t.municipality = n.municipality AND t.id = n.id AND t.state = 'draft'
                AND n.state IN ('closed', 'withdrawn')
            """)
        _ = try await connection.execute(
            """
            UPDATE slot t SET unit_id = n.unit_id, title = n.title, ssyk = n.ssyk, kind = n.kind, purpose = n.purpose,
                starts_on = n.starts_on, ends_on = n.ends_on, places = n.places, minutes_per_day = n.minutes_per_day,
                weekdays = n.weekdays, sfi_required = n.sfi_required, licences = n.licences,
                minimum_age = n.minimum_age, record_check = n.record_check, earmark_id = n.earmark_id,
                supervisor_id = n.supervisor_id, urgency = n.urgency, permanent_post = n.permanent_post, area = n.area,
                state = n.state, offered_on = n.offered_on, withdrawn_on = n.withdrawn_on,
                withdrawn_reason = n.withdrawn_reason
            FROM import_next n JOIN import_change c ON c.id = n.id AND c.change = 'updated'
            WHERE t.municipality = n.municipality AND t.id = n.id
            """)
    }
}
