public import Domain
public import Postgres
import Store

/// Several slots with places for everybody, all of one supervisor, `H1`, and people proposed for them in turn.
public struct SupervisedTown: Sendable {
    public let town: TestMunicipality
    public let supervisor: Identifier<Supervisor>
    public let slots: [Identifier<Slot>]

    public var code: MunicipalityCode { town.code }

    /// - Parameter policy: what the municipality has settled; nil is nothing.
    public static func make(
        _ pool: Pool, slots count: Int = 3, capacity: Int? = 2, proposed: Int, policy: SupervisorPolicy? = nil,
        training: TrainingPolicy? = nil
    ) async throws -> SupervisedTown {
        let town = try await TestMunicipality.make(pool, places: 500, proposed: proposed)
        let m = town.code
        return try await pool.transaction(for: m, by: "test") { connection in
            let supervisor = try await connection.value(
                """
                INSERT INTO supervisor (municipality, id, code, unit_id, name, capacity)
                SELECT \(m), uuid_v7(), 'H1', id, 'Göran Exempelsson', \(capacity) FROM organisation_unit RETURNING id
                """, as: Identifier<Supervisor>.self)
            _ = try await connection.execute("UPDATE slot SET supervisor_id = \(supervisor)")
            var slots = [town.slot]
            for number in 2...max(2, count) where count > 1 {
                slots.append(
                    try await connection.value(
                        """
                        INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state,
                            supervisor_id)
                        SELECT \(m), uuid_v7(), \("S\(number)"), unit_id, title, kind, starts_on, ends_on, places, state,
                            supervisor_id
                        FROM slot WHERE id = \(town.slot) RETURNING id
                        """, as: Identifier<Slot>.self))
            }
            for (number, placement) in town.placements.enumerated() {
                _ = try await connection.execute(
                    "UPDATE placement SET slot_id = \(slots[number % slots.count]) WHERE id = \(placement)")
            }
            if policy != nil || training != nil {
                _ = try await connection.execute(
                    """
                    INSERT INTO municipality_settings (municipality, supervisor_policy, training_policy)
                    VALUES (\(m), \(policy), \(training))
                    """)
            }
            return SupervisedTown(town: town, supervisor: supervisor, slots: slots)
        }
    }
}
