import Domain
import Matching
import Store

extension MatchWhy {
    /// What would have become of a person at a slot whose one failing rule were kept.
    enum AsIf {
        case placed
        /// As good as what is: a draw would decide.
        case draw
        case elsewhere
    }

    /// Slots that one requirement keeps the person from, grouped by the requirement: those that would have given a place
    /// first, and most free places first.
    mutating func nearMisses(_ person: Int) -> [MatchResult.NearMiss] {
        let order = Dictionary(uniqueKeysWithValues: zip(HardRule.allCases, HardRule.allCases.indices))
        return question.nearMissesByRule(person).map { failure, misses in nearMiss(person, failure, misses) }
            .sorted { left, right in
                (left.rank, -left.places, order[left.rule] ?? 0, left.text.en)
                    < (right.rank, -right.places, order[right.rule] ?? 0, right.text.en)
            }
    }

    private mutating func nearMiss(
        _ person: Int, _ failure: RuleFailure, _ misses: [MatchQuestion.NearMiss]
    ) -> MatchResult.NearMiss {
        // A full slot opens none; it is counted as a slot.
        let places = misses.reduce(0) { $0 + (failure.isFull ? 1 : $1.freePlaces) }
        var (would, draws): (Int?, Int?) = (nil, nil)
        if graph != nil, failure.canBeMet {
            (would, draws) = (0, 0)
            for miss in misses {
                switch asIf(person, miss) {
                case .placed: would = (would ?? 0) + miss.freePlaces
                case .draw: draws = (draws ?? 0) + miss.freePlaces
                case .elsewhere: continue
                }
            }
        }
        let text = failure.nearMiss(places: places)
        let outcome = would.flatMap { failure.outcome(places: places, would: $0, draws: draws ?? 0) }
        return MatchResult.NearMiss(
            rule: failure.rule, places: places, slots: misses.map { code($0.slot) },
            text: StoredPhrase(Phrase.sentences([text, outcome].compactMap(\.self))), wouldPlace: would,
            byDraw: draws)
    }

    /// Exact: the optimum of the round with this one pair allowed has the person there, may have, or has not.
    mutating func asIf(_ person: Int, _ miss: MatchQuestion.NearMiss) -> AsIf {
        if isForbidden(person, miss.slot) || problem.instance.locks[person] != nil { return .elsewhere }
        let option = question.option(of: miss, person)
        switch bounds(person, miss.slot, option) {
        case .same:
            return verdict(change(person, miss.slot, option))
        case .room(let hasRoom):
            return verdict(change(person, miss.slot, option, hasRoom: hasRoom))
        case .others:
            return solved(person, miss.slot, option)
        }
    }

    private func verdict(_ change: Int64?) -> AsIf {
        guard let change else { return .elsewhere }
        return change > 0 ? .placed : change == 0 ? .draw : .elsewhere
    }

    /// What one candidate more does to the bounds: a slot takes as many as can come together, whoever they are.
    enum Bounds {
        case same
        /// Only the slot takes another number, so that it has room for one more, or not.
        case room(Bool)
        case others
    }

    mutating func bounds(_ person: Int, _ slot: Int, _ option: MatchQuestion.Option) -> Bounds {
        let now = question.capacities[slot]
        let visit = Visit(slot: slot, days: option.days)
        let capacity = capacities[visit] ?? inputs.slots[slot].roundCapacity(for: days[slot] + [option.days])
        capacities[visit] = capacity
        // An earlier run's pair would be counted as kept again.
        if isPrevious(person, slot) || load[slot] > capacity { return .others }
        guard hasSameSupervisor(person, visit, capacity) else { return .others }
        if capacity == now { return .same }
        guard problem.seating.referrer(sharing: slot) == nil, !isInFullUnit(slot) else { return .others }
        return .room(load[slot] < capacity)
    }

    /// A unit without a maximum is bounded by its places, which one more candidate may raise.
    private func isInFullUnit(_ slot: Int) -> Bool {
        problem.instance.groups(of: slot).contains { group in
            let bound = problem.seating.groups[group]
            return bound.kind == .unit && bound.slots.reduce(0) { $0 + load[$1] } >= bound.maximum
        }
    }

    private mutating func hasSameSupervisor(_ person: Int, _ visit: Visit, _ capacity: Int) -> Bool {
        guard
            let code = inputs.slots[visit.slot].supervisor,
            let position = inputs.supervisors.firstIndex(where: { $0.code == code })
        else { return true }
        // Somebody who could come to another of the supervisor's slots is counted once; everybody else alike.
        let isNew = !supervised[position].contains { $0.person == person }
        if isNew, let known = maxima[visit] { return known }
        var capacities = question.capacities
        capacities[visit.slot] = capacity
        let after = MatchSeating.maximum(
            of: inputs.supervisors[position], supervision[position].slots, capacities,
            supervised[position] + [.init(person: person, slot: visit.slot, days: visit.days)])
        let isSame = after == supervision[position].maximum
        if isNew { maxima[visit] = isSame }
        return isSame
    }

    /// By solving the round anew: where one candidate more changes what others may have too.
    private func solved(_ person: Int, _ slot: Int, _ option: MatchQuestion.Option) -> AsIf {
        guard let other = try? MatchProblem(question.allowing([(person, slot, option)])) else { return .elsewhere }
        let pair = Instance.Pair(agent: person, seat: seat(person, slot, option))
        guard let without = try? other.instance.forbidding([pair]) else { return .elsewhere }
        let best = Solver(other.instance).solve().objective
        let rest = Solver(without).solve().objective
        if rest < best { return .placed }
        guard let with = try? other.instance.locking(pair) else { return .elsewhere }
        return Solver(with).solve().objective == best ? .draw : .elsewhere
    }
}

extension MatchResult.NearMiss {
    /// What would have given a place goes before what a draw would have decided, and that before the rest.
    fileprivate var rank: Int {
        wouldPlace ?? 0 > 0 ? 0 : byDraw ?? 0 > 0 ? 1 : 2
    }
}

extension RuleFailure {
    /// Places that others hold, not a requirement.
    var isFull: Bool { self == .noPlace || self == .supervisorFull }

    /// Whether the person, or what a slot asks for, can be otherwise with everything else as it is.
    var canBeMet: Bool {
        switch self {
        case .protected, .notOffered, .clash, .noPlace, .supervisorFull: false
        default: true
        }
    }
}

extension Instance {
    /// The same question with pairs ruled out.
    func forbidding(_ pairs: [Pair]) throws(InstanceError) -> Instance {
        try Instance(
            agents: agents, seats: seats, groups: groups, cohorts: cohorts, edges: agents.indices.flatMap(edges(of:)),
            locked: locks.map { Pair(agent: $0, seat: $1) }, forbidden: pairs,
            previous: previous.map { Pair(agent: $0, seat: $1) }, keepBonus: keepBonus, seed: seed)
    }
}
