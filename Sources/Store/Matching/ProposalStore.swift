package import Domain
package import Postgres

/// The keys that a new placement needs.
package struct ProposalKeys: Sendable, RowDecodable {
    package let participant: Identifier<Participant>
    package let person: Identifier<Person>
    package let slot: Identifier<Slot>

    package init(row: Row) throws {
        participant = try row.value("participant_id")
        person = try row.value("person_id")
        slot = try row.value("slot_id")
    }
}

extension Connection {
    /// Lets one at a time propose placements in a municipality, until the transaction ends: a proposal takes no days in
    /// the database's eyes, so that two made at once could promise the same place.
    package func lockProposals(_ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('praktik.proposals:' || \(municipality), 0))")
    }

    /// Takes the rows of the slots, in the order of their keys, so that nobody accepts a place there meanwhile.
    package func lockSlots(_ codes: [Code], _ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            """
            SELECT 1 FROM slot WHERE municipality = \(municipality) AND code = ANY (\(codes)) ORDER BY id
            FOR NO KEY UPDATE
            """)
    }

    package func proposalKeys(
        _ municipality: MunicipalityCode, referrer: Code, reference: Code, slot: Code
    ) async throws -> ProposalKeys? {
        try await queryFirst(
            """
            SELECT t.id AS participant_id, t.person_id, s.id AS slot_id
            FROM participant t
            JOIN referrer r ON r.municipality = t.municipality AND r.id = t.referrer_id
            JOIN slot s ON s.municipality = t.municipality AND s.code = \(slot)
            WHERE t.municipality = \(municipality) AND r.code = \(referrer) AND t.reference = \(reference)
            """, as: ProposalKeys.self)
    }

    /// Codes for new placements, `P-` and a number; numbers that an import has used are passed over.
    package func newPlacementCodes(_ count: Int, _ municipality: MunicipalityCode) async throws -> [Code] {
        var codes: [Code] = []
        while codes.count < count {
            let missing = count - codes.count
            let first = try await nextNumber("placement", municipality, count: missing)
            let drawn = try (first..<first + missing).map { try Code("P-\($0)") }
            let rows = try await query(
                "SELECT code FROM placement WHERE municipality = \(municipality) AND code = ANY (\(drawn))")
            let used = Set(try rows.map { try $0.value("code", as: Code.self) })
            codes += drawn.filter { !used.contains($0) }
        }
        return codes
    }
}
