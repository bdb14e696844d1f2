import Domain
import Operations
import Store
import Testing

/// What holds of every round, whatever its facts.
struct MatchPropertyTests {
    private struct Round {
        var slots: [SlotFacts] = []
        var people: [PersonFacts] = []

        init(_ random: inout SplitMix64) {
            let licences = Fixture.words("B", "C", "truck")
            for index in 0..<Int.random(in: 1...8, using: &random) {
                let from = Int.random(in: -40...40, using: &random)
                let length = Int.random(in: 20...120, using: &random)
                slots.append(
                    Fixture.slot("P\(index)", places: Int.random(in: 1...3, using: &random)) { slot in
                        slot.period = Self.span(from, length)
                        slot.sfiRequired =
                            Bool.random(using: &random) ? SFICourse.allCases.randomElement(using: &random) : nil
                        slot.licences = Int.random(in: 0...3, using: &random) == 0 ? [licences[0]] : []
                        slot.earmark = Int.random(in: 0...4, using: &random) == 0 ? Fixture.code("SFI") : nil
                        slot.minutesPerDay = [nil, 240, 360].randomElement(using: &random) ?? nil
                        if Int.random(in: 0...3, using: &random) == 0 {
                            slot.withdrawals = [
                                .init(on: slot.period.from.adding(Int.random(in: 0...80, using: &random)), places: 1)
                            ]
                        }
                        slot.taken = (0..<Int.random(in: 0...2, using: &random)).map { _ in
                            Self.span(from + Int.random(in: 0...60, using: &random), 30)
                        }
                    })
            }
            for index in 0..<Int.random(in: 0...20, using: &random) {
                let referrers = ["AMA", "SFI"].shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
                var referrals = referrers.map { referrer in
                    Fixture.referral("\(referrer)/K-\(index)") { referral in
                        referral.sfiPassed = SFIPassed.allCases.randomElement(using: &random) ?? .none
                        referral.licences = Bool.random(using: &random) ? licences : []
                        referral.priority = Int.random(in: 0...2, using: &random)
                        referral.minutesPerDay = [nil, 240].randomElement(using: &random) ?? nil
                        referral.wishes = slots.shuffled(using: &random).prefix(2).map(\.code)
                        if Bool.random(using: &random) {
                            referral.availableFrom = Fixture.start.adding(Int.random(in: -20...40, using: &random))
                        }
                    }
                }
                referrals.sort { $0.label < $1.label }
                let isBusy = Int.random(in: 0...3, using: &random) == 0
                people.append(
                    PersonFacts(
                        isProtected: Int.random(in: 0...9, using: &random) == 0, referrals: referrals,
                        busy: isBusy ? [Self.span(Int.random(in: -20...60, using: &random), 30)] : []))
            }
        }

        // swift-format-ignore: NeverUseForceTry
        private static func span(_ from: Int, _ length: Int) -> Period {
            try! Period(from: Fixture.start.adding(from), to: Fixture.start.adding(from + length - 1))
        }
    }

    @Test func `every pair keeps every rule, no day is overfilled, nobody is forgotten`() throws {
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let round = Round(&random)
            let inputs = MatchInputs(slots: round.slots, people: round.people)
            let parameters = MatchParameters(roundStart: Fixture.start, seed: seed)
            let result = try MatchEngine.compute(inputs, parameters)
            try MatchEngine.verify(result, inputs, parameters)
            #expect(result.pairs.count + result.unplaced.count == round.people.count, "seed \(seed)")

            // All pairs taken one after another, as deciding does.
            var slots = Dictionary(uniqueKeysWithValues: round.slots.map { ($0.code, $0) })
            var placed: Set<Int> = []
            for pair in result.pairs {
                let person = try #require(
                    round.people.firstIndex { $0.referrals.contains { $0.label == pair.participant } })
                #expect(placed.insert(person).inserted, "seed \(seed)")
                let referral = try #require(round.people[person].referrals.first { $0.label == pair.participant })
                let slot = try #require(slots[pair.slot])
                #expect(
                    Eligibility(roundStart: Fixture.start).failures(round.people[person], referral, slot).isEmpty,
                    "seed \(seed)")
                #expect(pair.parts.values.reduce(0, +) == pair.score)
                slots[pair.slot]?.taken.append(pair.days)
            }
            for person in result.unplaced {
                #expect(!person.text.sv.isEmpty && !person.text.en.isEmpty)
                #expect(person.nearMisses.allSatisfy { $0.places > 0 && !$0.slots.isEmpty })
            }
        }
    }
}
