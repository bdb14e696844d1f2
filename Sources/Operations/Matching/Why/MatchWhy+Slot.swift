import Domain
import Matching
import Store

extension MatchWhy {
    /// How many of those who could have come are followed to what it would cost.
    private static let followed = 20

    mutating func explanation(ofSlot slot: Int, run: Code) -> SlotExplanation {
        let facts = inputs.slots[slot]
        let placed = inputs.people.indices.filter { slotOfPerson[$0] == slot }
        return SlotExplanation(
            run: run, slot: facts.code, title: facts.title, days: facts.period, places: places(slot),
            placed: placed.map { label($0, slot) }, left: max(0, places(slot) - load[slot]),
            candidates: candidates(slot), obstacles: obstacles(slot), bound: bound(slot))
    }

    /// Places free from beginning to end of the round; where nobody could come, no days of theirs narrow them.
    private func places(_ slot: Int) -> Int {
        let facts = inputs.slots[slot]
        guard let open = try? Period(from: max(facts.period.from, parameters.roundStart), to: facts.period.to) else {
            return question.capacities[slot]
        }
        return max(question.capacities[slot], facts.freePlaces(during: open))
    }

    private func label(_ person: Int, _ slot: Int) -> String {
        let facts = inputs.people[person]
        return question.options[person][slot].map { facts.referrals[$0.referral].label } ?? facts.label
    }

    private mutating func candidates(_ slot: Int) -> [SlotExplanation.Candidate] {
        var found: [(change: Int64, person: Int, option: MatchQuestion.Option)] = []
        for person in inputs.people.indices where slotOfPerson[person] != slot && !isForbidden(person, slot) {
            guard let option = question.options[person][slot] else { continue }
            found.append((change(person, slot, option) ?? .min, person, option))
        }
        found.sort { (-$0.change.clamped, $0.person) < (-$1.change.clamped, $1.person) }
        var candidates: [SlotExplanation.Candidate] = []
        for (rank, candidate) in found.enumerated() {
            let got = slotOfPerson[candidate.person]
            let own = got.flatMap { question.options[candidate.person][$0]?.score.total }
            candidates.append(
                SlotExplanation.Candidate(
                    participant: label(candidate.person, slot), got: got.map(code),
                    difference: own.map { $0 - candidate.option.score.total },
                    forced: rank < Self.followed ? force(candidate.person, slot, candidate.option) : nil))
        }
        return candidates
    }

    private func obstacles(_ slot: Int) -> [SlotExplanation.Obstacle] {
        var people: [HardRule: Int] = [:]
        var failures: [HardRule: RuleFailure] = [:]
        for person in inputs.people.indices where question.options[person][slot] == nil {
            for failure in question.explanation(person, slot) {
                people[failure.rule, default: 0] += 1
                failures[failure.rule] = failure
            }
        }
        let order = Dictionary(uniqueKeysWithValues: zip(HardRule.allCases, HardRule.allCases.indices))
        return people.sorted { (-$0.value, order[$0.key] ?? 0) < (-$1.value, order[$1.key] ?? 0) }
            .compactMap { rule, count in
                guard let failure = failures[rule] else { return nil }
                let alone = inputs.people.indices.compactMap { person in
                    question.nearMisses[person].first { $0.slot == slot && $0.failure.rule == rule }
                        .map { (person: person, miss: $0) }
                }
                return SlotExplanation.Obstacle(
                    rule: rule, name: failure.requirement(of: inputs.slots[slot]), people: count, alone: alone.count,
                    waiting: alone.count { slotOfPerson[$0.person] == nil },
                    placedMore: failure.canBeMet && !alone.isEmpty ? placedMore(slot, alone) : nil)
            }
    }

    /// Persons more whom the best result places, with these people allowed at the slot.
    private func placedMore(_ slot: Int, _ misses: [(person: Int, miss: MatchQuestion.NearMiss)]) -> Int? {
        guard graph != nil else { return nil }
        let pairs = misses.map { (person: $0.person, slot: slot, option: question.option(of: $0.miss, $0.person)) }
        guard let other = try? MatchProblem(question.allowing(pairs)) else { return nil }
        return Solver(other.instance).solve().placed - load.reduce(0, +)
    }

    private func bound(_ slot: Int) -> (kind: BoundKind, code: Code)? {
        guard case .group(let group) = graph?.bound(on: slot) else { return nil }
        let bound = problem.seating.groups[group]
        return bound.kind == .slot ? nil : (bound.kind, bound.code)
    }
}

extension Int64 {
    /// So that it can be negated.
    fileprivate var clamped: Int64 { Swift.max(self, -.max) }
}
