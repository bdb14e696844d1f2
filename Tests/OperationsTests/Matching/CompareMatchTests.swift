import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct CompareMatchTests {
    /// Two slots of one place; K-1 and K-2 wish for the first, K-3 suits both.
    private func with(_ body: (MatchTown, StoredRun) async throws -> Void) async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.slot("S2")
            try await town.participant("AMA/K-1", priority: 3, wishes: ["S1", "S2"])
            try await town.participant("AMA/K-2", priority: 2, wishes: ["S1"])
            try await town.participant("SFI/3")
            let run = try await town.match()
            #expect(run.result.pairs.map(\.participant).sorted() == ["AMA/K-1", "AMA/K-2"])
            try await body(town, run)
        }
    }

    private func tried(_ town: MatchTown, _ set: (inout MatchChange) throws -> Void) async throws -> MatchComparison {
        var change = MatchChange()
        try set(&change)
        return try await town.operations.tryMatch(town.coordinator, nil, change)
    }

    @Test func `nothing changed moves nobody, whatever the draw`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", places: 2)
            try await town.slot("S2", places: 2)
            for number in 1...6 { try await town.participant("AMA/K-\(number)") }
            let run = try await town.match()
            let same = try await tried(town) { _ in }
            #expect(same.differences.isEmpty)
            #expect(same.before.score == same.after.score)
            #expect(same.before.run == run.code)
            #expect(same.after.run == nil)
            #expect(try await town.operations.matchRuns(town.coordinator).count == 1)
        }
    }

    @Test func `one more place is somebody's gain, one fewer somebody's loss`() async throws {
        try await with { town, _ in
            let more = try await tried(town) { $0.places = [MatchBound(code: try Code("S1"), count: 2)] }
            #expect(more.after.placed == 3)
            #expect(more.count(.gains) == 1)
            #expect(more.count(.loses) == 0)
            let fewer = try await tried(town) { $0.withdrawnSlots = [try Code("S1")] }
            #expect(fewer.count(.loses) == 1)
            #expect(fewer.differences.contains { $0.change == .loses && $0.participant == "AMA/K-2" })
            #expect(fewer.after.placed == 1)
            await #expect(throws: Refusal.round(.unknownSlot(try Code("S9")))) {
                _ = try await tried(town) { $0.withdrawnSlots = [try Code("S9")] }
            }
        }
    }

    @Test func `locks, bans, bounds and people in and out are tried`() async throws {
        try await with { town, _ in
            let lock = try await tried(town) {
                $0.locked = [MatchPair(participant: "SFI/3", slot: try Code("S1"))]
            }
            #expect(lock.differences.filter { $0.change == .gains }.map(\.participant) == ["SFI/3"])
            #expect(lock.count(.loses) == 1)
            let out = try await tried(town) { $0.withdrawnPeople = ["AMA/K-1"] }
            #expect(out.differences.filter { $0.change == .leaves }.map(\.participant) == ["AMA/K-1"])
            #expect(out.count(.gains) == 1)
            let bounded = try await tried(town) {
                $0.bounds = MatchBounds(unitMaxima: [MatchBound(code: try Code("SB"), count: 1)])
            }
            #expect(bounded.after.placed == 1)
            try await town.participant("SFI/4", priority: 9)
            try await town.slot("S3", sfi: .d, state: .draft)
            let new = try await tried(town) { $0.addedPeople = ["SFI/4"] }
            #expect(new.differences.filter { $0.change == .joins }.map(\.participant) == ["SFI/4"])
            #expect(new.after.persons == new.before.persons + 1)
            try await town.run("UPDATE slot SET sfi_required = NULL WHERE code = 'S3'")
            #expect(try await tried(town) { $0.addedSlots = [try Code("S3")] }.count(.gains) == 1)
            let today = try await tried(town) { $0.usesToday = true }
            #expect(today.after.persons == 4)
        }
    }

    @Test func `a trial that is kept is a run that can be read, repeated and decided`() async throws {
        try await with { town, run in
            var change = MatchChange()
            change.forbidden = [MatchPair(participant: "AMA/K-1", slot: try Code("S1"))]
            let operations = town.operations
            _ = try await operations.storeTriedMatch(town.coordinator, run.code, change, dryRun: true)
            #expect(try await operations.matchRuns(town.coordinator).count == 1)
            // Tried from the old optimum and solved from nothing: worth the same on every level.
            let tried = try await operations.tryMatch(town.coordinator, run.code, change)
            let kept = try await operations.storeTriedMatch(town.coordinator, run.code, change)
            #expect(tried.after.placedByPriority == kept.after.placedByPriority)
            #expect(tried.after.score == kept.after.score)
            let stored = try await operations.replayMatch(town.coordinator, code: kept.after.run)
            #expect(stored.code.rawValue == "M-2")
            #expect(stored.parameters.triedFrom == run.code)
            let both = try await operations.compareMatches(town.coordinator, run.code, with: stored.code)
            #expect(both.differences == kept.differences)
            #expect(try await operations.decideMatch(town.coordinator, code: stored.code).placements.count == 2)
        }
    }

    @Test func `a slot that would have more places than it has makes a kept trial stale`() async throws {
        try await with { town, run in
            var change = MatchChange()
            change.places = [MatchBound(code: try Code("S1"), count: 2)]
            let kept = try await town.operations.storeTriedMatch(town.coordinator, run.code, change)
            #expect(kept.after.placed == 3)
            await #expect(throws: Refusal.self) {
                _ = try await town.operations.decideMatch(town.coordinator, code: kept.after.run)
            }
        }
    }

    @Test func `stable beside optimal: who is better off, and what it costs`() async throws {
        try await MatchTown.with { town in
            // K-2 suits S1 alone; K-1 would rather have S1, of a higher class. The optimum places both.
            try await town.slot("S1")
            try await town.slot("S2", sfi: .c)
            try await town.participant("AMA/K-1", priority: 5, sfi: .c, wishes: ["S1"])
            try await town.participant("AMA/K-2")
            let run = try await town.match()
            #expect(run.result.pairs.count == 2)
            let comparison = try await tried(town) { $0.mode = .stable }
            #expect((comparison.before.placed, comparison.after.placed) == (2, 1))
            #expect((comparison.before.blockingPairs, comparison.after.blockingPairs) == (1, 0))
            #expect(comparison.blocking == [MatchPair(participant: "AMA/K-1", slot: try Code("S1"))])
            #expect(comparison.differences.map(\.change) == [.better, .loses])
            #expect(comparison.differences.map(\.participant) == ["AMA/K-1", "AMA/K-2"])
            #expect(comparison.differences[0].after?.wish == 1)

            let stable = try await town.operations.runMatch(
                town.coordinator, MatchParameters(roundStart: Fixture.start, mode: .stable))
            #expect(stable.result.pairs.count == 1)
            #expect(stable.result.certificate == nil)
            let shown = try await town.operations.replayMatch(town.coordinator, code: stable.code)
            #expect(shown.isVerified)
            let document = MatchDocument(shown, language: .english)
            #expect(document.stable && !document.certified)
        }
    }
}
