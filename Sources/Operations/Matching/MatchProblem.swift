import Domain
import Matching
import Store

/// The engine's instance made from a round, and the way back: people are agents in the inputs' order, slots are seats, and
/// what bounds several slots are groups.
struct MatchProblem {
    let question: MatchQuestion
    let seating: MatchSeating
    let instance: Instance
    /// The referrers with a wanted minimum.
    let cohorts: [MatchBound]

    init(_ question: MatchQuestion) throws(MatchFault) {
        self.question = question
        let (inputs, parameters) = (question.inputs, question.parameters)
        guard Limits.score.contains(parameters.keep?.bonus ?? 0) else { throw .boundOutOfRange }
        seating = try MatchSeating(
            inputs, parameters.bounds, capacities: question.capacities,
            candidates: question.supervisorCandidates())
        cohorts = try Self.cohorts(inputs, parameters)
        let positions = MatchPositions(question, seating)
        var locked: [Instance.Pair] = []
        for pair in parameters.locked {
            locked.append(try positions.locked(pair))
        }
        var forbidden: [Instance.Pair] = []
        for pair in parameters.forbidden {
            if let pair = try positions.forbidden(pair) { forbidden.append(pair) }
        }
        do {
            instance = try Instance(
                agents: Self.agents(inputs, cohorts), seats: Self.seats(inputs, seating),
                groups: Self.groups(seating), cohorts: Self.cohortsOfEngine(cohorts), edges: positions.edges(),
                locked: locked, forbidden: forbidden, previous: positions.previous(inputs.previous),
                keepBonus: parameters.keep?.bonus ?? 0, seed: parameters.seed)
        } catch {
            throw Self.fault(error, inputs, seating)
        }
    }

    /// For each person the slot, as the engine's answer has it.
    func slots(_ seatOfAgent: [Int?]) -> [Int?] {
        seatOfAgent.map { $0.map { seating.seats[$0].slot } }
    }

    /// The referrer with a wanted minimum that a person counts for; of several, the first by code.
    static func cohort(of person: PersonFacts, among cohorts: [MatchBound]) -> Int? {
        cohorts.firstIndex { cohort in person.referrals.contains { $0.referrer == cohort.code } }
    }

    private static func cohorts(
        _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws(MatchFault) -> [MatchBound] {
        let known = Set(inputs.people.lazy.flatMap(\.referrals).map(\.referrer))
        let minima = try MatchSeating.numbers(parameters.bounds.referrerMinima)
        for code in minima.keys.sorted() + parameters.bounds.shares.map(\.referrer) where !known.contains(code) {
            throw .unknownReferrer(code)
        }
        return minima.sorted { $0.key < $1.key }.map { MatchBound(code: $0.key, count: $0.value) }
    }

    private static func agents(_ inputs: MatchInputs, _ cohorts: [MatchBound]) -> [Instance.Agent] {
        zip(EngineKeys.keys(inputs.people.map { $0.referrals.first?.label ?? "" }), inputs.people).map { key, person in
            Instance.Agent(key: key, priority: person.priority, cohort: cohort(of: person, among: cohorts))
        }
    }

    private static func seats(_ inputs: MatchInputs, _ seating: MatchSeating) -> [Instance.Seat] {
        let names = seating.seats.map { seat in
            let slot = inputs.slots[seat.slot].code.rawValue
            return seat.referrer.map { "\(slot) \($0)" } ?? slot
        }
        return zip(EngineKeys.keys(names), seating.seats).map { key, seat in
            Instance.Seat(key: key, capacity: seat.capacity, group: seat.group)
        }
    }

    private static func groups(_ seating: MatchSeating) -> [Instance.Group] {
        zip(EngineKeys.keys(seating.groups.map(\.name)), seating.groups).map { key, group in
            Instance.Group(key: key, maximum: group.maximum, minimum: group.minimum, parent: group.parent)
        }
    }

    private static func cohortsOfEngine(_ cohorts: [MatchBound]) -> [Instance.Cohort] {
        zip(EngineKeys.keys(cohorts.map(\.code.rawValue)), cohorts).map { key, cohort in
            Instance.Cohort(key: key, minimum: cohort.count)
        }
    }

    private static func fault(_ error: InstanceError, _ inputs: MatchInputs, _ seating: MatchSeating) -> MatchFault {
        func slot(_ seat: Int) -> Code { inputs.slots[seating.seats[seat].slot].code }
        switch error {
        case .lockedTwice(let agent): return .lockedTwice(inputs.people[agent].label)
        case .lockedNotEligible(let agent, let seat):
            return .lockNotEligible(.init(participant: inputs.people[agent].label, slot: slot(seat)), [])
        case .lockedBeyondCapacity(let seat, let capacity):
            return .lockedBeyondCapacity(slot(seat), places: capacity)
        case .lockedBeyondMaximum(let group, let maximum):
            return .lockedBeyondBound(seating.groups[group].kind, seating.groups[group].code, maximum: maximum)
        default: return .refusedByEngine(error.description)
        }
    }
}

/// Pairs by name as pairs of the engine's positions.
private struct MatchPositions {
    let question: MatchQuestion
    let seating: MatchSeating
    private let people: [String: Int]
    private let slots: [Code: Int]

    init(_ question: MatchQuestion, _ seating: MatchSeating) {
        self.question = question
        self.seating = seating
        people = question.peopleByLabel
        slots = Dictionary(uniqueKeysWithValues: question.inputs.slots.enumerated().map { ($1.code, $0) })
    }

    func edges() -> [Instance.Edge] {
        question.options.enumerated().flatMap { person, own in
            own.sorted { $0.key < $1.key }.map { slot, option in
                Instance.Edge(
                    agent: person, seat: seat(person, slot, option), score: option.score.total, wish: option.wish)
            }
        }
    }

    func locked(_ pair: MatchPair) throws(MatchFault) -> Instance.Pair {
        let (person, slot) = try find(pair)
        guard let option = question.options[person][slot] else {
            throw .lockNotEligible(pair, question.explanation(person, slot).map(\.phrase))
        }
        return Instance.Pair(agent: person, seat: seat(person, slot, option))
    }

    /// Nothing where the pair could not come about anyway.
    func forbidden(_ pair: MatchPair) throws(MatchFault) -> Instance.Pair? {
        let (person, slot) = try find(pair)
        return question.options[person][slot].map { Instance.Pair(agent: person, seat: seat(person, slot, $0)) }
    }

    /// Those whose participant and slot are still in the round and suit; of two who turned out to be one person, the first.
    func previous(_ pairs: [MatchPair]) -> [Instance.Pair] {
        var seen: Set<Int> = []
        return pairs.compactMap { pair in
            guard let person = people[pair.participant], let slot = slots[pair.slot],
                let option = question.options[person][slot], seen.insert(person).inserted
            else { return nil }
            return Instance.Pair(agent: person, seat: seat(person, slot, option))
        }
    }

    private func find(_ pair: MatchPair) throws(MatchFault) -> (person: Int, slot: Int) {
        guard let person = people[pair.participant] else { throw .unknownParticipant(pair.participant) }
        guard let slot = slots[pair.slot] else { throw .unknownSlot(pair.slot) }
        return (person, slot)
    }

    private func seat(_ person: Int, _ slot: Int, _ option: MatchQuestion.Option) -> Int {
        seating.seat(slot: slot, referrer: question.inputs.people[person].referrals[option.referral].referrer)
    }
}

/// Stable keys for the tie-break: FNV-1a of the names. Two names with the same hash, should it ever happen, are told apart
/// by their order, which is that of the names.
enum EngineKeys {
    static func keys(_ names: [String]) -> [UInt64] {
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
