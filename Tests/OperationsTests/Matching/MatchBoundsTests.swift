import Domain
import Operations
import Store
import Testing

/// Bounds over several slots and several people: supervisors, units, shares, referrers, an earlier run.
struct MatchBoundsTests {
    private func compute(
        _ slots: [SlotFacts], _ people: [PersonFacts], supervisors: [SupervisorFacts] = [], units: [String] = [],
        previous: [MatchPair] = [], _ bounds: MatchBounds = MatchBounds(), keepBonus: Int? = nil
    ) throws -> MatchResult {
        let inputs = MatchInputs(
            slots: slots, people: people, supervisors: supervisors,
            units: units.map { text in
                let parts = text.split(separator: "<").map { Fixture.code(String($0)) }
                return UnitFacts(code: parts[0], parent: parts.count > 1 ? parts[1] : nil)
            }, previous: previous)
        let parameters = MatchParameters(
            roundStart: Fixture.start, bounds: bounds,
            keep: keepBonus.map { MatchKeep(run: Fixture.code("M-1"), bonus: $0) })
        let result = try MatchEngine.compute(inputs, parameters)
        try MatchEngine.verify(result, inputs, parameters)
        return result
    }

    private func slot(_ code: String, unit: String, supervisor: String? = nil, places: Int = 1) -> SlotFacts {
        Fixture.slot(code, places: places) {
            $0.unit = Fixture.code(unit)
            $0.supervisor = supervisor.map(Fixture.code)
        }
    }

    private func people(_ count: Int, referrer: String = "AMA") -> [PersonFacts] {
        (0..<count).map { Fixture.person("\(referrer)/K-\($0)") }
    }

    private func bound(_ code: String, _ count: Int) -> MatchBound {
        MatchBound(code: Fixture.code(code), count: count)
    }

    @Test func `a supervisor takes so many over all slots together`() throws {
        let slots = [slot("P1", unit: "A", supervisor: "H", places: 2), slot("P2", unit: "A", supervisor: "H")]
        let result = try compute(
            slots, people(5),
            supervisors: [SupervisorFacts(code: Fixture.code("H"), unit: Fixture.code("A"), capacity: 2)])
        #expect(result.pairs.count == 2)
        #expect(result.bounds.map(\.kind) == [.supervisor])
        #expect(result.bounds[0].phrase(.optimal).sv == "Handledaren H: 2 placerade, högst 2.")
    }

    @Test func `whoever the supervisor guides elsewhere counts on their days`() throws {
        let busy = [Fixture.days("2026-05-01", "2026-05-31"), Fixture.days("2026-05-15", "2026-07-31")]
        let slots = [
            slot("P1", unit: "A", supervisor: "H"),
            Fixture.slot("P2", "2026-03-02", "2026-04-30") { $0.supervisor = Fixture.code("H") },
        ]
        let result = try compute(
            slots, people(3),
            supervisors: [SupervisorFacts(code: Fixture.code("H"), unit: Fixture.code("A"), capacity: 2, taken: busy)])
        // P1 runs into the days on which both are there; P2 ends before.
        #expect(result.pairs.map(\.slot.rawValue) == ["P2"])
        let left = try #require(result.unplaced.first)
        #expect(left.nearMisses.map(\.rule) == [.supervisor])
        #expect(
            left.nearMisses[0].text.sv
                == "En ledig plats passar, men dess handledare tar inte emot fler de dagarna.")
    }

    @Test func `units nest, and the narrower bound holds within the wider`() throws {
        let slots = [
            slot("P1", unit: "A1", places: 3), slot("P2", unit: "A2", places: 3), slot("P3", unit: "B", places: 3),
        ]
        let units = ["A", "A1<A", "A2<A", "B"]
        func placed(_ result: MatchResult) -> [Int] { result.slots.map(\.placed) }
        #expect(try compute(slots, people(9), units: units, MatchBounds(unitMaxima: [bound("A", 4)])).pairs.count == 7)
        let narrow = try compute(
            slots, people(9), units: units, MatchBounds(unitMaxima: [bound("A", 4), bound("A1", 1)]))
        #expect(placed(narrow) == [1, 3, 3])
        let wanted = try compute(
            slots, people(3), units: units, MatchBounds(unitMinima: [bound("B", 2), bound("A2", 1)]))
        #expect(placed(wanted) == [0, 1, 2])
        #expect(wanted.shortfall == 0)
    }

    @Test func `a minimum that cannot be met lacks so many, said, and leaves nobody without a place`() throws {
        let slots = [slot("P1", unit: "A"), slot("P2", unit: "B", places: 2)]
        let result = try compute(
            slots, people(2) + people(1, referrer: "SFI"), units: ["A", "B"],
            MatchBounds(unitMinima: [bound("A", 2)], referrerMinima: [bound("SFI", 3)]))
        #expect(result.pairs.count == 3)
        #expect(result.shortfall == 3)
        #expect(
            result.bounds.map { $0.phrase(.optimal).sv } == [
                "Enheten A: 1 placerad, helst minst 2; en fattas, fler gick inte utan att någon annan blev utan plats.",
                "Anvisaren SFI: 1 placerad, helst minst 3; två fattas, fler gick inte utan att någon annan blev utan plats.",
            ])
    }

    @Test func `a referrer's minimum draws its people in among equals, and goes before the score`() throws {
        let ama = (0..<3).map { index in Fixture.person("AMA/K-\(index)") { $0.wishes = [Fixture.code("P1")] } }
        let people = ama + people(2, referrer: "SFI")
        let without = try compute([slot("P1", unit: "A", places: 3)], people)
        #expect(without.pairs.allSatisfy { $0.participant.hasPrefix("AMA") })
        let with = try compute(
            [slot("P1", unit: "A", places: 3)], people, MatchBounds(referrerMinima: [bound("SFI", 1)]))
        #expect(with.pairs.map(\.participant).filter { $0.hasPrefix("SFI") }.count == 1)
        #expect(with.shortfall == 0)
    }

    @Test func `a share is kept for its referrer though others score more, and its people may have the rest too`()
        throws
    {
        let keen = (0..<3).map { index in Fixture.person("AMA/K-\(index)") { $0.wishes = [Fixture.code("P1")] } }
        let slots = [slot("P1", unit: "A", places: 3)]
        let share = SlotShare(slot: Fixture.code("P1"), referrer: Fixture.code("SFI"), places: 2)
        let shared = try compute(slots, keen + people(1, referrer: "SFI"), MatchBounds(shares: [share]))
        #expect(shared.pairs.map(\.participant).filter { $0.hasPrefix("AMA") }.count == 1)
        #expect(shared.pairs.count == 2)
        #expect(try compute(slots, people(3, referrer: "SFI"), MatchBounds(shares: [share])).pairs.count == 3)
        #expect(throws: MatchFault.sharedTwice(Fixture.code("P1"))) {
            try compute(slots, people(1, referrer: "SFI"), MatchBounds(shares: [share, share]))
        }
        #expect(throws: MatchFault.unknownReferrer(Fixture.code("SFI"))) {
            try compute(slots, people(1), MatchBounds(shares: [share]))
        }
    }

    @Test func `a supervisor across bounded units is refused by name, and let pass where no bound is in play`() throws {
        let slots = [
            slot("P1", unit: "A", supervisor: "H", places: 2), slot("P2", unit: "B", supervisor: "H", places: 2),
            slot("P3", unit: "B"),
        ]
        let supervisors = [SupervisorFacts(code: Fixture.code("H"), unit: Fixture.code("A"), capacity: 2)]
        let units = ["A", "B"]
        #expect(try compute(slots, people(4), supervisors: supervisors, units: units).pairs.count == 3)
        let fault = MatchFault.supervisorAcrossUnits(
            supervisor: Fixture.code("H"), of: Fixture.code("A"), slotUnits: [Fixture.code("A"), Fixture.code("B")],
            bounded: Fixture.code("B"))
        #expect(throws: fault) {
            try compute(
                slots, people(4), supervisors: supervisors, units: units, MatchBounds(unitMaxima: [bound("B", 1)]))
        }
        #expect(
            fault.phrase.sv.hasPrefix(
                "Handledaren H i enheten A har platser i A och B, och bara några av dem räknas till gränsen för B."))
        // A bound around all of it nests, and so does one within it.
        let wide = try compute(
            slots, people(4), supervisors: supervisors, units: ["A<C", "B<C", "C"],
            MatchBounds(unitMaxima: [bound("C", 1)]))
        #expect(wide.pairs.count == 1)
        let within = try compute(
            slots, people(4), supervisors: supervisors, units: units, MatchBounds(unitMinima: [bound("A", 2)]))
        #expect(within.slots.map(\.placed) == [2, 0, 1])
    }

    @Test func `an earlier run's pairs are kept among equals, and for a bonus against the score`() throws {
        let slots = [slot("P1", unit: "A"), slot("P2", unit: "A")]
        let people = people(2)
        let first = try compute(slots, people)
        let swapped = zip(first.pairs, first.pairs.reversed()).map {
            MatchPair(participant: $0.participant, slot: $1.slot)
        }
        let kept = try compute(slots, people, previous: swapped, keepBonus: 0)
        #expect(kept.kept == 2)
        #expect(Set(kept.pairs.map { MatchPair(participant: $0.participant, slot: $0.slot) }) == Set(swapped))

        let keen = [
            Fixture.person("AMA/K-0") { $0.wishes = [Fixture.code("P1")] },
            Fixture.person("AMA/K-1") { $0.wishes = [Fixture.code("P2")] },
        ]
        let before = [MatchPair(participant: "AMA/K-0", slot: Fixture.code("P2"))]
        #expect(try compute(slots, keen, previous: before, keepBonus: 0).kept == 0)
        let paid = try compute(slots, keen, previous: before, keepBonus: 501)
        #expect(paid.kept == 1)
        #expect(paid.score == paid.pairs.reduce(0) { $0 + $1.score } + 501)
    }

    @Test func `bounds that name nothing or are out of range are refused`() {
        let slots = [slot("P1", unit: "A")]
        #expect(throws: MatchFault.unknownUnit(Fixture.code("X"))) {
            try compute(slots, people(1), units: ["A"], MatchBounds(unitMaxima: [bound("X", 1)]))
        }
        #expect(throws: MatchFault.boundTwice(Fixture.code("A"))) {
            try compute(slots, people(1), units: ["A"], MatchBounds(unitMinima: [bound("A", 1), bound("A", 2)]))
        }
        #expect(throws: MatchFault.boundOutOfRange) {
            try compute(slots, people(1), units: ["A"], MatchBounds(unitMaxima: [bound("A", -1)]))
        }
        #expect(throws: MatchFault.boundOutOfRange) { try compute(slots, people(1), keepBonus: 1001) }
    }
}
