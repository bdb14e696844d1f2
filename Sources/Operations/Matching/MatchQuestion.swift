import Domain
import Matching
import Store

/// The engine's question made from a round's facts: people become agents, slots become seats, eligible pairs edges.
struct MatchQuestion {
    /// What a person would get from one slot: the best of the person's referrals.
    struct Option {
        let referral: Int
        let days: Period
        let score: MatchScore
    }

    /// A slot that one rule alone keeps a person from.
    struct NearMiss {
        let slot: Int
        let failure: RuleFailure
        /// Places free on the days of the match (or, without such days, on the slot's own).
        let freePlaces: Int
    }

    let inputs: MatchInputs
    let parameters: MatchParameters
    /// For each person, the options by slot.
    private(set) var options: [[Int: Option]] = []
    private(set) var nearMisses: [[NearMiss]] = []
    /// For each person, how often each rule stood in the way.
    private(set) var obstacles: [[HardRule: Int]] = []
    /// For each slot, the places the round can give.
    private(set) var capacities: [Int] = []

    init(_ inputs: MatchInputs, _ parameters: MatchParameters) {
        self.inputs = inputs
        self.parameters = parameters
        for person in inputs.people {
            evaluate(person)
        }
        capacities = inputs.slots.indices.map { slot in
            inputs.slots[slot].roundCapacity(for: options.compactMap { $0[slot]?.days })
        }
    }

    private mutating func evaluate(_ person: PersonFacts) {
        var own: [Int: Option] = [:]
        var misses: [NearMiss] = []
        var counts: [HardRule: Int] = [:]
        for (index, slot) in inputs.slots.enumerated() {
            var fewest: (failures: [RuleFailure], referral: ReferralFacts)?
            for (number, referral) in person.referrals.enumerated() {
                let failures = parameters.eligibility.failures(person, referral, slot)
                if failures.isEmpty, let days = parameters.eligibility.days(referral, slot) {
                    let score = MatchScore(
                        referral, slot, roundStart: parameters.roundStart, weights: parameters.weights)
                    if score.total > own[index]?.score.total ?? -1 {
                        own[index] = Option(referral: number, days: days, score: score)
                    }
                }
                if failures.count < fewest?.failures.count ?? .max {
                    fewest = (failures, referral)
                }
            }
            guard own[index] == nil, let fewest else { continue }
            for failure in fewest.failures {
                counts[failure.rule, default: 0] += 1
            }
            if fewest.failures.count == 1, let failure = fewest.failures.first {
                misses.append(nearMiss(index, failure, fewest.referral))
            }
        }
        options.append(own)
        nearMisses.append(misses)
        obstacles.append(counts)
    }

    private func nearMiss(_ slot: Int, _ failure: RuleFailure, _ referral: ReferralFacts) -> NearMiss {
        let facts = inputs.slots[slot]
        let days = parameters.eligibility.days(referral, facts) ?? facts.period
        return NearMiss(slot: slot, failure: failure, freePlaces: max(0, facts.freePlaces(during: days)))
    }

    /// The engine's instance: agents are the people and seats the slots, in the inputs' order.
    func instance() throws(MatchFault) -> Instance {
        let agents = zip(Self.keys(inputs.people.map { $0.referrals.first?.label ?? "" }), inputs.people)
            .map { Instance.Agent(key: $0, priority: $1.priority) }
        let seats = zip(Self.keys(inputs.slots.map(\.code.rawValue)), capacities)
            .map { Instance.Seat(key: $0, capacity: $1) }
        var edges: [Instance.Edge] = []
        for (person, own) in options.enumerated() {
            for (slot, option) in own.sorted(by: { $0.key < $1.key }) {
                edges.append(.init(agent: person, seat: slot, score: option.score.total))
            }
        }
        var locked: [Instance.Pair] = []
        for pair in parameters.locked {
            locked.append(try position(of: pair, mustFit: true))
        }
        var forbidden: [Instance.Pair] = []
        for pair in parameters.forbidden {
            forbidden.append(try position(of: pair, mustFit: false))
        }
        do {
            return try Instance(
                agents: agents, seats: seats, edges: edges, locked: locked, forbidden: forbidden,
                seed: parameters.seed)
        } catch {
            throw fault(error)
        }
    }

    /// The person whose referral bears the label.
    func person(labelled label: String) -> Int? {
        inputs.people.firstIndex { $0.referrals.contains { $0.label == label } }
    }

    func slot(coded code: Code) -> Int? {
        inputs.slots.firstIndex { $0.code == code }
    }

    private func position(of pair: MatchPair, mustFit: Bool) throws(MatchFault) -> Instance.Pair {
        guard let person = person(labelled: pair.participant) else { throw .unknownParticipant(pair.participant) }
        guard let slot = slot(coded: pair.slot) else { throw .unknownSlot(pair.slot) }
        guard !mustFit || options[person][slot] != nil else {
            throw .lockNotEligible(pair, explanation(person, slot).map(\.phrase))
        }
        return .init(agent: person, seat: slot)
    }

    /// The rules that keep a person from a slot, of the referral that comes closest; empty if none does.
    func explanation(_ person: Int, _ slot: Int) -> [RuleFailure] {
        let facts = inputs.people[person]
        return facts.referrals.map { parameters.eligibility.failures(facts, $0, inputs.slots[slot]) }
            .min { $0.count < $1.count } ?? []
    }

    private func fault(_ error: InstanceError) -> MatchFault {
        switch error {
        case .lockedTwice(let agent): .lockedTwice(inputs.people[agent].label)
        case .lockedNotEligible(let agent, let seat):
            .lockNotEligible(.init(participant: inputs.people[agent].label, slot: inputs.slots[seat].code), [])
        case .lockedBeyondCapacity(let seat, let capacity):
            .lockedBeyondCapacity(inputs.slots[seat].code, places: capacity)
        default: .refusedByEngine(error.description)
        }
    }

    /// Stable keys for the tie-break: FNV-1a of the names. Two names with the same hash, should it ever happen, are told
    /// apart by their order, which is that of the names.
    private static func keys(_ names: [String]) -> [UInt64] {
        var used: Set<UInt64> = []
        return names.map { name in
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in name.utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
            while !used.insert(hash).inserted {
                hash &+= 1
            }
            return hash
        }
    }
}
