import Domain
import Matching
import Store

extension MatchWhy {
    /// How many alternatives are followed to what they would cost.
    private static let followed = 2

    mutating func explanation(_ person: Int, slot: Int?, run: Code) -> MatchExplanation {
        let given = slotOfPerson[person].flatMap { slot in
            question.options[person][slot].map { (slot: slot, option: $0) }
        }
        let others = choices(of: person).filter { $0.slot != given?.slot }
            .sorted { (-$0.option.score.total, $0.slot) < (-$1.option.score.total, $1.slot) }
        var alternatives: [MatchExplanation.Alternative] = []
        for (rank, other) in others.enumerated() {
            alternatives.append(
                alternative(person, other, given?.option, isFollowed: rank < Self.followed))
        }
        var reasons = MatchReasons(self)
        let unplaced = given == nil ? reasons.reason(person) : nil
        return MatchExplanation(
            run: run,
            participant: given.map { inputs.people[person].referrals[$0.option.referral].label }
                ?? inputs.people[person].label,
            placed: given.map { placed(person, $0.slot, $0.option) }, unplaced: unplaced,
            alternatives: alternatives,
            remedies: remedies(person, given?.option, Array(others.prefix(Self.followed))),
            pair: slot.map { pair(person, $0, given?.option) })
    }

    func placed(_ person: Int, _ slot: Int, _ option: MatchQuestion.Option) -> MatchResult.Placed {
        let parts = option.score.parts.map { ($0.key.rawValue, $0.value) }
        return MatchResult.Placed(
            participant: inputs.people[person].referrals[option.referral].label, slot: code(slot), days: option.days,
            score: option.score.total, parts: Dictionary(uniqueKeysWithValues: parts),
            isLocked: problem.instance.locks[person] != nil)
    }

    private mutating func alternative(
        _ person: Int, _ other: (slot: Int, option: MatchQuestion.Option), _ given: MatchQuestion.Option?,
        isFollowed: Bool
    ) -> MatchExplanation.Alternative {
        MatchExplanation.Alternative(
            slot: code(other.slot), days: other.option.days, score: other.option.score.total,
            parts: other.option.score.parts, isFull: load[other.slot] >= question.capacities[other.slot],
            difference: given.map { other.option.score.total - $0.score.total },
            forced: isFollowed ? force(person, other.slot, other.option) : nil)
    }

    private mutating func pair(
        _ person: Int, _ slot: Int, _ given: MatchQuestion.Option?
    ) -> MatchExplanation.Pair {
        let failures = question.explanation(person, slot)
        var option: MatchExplanation.Alternative?
        var forced: ForcedPair?
        var standing = MatchExplanation.Pair.Standing.ineligible
        if let own = question.options[person][slot] {
            option = alternative(person, (slot, own), given, isFollowed: true)
            forced = option?.forced
            let lock = problem.instance.locks[person]
            standing =
                slotOfPerson[person] == slot
                ? .given
                : isForbidden(person, slot)
                    ? .ruledOut : lock != nil ? .lockedElsewhere : graph != nil && forced == nil ? .full : .possible
        } else if let miss = question.nearMisses[person].first(where: { $0.slot == slot }), miss.failure.canBeMet {
            forced = forcedAsIf(person, miss)
        }
        return MatchExplanation.Pair(
            slot: code(slot), standing: standing,
            failures: standing == .ineligible ? failures.map { ($0.rule, $0.phrase) } : [], option: option,
            forced: standing == .given ? nil : forced,
            text: PairSentence(
                participant: inputs.people[person].label, slot: code(slot), standing: standing, failures: failures,
                forced: forced, lockedTo: slotOfPerson[person].map(code)
            ).phrase)
    }
}
