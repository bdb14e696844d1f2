import Domain

/// All that happens in one calendar year, whenever it is looked at.
///
/// A year depends on itself, and for those who come back on the year before: the same year comes out the same in the
/// example of any later year, further on in its course.
struct ExampleYear {
    var slots: [MadeSlot]
    var participants: [MadeParticipant]
    var placements: [MadePlacement]
    var outcomes: [MadeOutcome]

    static let springCount = 84
    static let autumnCount = 74

    init(_ year: Int) {
        let first = NewArrivals(year)
        slots = first.slots
        let returning = Self.returning(year, slots)
        participants = first.participants + returning

        var maker = first.placements
        let autumn = participants.filter { $0.availableTo.map { $0 > day(year, 9, 30) } ?? true }
        let late = slots.filter { $0.term == .lateSummer || $0.term == .wholeYear }
        let later = slots.filter { [.autumn, .winter, .wholeYear].contains($0.term) }
        maker.propose(autumn, late, on: day(year, 8, 3), atMost: 4)
        maker.propose(autumn, later, on: day(year, 8, 20), atMost: 3)
        maker.propose(autumn, later, on: day(year, 8, 31), atMost: 3)
        maker.propose(autumn, later, on: day(year, 9, 3))
        placements = maker.placements

        var outcomes = OutcomeMaker(year: year)
        self.outcomes = placements.flatMap { outcomes.followUps(of: $0) }
        self.outcomes += participants.compactMap { outcomes.afterIntroduction(of: $0) }
    }

    /// A few of last spring's people, referred again by somebody else; both know the person by the number.
    private static func returning(_ year: Int, _ slots: [MadeSlot]) -> [MadeParticipant] {
        var dice = Dice(year: year, "returning")
        var maker = ParticipantMaker(year: year, slots: slots, purpose: "returning referrals")
        let before = NewArrivals(year - 1).participants.filter {
            ($0.availableTo.map { $0.year < year } ?? false) && !$0.person.protected
                && [.personnummer, .samordningsnummer].contains($0.person.identityType)
        }
        return dice.shuffled(before).prefix(6).map { earlier in
            let others = ["AMA", "ASTAR", "I17", "SFI", "SOC"].filter { $0 != earlier.referrer }
            return maker.make(earlier.person, .autumn, series: 900, referrer: dice.pick(others))
        }
    }
}

/// The year's slots and those who come for the first time, with the spring's placements: nothing here looks further back.
private struct NewArrivals {
    var slots: [MadeSlot]
    var participants: [MadeParticipant] = []
    var placements: PlacementMaker

    init(_ year: Int) {
        slots = makeSlots(year)
        placements = PlacementMaker(year: year, purpose: "all")
        var dice = Dice(year: year, "arrivals")
        var persons = PersonMaker(year: year)
        var maker = ParticipantMaker(year: year, slots: slots, purpose: "referrals")

        for _ in 0..<ExampleYear.springCount {
            participants.append(maker.make(Self.person(&persons, &dice, ages: 18...62), .spring, series: 100))
        }
        let spring = participants
        for number in 0..<ExampleYear.autumnCount {
            let obstacles = Obstacle.allCases.flatMap { Array(repeating: $0, count: Obstacle.each) }
            guard number < obstacles.count else {
                participants.append(maker.make(Self.person(&persons, &dice, ages: 17...63), .autumn, series: 100))
                continue
            }
            let obstacle = obstacles[number]
            let person = persons.make(
                age: dice.number(19...58), identityType: obstacle.identityType, birthKnown: obstacle != .birthUnknown)
            var participant = maker.make(person, .autumn, series: 100, referrer: obstacle.referrer)
            obstacle.hinder(&participant, year: year)
            participants.append(participant)
        }
        referTwice(year, &dice)

        let open = slots.filter { $0.term == .spring || $0.term == .wholeYear }
        placements.propose(spring, open, on: day(year, 1, 20))
        placements.propose(spring, open, on: day(year, 3, 9))
    }

    private static func person(_ persons: inout PersonMaker, _ dice: inout Dice, ages: ClosedRange<Int>) -> MadePerson {
        // Three draws, so that the middle ages are the commonest.
        let third = (ages.upperBound - ages.lowerBound) / 3
        let age = ages.lowerBound + (0..<3).reduce(0) { sum, _ in sum + dice.number(0...third) }
        let type = dice.pick(
            weighted: [(.personnummer, 80), (.samordningsnummer, 9), (.reservnummer, 6), (.none, 5)]
                as [(IdentityType, Int)])
        return persons.make(age: age, identityType: type)
    }

    /// A few people of the autumn come from two referrers at once.
    private mutating func referTwice(_ year: Int, _ dice: inout Dice) {
        var maker = ParticipantMaker(year: year, slots: slots, purpose: "second referrals")
        let known = participants.dropFirst(ExampleYear.springCount).filter {
            $0.person.identityType == .personnummer && !$0.person.protected
        }
        for first in dice.shuffled(Array(known)).prefix(4) {
            let others = ["AMA", "ASTAR", "I17", "SFI", "SOC"].filter { $0 != first.referrer }
            participants.append(maker.make(first.person, .autumn, series: 800, referrer: dice.pick(others)))
        }
    }
}
