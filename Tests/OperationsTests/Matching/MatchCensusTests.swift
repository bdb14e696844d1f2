import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct MatchCensusTests {
    private func with(_ body: (MatchTown, StoredRun) async throws -> Void) async throws {
        try await MatchTown.with { town in
            try await town.slot("S1", sfi: .c)
            try await town.participant("AMA/K-1", priority: 4, sfi: .c)
            try await town.participant("AMA/K-2", sfi: .d, wishes: ["S1"])
            try await town.participant("AMA/K-3", sfi: .d)
            try await town.participant("AMA/K-4", sfi: .b)
            try await town.participant("SFI/5", sfi: .b, availableTo: "2026-03-10")
            try await body(town, try await town.match())
        }
    }

    private func census(_ town: MatchTown, of participant: String? = nil) async throws -> MatchCensus {
        try await town.operations.matchCensus(town.coordinator, slot: try Code("S1"), participant: participant)
    }

    private func check(_ census: MatchCensus) {
        #expect(census.ranked.map(\.participant) == ["AMA/K-1", "AMA/K-2", "AMA/K-3"])
        #expect(census.ranked.map(\.rank) == [1, 2, 3])
        #expect(census.ranked.map(\.outcome) == [.got, .unplaced, .unplaced])
        #expect(census.ranked[1].score - census.ranked[2].score == 250)
        #expect(census.ranked.allSatisfy { $0.parts.values.reduce(0, +) == $0.score })
        #expect(census.refused.map(\.rules) == [[.sfi], [.dates, .sfi]])
        #expect(census.refused.map(\.participants) == [["AMA/K-4"], ["SFI/5"]])
        #expect(census.requirements.map(\.sv) == ["godkänd SFI C"])
        #expect((census.places, census.placed) == (1, 1))
    }

    @Test func `everybody's standing is kept as it was, though slot and people have changed`() async throws {
        try await with { town, _ in
            check(try await census(town))
            try await town.run("UPDATE slot SET sfi_required = NULL, state = 'closed'")
            try await town.run("UPDATE participant SET sfi_passed = NULL, priority = 0")
            let later = try await census(town)
            check(later)
            let document = MatchCensusDocument(later, language: .english)
            #expect(document.requirements == ["passed SFI C"])
            #expect(document.ranked.map(\.outcome) == [.got, .unplaced, .unplaced])
        }
    }

    @Test func `why not me is answered for one, in words`() async throws {
        try await with { town, _ in
            guard case .refused(let failures) = try await census(town, of: "AMA/K-4").asked?.standing else {
                Issue.record("AMA/K-4 was not refused")
                return
            }
            #expect(failures.map(\.text.sv) == ["Godkänd SFI B; platsen kräver C."])
            guard case .ranked(let candidate) = try await census(town, of: "AMA/K-3").asked?.standing else {
                Issue.record("AMA/K-3 was not ranked")
                return
            }
            #expect(candidate.rank == 3)
            await #expect(throws: Refusal.round(.unknownParticipant("AMA/K-9"))) {
                _ = try await census(town, of: "AMA/K-9")
            }
            await #expect(throws: Refusal.round(.unknownSlot(try Code("S9")))) {
                _ = try await town.operations.matchCensus(town.coordinator, slot: try Code("S9"))
            }
        }
    }

    @Test func `it names nobody, and cannot be changed or seen from another municipality`() async throws {
        try await with { town, _ in
            let text = try await town.database.pool.transaction(for: town.municipality, by: "test") { connection in
                try await connection.value("SELECT string_agg(census, '') FROM match_census", as: String.self)
            }
            #expect(!text.contains("K-") && !text.contains("AMA") && !text.contains("2026-01-05"))
            await #expect(throws: (any Error).self) { try await town.run("UPDATE match_census SET census = ''") }
            await #expect(throws: (any Error).self) { try await town.run("DELETE FROM match_census") }
            let elsewhere = try await town.database.pool.transaction(for: MunicipalityCode("1487"), by: "test") {
                try await $0.value("SELECT count(*) FROM match_census", as: Int.self)
            }
            #expect(elsewhere == 0)
        }
    }

    @Test func `a run made before it was kept has it reckoned from its inputs`() async throws {
        try await with { town, _ in
            _ = try await town.database.owner.transaction { try await $0.execute("DELETE FROM match_census") }
            check(try await census(town))
        }
    }
}
