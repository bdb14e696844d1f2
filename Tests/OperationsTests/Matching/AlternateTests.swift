import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// Who is next for a place that a proposal did not fill.
struct AlternateTests {
    /// One place; K-1 gets it, being first in class; then K-3 who wishes for it, then K-2; SFI/9 may not have it.
    private func with(_ body: (MatchTown, Code) async throws -> Void) async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", sfi: .b)
            try await town.participant("AMA/K-1", priority: 9, sfi: .b)
            try await town.participant("AMA/K-2", sfi: .b)
            try await town.participant("AMA/K-3", sfi: .b, wishes: ["S1"])
            try await town.participant("SFI/9")
            _ = try await town.match()
            let decided = try await town.operations.decideMatch(town.coordinator)
            #expect(decided.placements.map(\.participant) == ["AMA/K-1"])
            try await body(town, decided.placements[0].code)
        }
    }

    private func decline(_ town: MatchTown, _ code: Code) async throws {
        try await town.operations.answerPlacement(
            town.coordinator, code, .participant, .declined(.gotWork), onBehalf: .phoned)
    }

    @Test func `after a no the next in class and score is named, and proposed with one command`() async throws {
        try await with { town, code in
            #expect(try await town.operations.alternates(town.coordinator, code).isEmpty)
            try await decline(town, code)
            let next = try await town.operations.alternates(town.coordinator, code)
            #expect(next.map(\.referral.description) == ["AMA/K-3", "AMA/K-2"])
            let list = try await town.operations.worklist(town.coordinator)
            let item = try #require(list.items.first { $0.kind == .nextInTurn })
            #expect(item.participant == "AMA/K-3")
            #expect(item.placement == code)
            #expect(item.sentence.sv.contains("AMA/K-3"))
            #expect(list.totals[.nextInTurn] == 1)

            let made = try await town.operations.proposeAlternate(town.coordinator, code)
            #expect(made.participant == "AMA/K-3")
            // Once; and nothing is left to do about it.
            await #expect(throws: Refusal.nobodyNext) {
                try await town.operations.proposeAlternate(town.coordinator, code)
            }
            #expect(try await town.operations.worklist(town.coordinator).items.allSatisfy { $0.kind != .nextInTurn })
            // Of the same run, so that after another no the order goes on; who has said no is not asked again.
            try await decline(town, made.code)
            let last = try await town.operations.alternates(town.coordinator, made.code)
            #expect(last.map(\.referral.description) == ["AMA/K-2"])
            let second = try await town.operations.proposeAlternate(town.coordinator, made.code)
            try await decline(town, second.code)
            #expect(try await town.operations.alternates(town.coordinator, second.code).isEmpty)
        }
    }

    @Test func `after a lapse too`() async throws {
        try await with { town, code in
            let later = Operations(pool: town.database.pool, clock: .fixed(try Day("2026-03-09")))
            #expect(
                try await later.lapseOverdue(
                    Actor(name: "clock", role: .clock, municipality: town.municipality)) == [code])
            #expect(try await later.alternates(town.coordinator, code).first?.referral.description == "AMA/K-3")
        }
    }

    @Test func `nobody who is placed meanwhile, protected, or may no longer have it`() async throws {
        try await with { town, code in
            try await decline(town, code)
            try await town.slot("S2")
            _ = try await town.add("AMA/K-3", "S2")
            #expect(
                try await town.operations.alternates(town.coordinator, code).map(\.referral.description) == ["AMA/K-2"])
            try await town.run(
                "UPDATE person SET protected = true WHERE id = (SELECT person_id FROM participant WHERE reference = 'K-2')"
            )
            #expect(try await town.operations.alternates(town.coordinator, code).isEmpty)
            await #expect(throws: Refusal.nobodyNext) {
                try await town.operations.proposeAlternate(town.coordinator, code)
            }
        }
    }

    @Test func `two who propose the next at once propose one`() async throws {
        try await with { town, code in
            try await decline(town, code)
            let made = await withTaskGroup(of: DecidedPlacement?.self) { group in
                for _ in 1...4 {
                    group.addTask { try? await town.operations.proposeAlternate(town.coordinator, code) }
                }
                return await group.reduce(into: [DecidedPlacement]()) { made, one in if let one { made.append(one) } }
            }
            #expect(made.map(\.participant) == ["AMA/K-3"])
        }
    }

    @Test func `it is not a host's or a referrer's to ask`() async throws {
        try await with { town, code in
            try await decline(town, code)
            let host = Actor(name: "rut", role: .registrar, municipality: town.municipality)
            await #expect(throws: Refusal.notAllowed(.addPlacement, .registrar)) {
                try await town.operations.alternates(host, code)
            }
        }
    }
}
