package import Domain
package import Postgres

extension Connection {
    /// Empties the rows of closed periods that were counted from the people: content, salt and keys are gone, the digest
    /// stays, so that the period's root digest can still be reckoned, and the row says by what rule it was emptied.
    ///
    /// To be called before the people are erased: a row's participant is held by a foreign key.
    ///
    /// - Parameter rule: The rule of retention, by its name; 1 to 200 characters.
    /// - Returns: How many rows were emptied.
    package func eraseSnapshotRows(
        of persons: [Identifier<Person>], rule: String, in municipality: MunicipalityCode
    ) async throws -> Int {
        try await eraseSnapshotRows(
            where: """
                participant_id IN (SELECT i.id FROM participant i
                    WHERE i.municipality = \(municipality) AND i.person_id = ANY (\(persons)))
                """, rule, municipality)
    }

    /// The same of single placements, of people of whom something else stays.
    package func eraseSnapshotRows(
        ofPlacements placements: [Identifier<Placement>], rule: String, in municipality: MunicipalityCode
    ) async throws -> Int {
        try await eraseSnapshotRows(where: "placement_id = ANY (\(placements))", rule, municipality)
    }

    private func eraseSnapshotRows(
        where condition: SQL, _ rule: String, _ municipality: MunicipalityCode
    ) async throws -> Int {
        try await execute(
            """
            UPDATE snapshot_row
            SET salt = NULL, content = NULL, placement_id = NULL, participant_id = NULL,
                erased_at = clock_timestamp(), erased_rule = \(rule)
            WHERE municipality = \(municipality) AND erased_at IS NULL AND \(condition)
            """)
    }
}
