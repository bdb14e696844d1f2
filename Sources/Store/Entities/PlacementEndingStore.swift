public import Domain
public import Postgres

extension PlacementEnding: RowDecodable {
    public init(row: Row) throws {
        self.init(
            by: try row.value("broken_off_by"), days: try row.value("attended_days"),
            hours: try row.value("attended_minutes", as: Int?.self).map { try AttendedHours(minutes: $0) })
    }
}

extension EndingParty: PostgresEncodable, PostgresDecodable {}

extension Connection {
    /// What was said when the placement ended; nil where nothing was.
    package func placementEnding(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> PlacementEnding? {
        try await queryFirst(
            """
            SELECT broken_off_by, attended_days::int8 AS attended_days, attended_minutes::int8 AS attended_minutes
            FROM placement_ending WHERE municipality = \(municipality) AND placement_id = \(placement)
            """, as: PlacementEnding.self)
    }

    /// What is said now is what holds; nothing said leaves nothing of what was said before a correction.
    package func setPlacementEnding(
        _ ending: PlacementEnding, _ placement: Identifier<Placement>, _ municipality: MunicipalityCode,
        by actor: String
    ) async throws {
        _ = try await execute(
            "DELETE FROM placement_ending WHERE municipality = \(municipality) AND placement_id = \(placement)")
        guard !ending.isEmpty else { return }
        _ = try await execute(
            """
            INSERT INTO placement_ending (municipality, placement_id, broken_off_by, attended_days, attended_minutes,
                recorded_by)
            VALUES (\(municipality), \(placement), \(ending.by), \(ending.days), \(ending.hours?.minutes), \(actor))
            """)
    }
}
