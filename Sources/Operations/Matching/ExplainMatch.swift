public import Domain
import Postgres
import Store

extension Operations {
    /// Explains a stored run from its own frozen inputs: for a participant, and for a slot if one is asked about.
    ///
    /// - Parameter participant: `REFERRER/REFERENCE`.
    public func explainMatch(
        _ actor: Actor, code: Code? = nil, participant: String, slot: Code? = nil
    ) async throws -> MatchExplanation {
        try await read(actor, .listRuns) { connection in
            try await connection.storedRun(actor, code).explain(participant, slot)
        }
    }
}

extension StoredRun {
    fileprivate func explain(_ participant: String, _ slotCode: Code?) throws(Refusal) -> MatchExplanation {
        let question = MatchQuestion(inputs, parameters)
        guard let person = question.person(labelled: participant) else {
            throw .round(.unknownParticipant(participant))
        }
        let facts = inputs.people[person]
        let placed = result.pairs.first { pair in facts.referrals.contains { $0.label == pair.participant } }
        let unplaced = result.unplaced.first { $0.participant == facts.label }
        let options = question.options[person].map { slot, option in
            MatchExplanation.Alternative(
                slot: inputs.slots[slot].code, days: option.days, score: option.score.total,
                parts: option.score.parts, isFull: isFull(inputs.slots[slot].code))
        }
        .sorted { (-$0.score, $0.slot) < (-$1.score, $1.slot) }
        var pair: MatchExplanation.Pair?
        if let slotCode {
            guard let slot = question.slot(coded: slotCode) else { throw .round(.unknownSlot(slotCode)) }
            pair = MatchExplanation.Pair(
                slot: slotCode,
                failures: question.explanation(person, slot).map { ($0.rule, $0.phrase) },
                option: options.first { $0.slot == slotCode })
        }
        return MatchExplanation(
            run: code, participant: placed?.participant ?? facts.label, placed: placed, unplaced: unplaced,
            alternatives: options.filter { $0.slot != placed?.slot }, pair: pair)
    }

    private func isFull(_ slot: Code) -> Bool {
        result.slots.first { $0.slot == slot }.map { $0.placed >= $0.places } ?? true
    }
}
