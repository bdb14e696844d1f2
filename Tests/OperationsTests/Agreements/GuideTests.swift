import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// Whoever the agreement names guides the participant: their number and training are held to, and the slot's supervisor has
/// room again.
struct GuideTests {
    /// `H1` has the slots and takes two; `H2` has none and takes one.
    private struct House {
        let database: TestDatabase
        let operations: Operations
        let coordinator: Actor

        static func with(
            policy: SupervisorPolicy? = nil, training: TrainingPolicy? = nil, _ body: (House) async throws -> Void
        ) async throws {
            try await TestDatabase.with { database in
                let town = try await SupervisedTown.make(
                    database.pool, proposed: 4, policy: policy, training: training)
                let coordinator = Actor(name: "lisa", role: .coordinator, municipality: town.code)
                let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-01-20")))
                try await operations.changeSupervisor(coordinator, try Code("H1")) {
                    $0.trainedOn = try Day("2025-09-01")
                }
                try await operations.addSupervisor(
                    coordinator,
                    Supervisor(
                        municipality: town.code, code: try Code("H2"), unit: try Code("SB"),
                        name: try Line("Linda Mönster"), capacity: 1))
                try await body(House(database: database, operations: operations, coordinator: coordinator))
            }
        }

        func accept(_ code: String) async throws {
            _ = try await operations.stepPlacement(coordinator, try Code(code), to: .accepted)
        }

        func name(_ supervisor: String, for code: String) async throws {
            var change = AgreementChange()
            change.supervisor = try Code(supervisor)
            _ = try await operations.changeAgreement(coordinator, try Code(code), change)
        }

        func agree(_ code: String) async throws { try await operations.agreeInFull(coordinator, try Code(code)) }

        func overbooked() async throws -> [Int?] {
            try await operations.worklist(coordinator).items.filter { $0.kind == .overbookedSupervisor }.map(\.count)
        }
    }

    @Test func `whom the agreement names has one more, and the slot's supervisor one less`() async throws {
        try await House.with { house in
            try await house.accept("P1")
            try await house.accept("P2")
            await #expect(throws: Refusal.supervisorFull) { try await house.accept("P3") }
            try await house.name("H2", for: "P1")
            try await house.agree("P1")
            try await house.accept("P3")
            await #expect(throws: Refusal.supervisorFull) { try await house.name("H2", for: "P2") }
            await #expect(throws: Refusal.supervisorStillGuides) {
                try await house.database.pool.transaction(
                    for: house.coordinator.municipality, by: "lisa", as: .coordinator
                ) { connection in
                    _ = try await connection.execute("UPDATE supervisor SET capacity = 1 WHERE code = 'H2'")
                    do {
                        _ = try await connection.execute("UPDATE supervisor SET capacity = 1 WHERE code = 'H1'")
                    } catch let error as PostgresError where error.server?.constraint == "supervisor_covers_people" {
                        throw Refusal.supervisorStillGuides
                    }
                }
            }
            // And back, when H1 has room again.
            _ = try await house.operations.stepPlacement(
                house.coordinator, try Code("P3"), to: .withdrawn, reason: try Line("Flyttar"))
            try await house.name("H1", for: "P1")
            try await house.agree("P1")
            await #expect(throws: Refusal.supervisorFull) { try await house.accept("P4") }
        }
    }

    @Test func `of versions that name one supervisor and come into force at once, as many hold as they take`()
        async throws
    {
        try await House.with { house in
            try await house.accept("P1")
            try await house.accept("P2")
            for code in ["P1", "P2"] {
                try await house.name("H2", for: code)
                _ = try await house.operations.recordCheck(house.coordinator, try Code(code), .insurance)
                for party in [AgreementParty.participant, .host] {
                    _ = try await house.operations.approveAgreement(
                        house.coordinator, try Code(code), for: party, ground: .phoned)
                }
            }
            let refused = await withTaskGroup(of: Bool.self) { group in
                for code in ["P1", "P2"] {
                    group.addTask {
                        do {
                            _ = try await house.operations.approveAgreement(
                                house.coordinator, try Code(code), for: .referrer, ground: .phoned)
                            return false
                        } catch {
                            #expect(error as? Refusal == .supervisorFull)
                            return true
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(refused == 1)
        }
    }

    @Test func `where the policy is to warn, it is done and stands on the worklist`() async throws {
        try await House.with(policy: .warn) { house in
            for code in ["P1", "P2"] {
                try await house.accept(code)
                try await house.name("H2", for: code)
                try await house.agree(code)
            }
            #expect(try await house.overbooked() == [2])
            let sheet = try await house.operations.placementSheet(house.coordinator, code: try Code("P1"))
            #expect(sheet.warnings.contains { $0.sv.contains("fler praktikanter än hen tar emot från 2026-02-02") })
        }
    }

    @Test func `an untrained one is not named where that is the policy, not even past the program`() async throws {
        try await House.with(training: .block) { house in
            try await house.accept("P1")
            await #expect(throws: Refusal.supervisorUntrained) { try await house.name("H2", for: "P1") }
            try await house.agree("P1")
            let refused = await #expect(throws: PostgresError.self) {
                try await house.database.owner.withConnection {
                    _ = try await $0.execute(
                        """
                        UPDATE agreement SET supervisor_id = (SELECT id FROM supervisor WHERE code = 'H2')
                        """)
                }
            }
            #expect(refused?.server?.constraint == "agreement_supervisor_trained")
        }
    }
}
