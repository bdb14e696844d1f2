package import Domain
package import Postgres

/// What was not followed up, or registered late, among the placements that a period's report counts.
package struct QualityFigures: Sendable, RowDecodable {
    package let overdueFollowUps: Int
    package let lateStarts: Int
    package let lateEnds: Int

    package init(row: Row) throws {
        overdueFollowUps = try row.value("overdue_follow_ups")
        lateStarts = try row.value("late_starts")
        lateEnds = try row.value("late_ends")
    }
}

extension Connection {
    /// - Parameter lateAfter: what is registered more than so many days after it happened is late.
    package func qualityFigures(
        _ m: MunicipalityCode, _ period: Period, today: Day, lateAfter days: Int
    ) async throws -> QualityFigures? {
        try await queryFirst(
            """
            WITH late AS (
                SELECT e.to_state = 'started' AS is_start
                FROM placement p
                JOIN placement_event e ON e.municipality = \(m) AND e.placement_id = p.id
                    AND (e.to_state = 'started' AND e.state_on = p.started_on
                        OR e.to_state = p.state AND e.state_on = p.ended_on)
                WHERE p.municipality = \(m) AND e.state_on BETWEEN \(period.from) AND \(period.to)
                GROUP BY e.placement_id, e.to_state, e.state_on
                HAVING (min(e.at) AT TIME ZONE 'Europe/Stockholm')::date > e.state_on + \(days)::int
            )
            SELECT
                (SELECT count(*) FROM late WHERE is_start) AS late_starts,
                (SELECT count(*) FROM late WHERE NOT is_start) AS late_ends,
                (SELECT count(*)
                    FROM placement p
                    JOIN slot s ON s.municipality = \(m) AND s.id = p.slot_id
                    LEFT JOIN follow_up_rule r ON r.municipality = \(m) AND r.kind = s.kind
                    WHERE p.municipality = \(m) AND p.ended_on BETWEEN \(period.from) AND \(period.to)
                        AND EXISTS (
                            SELECT FROM follow_up_moments(
                                r.at_mid, r.at_end, r.days_after, p.started_on, p.ends_on, p.ended_on) AS f
                            WHERE f.moment > 0 AND f.due_on <= \(today) AND NOT \(.followUpIsTold))
                ) AS overdue_follow_ups
            """, as: QualityFigures.self)
    }
}
