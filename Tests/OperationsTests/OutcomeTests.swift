import Domain
import Operations
import Postgres
import TestSupport
import Testing

struct OutcomeTests {
    @Test func `a status is recorded of a placement or of a person, never of both or neither`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-09-01")))
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            let checked = try Day("2026-08-31")
            let first = try await operations.recordOutcome(
                karin,
                OutcomeDraft(
                    placement: try Code("P1"), checkedOn: checked, status: .employed, employer: .host,
                    form: .fixedTerm, from: try Day("2026-06-01"), source: .host))
            let second = try await operations.recordOutcome(
                karin,
                OutcomeDraft(
                    referrer: try Code("AMA"), participant: try Code("K-2"), checkedOn: checked, status: .unknown))
            #expect([first.rawValue, second.rawValue] == ["U-1", "U-2"])
            let outcomes = try await operations.outcomes(karin)
            #expect(outcomes.map(\.status) == [.employed, .unknown])
            #expect(outcomes.first?.placement?.rawValue == "P1")
            await #expect(throws: Refusal.outcomeNeedsOneSubject) {
                try await operations.recordOutcome(
                    karin,
                    OutcomeDraft(
                        placement: try Code("P1"), referrer: try Code("AMA"), checkedOn: checked, status: .other))
            }
            await #expect(throws: Refusal.dayNotReached(try Day("2026-09-02"))) {
                try await operations.recordOutcome(
                    karin,
                    OutcomeDraft(placement: try Code("P1"), checkedOn: try Day("2026-09-02"), status: .seeking))
            }
        }
    }
}
