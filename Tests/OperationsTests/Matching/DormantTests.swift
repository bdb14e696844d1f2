import Domain
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

/// An offer that nobody has confirmed for long rests: matching leaves it out, the year's count does not, and one
/// confirmation brings it back.
struct DormantTests {
    private func root(_ town: MatchTown) -> Actor {
        Actor(name: "root", role: .operator, municipality: town.municipality)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `dormant is what was last confirmed so many days ago or more, everywhere`(_ seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        try await MatchTown.with { town in
            let today = try Day(MatchTown.today)
            let limit = Int.random(in: 31...120, using: &random)
            try await town.operations.changeSettings(root(town)) { $0.dormantDays = limit }
            try await town.participant("AMA/1")
            var expected: Set<Code> = []
            for number in 1...40 {
                // Around the boundary as often as anywhere.
                func day() -> Day? {
                    switch Int.random(in: 0...3, using: &random) {
                    case 0: nil
                    case 1: today.adding(-limit + Int.random(in: -1...1, using: &random))
                    default: today.adding(-Int.random(in: 0...(2 * limit), using: &random))
                    }
                }
                let (confirmed, offered) = (day(), day())
                let starts = today.adding(Int.random(in: -150...60, using: &random))
                let state = [SlotState.offered, .offered, .offered, .draft, .closed].randomElement(using: &random)
                let code = "S\(number)"
                try await town.slot(code, starts.description, today.adding(120).description, state: state ?? .offered)
                try await town.run(
                    "UPDATE slot SET confirmed_on = \(confirmed), offered_on = \(offered) WHERE code = \(code)")
                if state == .offered, today.days(since: confirmed ?? offered ?? starts) >= limit {
                    expected.insert(try Code(code))
                }
            }
            let (operations, karin) = (town.operations, town.coordinator)
            let slots = try await operations.slots(karin)
            #expect(Set(slots.filter(\.isDormant).map(\.slot.code)) == expected)
            let rows = try await operations.slotList(karin, page: PageRequest(size: 200)).rows
            #expect(Set(rows.filter(\.detail.isDormant).map(\.slot.code)) == expected)
            let run = try await operations.runMatch(karin, MatchParameters(roundStart: today))
            #expect(Set(run.inputs.slots.filter { $0.unconfirmedSince != nil }.map(\.code)) == expected)
            #expect(run.result.pairs.allSatisfy { !expected.contains($0.slot) })
            let plan = try await operations.planRound(karin, roundStart: today)
            #expect(plan.counts.slotsDormant == expected.count)
            #expect(
                plan.counts.places == slots.count { $0.slot.state == .offered && !expected.contains($0.slot.code) })
            for slot in slots where slot.slot.state == .offered {
                let said = try await operations.slotNow(karin, slot.slot.code)
                #expect(said?.sv.hasPrefix("Vilande") == expected.contains(slot.slot.code))
            }
        }
    }

    @Test func `it is out of matching with its reason, still counted, and back after one confirmation`() async throws {
        try await MatchTown.with { town in
            let (operations, karin) = (town.operations, town.coordinator)
            try await town.slot("PARK")
            try await town.run("UPDATE slot SET confirmed_on = '2025-12-18'")
            try await town.participant("AMA/1")
            try await town.run(
                """
                INSERT INTO undertaking (municipality, id, code, text, measure, target_hundredths, starts_on, ends_on, rule)
                VALUES (\(town.municipality), uuid_v7(), 'U1', 'En plats', 'places', 100, '2026-01-01', '2026-12-31',
                    'offered_in_year')
                """)
            let run = try await town.match()
            #expect(run.placed == 0)
            #expect(run.placesLeft.map(\.why.sv) == ["vilande: inte bekräftad sedan 2025-12-18"])
            let why = try await operations.explainMatch(karin, participant: "AMA/1", slot: try Code("PARK")).explanation
            #expect(why.sentences.contains { $0.sv.contains("är vilande tills erbjudandet bekräftas") })
            let shut = try await operations.explainSlot(karin, slot: try Code("PARK"))
            #expect(shut.sentences.contains { $0.sv.contains("att platsen är vilande") })
            let census = try await operations.matchCensus(karin, slot: try Code("PARK"))
            #expect(census.refused.map(\.rules) == [[.dormant]])
            let waits = try await operations.personNow(
                karin, ReferralLabel(referrer: try Code("AMA"), reference: try Code("1")))
            #expect(waits?.sv.contains("vilande") == true)
            await #expect(throws: Refusal.self) { _ = try await town.add("AMA/1", "PARK") }
            // The rule of the year's count does not ask when somebody last confirmed.
            #expect(try await operations.commitmentStatus(karin, year: 2026).undertakings.map(\.count.offered) == [1])

            try await operations.confirmSlot(karin, try Code("PARK"))
            #expect(try await operations.slots(karin).allSatisfy { !$0.isDormant })
            #expect(try await town.match().placed == 1)
            #expect(try await operations.commitmentStatus(karin, year: 2026).undertakings.map(\.count.offered) == [1])
        }
    }

    @Test func `nobody's offer rests before they have been asked`() async throws {
        try await MatchTown.with { town in
            #expect(try await town.operations.settings(town.coordinator).dormantDays == 60)
            // What follows the other setting goes along with it.
            let longer = try await town.operations.changeSettings(root(town)) { $0.unconfirmedDays = 90 }
            #expect(longer.dormantDays == 180)
            await #expect(throws: Refusal.value("dormant_days", .dormantDays)) {
                try await town.operations.changeSettings(root(town)) { $0.dormantDays = 90 }
            }
            try await town.operations.changeSettings(root(town)) { $0.dormantDays = 91 }
            await #expect(throws: Refusal.value("dormant_days", .dormantDays)) {
                try await town.operations.changeSettings(root(town)) { $0.unconfirmedDays = 91 }
            }
        }
    }
}
