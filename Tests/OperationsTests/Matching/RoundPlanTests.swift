import Domain
import Operations
import Store
import TestSupport
import Testing

struct RoundPlanTests {
    @Test func `before a round one sees who and what is in it, and why the others are not`() async throws {
        try await ListTown.with { town in
            let (operations, karin) = (town.operations, town.coordinator)
            let ada = Actor(name: "ada", role: .administrator, municipality: town.municipality)
            _ = try await operations.changeSettings(ada) {
                $0.minimumWeeks = 6
                $0.weights[.wish] = 10
            }
            let start = try Day("2026-03-16")
            let plan = try await operations.planRound(karin, roundStart: start)
            #expect(plan.parameters.minimumDays == 42 && plan.parameters.weights[.wish] == 10 && plan.earlier.isEmpty)
            let run = try await operations.runMatch(karin, plan.parameters)
            #expect(plan.counts.people == run.persons - plan.counts.peopleProtected)
            #expect(plan.counts.peopleProtected > 0 && plan.counts.busy > 0 && plan.counts.peopleOver == 0)
            let awake = try await operations.slots(karin).filter { !$0.isDormant }
            #expect(awake.count < (try await operations.slots(karin)).count && plan.counts.slotsDormant > 0)
            let slots = try await operations.slots(karin).map(\.slot)
            let (inside, short) = (try Day("2026-04-26"), try Day(ListTown.today))
            let within = awake.map(\.slot).filter { $0.state == .offered && $0.period.to >= inside }
            #expect(plan.counts.places == within.reduce(0) { $0 + $1.places.rawValue })
            #expect(
                plan.counts.slotsTooShort
                    == slots.count { $0.state == .offered && $0.period.to >= short && $0.period.to < inside })
            #expect(plan.counts.drafts == slots.count { $0.state == .draft && $0.period.to >= inside })
            #expect(try await operations.planRound(karin, roundStart: start).earlier.map(\.code) == [run.code])
            let late = try await operations.planRound(karin, roundStart: start, minimumDays: 7)
            #expect(late.parameters.minimumDays == 7 && late.counts.places > plan.counts.places)
            await #expect(throws: Refusal.notAllowed(.listRuns, .registrar)) {
                try await operations.planRound(try await town.registrar("PARK"), roundStart: start)
            }
        }
    }
}
