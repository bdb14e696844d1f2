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

    /// None where a supervisor stands across bounded units.
    private static func resultUnlessCrossing(
        _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws -> MatchResult? {
        do {
            return try MatchEngine.compute(inputs, parameters)
        } catch {
            guard case .supervisorAcrossUnits = error else { throw error }
            return nil
        }
    }

    @Test func `supervisors, units and shares hold when all pairs are taken, one after another`() throws {
        var (refused, bounded) = (0, 0)
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            var round = Round(&random)
            let units = ["U", "U-1", "U-2"].map {
                UnitFacts(code: Fixture.code($0), parent: $0 == "U" ? nil : Fixture.code("U"))
            }
            var supervisors = (0..<3).map { index in
                SupervisorFacts(
                    code: Fixture.code("H\(index)"), unit: Fixture.code("U-1"),
                    capacity: Int.random(in: 0...3, using: &random))
            }
            for index in round.slots.indices {
                round.slots[index].unit = Fixture.code(Bool.random(using: &random) ? "U-1" : "U-2")
                guard let guide = supervisors.indices.randomElement(using: &random), guide > 0 else { continue }
                round.slots[index].supervisor = supervisors[guide].code
                supervisors[guide].taken += round.slots[index].taken
            }
            func count(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) }
            var bounds = MatchBounds()
            if round.slots.contains(where: { $0.unit.rawValue == "U-1" }) {
                bounds.unitMaxima = [.init(code: Fixture.code("U-1"), count: count(4))]
            }
            if count(1) == 0 { bounds.unitMaxima.append(.init(code: Fixture.code("U"), count: count(6))) }
            if round.slots.contains(where: { $0.unit.rawValue == "U-2" }) {
                bounds.unitMinima = [.init(code: Fixture.code("U-2"), count: count(4))]
            }
            let referrer = Fixture.code("SFI")
            if round.people.contains(where: { !$0.isProtected && $0.referrals.contains { $0.referrer == referrer } }) {
                bounds.referrerMinima = [.init(code: referrer, count: count(4))]
                bounds.shares = [SlotShare(slot: round.slots[0].code, referrer: referrer, places: count(2))]
            }
            let inputs = MatchInputs(
                slots: round.slots, people: round.people, supervisors: supervisors, units: units)
            let mode = MatchMode.allCases[count(1)]
            let parameters = MatchParameters(roundStart: Fixture.start, seed: seed, bounds: bounds, mode: mode)
            guard let result = try Self.resultUnlessCrossing(inputs, parameters) else {
                refused += 1
                continue
            }
            try MatchEngine.verify(result, inputs, parameters)
            bounded += result.bounds.isEmpty ? 0 : 1

            var slots = Dictionary(uniqueKeysWithValues: round.slots.map { ($0.code, $0) })
            var guides = Dictionary(uniqueKeysWithValues: supervisors.map { ($0.code, $0) })
            for pair in result.pairs {
                let person = try #require(
                    round.people.first { $0.referrals.contains { $0.label == pair.participant } })
                let referral = try #require(person.referrals.first { $0.label == pair.participant })
                let slot = try #require(slots[pair.slot])
                let failures = Eligibility(roundStart: Fixture.start).failures(
                    person, referral, slot, supervisor: slot.supervisor.flatMap { guides[$0] })
                #expect(failures.isEmpty, "seed \(seed): \(failures)")
                slots[pair.slot]?.taken.append(pair.days)
                if let guide = slot.supervisor { guides[guide]?.taken.append(pair.days) }
            }
            for bound in bounds.unitMaxima {
                let placed = result.pairs.count { pair in
                    bound.code.rawValue == "U" || slots[pair.slot]?.unit == bound.code
                }
                #expect(placed <= bound.count, "seed \(seed)")
            }
            if let share = bounds.shares.first, let offered = result.slots.first(where: { $0.slot == share.slot }) {
                let others = result.pairs.count { $0.slot == share.slot && !$0.participant.hasPrefix("SFI/") }
                #expect(others <= max(0, offered.places - share.places), "seed \(seed)")
            }
        }
        #expect(refused > 0 && bounded > 100)
    }
}
