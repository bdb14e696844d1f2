import Domain
import Store

extension MatchComparison {
    /// - Parameter hidden: the labels of referrals whose person is not to be shown.
    init(_ before: ComparedRound, _ after: ComparedRound, hiding hidden: Set<String>) {
        self.before = before.side
        self.after = after.side
        var found: [Difference] = []
        var hiddenPeople: Set<String> = []
        func note(_ facts: PersonFacts, _ one: Int?, _ other: Int?) {
            let standings = (one.flatMap(before.standing), other.flatMap(after.standing))
            guard facts.referrals.allSatisfy({ !hidden.contains($0.label) }) else {
                hiddenPeople.insert(facts.label)
                return
            }
            guard let change = Self.change(before, one, after, other) else { return }
            let label = other.flatMap(after.placed)?.participant ?? one.flatMap(before.placed)?.participant
            found.append(
                Difference(
                    participant: label ?? facts.label, priority: facts.priority, before: standings.0,
                    after: standings.1, change: change))
        }
        for (person, facts) in before.question.inputs.people.enumerated() {
            note(facts, person, after.person(facts))
        }
        for (person, facts) in after.question.inputs.people.enumerated() where before.person(facts) == nil {
            note(facts, nil, person)
        }
        let order = Dictionary(uniqueKeysWithValues: zip(Change.allCases, 0...))
        differences = found.sorted {
            (order[$0.change] ?? 0, -$0.priority, $0.participant) < (
                order[$1.change] ?? 0, -$1.priority, $1.participant
            )
        }
        blocking =
            after.side.mode == .stable && before.side.mode != .stable
            ? before.blockingPairs.filter { !hidden.contains($0.participant) } : []
        self.hiddenPeople = hiddenPeople.count
    }

    /// None where nothing differs: the same slot, or none in either.
    private static func change(
        _ before: ComparedRound, _ one: Int?, _ after: ComparedRound, _ other: Int?
    ) -> Change? {
        let slots = (one.flatMap(before.placed)?.slot, other.flatMap(after.placed)?.slot)
        switch slots {
        case (nil, nil): return nil
        case (nil, _?): return one == nil ? .joins : .gains
        case (_?, nil): return other == nil ? .leaves : .loses
        case (let from?, let to?):
            guard from != to, let other else { return nil }
            // What may no longer be had is not what it was moved from for.
            let ranks = (
                after.rank(other, from) ?? one.flatMap { before.rank($0, from) } ?? 0, after.rank(other, to) ?? 0
            )
            return ranks.1 > ranks.0 ? .better : ranks.1 < ranks.0 ? .worse : .alike
        }
    }
}
