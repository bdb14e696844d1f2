import Domain
import Matching
import Store

/// What a round's facts come to before anything is decided: for each person the slots they may take with their scores, and
/// what stands in the way at the others; for each slot the places to give.
struct MatchQuestion {
    /// What a person would get from one slot: the best of the person's referrals.
    struct Option {
        let referral: Int
        let days: Period
        let score: MatchScore
        /// How the person ranks the slot in stable mode, 0…999.
        let wish: Int
    }

    /// A slot that one rule alone keeps a person from.
    struct NearMiss {
        let slot: Int
        let failure: RuleFailure
        /// The referral that comes closest.
        let referral: Int
        /// The days it would be, were the rule kept.
        let days: Period
        /// Places free on those days.
        let freePlaces: Int
    }

    let inputs: MatchInputs
    let parameters: MatchParameters
    /// For each person, the options by slot.
    private(set) var options: [[Int: Option]] = []
    private(set) var nearMisses: [[NearMiss]] = []
    /// For each person, how often each rule stood in the way.
    private(set) var obstacles: [[HardRule: Int]] = []
    /// For each person and slot, the rules that stand in the way: of the referral that comes closest.
    private var failedRules: [RuleSet] = []
    /// For each slot, the places the round can give.
    private(set) var capacities: [Int] = []
    /// For each slot, its supervisor, where one has said how many they take.
    private let supervisors: [SupervisorFacts?]

    init(_ inputs: MatchInputs, _ parameters: MatchParameters) {
        self.inputs = inputs
        self.parameters = parameters
        let byCode = Dictionary(uniqueKeysWithValues: inputs.supervisors.map { ($0.code, $0) })
        supervisors = inputs.slots.map { $0.supervisor.flatMap { byCode[$0] } }
        for person in inputs.people {
            evaluate(person)
        }
        var days = inputs.slots.map { _ in [Period]() }
        for own in options {
            for (slot, option) in own {
                days[slot].append(option.days)
            }
        }
        capacities = zip(inputs.slots, days).map { $0.roundCapacity(for: $1) }
    }

    private mutating func evaluate(_ person: PersonFacts) {
        var own: [Int: Option] = [:]
        var misses: [NearMiss] = []
        var counts: [HardRule: Int] = [:]
        for (index, slot) in inputs.slots.enumerated() {
            var fewest: (failures: [RuleFailure], referral: Int)?
            for (number, referral) in person.referrals.enumerated() {
                let failures = failures(person, referral, index)
                if failures.isEmpty, let days = parameters.eligibility.days(referral, slot) {
                    let score = MatchScore(
                        referral, slot, roundStart: parameters.roundStart, weights: parameters.weights)
                    let option = Option(
                        referral: number, days: days, score: score,
                        wish: StableRanking.rank(referral, slot, parameters.weights))
                    if isBetter(option, than: own[index], person, slot.code) {
                        own[index] = option
                    }
                }
                if failures.count < fewest?.failures.count ?? .max {
                    fewest = (failures, number)
                }
            }
            var failed = RuleSet()
            defer { failedRules.append(failed) }
            guard own[index] == nil, let fewest else { continue }
            for failure in fewest.failures {
                counts[failure.rule, default: 0] += 1
                failed.insert(failure.rule)
            }
            if fewest.failures.count == 1, let failure = fewest.failures.first,
                let miss = nearMiss(index, failure, person, fewest.referral)
            {
                misses.append(miss)
            }
        }
        options.append(own)
        nearMisses.append(misses)
        obstacles.append(counts)
    }

    /// A share's referrer goes before the score: its people may sit where the others sit, but not the other way round.
    private func isBetter(_ option: Option, than other: Option?, _ person: PersonFacts, _ slot: Code) -> Bool {
        guard let other else { return true }
        if let share = parameters.bounds.shares.first(where: { $0.slot == slot }) {
            let isIts = person.referrals[option.referral].referrer == share.referrer
            guard isIts == (person.referrals[other.referral].referrer == share.referrer) else { return isIts }
        }
        return option.score.total > other.score.total
    }

    private func failures(_ person: PersonFacts, _ referral: ReferralFacts, _ slot: Int) -> [RuleFailure] {
        parameters.eligibility.failures(person, referral, inputs.slots[slot], supervisor: supervisors[slot])
    }

    private func nearMiss(_ slot: Int, _ failure: RuleFailure, _ person: PersonFacts, _ number: Int) -> NearMiss? {
        var referral = person.referrals[number]
        if failure.rule == .dates {
            // As if available throughout; where more than that stands in the way, it is no near miss.
            referral.availableFrom = nil
            referral.availableTo = nil
            guard failures(person, referral, slot).isEmpty else { return nil }
        }
        let facts = inputs.slots[slot]
        guard let days = parameters.eligibility.days(referral, facts) else { return nil }
        return NearMiss(
            slot: slot, failure: failure, referral: number, days: days,
            freePlaces: max(0, facts.freePlaces(during: days)))
    }

    /// What a near miss would be worth, were its rule kept.
    func option(of miss: NearMiss, _ person: Int) -> Option {
        let (referral, slot) = (inputs.people[person].referrals[miss.referral], inputs.slots[miss.slot])
        return Option(
            referral: miss.referral, days: miss.days,
            score: MatchScore(referral, slot, roundStart: parameters.roundStart, weights: parameters.weights),
            wish: StableRanking.rank(referral, slot, parameters.weights))
    }

    /// The same round, as if more pairs suited.
    func allowing(_ pairs: [(person: Int, slot: Int, option: Option)]) -> MatchQuestion {
        var other = self
        for pair in pairs {
            other.options[pair.person][pair.slot] = pair.option
        }
        for slot in Set(pairs.map(\.slot)) {
            other.capacities[slot] = inputs.slots[slot].roundCapacity(
                for: other.options.compactMap { $0[slot]?.days })
        }
        return other
    }

    /// The person whose referral bears the label.
    func person(labelled label: String) -> Int? {
        inputs.people.firstIndex { $0.referrals.contains { $0.label == label } }
    }

    /// Every label of every person.
    var peopleByLabel: [String: Int] {
        Dictionary(
            inputs.people.enumerated().flatMap { person, facts in facts.referrals.map { ($0.label, person) } },
            uniquingKeysWith: { first, _ in first })
    }

    func slot(coded code: Code) -> Int? {
        inputs.slots.firstIndex { $0.code == code }
    }

    /// The rules that keep a person from a slot, of the referral that comes closest; empty if none does.
    func explanation(_ person: Int, _ slot: Int) -> [RuleFailure] {
        let facts = inputs.people[person]
        return facts.referrals.map { failures(facts, $0, slot) }.min { $0.count < $1.count } ?? []
    }

    /// The rules alone; without building any sentence.
    func rulesFailed(_ person: Int, _ slot: Int) -> RuleSet {
        failedRules[person * inputs.slots.count + slot]
    }

    /// For each supervisor, who could come to the slots.
    func supervisorCandidates() -> [[SupervisorFacts.Candidate]] {
        let positions = Dictionary(uniqueKeysWithValues: inputs.supervisors.enumerated().map { ($1.code, $0) })
        let supervisorOfSlot = inputs.slots.map { $0.supervisor.flatMap { positions[$0] } }
        var candidates = inputs.supervisors.map { _ in [SupervisorFacts.Candidate]() }
        for (person, own) in options.enumerated() {
            for (slot, option) in own {
                guard let supervisor = supervisorOfSlot[slot] else { continue }
                candidates[supervisor].append(.init(person: person, slot: slot, days: option.days))
            }
        }
        return candidates
    }
}
