import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct OutcomeTests {
    @Test func `a status is recorded of a placement or of a person, never of both or neither`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-09-01")))
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            let checked = try Day("2026-08-31")
            let placement = try Code("P1")
            func record(
                placement: Code?, referrer: Code?, participant: Code?, on day: Day, _ status: OutcomeStatus
            ) async throws -> String {
                try await operations.recordOutcome(karin) { code in
                    Outcome(
                        municipality: town.code, code: code, placement: placement, referrer: referrer,
                        participant: participant, checkedOn: day, status: status)
                }.rawValue
            }
            let ama = try Code("AMA")
            #expect(
                try await record(placement: placement, referrer: nil, participant: nil, on: checked, .employed) == "U-1"
            )
            #expect(
                try await record(placement: nil, referrer: ama, participant: try Code("K-2"), on: checked, .unknown)
                    == "U-2")
            let outcomes = try await operations.outcomes(karin).shown
            #expect(outcomes.map(\.status) == [.employed, .unknown])
            #expect(outcomes.map { $0.placement?.rawValue } == ["P1", nil])
            await #expect(throws: Refusal.outcomeNeedsOneSubject) {
                try await record(placement: placement, referrer: ama, participant: nil, on: checked, .other)
            }
            await #expect(throws: Refusal.outcomeNeedsOneSubject) {
                try await record(placement: nil, referrer: nil, participant: nil, on: checked, .other)
            }
            await #expect(throws: Refusal.dayNotReached(try Day("2026-09-02"))) {
                try await record(
                    placement: placement, referrer: nil, participant: nil, on: try Day("2026-09-02"), .seeking)
            }
        }
    }
}
