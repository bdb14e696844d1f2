package import Domain
package import Postgres

/// Placements, which enter their state along the drawn steps.
package enum StagedPlacements: StagedImport {
    package static let entity = "placement"

    package static var tables: [SQL] {
        [
            """
            CREATE TEMPORARY TABLE import_row (line integer, id uuid, code text, referrer text, participant text,
                slot text, starts_on date, ends_on date, state text, state_on date, reason text) ON COMMIT DROP
            """,
            """
            CREATE TEMPORARY TABLE import_next ON COMMIT DROP AS
            SELECT t.municipality, t.id, t.code, t.participant_id, t.person_id, t.slot_id, t.starts_on, t.ends_on, t.state,
                t.state_on, t.state_reason, t.occupied_to, 0 AS line, true AS is_new, t.state AS present_state,
                t.participant_id AS present_participant
            FROM placement t WITH NO DATA
            """,
        ]
    }

    package static let target = CopyTarget(
        "import_row", "line", "id", "code", "referrer", "participant", "slot", "starts_on", "ends_on", "state",
        "state_on", "reason")

    package static func referenceFaults(_ m: MunicipalityCode) -> SQL {
        Staged.duplicateCodes + Staged.missing("referrer", in: "referrer", "no_referrer", m)
            + Staged.missing("slot", in: "slot", "no_slot", m)
                + """
                 UNION ALL SELECT s.line, 'participant', 'no_participant', NULL FROM import_row s
                JOIN referrer r ON r.municipality = \(m) AND r.code = s.referrer
                WHERE s.participant IS NOT NULL AND NOT EXISTS (SELECT FROM participant t
                    WHERE t.municipality = \(m) AND t.referrer_id = r.id AND t.reference = s.participant)
                """
    }

    /// A day or a reason that the file leaves out stays as it is in a placement that keeps its state, unless it is the
    /// period's own day and that moves; else the day follows from the period, and the reason says that none was given.
    package static func resolve(_ scope: ImportScope) -> SQL {
        let m = scope.municipality
        return """
            INSERT INTO import_next (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state,
                state_on, state_reason, occupied_to, line, is_new, present_state, present_participant)
            SELECT \(m), coalesce(t.id, s.id), s.code, a.id, a.person_id, x.id, s.starts_on, s.ends_on, s.state,
                d.state_on,
                coalesce(s.reason, CASE WHEN t.state = s.state THEN t.state_reason END,
                    CASE WHEN s.state IN ('declined', 'withdrawn', 'cancelled_by_host', 'interrupted')
                        THEN 'ej angivet i inläst fil' END),
                CASE WHEN s.state IN ('accepted', 'agreed', 'started') THEN s.ends_on
                    WHEN s.state IN ('completed', 'interrupted') THEN least(s.ends_on, d.state_on) END,
                s.line, t.id IS NULL, t.state, t.participant_id
            FROM import_row s
            JOIN referrer r ON r.municipality = \(m) AND r.code = s.referrer
            JOIN participant a ON a.municipality = \(m) AND a.referrer_id = r.id AND a.reference = s.participant
            JOIN slot x ON x.municipality = \(m) AND x.code = s.slot
            LEFT JOIN placement t ON t.municipality = \(m) AND t.code = s.code
            CROSS JOIN LATERAL (SELECT coalesce(s.state_on, CASE WHEN t.state = s.state THEN CASE
                    WHEN s.state IN ('started', 'no_show') AND (t.state_on = t.starts_on OR t.state_on < s.starts_on)
                        THEN s.starts_on
                    WHEN s.state = 'completed' AND t.state_on = t.ends_on THEN s.ends_on
                    ELSE t.state_on END END,
                CASE s.state WHEN 'completed' THEN s.ends_on WHEN 'started' THEN s.starts_on
                    WHEN 'no_show' THEN s.starts_on ELSE least(s.starts_on, \(scope.today)::date) END) AS state_on) d
            WHERE s.starts_on <= s.ends_on AND s.state IS NOT NULL
            """
    }

    package static func recordFaults(_ scope: ImportScope) -> [SQL] {
        let m = scope.municipality
        let steps = PlacementSteps.all
        // As they would stand: the file's rows, and the others there are.
        let occupied: SQL = """
            WITH occupied AS (
                SELECT n.line, n.id, n.person_id, n.slot_id, n.starts_on, n.occupied_to FROM import_next n
                    WHERE n.occupied_to >= n.starts_on
                UNION ALL
                SELECT NULL, p.id, p.person_id, p.slot_id, p.starts_on, p.occupied_to FROM placement p
                    WHERE p.municipality = \(m) AND p.occupied_to IS NOT NULL
                        AND NOT EXISTS (SELECT FROM import_next n WHERE n.id = p.id)
            )
            """
        return [
            """
            SELECT n.line, 'state' AS at_column, 'placement_step' AS problem, NULL::integer AS other FROM import_next n
            WHERE n.present_state <> n.state AND NOT EXISTS (
                SELECT FROM unnest(\(steps.from), \(steps.to)) x (from_state, to_state)
                WHERE x.from_state = n.present_state AND x.to_state = n.state)
            """,
            """
            SELECT n.line, 'participant' AS at_column, 'placement_moved' AS problem, NULL::integer AS other
            FROM import_next n WHERE n.present_participant <> n.participant_id
            """,
            """
            SELECT n.line, 'state' AS at_column, 'agreement_open' AS problem, NULL::integer AS other
            FROM import_next n CROSS JOIN LATERAL (
                SELECT a.version FROM agreement a WHERE a.municipality = \(m) AND a.placement_id = n.id
                ORDER BY a.version DESC LIMIT 1) newest
            WHERE n.present_state IN ('proposed', 'accepted')
                AND n.state IN ('agreed', 'started', 'completed', 'no_show', 'interrupted')
                AND (agreement_missing_approvals(\(m), n.id, newest.version) <> '{}'
                    OR agreement_missing_checks(\(m), n.id, newest.version) <> '{}')
            """,
            """
            \(occupied)
            SELECT a.line, 'from' AS at_column, 'person_occupied' AS problem, min(b.line) AS other
            FROM occupied a JOIN occupied b ON b.person_id = a.person_id AND b.id <> a.id
                AND b.starts_on <= a.occupied_to AND b.occupied_to >= a.starts_on
            WHERE a.line IS NOT NULL AND (b.line IS NULL OR b.line < a.line)
            GROUP BY a.line
            """,
            """
            SELECT n.line, CASE WHEN n.starts_on < x.starts_on THEN 'from' WHEN n.occupied_to > x.ends_on THEN 'to'
                    ELSE 'slot' END AS at_column,
                CASE WHEN n.starts_on < x.starts_on OR n.occupied_to > x.ends_on THEN 'outside_slot'
                    ELSE 'slot_withdrawn' END AS problem, NULL::integer AS other
            FROM import_next n JOIN slot x ON x.municipality = \(m) AND x.id = n.slot_id
            WHERE n.occupied_to >= n.starts_on AND (n.starts_on < x.starts_on OR n.occupied_to > x.ends_on
                OR n.occupied_to >= x.withdrawn_on)
            """,
            """
            \(occupied), touched AS (
                SELECT DISTINCT n.slot_id FROM import_next n
            ), day AS (
                SELECT o.slot_id, o.starts_on AS day FROM occupied o JOIN touched USING (slot_id)
                UNION SELECT w.slot_id, w.withdrawn_on FROM slot_withdrawal w JOIN touched USING (slot_id)
                    WHERE w.municipality = \(m)
            ), place AS (
                SELECT o.line, d.slot_id, d.day,
                    row_number() OVER (PARTITION BY d.slot_id, d.day ORDER BY o.line NULLS FIRST, o.id) AS number
                FROM day d JOIN occupied o ON o.slot_id = d.slot_id AND o.starts_on <= d.day AND o.occupied_to >= d.day
            )
            SELECT DISTINCT p.line, 'slot' AS at_column, 'slot_full' AS problem, NULL::integer AS other
            FROM place p JOIN slot x ON x.municipality = \(m) AND x.id = p.slot_id
            WHERE p.line IS NOT NULL AND p.day BETWEEN x.starts_on AND x.ends_on
                AND (x.withdrawn_on IS NULL OR p.day < x.withdrawn_on) AND p.number > slot_places_on(x, p.day)
            """,
            supervisorFull(m, occupied), supervisorUntrained(m),
        ]
    }

    /// The file's placements that newly take days on which their supervisor has people enough, where that is a rule. What has
    /// ended is told as it was.
    private static func supervisorFull(_ m: MunicipalityCode, _ occupied: SQL) -> SQL {
        """
        \(occupied), \(agreed(m)), coming AS (
            SELECT n.line, coalesce(a.supervisor_id, x.supervisor_id) AS supervisor_id, n.starts_on, n.occupied_to
            FROM import_next n
            JOIN slot x ON x.municipality = \(m) AND x.id = n.slot_id
            LEFT JOIN agreed a ON a.placement_id = n.id
            LEFT JOIN placement t ON t.municipality = \(m) AND t.id = n.id
            WHERE n.state IN ('accepted', 'agreed', 'started') AND (t.occupied_to IS NULL
                OR (t.slot_id, t.starts_on, t.ends_on) IS DISTINCT FROM (n.slot_id, n.starts_on, n.ends_on))
        ), guide AS (
            SELECT v.id, v.capacity, min(g.starts_on) AS first, max(g.occupied_to) AS last
            FROM coming g JOIN supervisor v ON v.municipality = \(m) AND v.id = g.supervisor_id
            WHERE v.capacity IS NOT NULL AND NOT EXISTS (SELECT FROM municipality_settings y
                WHERE y.municipality = \(m) AND y.supervisor_policy = 'warn')
            GROUP BY v.id, v.capacity
        ), led AS (
            SELECT o.line, o.id, o.starts_on, o.occupied_to, g.id AS guide, g.capacity
            FROM occupied o JOIN slot x ON x.municipality = \(m) AND x.id = o.slot_id
            LEFT JOIN agreed a ON a.placement_id = o.id
            JOIN guide g ON g.id = coalesce(a.supervisor_id, x.supervisor_id) AND o.starts_on <= g.last
                AND o.occupied_to >= g.first
        ), place AS (
            SELECT o.line, o.capacity, row_number() OVER (PARTITION BY d.guide, d.day ORDER BY o.line NULLS FIRST, o.id)
                AS number
            FROM (SELECT DISTINCT z.guide, z.starts_on AS day FROM led z) AS d
            JOIN led o ON o.guide = d.guide AND o.starts_on <= d.day AND o.occupied_to >= d.day
        )
        SELECT DISTINCT p.line, 'slot' AS at_column, 'supervisor_full' AS problem, NULL::integer AS other
        FROM place p JOIN coming g ON g.line = p.line WHERE p.number > p.capacity
        """
    }

    /// `agreed (placement_id, supervisor_id)`: whom the agreement in force names, of the placements that have one.
    private static func agreed(_ m: MunicipalityCode) -> SQL {
        """
        agreed AS (
            SELECT DISTINCT ON (g.placement_id) g.placement_id, g.supervisor_id FROM agreement g
            WHERE g.municipality = \(m) AND g.in_force_at IS NOT NULL ORDER BY g.placement_id, g.version DESC
        )
        """
    }

    private static func supervisorUntrained(_ m: MunicipalityCode) -> SQL {
        """
        WITH \(agreed(m))
        SELECT n.line, 'slot' AS at_column, 'supervisor_untrained' AS problem, NULL::integer AS other
        FROM municipality_settings y
        JOIN import_next n ON n.state IN ('accepted', 'agreed', 'started')
        JOIN slot x ON x.municipality = \(m) AND x.id = n.slot_id
        LEFT JOIN agreed a ON a.placement_id = n.id
        JOIN supervisor v ON v.municipality = \(m) AND v.id = coalesce(a.supervisor_id, x.supervisor_id)
        LEFT JOIN placement t ON t.municipality = \(m) AND t.id = n.id
        WHERE y.municipality = \(m) AND y.training_policy = 'block' AND (v.trained_on <= n.starts_on) IS NOT TRUE
            AND (t.occupied_to IS NULL OR (t.slot_id, t.starts_on) IS DISTINCT FROM (n.slot_id, n.starts_on))
        """
    }

    package static func changes(_ scope: ImportScope) -> [SQL] {
        [
            Staged.created,
            """
            INSERT INTO import_change (line, id, change, before)
            SELECT n.line, n.id, 'updated', to_jsonb(t) - '{municipality,id}'::text[]
            FROM import_next n JOIN placement t ON t.municipality = n.municipality AND t.id = n.id
            WHERE NOT n.is_new AND (t.slot_id, t.starts_on, t.ends_on, t.state, t.state_on, t.state_reason)
                IS DISTINCT FROM (n.slot_id, n.starts_on, n.ends_on, n.state, n.state_on, n.state_reason)
            """,
        ]
    }

    package static func write(_ connection: Connection, _ scope: ImportScope) async throws {
        // What is imported was agreed elsewhere: without an agreement on file, none is asked for.
        _ = try await connection.execute("SELECT set_config('praktik.import', 'on', true)")
        // Between one statement and the next, rows of the file may stand in each other's way.
        _ = try await connection.execute(
            """
            SET CONSTRAINTS placement_person_no_overlap, placement_within_capacity, placement_within_supervision DEFERRED
            """)
        // In the order in which whoever accepts a place takes them: slots first, then supervisors.
        _ = try await connection.execute(
            """
            SELECT 1 FROM slot s WHERE s.municipality = \(scope.municipality)
                AND s.id IN (SELECT n.slot_id FROM import_next n JOIN import_change c ON c.id = n.id)
            ORDER BY s.id FOR NO KEY UPDATE
            """)
        _ = try await connection.execute(
            """
            SELECT 1 FROM supervisor v WHERE v.municipality = \(scope.municipality)
                AND v.id IN (SELECT s.supervisor_id FROM slot s JOIN import_next n ON n.slot_id = s.id
                    JOIN import_change c ON c.id = n.id WHERE s.municipality = \(scope.municipality))
            ORDER BY v.id FOR NO KEY UPDATE
            """)
        _ = try await connection.execute(
            """
            INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state,
                state_on, state_reason)
            SELECT municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, 'proposed',
                CASE WHEN state = 'proposed' THEN state_on ELSE least(state_on, starts_on) END,
                CASE WHEN state = 'proposed' THEN state_reason END
            FROM import_next WHERE is_new
            """)
        _ = try await connection.execute(
            """
            UPDATE placement t SET slot_id = n.slot_id, starts_on = n.starts_on, ends_on = n.ends_on,
                state_on = CASE WHEN n.state = n.present_state THEN n.state_on ELSE t.state_on END,
                state_reason = CASE WHEN n.state = n.present_state THEN n.state_reason ELSE t.state_reason END
            FROM import_next n JOIN import_change c ON c.id = n.id AND c.change = 'updated'
            WHERE t.municipality = n.municipality AND t.id = n.id
            """)
        // A file states what hosts and participants have done, on record elsewhere: its steps are those of whoever may take
        // them all, whoever reads the file in.
        try await connection.acting(as: .operator) { try await takeSteps(connection) }
    }

    private static func takeSteps(_ connection: Connection) async throws {
        let steps = PlacementSteps.all
        for _ in 0..<steps.longest {
            let taken = try await connection.execute(
                """
                UPDATE placement t SET state = x.next,
                    state_on = CASE WHEN x.next = n.state THEN n.state_on WHEN x.next = 'started' THEN n.starts_on
                        ELSE least(n.state_on, n.starts_on) END,
                    state_reason = CASE WHEN x.next = n.state THEN n.state_reason END
                FROM import_next n, unnest(\(steps.from), \(steps.to), \(steps.next)) x (from_state, to_state, next)
                WHERE t.municipality = n.municipality AND t.id = n.id AND t.state = x.from_state AND n.state = x.to_state
                """)
            if taken == 0 { break }
        }
    }
}

/// Every pair of states with a way between them, and the first step of it.
struct PlacementSteps: Sendable {
    let from: [String]
    let to: [String]
    let next: [String]
    let longest: Int

    static let all: PlacementSteps = {
        var (from, to, next, longest): ([String], [String], [String], Int) = ([], [], [], 0)
        for first in PlacementState.allCases {
            for last in PlacementState.allCases where first != last {
                guard let path = PlacementLifecycle.path(from: first, to: last) else { continue }
                from.append(first.rawValue)
                to.append(last.rawValue)
                next.append(path[1].rawValue)
                longest = max(longest, path.count - 1)
            }
        }
        return PlacementSteps(from: from, to: to, next: next, longest: longest)
    }()
}
