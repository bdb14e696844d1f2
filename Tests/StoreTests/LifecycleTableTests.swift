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
