package import Domain
package import Postgres

extension FigureParts {
    /// `source (what, slot_id, placement_id, participant_id, place, content)`: every row that a period's report counts
    /// something from, as a snapshot keeps it: JSON that says what it is of, in which group of each cut it stands, what it
    /// counts, and how slot, placement and outcomes stood. People are numbered, so that persons can be counted from the
    /// rows alone; nobody's name, number or reference is in it. With the parts of the report; recursive.
    package var snapshotSource: SQL {
        """
        \(facts),
        told AS MATERIALIZED (
            SELECT a.id, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', o.code, 'checked_on', o.checked_on,
                'status', o.status, 'employer', o.employer, 'form', o.form, 'from', o.starts_on, 'to', o.ends_on,
                'student_aid', o.student_aid)) ORDER BY o.checked_on, o.code) AS outcomes
            FROM active a
            JOIN outcome o ON o.municipality = \(municipality) AND o.person_id = a.person_id
                AND (o.placement_id = a.id OR o.placement_id IS NULL AND o.checked_on >= a.starts_on)
            WHERE a.ended_on BETWEEN \(from) AND \(to) AND o.set_aside_by IS NULL
            GROUP BY a.id
        ),
        source AS (
            SELECT k.what, f.slot_id, f.placement_id, f.participant_id,
                row_number() OVER (ORDER BY k.what, s.code COLLATE "C", p.code COLLATE "C", f.participant_id) AS place,
                jsonb_strip_nulls(jsonb_build_object(
                    'what', k.what, 'slot', s.code, 'title', s.title, 'placement', p.code, 'unit', u.code,
                    'unit_name', u.name, 'referrer', r.code, 'sex', f.sex, 'age', f.age, 'sfi', f.sfi, 'kind', f.kind,
                    'purpose', f.purpose, 'occupation', f.occupation, 'urgency', f.urgency)
                || jsonb_build_object(
                    'person', CASE WHEN f.person_id IS NOT NULL THEN dense_rank() OVER (ORDER BY f.person_id) END,
                    'from', coalesce(p.starts_on, s.starts_on), 'to', coalesce(p.ends_on, s.ends_on),
                    'state', coalesce(p.state, s.state), 'started_on', p.started_on, 'ended_on', p.ended_on,
                    'places', CASE WHEN p.id IS NULL THEN s.places END, 'minutes_per_day', s.minutes_per_day,
                    'days_to_start', f.waited, 'outcomes', t.outcomes, 'counts', \(FigureMeasure.object))) AS content
            FROM fact f
            CROSS JOIN LATERAL (SELECT CASE WHEN f.placement_id IS NOT NULL THEN 'placement'
                WHEN f.slot_id IS NOT NULL THEN 'places' ELSE 'introduction' END AS what) AS k
            LEFT JOIN organisation_unit u ON u.municipality = \(municipality) AND u.id = f.unit_id
            LEFT JOIN referrer r ON r.municipality = \(municipality) AND r.id = f.referrer_id
            LEFT JOIN slot s ON s.municipality = \(municipality) AND s.id = f.slot_id
            LEFT JOIN placement p ON p.municipality = \(municipality) AND p.id = f.placement_id
            LEFT JOIN told t ON t.id = f.placement_id
            WHERE \(FigureMeasure.anything)
        )
        """
    }
}

extension FigureMeasure {
    /// What a row counts, as a JSON object of what is more than nothing.
    fileprivate static var object: SQL {
        let pairs = counted.map { measure -> SQL in "\(measure.rawValue)::text, nullif(\(measure.count), 0)" }
        return "jsonb_strip_nulls(jsonb_build_object(\(SQL.joined(pairs, by: ", "))))"
    }

    /// Whether a row counts anything.
    fileprivate static var anything: SQL {
        let conditions = counted.map { measure -> SQL in "\(measure.count) > 0" }
        return "(\(SQL.joined(conditions, by: " OR ")))"
    }
}

extension Connection {
    /// Freezes the rows behind a period's report under a snapshot that is yet to be written.
    ///
    /// - Returns: How many there are.
    package func insertSnapshotRows(
        _ snapshot: Identifier<Snapshot>, _ municipality: MunicipalityCode, _ period: Period
    ) async throws -> Int {
        try await execute(
            """
            WITH RECURSIVE
            \(FigureParts(municipality, period).snapshotSource),
            salted AS MATERIALIZED (
                SELECT s.*, s.content::text AS line,
                    replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') AS salt
                FROM source s
            )
            INSERT INTO snapshot_row (municipality, snapshot_id, position, digest, salt, content, slot_id, placement_id,
                participant_id)
            SELECT \(municipality), \(snapshot), s.place, snapshot_row_digest(s.salt, s.line), s.salt, s.line, s.slot_id,
                s.placement_id, s.participant_id
            FROM salted s
            """)
    }

    /// The rows as they would be frozen now, in order.
    package func snapshotRowsNow(
        _ municipality: MunicipalityCode, _ period: Period
    ) async throws -> [SnapshotRow] {
        try await query(
            """
            WITH RECURSIVE
            \(FigureParts(municipality, period).snapshotSource)
            SELECT s.place::int AS position, s.content::text AS content, NULL AS digest, NULL AS salt, s.slot_id,
                s.placement_id, s.participant_id, NULL::timestamptz AS erased_at, NULL AS erased_rule,
                NULL::text AS reference, coalesce(e.protected, false) AS protected
            FROM source s
            LEFT JOIN participant i ON i.municipality = \(municipality) AND i.id = s.participant_id
            LEFT JOIN person e ON e.municipality = \(municipality) AND e.id = i.person_id
            ORDER BY s.place
            """, as: SnapshotRow.self)
    }
}
