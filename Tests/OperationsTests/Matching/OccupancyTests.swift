import Domain
import Operations
import Store
import Testing

struct OccupancyTests {
    @Test func `free places and round capacities agree with counting every day`() {
        for seed in 0..<400 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let first = Fixture.start
            func span(_ within: Int) -> Period {
                let from = Int.random(in: 0..<within, using: &random)
                let to = Int.random(in: from..<within, using: &random)
                return try! Period(from: first.adding(from), to: first.adding(to))
            }
            var slot = Fixture.slot("P1", "2026-03-02", "2026-03-31", places: Int.random(in: 1...4, using: &random))
            slot.taken = (0..<Int.random(in: 0...4, using: &random)).map { _ in span(30) }
            if Bool.random(using: &random) {
                slot.withdrawals = [.init(on: first.adding(Int.random(in: 0..<30, using: &random)), places: 1)]
            }
            if Int.random(in: 0..<4, using: &random) == 0 {
                slot.withdrawnOn = first.adding(Int.random(in: 0..<30, using: &random))
            }
            let asked = span(32)
            let everyDay = (0..<40).map { first.adding($0) }
            func free(_ day: Day) -> Int { slot.places(on: day) - slot.taken.count { $0.contains(day) } }
            #expect(
                slot.freePlaces(during: asked) == everyDay.filter(asked.contains).map(free).min(), "seed \(seed)")

            let candidates = (0..<5).map { _ in span(30) }.filter { slot.freePlaces(during: $0) > 0 }
            let expected = (0...candidates.count).last { c in
                everyDay.allSatisfy { day in
                    let wanting = candidates.count { $0.contains(day) }
                    return wanting == 0 || min(c, wanting) <= max(0, free(day))
                }
            }
            #expect(slot.roundCapacity(for: candidates) == expected, "seed \(seed)")
        }
    }

    @Test func `no choice of so many pairs asks a supervisor for more than they take on any day`() {
        var narrowed = 0
        for seed in 0..<400 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let first = Fixture.start
            func span() -> Period {
                let from = Int.random(in: 0..<20, using: &random)
                return try! Period(
                    from: first.adding(from), to: first.adding(Int.random(in: from..<20, using: &random)))
            }
            let supervisor = SupervisorFacts(
                code: Fixture.code("H"), unit: Fixture.code("A"), capacity: Int.random(in: 0...3, using: &random),
                taken: (0..<Int.random(in: 0...2, using: &random)).map { _ in span() })
            let candidates = (0..<6).map { _ in
                SupervisorFacts.Candidate(
                    person: Int.random(in: 0..<4, using: &random), slot: Int.random(in: 0..<3, using: &random),
                    days: span())
            }.filter { supervisor.hasRoom(during: $0.days) }
            let places = (0..<3).map { _ in Int.random(in: 1...2, using: &random) }
            let capacity = supervisor.roundCapacity(for: candidates) { places[$0] }
            narrowed += capacity < Set(candidates.map(\.person)).count ? 1 : 0
            for choice in 0..<1 << candidates.count {
                let chosen = candidates.indices.filter { choice >> $0 & 1 == 1 }.map { candidates[$0] }
                guard chosen.count <= capacity, Set(chosen.map(\.person)).count == chosen.count,
                    places.indices.allSatisfy({ slot in chosen.count { $0.slot == slot } <= places[slot] })
                else { continue }
                for day in (0..<20).map({ first.adding($0) }) where chosen.contains(where: { $0.days.contains(day) }) {
                    let guided = chosen.count { $0.days.contains(day) } + supervisor.taken.count { $0.contains(day) }
                    #expect(guided <= supervisor.capacity, "seed \(seed)")
                }
            }
        }
        #expect(narrowed > 50)
    }
}
