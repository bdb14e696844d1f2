import Domain
import Matching
import Store

extension MatchWhy {
    /// What alone would have given the person one of the slots: each is tried by solving the round anew.
    ///
    /// - Parameter others: slots the person could have had, besides the one that was given.
    mutating func remedies(
        _ person: Int, _ given: MatchQuestion.Option?, _ others: [(slot: Int, option: MatchQuestion.Option)]
    ) -> [MatchExplanation.Remedy] {
        guard graph != nil, problem.instance.locks[person] == nil else { return [] }
        var remedies: [MatchExplanation.Remedy] = []
        // Nobody asks how to lose a first wish that was granted.
        let isContent =
            given.map { inputs.people[person].referrals[$0.referral].wishes.first == slotOfPerson[person].map(code) }
            ?? false
        for (slot, option) in others {
            let wishes = inputs.people[person].referrals[option.referral].wishes
            if !isContent, wishes.first != code(slot), wishesFirst(person, slot, option) {
                remedies.append(remedy(.firstWish, slot, isPlaced: given != nil))
            }
            if load[slot] >= question.capacities[slot], takesOneMore(person, slot) {
                remedies.append(remedy(.morePlaces, slot, isPlaced: given != nil))
            }
        }
        return remedies + requirements(person, given)
    }

    private func wishesFirst(_ person: Int, _ slot: Int, _ option: MatchQuestion.Option) -> Bool {
        var other = inputs
        let code = code(slot)
        other.people[person].referrals[option.referral].wishes.removeAll { $0 == code }
        other.people[person].referrals[option.referral].wishes.insert(code, at: 0)
        return solve(other)?[person] == slot
    }

    private func takesOneMore(_ person: Int, _ slot: Int) -> Bool {
        var other = inputs
        other.slots[slot].places += 1
        guard let got = solve(other)?[person] else { return false }
        // Somebody without a place is helped by any; the chain may end at another slot.
        return slotOfPerson[person] == nil || got == slot
    }

    /// For each person the slot in the best result for other inputs; nothing where they cannot be solved.
    private func solve(_ inputs: MatchInputs) -> [Int?]? {
        guard let other = try? MatchProblem(MatchQuestion(inputs, parameters)) else { return nil }
        return other.slots(Solver(other.instance).solve().seatOfAgent)
    }

    /// Of somebody placed, the requirements that keep better slots away: at most three, the most points first. Those of
    /// somebody unplaced are near misses.
    private mutating func requirements(
        _ person: Int, _ given: MatchQuestion.Option?
    ) -> [MatchExplanation.Remedy] {
        guard let given else { return [] }
        var found: [(points: Int, miss: MatchQuestion.NearMiss)] = []
        for miss in question.nearMisses[person] where miss.failure.canBeMet && miss.freePlaces > 0 {
            let points = question.option(of: miss, person).score.total - given.score.total
            if points > 0, asIf(person, miss) == .placed {
                found.append((points, miss))
            }
        }
        return found.sorted { (-$0.points, $0.miss.slot) < (-$1.points, $1.miss.slot) }.prefix(3).map { points, miss in
            let met = miss.failure.condition
            let more = Quantity.points(points)
            return MatchExplanation.Remedy(
                kind: .requirement, slot: code(miss.slot), rule: miss.failure.rule,
                text: Phrase(
                    sv: "\(met.sv) hade hen fått \(code(miss.slot)), \(more.sv) mer.",
                    en: "\(met.en) \(code(miss.slot)) would have been theirs, \(more.en) more."))
        }
    }

    private func remedy(
        _ kind: MatchExplanation.Remedy.Kind, _ slot: Int, isPlaced: Bool
    ) -> MatchExplanation.Remedy {
        let code = code(slot)
        let text =
            switch (kind, isPlaced) {
            case (.morePlaces, false):
                Phrase(
                    sv: "Med en plats till på \(code) hade hen fått plats.",
                    en: "With one more place at \(code) they would have been placed.")
            case (.morePlaces, true):
                Phrase(
                    sv: "Med en plats till på \(code) hade hen fått den.",
                    en: "With one more place at \(code) it would have been theirs.")
            default:
                Phrase(
                    sv: "Med \(code) som första önskemål hade hen fått den.",
                    en: "With \(code) as the first wish it would have been theirs.")
            }
        return MatchExplanation.Remedy(kind: kind, slot: code, rule: nil, text: text)
    }

    /// What it would do to the whole to have the person at a slot, were the one failing rule kept.
    mutating func forcedAsIf(_ person: Int, _ miss: MatchQuestion.NearMiss) -> ForcedPair? {
        let option = question.option(of: miss, person)
        if isForbidden(person, miss.slot) || problem.instance.locks[person] != nil { return nil }
        switch bounds(person, miss.slot, option) {
        case .same: return force(person, miss.slot, option)
        case .room(let hasRoom): return force(person, miss.slot, option, hasRoom: hasRoom)
        case .others: return nil
        }
    }
}
