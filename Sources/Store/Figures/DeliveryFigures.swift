package import Domain
package import Postgres

/// What a unit at the top has agreed to and what came of it in a year.
package struct DeliveryFigures: Sendable, RowDecodable {
    package let unit: String
    package let name: String
    package let kind: UnitKind
    package let agreed: Amount?
    package let offered: Int
    package let filled: Int
    package let started: Int
    package let completed: Int
    /// Why slots of the year before were not offered again, and beside each how many, and their places.
    package let reasons: [String]
    package let reasonSlots: [Int]
    package let reasonPlaces: [Int]

    package init(row: Row) throws {
        unit = try row.value("code")
        name = try row.value("name")
        kind = try row.value("kind")
        agreed = try row.value("agreed")
        offered = try row.value("offered")
        filled = try row.value("filled")
        started = try row.value("started")
        completed = try row.value("completed")
        reasons = try row.value("reasons")
        reasonSlots = try row.value("reason_slots")
        reasonPlaces = try row.value("reason_places")
    }
}

extension Connection {
    /// By the units' codes: every unit at the top that is valid in the year or has something in it. All kinds but PUT and
    /// extratjänst, as undertakings count.
    ///
    /// - Parameter before: the year before.
    package func deliveryFigures(
        _ municipality: MunicipalityCode, _ year: Period, before: Period
    ) async throws -> [DeliveryFigures] {
        let parts = FigureParts(municipality, year)
        return try await query(
            """
            WITH RECURSIVE
            \(parts.facts),
            done AS (
                SELECT f.unit_id, sum(f.offered) AS offered, sum(f.filled) AS filled, sum(f.started) AS started,
                    sum(f.completed) AS completed
                FROM fact f
                WHERE f.unit_id IS NOT NULL AND (f.kind IS NULL OR f.kind NOT IN ('put', 'extratjanst'))
                GROUP BY f.unit_id
            ), agreed AS (
                SELECT r.root_id, greatest(sum(t.target_hundredths) FILTER (WHERE t.earmark_id IS NULL),
                    sum(t.target_hundredths) FILTER (WHERE t.earmark_id IS NOT NULL)) AS target
                FROM undertaking t JOIN home r ON r.unit_id = t.unit_id
                WHERE t.municipality = \(municipality) AND t.measure = 'places' AND t.rule <> 'put_in_year'
                    AND t.starts_on <= \(year.to) AND t.ends_on >= \(year.from)
                GROUP BY r.root_id
            ), refused AS (
                SELECT y.root_id, array_agg(y.reason ORDER BY y.reason) AS reasons,
                    array_agg(y.slots ORDER BY y.reason) AS slots, array_agg(y.places ORDER BY y.reason) AS places
                FROM (
                    SELECT r.root_id, d.reason, count(*) AS slots, sum(s.places)::bigint AS places
                    FROM slot_not_renewed d
                    JOIN slot s ON s.municipality = d.municipality AND s.id = d.slot_id
                    JOIN home r ON r.unit_id = s.unit_id
                    WHERE d.municipality = \(municipality) AND s.starts_on BETWEEN \(before.from) AND \(before.to)
                        AND s.kind NOT IN ('put', 'extratjanst')
                    GROUP BY r.root_id, d.reason
                ) AS y GROUP BY y.root_id
            )
            SELECT u.code, u.name, u.kind, a.target::bigint AS agreed, coalesce(d.offered, 0) AS offered,
                coalesce(d.filled, 0) AS filled, coalesce(d.started, 0) AS started, coalesce(d.completed, 0) AS completed,
                coalesce(n.reasons, '{}') AS reasons, coalesce(n.slots, '{}') AS reason_slots,
                coalesce(n.places, '{}') AS reason_places
            FROM organisation_unit u
            LEFT JOIN done d ON d.unit_id = u.id
            LEFT JOIN agreed a ON a.root_id = u.id
            LEFT JOIN refused n ON n.root_id = u.id
            WHERE u.municipality = \(municipality) AND u.parent_id IS NULL
                AND (d.unit_id IS NOT NULL OR a.root_id IS NOT NULL OR n.root_id IS NOT NULL)
            ORDER BY u.code COLLATE "C"
            """, as: DeliveryFigures.self)
    }
}
