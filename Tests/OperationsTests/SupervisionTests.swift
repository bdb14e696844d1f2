import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// What the municipality has settled about supervisors, as whoever places people meets it.
struct SupervisionTests {
    private let today = "2026-01-20"

    private func house(_ database: TestDatabase, _ pool: Pool? = nil) throws -> Operations {
        Operations(pool: pool ?? database.pool, clock: .fixed(try Day(today)))
    }

    private func coordinator(_ town: SupervisedTown) -> Actor {
        Actor(name: "lisa", role: .coordinator, municipality: town.code)
    }

    @Test func `of 200 who accept at once on three slots, only as many as the supervisor takes get in`() async throws {
        try await TestDatabase.with { database in
            let town = try await SupervisedTown.make(database.pool, proposed: 200)
            let pool = Pool(
                PoolConfiguration(
                    connectionString: database.connectionString(), maximumConnections: 60, maximumWaiting: 1000))
            let operations = try house(database, pool)
            let answers = await withTaskGroup(of: Refusal?.self) { group in
                for number in 1...200 {
                    group.addTask {
                        do {
                            _ = try await operations.stepPlacement(
                                coordinator(town), try Code("P\(number)"), to: .accepted)
                            return nil
                        } catch let refusal as Refusal {
                            return refusal
                        } catch {
                            Issue.record(error)
                            return .supervisorFull
                        }
                    }
                }
                return await group.reduce(into: [Refusal?]()) { $0.append($1) }
            }
            await pool.close()
            #expect(answers.count { $0 == nil } == 2)
            #expect(answers.count { $0 == .supervisorFull } == 198)
        }
    }

    @Test func `where the policy is to warn, it is done and stands on the worklist`() async throws {
        try await TestDatabase.with { database in
            let town = try await SupervisedTown.make(database.pool, proposed: 3, policy: .warn)
            let operations = try house(database)
            for number in 1...3 {
                _ = try await operations.stepPlacement(coordinator(town), try Code("P\(number)"), to: .accepted)
            }
            let told = try await operations.worklist(coordinator(town)).items.filter {
                $0.kind == .overbookedSupervisor
            }
            #expect(told.map(\.count) == [3])
            let sheet = try await operations.placementSheet(coordinator(town), code: try Code("P1"))
            #expect(sheet.warnings.contains { $0.sv.contains("fler praktikanter än hen tar emot från 2026-02-02") })

            // Settled otherwise, what was let in stays and may be ended, but nobody more comes.
            try await operations.changeSettings(
                Actor(name: "root", role: .operator, municipality: town.code)
            ) { $0.supervisorPolicy = .block }
            _ = try await operations.stepPlacement(
                coordinator(town), try Code("P1"), to: .withdrawn, reason: try Line("Flyttar"))
            await #expect(throws: Refusal.supervisorFull) {
                _ = try await operations.correctPlacement(
                    coordinator(town), try Code("P1"), reason: try Line("Flyttar inte"))
            }
        }
    }

    @Test func `a number that shrinks and a slot that changes supervisor must hold who is there`() async throws {
        try await TestDatabase.with { database in
            let town = try await SupervisedTown.make(database.pool, slots: 2, capacity: 2, proposed: 2)
            let operations = try house(database)
            for number in 1...2 {
                _ = try await operations.stepPlacement(coordinator(town), try Code("P\(number)"), to: .accepted)
            }
            await #expect(throws: Refusal.supervisorStillGuides) {
                try await operations.changeSupervisor(coordinator(town), try Code("H1")) { $0.capacity = 1 }
            }
            try await operations.addSupervisor(
                coordinator(town),
                Supervisor(
                    municipality: town.code, code: try Code("H2"), unit: try Code("SB"),
                    name: try Line("Linda Mönster"),
                    capacity: 1))
            // One of the two comes along, which is as many as the other takes; both do not.
            try await operations.changeSlot(coordinator(town), try Code("S1")) { $0.supervisor = try Code("H2") }
            await #expect(throws: Refusal.supervisorFull) {
                try await operations.changeSlot(coordinator(town), try Code("S2")) { $0.supervisor = try Code("H2") }
            }
            try await operations.changeSupervisor(coordinator(town), try Code("H1")) { $0.capacity = 1 }
        }
    }

    @Test(arguments: [
        (TrainingPolicy.warn, nil as String?, true, true), (.warn, "2026-02-03", true, true),
        (.warn, "2026-02-02", true, false), (.off, nil, true, false), (.block, nil, false, true),
        (.block, "2026-02-03", false, true), (.block, "2026-02-02", true, false),
    ])
    func `an untrained supervisor warns or blocks, by policy`(
        _ policy: TrainingPolicy, _ trainedOn: String?, _ isAccepted: Bool, _ isTold: Bool
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await SupervisedTown.make(database.pool, capacity: nil, proposed: 1, training: policy)
            let operations = try house(database)
            try await operations.changeSupervisor(coordinator(town), try Code("H1")) {
                $0.trainedOn = try trainedOn.map { try Day($0) }
            }
            let sheet = try await operations.placementSheet(coordinator(town), code: try Code("P1"))
            #expect(sheet.warnings.contains { $0.sv.contains("är inte utbildad till första dagen") } == isTold)
            if isAccepted {
                _ = try await operations.stepPlacement(coordinator(town), try Code("P1"), to: .accepted)
            } else {
                await #expect(throws: Refusal.supervisorUntrained) {
                    _ = try await operations.stepPlacement(coordinator(town), try Code("P1"), to: .accepted)
                }
            }
        }
    }

    @Test(arguments: [(TrainingPolicy.warn, 1), (.off, 1), (.block, 0)])
    func `matching leaves the untrained one's slot out where that is the policy, and says so`(
        _ policy: TrainingPolicy, _ placed: Int
    ) async throws {
        try await MatchTown.with { town in
            try await town.slot("PARK")
            try await town.participant("AMA/1")
            try await town.run(
                """
                INSERT INTO supervisor (municipality, id, code, unit_id, name)
                SELECT \(town.municipality), uuid_v7(), 'H1', id, 'Göran Exempelsson' FROM organisation_unit
                """)
            try await town.run("UPDATE slot SET supervisor_id = (SELECT id FROM supervisor), offered_on = '2026-02-10'")
            try await town.operations.changeSettings(
                Actor(name: "root", role: .operator, municipality: town.municipality)
            ) { $0.trainingPolicy = policy }
            let run = try await town.match()
            #expect(run.placed == placed)
            #expect(run.warnings.isEmpty == (policy != .warn))
            if policy == .block {
                let why = try await town.operations.explainMatch(town.coordinator, participant: "AMA/1").explanation
                #expect(why.sentences.contains { $0.sv.contains("en handledare som inte är utbildad") })
                await #expect(throws: Refusal.self) { _ = try await town.add("AMA/1", "PARK") }
            } else {
                let made = try await town.add("AMA/1", "PARK")
                #expect(made.warnings.isEmpty == (policy == .off))
            }
        }
    }
}
