import Domain
import Postgres
import Store
import TestSupport
import Testing

@testable import Operations

struct OnceTests {
    private func with(_ body: (Operations, Actor, TestDatabase) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-03-02")))
            try await body(operations, Actor(name: "karin", role: .coordinator, municipality: town.code), database)
        }
    }

    private func key(_ key: String, _ fingerprint: String = "f") -> RequestKey {
        RequestKey(account: "karin", key: key, fingerprint: fingerprint)
    }

    /// Accepts P1 and answers its state.
    private func accept(
        _ operations: Operations, _ karin: Actor, _ key: RequestKey?, dryRun: Bool = false
    ) async throws -> (answer: KeptAnswer, isRepeated: Bool) {
        try await operations.once(karin, key, dryRun: dryRun) { refusal in
            KeptAnswer(status: 409, headers: "{}", body: refusal.code)
        } _: { bound in
            let state = try await bound.stepPlacement(karin, try Code("P1"), to: .accepted)
            let read = try await bound.placement(karin, code: try Code("P1"))
            #expect(read.0.placement.state == state)
            return KeptAnswer(status: 200, headers: "{}", body: state.rawValue)
        }
    }

    @Test func `the same request is answered the same and done once`() async throws {
        try await with { operations, karin, _ in
            let first = try await accept(operations, karin, key("a"))
            #expect(!first.isRepeated)
            let again = try await accept(operations, karin, key("a"))
            #expect(again.isRepeated)
            #expect(again.answer == first.answer)
            #expect(try await operations.placement(karin, code: try Code("P1")).1.count == 2)
        }
    }

    @Test func `a key that was used for something else is refused`() async throws {
        try await with { operations, karin, _ in
            _ = try await accept(operations, karin, key("a"))
            await #expect(throws: RepeatFault.otherRequest) { try await accept(operations, karin, key("a", "g")) }
        }
    }

    @Test func `a refusal is kept with its key, audited once, and nothing is done`() async throws {
        try await with { operations, karin, _ in
            _ = try await operations.stepPlacement(karin, try Code("P1"), to: .accepted)
            for _ in 0..<2 {
                let outcome = await Result { try await accept(operations, karin, key("a")) }
                switch outcome {
                case .success(let kept): #expect(kept.isRepeated && kept.answer.body == "step_illegal")
                case .failure(let error): #expect(error as? Refusal == .stepIllegal(from: .accepted, to: .accepted))
                }
            }
            let root = Actor(name: "root", role: .operator, municipality: karin.municipality)
            #expect(try await operations.auditLines(root).filter { $0.outcome == .refused }.count == 1)
            #expect(try await operations.verifyAudit(root).isWhole)
        }
    }

    @Test func `two at once: one is done, the other is told that it is under way or gets the answer`() async throws {
        try await with { operations, karin, _ in
            let outcomes = await withTaskGroup(of: Bool?.self) { group in
                for _ in 0..<8 {
                    group.addTask { try? await accept(operations, karin, key("a")).isRepeated }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == false }.count == 1)
            let (_, history) = try await operations.placement(karin, code: try Code("P1"))
            #expect(history.count == 2)
        }
    }

    @Test func `a body that fails leaves neither change nor answer`() async throws {
        try await with { operations, karin, _ in
            struct Broken: Error {}
            await #expect(throws: Broken.self) {
                try await operations.once(karin, key("a")) { _ in
                    nil
                } _: { bound in
                    _ = try await bound.stepPlacement(karin, try Code("P1"), to: .accepted)
                    throw Broken()
                }
            }
            let (left, _) = try await operations.placement(karin, code: try Code("P1"))
            #expect(left.placement.state == .proposed)
            let again = try await accept(operations, karin, key("a"))
            #expect(!again.isRepeated)
        }
    }

    @Test func `a dry run sees what it would come to, and changes nothing`() async throws {
        try await with { operations, karin, _ in
            let seen = try await accept(operations, karin, nil, dryRun: true)
            #expect(seen.answer.body == "accepted")
            let (left, _) = try await operations.placement(karin, code: try Code("P1"))
            #expect(left.placement.state == .proposed)
        }
    }

    @Test func `after a day the key is free again`() async throws {
        try await with { operations, karin, database in
            _ = try await accept(operations, karin, key("a"), dryRun: true)
            try await database.owner.withConnection { connection in
                _ = try await connection.execute("UPDATE api_answer SET made_at = made_at - interval '25 hours'")
            }
            #expect(try await accept(operations, karin, key("a", "g")).isRepeated == false)
        }
    }

    @Test func `several changes are all taken back when one is refused, and the log holds`() async throws {
        try await with { operations, karin, _ in
            await #expect(throws: Refusal.self) {
                try await operations.together(karin) { bound, _ in
                    _ = try await bound.stepPlacement(karin, try Code("P1"), to: .accepted)
                    // The one place is taken.
                    return try await bound.stepPlacement(karin, try Code("P2"), to: .accepted)
                }
            }
            #expect(try await operations.placement(karin, code: try Code("P1")).0.placement.state == .proposed)
            let root = Actor(name: "root", role: .operator, municipality: karin.municipality)
            let lines = try await operations.auditLines(root)
            #expect(lines.map(\.detail) == ["slot_full"])
            #expect(try await operations.verifyAudit(root).isWhole)
        }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
