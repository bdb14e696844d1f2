package import Domain
package import Postgres

extension SupervisorFacts: RowDecodable {
    package init(row: Row) throws {
        let takenFrom: [Day] = try row.value("taken_from")
        let takenTo: [Day] = try row.value("taken_to")
        self.init(
            code: try row.value("code"), unit: try row.value("unit"), capacity: try row.value("capacity"),
            taken: try zip(takenFrom, takenTo).map { try Period(from: $0, to: $1) })
    }
}

extension Connection {
    /// The supervisors of these slots who have said how many they take, with everybody they guide from a day on, whichever
    /// slot it is on.
    package func matchSupervisors(
        _ municipality: MunicipalityCode, of slots: [Code], takenFrom day: Day
    ) async throws -> [SupervisorFacts] {
        try await query(
            """
            SELECT v.code, u.code AS unit, v.capacity, coalesce(t.starts, '{}') AS taken_from,
                coalesce(t.ends, '{}') AS taken_to
            FROM supervisor v
            JOIN organisation_unit u ON u.municipality = v.municipality AND u.id = v.unit_id
            LEFT JOIN LATERAL (
                SELECT array_agg(g.starts_on ORDER BY g.starts_on, g.ends_on, g.placement_id) AS starts,
                    array_agg(coalesce(g.occupied_to, g.ends_on) ORDER BY g.starts_on, g.ends_on, g.placement_id) AS ends
                FROM guided g
                WHERE g.municipality = v.municipality AND g.supervisor_id = v.id
                    AND (g.occupied_to >= \(day) OR (g.state = 'proposed' AND g.ends_on >= \(day)))
                    AND coalesce(g.occupied_to, g.ends_on) >= g.starts_on
            ) t ON true
            WHERE v.municipality = \(municipality) AND v.capacity IS NOT NULL AND v.id IN (
                SELECT s.supervisor_id FROM slot s WHERE s.municipality = \(municipality) AND s.code = ANY (\(slots)))
            ORDER BY v.code COLLATE "C"
            """, as: SupervisorFacts.self)
    }

    /// Every unit, and which it lies in.
    package func matchUnits(_ municipality: MunicipalityCode) async throws -> [UnitFacts] {
        try await query(
            """
            SELECT u.code, p.code AS parent FROM organisation_unit u
            LEFT JOIN organisation_unit p ON p.municipality = u.municipality AND p.id = u.parent_id
            WHERE u.municipality = \(municipality) ORDER BY u.code COLLATE "C"
            """, as: UnitFacts.self)
    }
}
