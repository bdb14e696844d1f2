import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// Every pair of states in every role: the operations and the database say what the one table says.
struct StepRoleTests {
    private struct TriedOut: Error {}

    /// Where a placement that has come the shortest way into a state stood before.
    private func before(_ state: PlacementState) -> PlacementState? {
        PlacementLifecycle.path(to: state)?.dropLast().last
    }

    private func isAllowed(_ from: PlacementState, _ to: PlacementState, _ role: Role?) -> Bool {
        guard let role else { return false }
        if let step = PlacementLifecycle.transition(from: from, to: to) { return step.roles.contains(role) }
        return to == before(from) && PlacementLifecycle.correctors.contains(role)
    }

    private func day(of state: PlacementState) throws -> Day {
        try Day(PlacementState.ended.contains(state) ? "2026-05-29" : "2026-02-02")
    }

    /// The constraint that stops a step taken by SQL in the application's own role; nothing of it stays.
    private func refusal(
        _ database: TestDatabase, _ town: MunicipalityCode, as role: Role?, to state: PlacementState
    ) async throws -> String? {
        let day = try day(of: state)
        do {
            try await database.pool.transaction(for: town, by: "x", as: role) { connection in
                _ = try await connection.execute(
                    "UPDATE placement SET state = \(state), state_on = \(day), state_reason = 'skäl' WHERE code = 'P1'")
                throw TriedOut()
            }
            return nil
        } catch is TriedOut {
            return nil
        } catch let error as PostgresError {
            return error.server?.constraint ?? "no constraint"
        }
    }

    @Test(arguments: PlacementState.allCases)
    func `from each state to each, each role, goes as the table says`(_ from: PlacementState) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-06-30")))
            let root = Actor(name: "root", role: .operator, municipality: town.code)
            let (code, reason) = (try Code("P1"), try Line("skäl"))
            for state in try #require(PlacementLifecycle.path(to: from)).dropFirst() {
                if state == .agreed {
                    try await operations.agreeInFull(root, code)
                } else {
                    _ = try await operations.stepPlacement(
                        root, code, to: state, on: try day(of: state), reason: reason)
                }
            }
            if from == .accepted {
                // The last approval takes the step by itself; here it is taken back, and everybody's word stands.
                try await operations.agreeInFull(root, code)
                _ = try await operations.correctPlacement(root, code, reason: reason)
            }
            let keys = try await database.pool.transaction(for: town.code, by: "test") { connection in
                (
                    try await connection.value(
                        "SELECT id FROM organisation_unit", as: Identifier<OrganisationUnit>.self),
                    try await connection.value("SELECT id FROM referrer", as: Identifier<Referrer>.self),
                    try await connection.value("SELECT id FROM person", as: Identifier<Person>.self)
                )
            }
            for to in PlacementState.allCases where to != from {
                let isDrawn = PlacementLifecycle.transition(from: from, to: to) != nil
                let stop = isDrawn || to == before(from) ? "placement_step_role" : "placement_transition_legal"
                for role in Role.allCases.map(Optional.some) + [nil] {
                    let expected = isAllowed(from, to, role)
                    let stopped = try await refusal(database, town.code, as: role, to: to)
                    #expect(
                        stopped == (expected ? nil : stop), "\(from) to \(to) by SQL as \(role?.rawValue ?? "nobody")")
                    guard let role else { continue }
                    let actor = Actor(
                        name: "x", role: role, municipality: town.code, unit: keys.0, referrer: keys.1, person: keys.2)
                    var isDone = true
                    do {
                        if isDrawn || to != before(from) {
                            _ = try await operations.stepPlacement(
                                actor, code, to: to, on: try day(of: to), reason: reason, dryRun: true)
                        } else {
                            _ = try await operations.correctPlacement(actor, code, reason: reason, dryRun: true)
                        }
                    } catch is Refusal {
                        isDone = false
                    }
                    #expect(isDone == expected, "\(from) to \(to) by Operations as \(role.rawValue)")
                }
            }
        }
    }

    /// The owner at its own prompt says no capacity, and takes no step either.
    @Test func `nobody takes a step without saying in what capacity`() async throws {
        try await TestDatabase.with { database in
            _ = try await TestMunicipality.make(database.pool, proposed: 1)
            await #expect(throws: PostgresError.self) {
                try await database.owner.withConnection {
                    try await $0.execute("UPDATE placement SET state = 'accepted', state_on = '2026-01-13'")
                }
            }
        }
    }
}
