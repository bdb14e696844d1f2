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
}
