package import Domain
package import Postgres

/// How many of an undertaking's places, or of its placements that led to employment, came to be known on a day.
package struct CourseFigure: Sendable, RowDecodable {
    package let undertaking: String
    /// The year in which they count.
    package let year: Int
    package let isPlaces: Bool
    /// The day a place was offered, or of the first answer that tells of the employment.
    package let knownOn: Day
    package let count: Int

    package init(row: Row) throws {
        undertaking = try row.value("code")
        year = try row.value("year")
        isPlaces = try row.value("is_places")
        knownOn = try row.value("known_on")
        count = try row.value("count")
    }
}

extension Connection {
    /// When the places offered and the placements that led to employment came to be known: of the year and the five before
    /// it, in the scope that each undertaking in force in the year has. Not of those kept for a referrer, whose places
    /// depend on who got them.
    package func courseFigures(_ municipality: MunicipalityCode, _ year: Period) async throws -> [CourseFigure] {
        let parts = FigureParts(municipality, year)
        return try await query(
            """
            WITH RECURSIVE
            \(parts.root),
            \(parts.below),
            \(parts.scope),
            span (year, first, last) AS MATERIALIZED (
                SELECT \(year.from.year) - n, (\(parts.from)::date - n * interval '1 year')::date,
                    (\(parts.to)::date - n * interval '1 year')::date
                FROM generate_series(0, 5) AS n
            ),
            place AS (
                SELECT s.id, s.unit_id, s.kind, z.year, coalesce(s.offered_on, s.starts_on) AS known_on,
                    greatest(0, s.places - coalesce(sum(w.places), 0)) AS places
                FROM slot s
                JOIN span z ON s.starts_on <= z.last AND s.ends_on >= z.first
                    AND (s.withdrawn_on IS NULL OR s.withdrawn_on > greatest(s.starts_on, z.first))
                LEFT JOIN slot_withdrawal w ON w.municipality = \(municipality) AND w.slot_id = s.id
                    AND w.withdrawn_on <= greatest(s.starts_on, z.first)
                WHERE s.municipality = \(municipality) AND s.state <> 'draft' AND s.kind <> 'extratjanst'
                GROUP BY s.municipality, s.id, z.year
            ),
            transition AS (
                SELECT a.id, s.unit_id, s.kind, z.year, min(o.checked_on) AS known_on
                FROM placement a
                JOIN span z ON a.ended_on BETWEEN z.first AND z.last
                JOIN slot s ON s.municipality = \(municipality) AND s.id = a.slot_id AND s.kind <> 'extratjanst'
                JOIN outcome o ON o.municipality = \(municipality) AND o.person_id = a.person_id
                    AND (o.placement_id = a.id OR o.placement_id IS NULL) AND o.set_aside_by IS NULL
                WHERE a.municipality = \(municipality) AND \(parts.isEmployed)
                GROUP BY a.id, s.unit_id, s.kind, z.year
            )
            SELECT u.code, p.year, true AS is_places, p.known_on, sum(p.places)::bigint AS count
            FROM scope c
            JOIN undertaking u ON u.municipality = \(municipality) AND u.id = c.undertaking_id
            JOIN place p ON p.unit_id = c.unit_id AND (p.kind = 'put') = c.is_put
            WHERE c.earmark_id IS NULL
            GROUP BY u.code, p.year, p.known_on
            UNION ALL
            SELECT u.code, t.year, false, t.known_on, count(*)
            FROM scope c
            JOIN undertaking u ON u.municipality = \(municipality) AND u.id = c.undertaking_id
            JOIN transition t ON t.unit_id = c.unit_id AND (t.kind = 'put') = c.is_put
            WHERE c.earmark_id IS NULL
            GROUP BY u.code, t.year, t.known_on
            """, as: CourseFigure.self)
    }
}
