public import Domain
public import Postgres
import Store

/// A small municipality in a test database, written as the application writes: a unit, a referrer, a slot of some places
/// and as many participants as asked for, each proposed for the slot's whole period.
public struct TestMunicipality: Sendable {
    public let code: MunicipalityCode
    public let slot: Identifier<Slot>
    public let placements: [Identifier<Placement>]

    public static let period = "2026-02-02 to 2026-05-29"

    /// Placements have the codes `P1`, `P2` … and the slot the code `S1`.
    public static func make(
        _ pool: Pool, code: String = "1485", places: Int = 1, proposed: Int = 2
    ) async throws -> TestMunicipality {
        let municipality = try MunicipalityCode(code)
        return try await pool.transaction(for: municipality, by: "test") { connection in
            _ = try await connection.execute(
                """
                INSERT INTO organisation_unit (municipality, id, code, name, kind)
                VALUES (\(municipality), uuid_v7(), 'SB', 'Samhällsbyggnad', 'forvaltning')
                """)
            _ = try await connection.execute(
                "INSERT INTO referrer (municipality, id, code, name) VALUES (\(municipality), uuid_v7(), 'AMA', 'AMA')")
            let slot = try await connection.value(
                """
                INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state)
                SELECT \(municipality), uuid_v7(), 'S1', id, 'Park', 'arbetspraktik', '2026-02-02', '2026-05-29', \(places),
                    'offered'
                FROM organisation_unit RETURNING id
                """, as: Identifier<Slot>.self)
            var placements: [Identifier<Placement>] = []
            for number in 1...max(1, proposed) where proposed > 0 {
                let person = try await connection.value(
                    "INSERT INTO person (municipality, id) VALUES (\(municipality), uuid_v7()) RETURNING id",
                    as: Identifier<Person>.self)
                let participant = try await connection.value(
                    """
                    INSERT INTO participant (municipality, id, person_id, referrer_id, reference, registered_on)
                    SELECT \(municipality), uuid_v7(), \(person), id, \("K-\(number)"), '2026-01-07' FROM referrer
                    RETURNING id
                    """, as: Identifier<Participant>.self)
                placements.append(
                    try await connection.value(
                        """
                        INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on,
                            state, state_on)
                        VALUES (\(municipality), uuid_v7(), \("P\(number)"), \(participant), \(person), \(slot),
                            '2026-02-02', '2026-05-29', 'proposed', '2026-01-12')
                        RETURNING id
                        """, as: Identifier<Placement>.self))
            }
            return TestMunicipality(code: municipality, slot: slot, placements: placements)
        }
    }
}
