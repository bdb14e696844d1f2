import Domain
import Postgres
import TestSupport
import Testing

/// The database's tables of steps are the program's.
struct LifecycleTableTests {
    @Test func `placements' steps`() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.withConnection {
                try await $0.query("SELECT from_state, to_state FROM placement_transition")
            }
            let stored = Set(
                try rows.map {
                    "\(try $0.value("from_state", as: String.self))>\(try $0.value("to_state", as: String.self))"
                })
            #expect(stored == Set(PlacementLifecycle.transitions.map { "\($0.from.rawValue)>\($0.to.rawValue)" }))
        }
    }

    @Test func `who may take which step, alone, together, for a party, or as a correction`() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.withConnection {
                try await $0.query(
                    "SELECT concat_ws(' ', from_state, to_state, role, manner) AS line FROM placement_transition_role")
            }
            let stored = try rows.map { try $0.value("line", as: String.self) }
            let drawn = PlacementLifecycle.transitions.flatMap { step in
                let (from, to) = (step.from.rawValue, step.to.rawValue)
                return step.roles.map { "\(from) \(to) \($0.rawValue) alone" }
                    + step.together.map { "\(from) \(to) \($0.rawValue) together" }
                    + step.onBehalf.map { "\(from) \(to) \($0.rawValue) on_behalf" }
                    + PlacementLifecycle.correctors.map { "\(to) \(from) \($0.rawValue) correction" }
            }
            #expect(stored.sorted() == drawn.sorted())
        }
    }

    @Test func `slots' steps, and the ones that take them back`() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.withConnection {
                try await $0.query("SELECT from_state, to_state, correction FROM slot_transition")
            }
            let stored = Set(
                try rows.map {
                    "\(try $0.value("from_state", as: String.self))>\(try $0.value("to_state", as: String.self))"
                        + (try $0.value("correction", as: Bool.self) ? " back" : "")
                })
            let forward = SlotLifecycle.transitions.map { "\($0.from.rawValue)>\($0.to.rawValue)" }
            let back = SlotLifecycle.transitions.map { "\($0.to.rawValue)>\($0.from.rawValue) back" }
            #expect(stored == Set(forward + back))
        }
    }
}
