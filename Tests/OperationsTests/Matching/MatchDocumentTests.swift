import Domain
import FoundationEssentials
import Operations
import TestSupport
import Testing

struct MatchDocumentTests {
    /// What scripts rely on, read without the program's own types.
    private struct Contract: Decodable {
        struct Pair: Decodable {
            let participant: String
            let slot: String
            let score: Int
            let parts: [String: Int]
        }
        struct Reason: Decodable {
            struct NearMiss: Decodable {
                let rule: String
                let places: Int
                let slots: [String]
                let text: String
            }
            let participant: String
            let reason: String
            let near_misses: [NearMiss]
        }
        let run: String
        let placed: Int
        let unplaced: Int
        let score: Int
        let certified: Bool
        let pairs: [Pair]
        let unplaced_reasons: [Reason]
    }

    @Test func `the JSON of a run is what scripts were promised`() async throws {
        try await MatchTown.with { town in
            try await town.slot("S1")
            try await town.slot("S2", sfi: .d)
            try await town.participant("AMA/K-1", priority: 2, wishes: ["S1"])
            try await town.participant("SFI/7", sfi: .c)
            let run = try await town.match()
            let english = try JSONEncoder().encode(MatchDocument(run, language: .english))
            let document = try JSONDecoder().decode(Contract.self, from: english)
            #expect(document.run == "M-1")
            #expect(document.certified)
            #expect((document.placed, document.unplaced) == (1, 1))
            let pair = try #require(document.pairs.first)
            #expect((pair.participant, pair.slot) == ("AMA/K-1", "S1"))
            #expect(Set(pair.parts.keys) == ["occupation", "wish", "area", "waited", "permanent_post", "urgency"])
            #expect(pair.parts.values.reduce(0, +) == pair.score)
            #expect(document.score == pair.score)
            let reason = try #require(document.unplaced_reasons.first)
            #expect(reason.participant == "SFI/7")
            #expect(
                reason.reason
                    == "Eligible for S1, but the place went to somebody else. Whoever came first has a higher priority."
            )
            #expect(
                reason.near_misses.map(\.text) == [
                    "Passed SFI C; one free place asks for D. With SFI D it would have been theirs."
                ])
            #expect(reason.near_misses.map(\.slots) == [["S2"]])

            let swedish = try JSONEncoder().encode(MatchDocument(run, language: .swedish))
            let translated = try JSONDecoder().decode(Contract.self, from: swedish)
            #expect(
                translated.unplaced_reasons[0].near_misses[0].text
                    == "Godkänd SFI C; en ledig plats kräver D. Med SFI D hade hen fått den.")
        }
    }
}
