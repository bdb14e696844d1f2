import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct DecideMatchTests {
    @Test func `deciding proposes every pair, once`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", places: 2)
            try await town.participant("AMA/K-1")
            try await town.participant("SFI/7")
            let run = try await town.match()
            let decided = try await town.operations.decideMatch(town.coordinator, code: run.code)
            #expect(decided.placements.map(\.code.rawValue) == ["P-1", "P-2"])
            #expect(decided.placements.map(\.participant) == ["AMA/K-1", "SFI/7"])
            let stored = try await town.operations.placements(town.coordinator).shown
            #expect(stored.map(\.placement.state) == [.proposed, .proposed])
            #expect(stored.map(\.run) == [run.code, run.code])
            #expect(stored.allSatisfy { $0.placement.period == Fixture.days("2026-03-02", "2026-06-05") })
            #expect(try await town.operations.matchRun(town.coordinator).decidedBy == "lisa")
            await #expect(throws: Refusal.runDecided) {
                _ = try await town.operations.decideMatch(town.coordinator, code: run.code)
            }
            #expect(try await town.count("SELECT count(*) FROM placement") == 2)
        }
    }

    @Test func `codes that an import has used are passed over`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", places: 3)
            for number in 1...3 { try await town.participant("AMA/K-\(number)") }
            let first = try await town.add("AMA/K-1", "S1")
            try await town.run("UPDATE placement SET code = 'P-3'")
            #expect(first.code.rawValue == "P-1")
            _ = try await town.match()
            let decided = try await town.operations.decideMatch(town.coordinator)
            #expect(decided.placements.map(\.code.rawValue) == ["P-2", "P-4"])
        }
    }

    @Test func `a run that no longer fits is refused whole, with what has changed`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.slot("S2", sfi: .c)
            try await town.participant("AMA/K-1", wishes: ["S1"])
            try await town.participant("AMA/K-2", sfi: .c, wishes: ["S2"])
            let run = try await town.match()
            #expect(run.result.pairs.count == 2)
            try await town.run("UPDATE slot SET sfi_required = 'D' WHERE code = 'S2'")
            do {
                _ = try await town.operations.decideMatch(town.coordinator)
                Issue.record("a stale run was decided")
            } catch let refusal as Refusal {
                #expect(refusal.code == "run_stale")
                #expect(refusal.phrase.sv.contains("AMA/K-2 – S2: Godkänd SFI C; platsen kräver D."))
            }
            #expect(try await town.count("SELECT count(*) FROM placement") == 0)
            #expect(try await town.operations.matchRun(town.coordinator).decidedAt == nil)
        }
    }

    @Test func `a place that was taken meanwhile, a slot withdrawn or days moved make a run stale`() async throws {
        let changes: [SQL] = [
            "UPDATE slot SET state = 'closed'",
            "UPDATE slot SET ends_on = '2026-05-29'",
            "UPDATE person SET protected = true",
            "UPDATE participant SET available_to = '2026-02-20'",
        ]
        for change in changes {
            try await MatchTown.with { town in
                try await town.slot("S1")
                try await town.participant("AMA/K-1")
                _ = try await town.match()
                try await town.run(change)
                await #expect(throws: Refusal.self, "\(change)") {
                    _ = try await town.operations.decideMatch(town.coordinator)
                }
                #expect(try await town.count("SELECT count(*) FROM placement") == 0)
            }
        }
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.participant("AMA/K-1")
            try await town.participant("SFI/1")
            let run = try await town.match()
            let other = run.result.pairs[0].participant == "AMA/K-1" ? "SFI/1" : "AMA/K-1"
            _ = try await town.add(other, "S1")
            await #expect(throws: Refusal.self) {
                _ = try await town.operations.decideMatch(town.coordinator)
            }
            #expect(try await town.count("SELECT count(*) FROM placement") == 1)
        }
    }

    @Test func `two who decide at once make one set of proposals`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", places: 4)
            for number in 1...4 { try await town.participant("AMA/K-\(number)") }
            let run = try await town.match()
            let decided = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        (try? await town.operations.decideMatch(town.coordinator, code: run.code)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(decided == 1)
            #expect(try await town.count("SELECT count(*) FROM placement") == 4)
        }
    }

    @Test func `a dry decision proposes nothing`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.participant("AMA/K-1")
            _ = try await town.match()
            let decided = try await town.operations.decideMatch(town.coordinator, dryRun: true)
            #expect(decided.placements.count == 1)
            #expect(try await town.count("SELECT count(*) FROM placement") == 0)
            #expect(try await town.operations.matchRun(town.coordinator).decidedAt == nil)
        }
    }

    @Test func `placing without a run follows the same rules`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.slot("S2", sfi: .b)
            try await town.participant("AMA/K-1")
            try await town.participant("AMA/K-2")
            try await town.participant("AMA/K-3", protected: true)
            let language = RuleFailure.sfi(required: .b, passed: .none).phrase
            await #expect(throws: Refusal.notEligible([language])) { _ = try await town.add("AMA/K-1", "S2") }
            let made = try await town.add("AMA/K-1", "S1")
            #expect(made.days.from == Fixture.start)
            await #expect(throws: Refusal.notEligible([RuleFailure.noPlace.phrase])) {
                _ = try await town.add("AMA/K-2", "S1")
            }
            await #expect(throws: Refusal.notEligible([RuleFailure.clash.phrase, RuleFailure.noPlace.phrase])) {
                _ = try await town.add("AMA/K-1", "S1")
            }
            await #expect(throws: Refusal.noSuch(.slot, "S9")) { _ = try await town.add("AMA/K-2", "S9") }
            await #expect(throws: Refusal.noSuch(.participant, "AMA/K-9")) { _ = try await town.add("AMA/K-9", "S2") }

            // Protected identity is placed by hand, and only by those whose task it is.
            try await town.slot("S3")
            await #expect(throws: Refusal.notNamedOfficer) { _ = try await town.add("AMA/K-3", "S3") }
            var officer = town.coordinator
            officer.isNamedOfficer = true
            _ = try await town.operations.addPlacement(
                officer, referrer: try Code("AMA"), participant: try Code("K-3"), slot: try Code("S3"))
            let clerk = Actor(name: "root", role: .operator, municipality: town.municipality)
            await #expect(throws: Refusal.notAllowed(.viewProtectedPerson, .operator)) {
                _ = try await town.operations.addPlacement(
                    clerk, referrer: try Code("AMA"), participant: try Code("K-3"), slot: try Code("S1"))
            }
        }
    }
}
