package import Domain
package import Postgres

extension Connection {
    /// Keeps how everybody stood to each slot of a run.
    ///
    /// - Parameter censuses: JSON for each of the slots.
    package func insertCensus(
        _ run: Identifier<MatchRun>, _ municipality: MunicipalityCode, slots: [Code], censuses: [String]
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO match_census (municipality, run_id, slot, census)
            SELECT \(municipality), \(run), c.slot, c.census
            FROM unnest(\(slots)::text[], \(censuses)::text[]) AS c (slot, census)
            """)
    }

    /// How everybody stood to a slot of a run, as JSON; none for a run made before this was kept, or a slot not in it.
    package func census(
        _ run: Identifier<MatchRun>, _ municipality: MunicipalityCode, slot: Code
    ) async throws -> String? {
        let rows = try await query(
            """
            SELECT census FROM match_census
            WHERE municipality = \(municipality) AND run_id = \(run) AND slot = \(slot)
            """)
        return try rows.first.map { try $0.value("census") }
    }
}
