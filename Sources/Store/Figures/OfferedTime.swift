package import Domain
package import Postgres

/// Places of a slot within an undertaking in hours a day, as they stood open.
package struct OfferedTime: Sendable, RowDecodable {
    package let undertaking: String
    package let period: Period
    /// Negative for places withdrawn from the period's first day on.
    package let places: Int
    package let hours: WorkHours?
    package let weekdays: Weekdays?
    package let isDraft: Bool

    package init(row: Row) throws {
        undertaking = try row.value("undertaking")
        period = try row.period()
        places = try row.value("places")
        hours = try row.value("minutes_per_day")
        weekdays = try row.value("weekdays")
        isDraft = try row.value("is_draft")
    }
}

extension Connection {
    /// The slots within the scope of the undertakings in hours a day that are in force in the year, and their withdrawals.
    package func offeredTime(_ municipality: MunicipalityCode, _ year: Period) async throws -> [OfferedTime] {
        let parts = FigureParts(municipality, year)
        return try await query(
            """
            WITH RECURSIVE
            \(parts.root),
            below (ancestor_id, unit_id) AS (
                SELECT u.id, u.id FROM organisation_unit u WHERE u.municipality = \(municipality)
                UNION
                SELECT b.ancestor_id, u.id FROM below b
                JOIN organisation_unit u ON u.municipality = \(municipality) AND u.parent_id = b.unit_id
            ),
            open AS (
                SELECT u.code AS undertaking, s.id, s.starts_on, least(s.ends_on, s.withdrawn_on - 1) AS ends_on,
                    s.places, s.minutes_per_day, s.weekdays, s.state = 'draft' AS is_draft
                FROM undertaking u
                JOIN slot s ON s.municipality = \(municipality) AND s.starts_on <= \(year.to)
                    AND s.ends_on >= \(year.from) AND s.kind NOT IN ('put', 'extratjanst')
                    AND (u.earmark_id IS NULL OR s.earmark_id = u.earmark_id)
                JOIN root r ON r.unit_id = s.unit_id
                WHERE u.municipality = \(municipality) AND u.starts_on <= \(year.to) AND u.ends_on >= \(year.from)
                    AND (u.measure = 'hours_per_day' OR u.rule = 'hours_per_day')
                    AND CASE WHEN u.unit_id IS NULL THEN r.kind = 'forvaltning' ELSE EXISTS (
                        SELECT FROM below b WHERE b.ancestor_id = u.unit_id AND b.unit_id = s.unit_id) END
            ),
            withdrawal AS (
                SELECT w.slot_id, w.withdrawn_on, w.places,
                    sum(w.places) OVER (PARTITION BY w.slot_id ORDER BY w.withdrawn_on, w.id) AS so_far
                FROM slot_withdrawal w
                WHERE w.municipality = \(municipality)
            )
            SELECT o.undertaking, o.starts_on, o.ends_on, o.places::int AS places, o.minutes_per_day, o.weekdays, o.is_draft
            FROM open o
            WHERE o.starts_on <= o.ends_on
            UNION ALL
            SELECT o.undertaking, greatest(o.starts_on, w.withdrawn_on), o.ends_on,
                -- Never more than are left.
                -least(w.places, greatest(0, o.places - (w.so_far - w.places)))::int, o.minutes_per_day, o.weekdays,
                o.is_draft
            FROM open o
            JOIN withdrawal w ON w.slot_id = o.id
            WHERE greatest(o.starts_on, w.withdrawn_on) <= o.ends_on
            """, as: OfferedTime.self)
    }
}
