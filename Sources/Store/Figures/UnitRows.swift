package import Domain
package import Postgres

/// Under which unit's row a unit is counted in the report of a period.
package struct UnitRow: Sendable, RowDecodable {
    package let unit: String
    package let row: String

    package init(row: Row) throws {
        unit = try row.value("unit")
        self.row = try row.value("at")
    }
}

extension Connection {
    /// Every unit's row, as the units are at the period's end.
    package func unitRows(_ municipality: MunicipalityCode, _ period: Period) async throws -> [UnitRow] {
        let parts = FigureParts(municipality, period)
        return try await query(
            """
            WITH RECURSIVE
            \(parts.root),
            \(parts.home)
            SELECT u.code AS unit, v.code AS at
            FROM home h
            JOIN organisation_unit u ON u.municipality = \(municipality) AND u.id = h.unit_id
            JOIN organisation_unit v ON v.municipality = \(municipality) AND v.id = h.root_id
            """, as: UnitRow.self)
    }
}
