import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct PlacementStepTests {
    private func with(
        today: String = "2026-03-02", _ body: (Operations, Actor, TestDatabase) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 1)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day(today)))
            try await body(
                operations, Actor(name: "karin", role: .coordinator, municipality: town.code), database)
        }
    }

    @Test func `from proposal to an early end, each step with its day, and the history tells it`() async throws {
        try await with { operations, karin, _ in
            let code = try Code("P1")
            _ = try await operations.stepPlacement(karin, code, to: .accepted, on: try Day("2026-01-20"))
            try await operations.agreeInFull(karin, code)
            _ = try await operations.stepPlacement(karin, code, to: .started, on: try Day("2026-02-03"))
            await #expect(throws: Refusal.reasonMissing) {
                try await operations.stepPlacement(karin, code, to: .interrupted, on: try Day("2026-02-20"))
            }
            await #expect(throws: Refusal.endOutsidePlacement) {
                try await operations.stepPlacement(
                    karin, code, to: .interrupted, on: try Day("2026-02-02"), reason: try Line("Flyttade"))
            }
            _ = try await operations.stepPlacement(
                karin, code, to: .interrupted, on: try Day("2026-02-20"), reason: try Line("Flyttade"))
            let (shown, history) = try await operations.placement(karin, code: code)
            #expect(shown.startedOn == (try Day("2026-02-03")))
            #expect(shown.endedOn == (try Day("2026-02-20")))
            #expect(history.map(\.to) == [.proposed, .accepted, .agreed, .started, .interrupted])
            #expect(history.map(\.actor) == ["test", "karin", "karin", "karin", "karin"])
            // Its place is free from the day after.
            _ = try await operations.stepPlacement(karin, try Code("P2"), to: .withdrawn, reason: try Line("Byter"))
        }
    }

    @Test func `a step is refused before its day, and for a role that may not take it`() async throws {
        try await with(today: "2026-02-01") { operations, karin, _ in
            let code = try Code("P1")
            let host = Actor(name: "rut", role: .supervisor, municipality: karin.municipality)
            await #expect(throws: Refusal.self) {
                try await operations.stepPlacement(host, code, to: .accepted)
            }
            await #expect(throws: Refusal.stepIllegal(from: .proposed, to: .started)) {
                try await operations.stepPlacement(karin, code, to: .started)
            }
            _ = try await operations.stepPlacement(karin, code, to: .accepted)
            try await operations.agreeInFull(karin, code)
            await #expect(throws: Refusal.dayNotReached(try Day("2026-02-02"))) {
                try await operations.stepPlacement(karin, code, to: .started)
            }
            await #expect(throws: Refusal.dayNotReached(try Day("2026-02-02"))) {
                try await operations.stepPlacement(karin, code, to: .noShow, on: try Day("2026-02-02"))
            }
        }
    }

    @Test func `completed early only with a reason; taken back only by those who correct`() async throws {
        try await with { operations, karin, _ in
            let code = try Code("P1")
            _ = try await operations.stepPlacement(karin, code, to: .accepted, on: try Day("2026-01-20"))
            try await operations.agreeInFull(karin, code)
            _ = try await operations.stepPlacement(karin, code, to: .started, on: try Day("2026-02-02"))
            await #expect(throws: Refusal.reasonMissing) {
                try await operations.stepPlacement(karin, code, to: .completed)
            }
            _ = try await operations.stepPlacement(
                karin, code, to: .completed, reason: try Line("Enligt överenskommelse"))
            let host = Actor(name: "rut", role: .supervisor, municipality: karin.municipality)
            await #expect(throws: Refusal.self) {
                try await operations.correctPlacement(host, code, reason: try Line("Fel"))
            }
            #expect(try await operations.correctPlacement(karin, code, reason: try Line("Fel person")) == .started)
            let (shown, history) = try await operations.placement(karin, code: code)
            #expect(shown.endedOn == nil)
            #expect(shown.startedOn == (try Day("2026-02-02")))
            #expect(history.last?.isCorrection == true)
            #expect(try await operations.correctPlacement(karin, code, reason: try Line("Även det")) == .agreed)
            #expect(try await operations.correctPlacement(karin, code, reason: try Line("Även det")) == .accepted)
            #expect(try await operations.correctPlacement(karin, code, reason: try Line("Även det")) == .proposed)
            await #expect(throws: Refusal.nothingToCorrect) {
                try await operations.correctPlacement(karin, code, reason: try Line("Även det"))
            }
        }
    }

    @Test(arguments: PlacementLifecycle.transitions, Role.allCases)
    func `each step is open to the roles of the table and closed to the others`(
        _ step: PlacementTransition, _ role: Role
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-06-30")))
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            let code = try Code("P1")
            let reason = try Line("skäl")
            for state in try #require(PlacementLifecycle.path(to: step.from)).dropFirst() {
                if state == .agreed {
                    try await operations.agreeInFull(karin, code)
                } else {
                    _ = try await operations.stepPlacement(
                        karin, code, to: state, on: try Day("2026-02-02"), reason: reason)
                }
            }
            if step.to == .agreed {
                // The last approval takes this step by itself; it is there to be taken anew after a correction.
                try await operations.agreeInFull(karin, code)
                _ = try await operations.correctPlacement(karin, code, reason: reason)
            }
            let keys = try await database.pool.transaction(for: town.code, by: "test") { connection in
                (
                    try await connection.value(
                        "SELECT id FROM organisation_unit", as: Identifier<OrganisationUnit>.self),
                    try await connection.value("SELECT id FROM referrer", as: Identifier<Referrer>.self),
                    try await connection.value("SELECT id FROM person", as: Identifier<Person>.self)
                )
            }
            let actor = Actor(
                name: "x", role: role, municipality: town.code, unit: keys.0, referrer: keys.1, person: keys.2)
            let end = PlacementState.ended.contains(step.to) ? try Day("2026-05-29") : try Day("2026-02-02")
            let allowed: Bool
            do {
                _ = try await operations.stepPlacement(actor, code, to: step.to, on: end, reason: reason)
                allowed = true
            } catch is Refusal {
                allowed = false
            }
            #expect(allowed == step.roles.contains(role))
        }
    }

    @Test(arguments: ["fel 191500722390", "701063-2391 flyttade", "nr: 191503882399."])
    func `a reason that holds an identity number is refused, and stands nowhere`(_ reason: String) async throws {
        try await with { operations, karin, database in
            await #expect(throws: Refusal.value("--reason", .identityInText)) {
                try await operations.stepPlacement(karin, try Code("P1"), to: .withdrawn, reason: try Line(reason))
            }
            await #expect(throws: Refusal.value("--reason", .identityInText)) {
                try await operations.withdrawSlot(karin, try Code("S1"), reason: try Line(reason))
            }
            let kept = try await database.owner.withConnection {
                try await $0.value(
                    "SELECT count(*) FROM audit_value WHERE after::text ~ '[0-9]{6}'", as: Int.self)
            }
            #expect(kept == 0)
        }
    }

    @Test func `every refusal is audited, with its code and no personal data`() async throws {
        try await with { operations, karin, _ in
            _ = try? await operations.stepPlacement(karin, try Code("P1"), to: .completed)
            let root = Actor(name: "root", role: .operator, municipality: karin.municipality)
            let line = try #require(try await operations.auditLines(root).first)
            #expect(line.outcome == .refused)
            #expect(line.action == "placement.step")
            #expect(line.detail == "step_illegal")
            #expect(line.actor == "karin")
        }
    }
}
