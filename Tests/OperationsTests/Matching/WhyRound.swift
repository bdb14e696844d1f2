import Domain
import Operations
import Store

/// A random round with everything a municipality respects, in which each slot asks for a licence of its own: giving one to
/// one person changes one pair and nothing else.
struct WhyRound {
    var slots: [SlotFacts] = []
    var people: [PersonFacts] = []
    var supervisors: [SupervisorFacts] = []
    var previous: [MatchPair] = []
    var parameters: MatchParameters

    var inputs: MatchInputs {
        MatchInputs(
            slots: slots, people: people, supervisors: supervisors, units: [UnitFacts(code: Fixture.code("SBF"))],
            previous: previous)
    }

    static func licence(_ slot: Int) -> Keyword { Fixture.words("L\(slot)")[0] }

    init(_ random: inout SplitMix64, seed: UInt64) {
        parameters = MatchParameters(roundStart: Fixture.start, seed: seed)
        let slotCount = Int.random(in: 2...6, using: &random)
        let hasSupervisors = Int.random(in: 0...2, using: &random) == 0
        for index in 0..<slotCount {
            slots.append(
                Fixture.slot("P\(index)", places: Int.random(in: 1...3, using: &random)) { slot in
                    let from = Fixture.start.adding(Int.random(in: -20...30, using: &random))
                    slot.period = Fixture.days(from.description, from.adding(90).description)
                    slot.licences = [Self.licence(index)]
                    slot.urgency = Urgency.allCases.randomElement(using: &random) ?? .normal
                    slot.supervisor =
                        hasSupervisors ? Fixture.code("H\(Int.random(in: 0...1, using: &random))") : nil
                    if Int.random(in: 0...2, using: &random) == 0 {
                        slot.taken = [Fixture.days(from.description, from.adding(40).description)]
                    }
                })
        }
        if hasSupervisors {
            supervisors = ["H0", "H1"].map {
                SupervisorFacts(
                    code: Fixture.code($0), unit: Fixture.code("SBF"),
                    capacity: Int.random(in: 1...3, using: &random))
            }
        }
        let density = Int.random(in: 20...80, using: &random)
        let classes = [0, 0, 2].randomElement(using: &random) ?? 0
        for number in 0..<Int.random(in: 2...9, using: &random) {
            let referrer = ["AMA", "SFI"].randomElement(using: &random) ?? "AMA"
            people.append(
                Fixture.person("\(referrer)/K-\(100 + number)") { referral in
                    referral.priority = Int.random(in: 0...classes, using: &random)
                    referral.licences = (0..<slotCount).filter { _ in
                        Int.random(in: 0..<100, using: &random) < density
                    }.map(Self.licence)
                    referral.wishes = slots.shuffled(using: &random).prefix(2).map(\.code)
                    if Bool.random(using: &random) {
                        referral.availableFrom = Fixture.start.adding(Int.random(in: 0...40, using: &random))
                    }
                })
        }
        addBounds(&random)
    }

    private mutating func addBounds(_ random: inout SplitMix64) {
        func one(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
        let unit = Fixture.code("SBF")
        if one(in: 4) {
            parameters.bounds.unitMaxima = [.init(code: unit, count: Int.random(in: 1...6, using: &random))]
        }
        if one(in: 4) {
            parameters.bounds.unitMinima = [.init(code: unit, count: Int.random(in: 1...4, using: &random))]
        }
        let referrers = Set(people.flatMap(\.referrals).map(\.referrer)).sorted()
        if one(in: 3), let referrer = referrers.last {
            parameters.bounds.referrerMinima = [.init(code: referrer, count: Int.random(in: 1...3, using: &random))]
        }
        if one(in: 3), let referrer = referrers.last, let slot = slots.randomElement(using: &random) {
            parameters.bounds.shares = [
                .init(slot: slot.code, referrer: referrer, places: Int.random(in: 1...2, using: &random))
            ]
        }
        let pairs = people.flatMap { person in
            person.referrals[0].licences.compactMap { licence in
                slots.indices.first { Self.licence($0) == licence }.map {
                    MatchPair(participant: person.label, slot: slots[$0].code)
                }
            }
        }
        if one(in: 3), let pair = pairs.randomElement(using: &random) { parameters.forbidden = [pair] }
        if one(in: 3), let pair = pairs.randomElement(using: &random), parameters.forbidden != [pair] {
            parameters.locked = [pair]
        }
        if one(in: 3) {
            var seen: Set<String> = []
            previous = pairs.shuffled(using: &random).prefix(4).filter { seen.insert($0.participant).inserted }
            parameters.keep = MatchKeep(run: Fixture.code("M-0"), bonus: one(in: 2) ? 0 : 40)
        }
    }

    /// The levels of the objective that a result reached.
    static func levels(_ result: MatchResult) -> [Int] {
        result.placedByPriority.reversed() + [-result.shortfall, result.score, result.kept]
    }

    /// What the best result with a pair locked reaches; nothing where it cannot be.
    static func best(
        _ inputs: MatchInputs, _ parameters: MatchParameters, locking pair: MatchPair? = nil,
        forbidding other: MatchPair? = nil
    ) -> [Int]? {
        var parameters = parameters
        if let pair, !parameters.locked.contains(pair) { parameters.locked.append(pair) }
        if let other { parameters.forbidden.append(other) }
        return (try? MatchEngine.compute(inputs, parameters)).map(levels)
    }
}
