import Domain
import FoundationEssentials
import Matching
import Operations
import Store
import Testing

struct MatchEngineTests {
    private func compute(
        _ slots: [SlotFacts], _ people: [PersonFacts], locked: [MatchPair] = [], forbidden: [MatchPair] = []
    ) throws -> MatchResult {
        try MatchEngine.compute(
            MatchInputs(slots: slots, people: people),
            MatchParameters(roundStart: Fixture.start, locked: locked, forbidden: forbidden))
    }

    private func placements(_ result: MatchResult) -> [String: String] {
        Dictionary(uniqueKeysWithValues: result.pairs.map { ($0.participant, $0.slot.rawValue) })
    }

    @Test func `changing a wish changes the place`() throws {
        let slots = [Fixture.slot("P1"), Fixture.slot("P2")]
        func people(first: String, second: String) -> [PersonFacts] {
            [
                Fixture.person("AMA/K-1") { $0.wishes = [Fixture.code(first)] },
                Fixture.person("AMA/K-2") { $0.wishes = [Fixture.code(second)] },
            ]
        }
        #expect(
            placements(try compute(slots, people(first: "P1", second: "P2"))) == ["AMA/K-1": "P1", "AMA/K-2": "P2"])
        #expect(
            placements(try compute(slots, people(first: "P2", second: "P1"))) == ["AMA/K-1": "P2", "AMA/K-2": "P1"])
    }

    @Test func `priority goes before score, and the one left is told so`() throws {
        let result = try compute(
            [Fixture.slot("P1")],
            [
                Fixture.person("AMA/K-1") { $0.wishes = [Fixture.code("P1")] },
                Fixture.person("AMA/K-2") { $0.priority = 5 },
            ])
        #expect(placements(result) == ["AMA/K-2": "P1"])
        #expect(result.placedByPriority == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
        let left = try #require(result.unplaced.first)
        #expect(left.participant == "AMA/K-1")
        #expect(left.reason == .outcompeted)
        #expect(
            left.text.sv == "Behörig till P1, men platsen gick till någon annan. Den som kom före har högre prioritet.")
        #expect(
            left.text.en
                == "Eligible for P1, but the place went to somebody else. Whoever came first has a higher priority.")
        #expect(!left.text.sv.contains("K-2"))
    }

    @Test func `two referrals are one person, with the best of both`() throws {
        let person = PersonFacts(referrals: [
            Fixture.referral("SFI/77") {
                $0.sfiPassed = .c
                $0.priority = 1
            },
            Fixture.referral("AMA/K-1") { $0.priority = 4 },
        ])
        let slots = [Fixture.slot("P1") { $0.sfiRequired = .c }, Fixture.slot("P2") { $0.sfiRequired = .d }]
        let result = try compute(slots, [person])
        #expect(placements(result) == ["SFI/77": "P1"])
        #expect(result.placedByPriority[4] == 1)
        #expect(result.unplaced.isEmpty)
    }

    @Test func `a near miss counts free places and names the requirement`() throws {
        let slots = [
            Fixture.slot("P1", places: 2) { $0.sfiRequired = .d },
            Fixture.slot("P2") { $0.sfiRequired = .d },
            Fixture.slot("P3") { $0.licences = Fixture.words("B") },
            // Full, and two rules away: neither is a near miss for language.
            Fixture.slot("P4") {
                $0.sfiRequired = .d
                $0.taken = [$0.period]
            },
        ]
        let result = try compute(slots, [Fixture.person("AMA/K-1") { $0.sfiPassed = .c }])
        let left = try #require(result.unplaced.first)
        #expect(left.reason == .noEligiblePlace)
        #expect(left.text.sv == "Godkänd SFI C; tre lediga platser kräver D. Med SFI D hade hen fått någon av dem.")
        #expect(
            left.text.en == "Passed SFI C; three free places ask for D. With SFI D one of them would have been theirs.")
        #expect(left.nearMisses.map(\.places) == [3, 1])
        #expect(left.nearMisses[0].slots.map(\.rawValue) == ["P1", "P2"])
        #expect(
            left.nearMisses[1].text.sv
                == "Körkort B saknas i uppgifterna; en ledig plats kräver det. Med körkort B hade hen fått den.")
    }

    @Test func `protected identity is left out whole, with nothing said about it`() throws {
        let people = [
            PersonFacts(
                isProtected: true,
                referrals: [Fixture.referral("AMA/K-1") { $0.priority = 9 }, Fixture.referral("SFI/7")])
        ]
        let inputs = MatchInputs(slots: [Fixture.slot("P1")], people: people)
        #expect(inputs.people.isEmpty)
        #expect(inputs.leftOut == 1)
        let result = try MatchEngine.compute(inputs, MatchParameters(roundStart: Fixture.start))
        #expect(result.pairs.isEmpty)
        #expect(result.unplaced.map(\.reason) == [.leftOut])
        #expect(result.unplaced[0].participant == "•••")
        #expect(result.unplaced[0].nearMisses.isEmpty)
        #expect(!result.unplaced[0].text.sv.lowercased().contains("skydd"))
    }

    @Test func `each kind of reason is found`() throws {
        let slots = [
            Fixture.slot("P1") { $0.sfiRequired = .b },
            Fixture.slot("P2", "2026-03-02", "2026-04-30") { $0.minimumAge = 18 },
        ]
        let people = [
            Fixture.person("AMA/busy", busy: [Fixture.days("2026-03-01", "2026-06-30")]) {
                $0.sfiPassed = .d
            },
            // Busy on all those days, and short of language too.
            Fixture.person("AMA/both", busy: [Fixture.days("2026-03-01", "2026-06-30")]),
            Fixture.person("AMA/gone") { $0.availableTo = Fixture.day("2026-03-20") },
            Fixture.person("AMA/two") { $0.weekdays = Weekdays(rawValue: 1) },
        ]
        let result = try compute(slots, people)
        let reasons = Dictionary(uniqueKeysWithValues: result.unplaced.map { ($0.participant, $0) })
        #expect(reasons["AMA/busy"]?.reason == .alreadyPlaced)
        #expect(reasons["AMA/both"]?.reason == .alreadyPlaced)
        #expect(reasons["AMA/gone"]?.reason == .notAvailable)
        #expect(reasons["AMA/two"]?.reason == .noEligiblePlace)
        #expect(
            reasons["AMA/two"]?.text.en
                == "No slot comes close: each fails on two requirements or more, most often this one: the slot's weekdays suit."
        )
        #expect(try compute([], [Fixture.person("AMA/K-1")]).unplaced.map(\.reason) == [.noSlots])
    }

    @Test func `locked and forbidden pairs are kept, and refused where they cannot be`() throws {
        let slots = [Fixture.slot("P1"), Fixture.slot("P2") { $0.sfiRequired = .d }]
        let people = [
            Fixture.person("AMA/K-1") { $0.priority = 9 },
            Fixture.person("AMA/K-2"),
        ]
        let pair = MatchPair(participant: "AMA/K-2", slot: Fixture.code("P1"))
        let locked = try compute(slots, people, locked: [pair])
        #expect(placements(locked) == ["AMA/K-2": "P1"])
        #expect(locked.pairs[0].isLocked)
        #expect(
            locked.unplaced[0].text.en == "Eligible for P1, but the coordinator has locked the place for somebody else."
        )

        let forbidden = try compute(slots, [people[1]], forbidden: [pair])
        #expect(forbidden.pairs.isEmpty)
        #expect(forbidden.unplaced[0].text.en == "Eligible, but the coordinator has ruled the pair out.")

        let unfit = MatchPair(participant: "AMA/K-1", slot: Fixture.code("P2"))
        let rule = RuleFailure.sfi(required: .d, passed: .none).phrase
        #expect(throws: MatchFault.lockNotEligible(unfit, [rule])) { try compute(slots, people, locked: [unfit]) }
        #expect(throws: MatchFault.lockedBeyondCapacity(Fixture.code("P1"), places: 1)) {
            try compute(
                slots, people, locked: [pair, .init(participant: "AMA/K-1", slot: Fixture.code("P1"))])
        }
        #expect(throws: MatchFault.unknownParticipant("AMA/K-9")) {
            try compute(slots, people, locked: [.init(participant: "AMA/K-9", slot: Fixture.code("P1"))])
        }
    }

    @Test func `what is decided can never overfill, though people begin on different days`() throws {
        // One place, free from April on: the early one cannot come; two late ones could not share it.
        let slot = Fixture.slot("P1", places: 2) { $0.taken = [Fixture.days("2026-03-02", "2026-03-31")] }
        let people = ["K-1", "K-2", "K-3"].enumerated().map { index, name in
            Fixture.person("AMA/\(name)") { $0.availableFrom = Fixture.day(index == 0 ? "2026-04-01" : "2026-03-02") }
        }
        let result = try compute([slot], people)
        #expect(result.pairs.count == 1)
        #expect(result.slots[0].places == 1)
    }

    @Test func `the stored text is the same each time, also with the rows in another order`() throws {
        var random = SplitMix64(seed: 7)
        let slots = (0..<12).map { index in
            Fixture.slot("P\(index)", places: 1 + index % 3) { $0.sfiRequired = index % 4 == 0 ? .c : nil }
        }
        let people = (0..<40).map { index in
            Fixture.person("AMA/K-\(index)") {
                $0.priority = index % 4
                $0.sfiPassed = index % 3 == 0 ? .d : .b
                $0.wishes = [Fixture.code("P\(index % 12)")]
            }
        }
        let parameters = MatchParameters(roundStart: Fixture.start)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let inputs = MatchInputs(slots: slots, people: people)
        let first = try encoder.encode(MatchEngine.compute(inputs, parameters))
        let shuffled = MatchInputs(
            slots: slots.shuffled(using: &random), people: people.shuffled(using: &random))
        #expect(try encoder.encode(MatchEngine.compute(shuffled, parameters)) == first)

        // Read back from their text, as a replay does.
        let stored = try JSONDecoder().decode(MatchInputs.self, from: encoder.encode(inputs))
        #expect(stored == inputs)
        #expect(try encoder.encode(MatchEngine.compute(stored, parameters)) == first)
    }

    @Test func `a stored result is verified by its certificate, and a changed one is not`() throws {
        let inputs = MatchInputs(
            slots: [Fixture.slot("P1"), Fixture.slot("P2")],
            people: (1...3).map { index in
                Fixture.person("AMA/K-\(index)") { $0.wishes = [Fixture.code("P1"), Fixture.code("P2")] }
            })
        let parameters = MatchParameters(roundStart: Fixture.start)
        let result = try MatchEngine.compute(inputs, parameters)
        try MatchEngine.verify(result, inputs, parameters)
        var other = result
        other.pairs.removeLast()
        #expect(throws: MatchFault.notCertified) { try MatchEngine.verify(other, inputs, parameters) }
        var cheap = result
        cheap.certificate?.seatPrices[0] += 1
        #expect(throws: MatchFault.notCertified) { try MatchEngine.verify(cheap, inputs, parameters) }
        var better = result
        better.score += 1
        #expect(throws: MatchFault.notCertified) { try MatchEngine.verify(better, inputs, parameters) }
    }
}
