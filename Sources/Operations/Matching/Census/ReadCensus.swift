public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// How everybody stood to a slot in a run, and one participant if asked for.
    ///
    /// A run made before the census was kept has it reckoned from its frozen inputs by today's rules.
    ///
    /// - Parameter participant: `REFERRER/REFERENCE`.
    public func matchCensus(
        _ actor: Actor, run code: Code? = nil, slot: Code, participant: String? = nil
    ) async throws -> MatchCensus {
        try await read(actor, .listRuns) { connection in
            let run = try await connection.storedRun(actor, code)
            let census =
                if let text = try await connection.census(run.id, actor.municipality, slot: slot) {
                    try JSONDecoder().decode(SlotCensus.self, from: Data(text.utf8))
                } else {
                    try run.reckonedCensus(slot)
                }
            return try run.view(census, asking: participant)
        }
    }
}

extension StoredRun {
    fileprivate func reckonedCensus(_ slot: Code) throws(Refusal) -> SlotCensus {
        let question = MatchQuestion(inputs, parameters)
        let people = question.peopleByLabel
        var slotOfPerson = [Int?](repeating: nil, count: inputs.people.count)
        for pair in result.pairs {
            guard let person = people[pair.participant] else { continue }
            slotOfPerson[person] = question.slot(coded: pair.slot)
        }
        guard let census = SlotCensus.all(question, slotOfPerson).first(where: { $0.slot.code == slot }) else {
            throw .round(.unknownSlot(slot))
        }
        return census
    }

    fileprivate func view(_ census: SlotCensus, asking label: String?) throws(Refusal) -> MatchCensus {
        let placed = Set(result.pairs.map(\.participant))
        let got = Set(census.got.numbers)
        let width = ScorePart.allCases.count
        var candidates: [(person: Int, candidate: MatchCensus.Candidate)] = []
        for (index, person) in census.ranked.numbers.enumerated()
        where inputs.people.indices.contains(person) && census.priorities.numbers.indices.contains(index) {
            let parts = census.parts.numbers.dropFirst(index * width).prefix(width)
            let (priority, score) = (census.priorities.numbers[index], parts.reduce(0, +))
            let before = candidates.last?.candidate
            let isEqual = before.map { ($0.priority, $0.score) == (priority, score) } ?? false
            let outcome: MatchCensus.Outcome =
                got.contains(person)
                ? .got : inputs.people[person].referrals.contains { placed.contains($0.label) } ? .elsewhere : .unplaced
            candidates.append(
                (
                    person,
                    MatchCensus.Candidate(
                        rank: isEqual ? before?.rank ?? 1 : index + 1, participant: name(person), priority: priority,
                        score: score,
                        parts: Dictionary(uniqueKeysWithValues: zip(ScorePart.allCases, parts)),
                        outcome: outcome)
                ))
        }
        let refused = census.refused.map { group in
            MatchCensus.Refused(
                rules: group.rules, participants: group.people.numbers.filter(inputs.people.indices.contains).map(name))
        }
        return MatchCensus(
            run: code, slot: census.slot.code, title: census.slot.title, unit: census.slot.unit,
            period: census.slot.period, places: census.places, requirements: census.slot.requirements,
            ranked: candidates.map(\.candidate),
            refused: refused.sorted {
                ($1.participants.count, $0.rules.count) < ($0.participants.count, $1.rules.count)
            },
            asked: try label.map { (label) throws(Refusal) in
                (label, try standing(label, census, candidates))
            }, notice: notice)
    }

    private func name(_ person: Int) -> String {
        let facts = inputs.people[person]
        return facts.referrals.contains { hides($0.label) } ? Mask.text : facts.label
    }

    private func standing(
        _ label: String, _ census: SlotCensus, _ candidates: [(person: Int, candidate: MatchCensus.Candidate)]
    ) throws(Refusal) -> MatchCensus.Standing {
        guard !hides(label),
            let person = inputs.people.firstIndex(where: { $0.referrals.contains { $0.label == label } })
        else { throw .round(.unknownParticipant(label)) }
        if let found = candidates.first(where: { $0.person == person }) { return .ranked(found.candidate) }
        let rules = census.refused.first { $0.people.numbers.contains(person) }?.rules ?? []
        let said = sentences(inputs.people[person], census.slot)
        return .refused(
            rules.map { rule in
                (rule, said[rule] ?? Phrase(sv: "Krav: \(rule.label.sv).", en: "Rule: \(rule.label.en)."))
            })
    }

    /// The rules in words, with what was asked and what the person had. The words are today's, the facts are the run's.
    private func sentences(_ person: PersonFacts, _ slot: SlotFacts) -> [HardRule: Phrase] {
        let supervisor = inputs.supervisors.first { $0.code == slot.supervisor }
        let failures = person.referrals
            .map { parameters.eligibility.failures(person, $0, slot, supervisor: supervisor) }
            .min { $0.count < $1.count }
        return Dictionary(
            (failures ?? []).map { ($0.rule, $0.phrase) }, uniquingKeysWith: { first, _ in first })
    }
}
