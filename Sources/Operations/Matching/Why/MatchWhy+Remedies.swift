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
        // Nobody asks how to get less than was given.
        let floor = given?.score.total ?? 0
        for (slot, option) in others where option.score.total >= floor {
            let wishes = inputs.people[person].referrals[option.referral].wishes
            if wishes.first != code(slot), wishesFirst(person, slot, option) {
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
        return isCertain(person, at: [slot], other)
    }

    private func takesOneMore(_ person: Int, _ slot: Int) -> Bool {
        var other = inputs
        other.slots[slot].places += 1
        // Somebody without a place is helped by any; the chain may end at another slot.
        return isCertain(person, at: slotOfPerson[person] == nil ? Array(inputs.slots.indices) : [slot], other)
    }

    /// Whether every best result for other inputs has the person at one of the slots: without them it would be worse.
    private func isCertain(_ person: Int, at slots: [Int], _ inputs: MatchInputs) -> Bool {
        guard let other = try? MatchProblem(MatchQuestion(inputs, parameters)) else { return false }
        let best = Solver(other.instance).solve()
        guard let got = best.seatOfAgent[person], slots.contains(other.seating.seats[got].slot) else { return false }
        let pairs = other.instance.edges(of: person).filter { slots.contains(other.seating.seats[$0.seat].slot) }
            .map { Instance.Pair(agent: person, seat: $0.seat) }
        guard let without = try? other.instance.forbidding(pairs) else { return false }
        return Solver(without).solve().objective < best.objective
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
