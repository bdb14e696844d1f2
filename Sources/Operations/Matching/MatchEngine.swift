import Domain
import Matching
import Store

/// Computes a round: rules, scores, allocation, check, reasons. The same inputs and parameters give the same result.
package enum MatchEngine {
    package static func compute(
        _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws(MatchFault) -> MatchResult {
        guard parameters.weights.isValid else { throw .weightsOutOfRange }
        guard (1...366).contains(parameters.minimumDays) else { throw .minimumDaysOutOfRange }
        let problem = try MatchProblem(MatchQuestion(inputs, parameters))
        let solution = Solver(problem.instance).solve()
        guard (try? CertificateCheck.verify(solution, for: problem.instance)) != nil else { throw .notCertified }
        return result(problem, solution)
    }

    /// Whether a stored result is optimal for its inputs, by its certificate alone: nothing is solved.
    package static func verify(
        _ result: MatchResult, _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws(MatchFault) {
        let question = MatchQuestion(inputs, parameters)
        let problem = try MatchProblem(question)
        var seatOfAgent = [Int?](repeating: nil, count: inputs.people.count)
        for pair in result.pairs {
            guard
                let person = question.person(labelled: pair.participant), let slot = question.slot(coded: pair.slot),
                seatOfAgent[person] == nil, let option = question.options[person][slot],
                option.score.total == pair.score
            else { throw .notCertified }
            seatOfAgent[person] = problem.seating.seat(
                slot: slot, referrer: inputs.people[person].referrals[option.referral].referrer)
        }
        guard let certificate = result.certificate else { throw .notCertified }
        let solution = Solution(
            seatOfAgent: seatOfAgent,
            objective: Objective(
                placedByPriority: result.placedByPriority, shortfall: result.shortfall, score: result.score,
                kept: result.kept),
            certificate: certificate)
        guard (try? CertificateCheck.verify(solution, for: problem.instance)) != nil else { throw .notCertified }
    }

    private static func result(_ problem: MatchProblem, _ solution: Solution) -> MatchResult {
        let question = problem.question
        let slotOfPerson = problem.slots(solution.seatOfAgent)
        var pairs: [MatchResult.Placed] = []
        var unplaced: [MatchResult.Unplaced] = []
        var taken = [Int](repeating: 0, count: question.inputs.slots.count)
        let reasons = MatchReasons(question, slotOfPerson)
        for (person, facts) in question.inputs.people.enumerated() {
            guard let slot = slotOfPerson[person], let option = question.options[person][slot] else {
                unplaced.append(reasons.reason(person))
                continue
            }
            taken[slot] += 1
            let parts = option.score.parts.map { ($0.key.rawValue, $0.value) }
            pairs.append(
                .init(
                    participant: facts.referrals[option.referral].label, slot: question.inputs.slots[slot].code,
                    days: option.days, score: option.score.total,
                    parts: Dictionary(uniqueKeysWithValues: parts), isLocked: problem.instance.locks[person] != nil))
        }
        unplaced += Array(repeating: MatchReasons.leftOut, count: question.inputs.leftOut)
        var eligible = [Int](repeating: 0, count: question.inputs.slots.count)
        for own in question.options {
            for slot in own.keys {
                eligible[slot] += 1
            }
        }
        let slots = question.inputs.slots.enumerated().map { index, slot in
            MatchResult.Offered(
                slot: slot.code, places: question.capacities[index], placed: taken[index], eligible: eligible[index])
        }
        return MatchResult(
            pairs: pairs, unplaced: unplaced, slots: slots, placedByPriority: solution.placedByPriority,
            score: solution.score, certificate: solution.certificate, bounds: problem.bounded(slotOfPerson),
            kept: solution.objective.kept)
    }
}

extension MatchProblem {
    /// What came of the bounds on units, supervisors and referrers.
    fileprivate func bounded(_ slotOfPerson: [Int?]) -> [MatchResult.Bounded] {
        let parameters = question.parameters
        let maxima = Set(parameters.bounds.unitMaxima.map(\.code))
        let minima = Set(parameters.bounds.unitMinima.map(\.code))
        var bounded = seating.groups.filter { $0.kind != .slot }.map { group in
            MatchResult.Bounded(
                kind: group.kind, code: group.code,
                maximum: group.kind == .supervisor || maxima.contains(group.code) ? group.maximum : nil,
                minimum: group.kind == .unit && minima.contains(group.code) ? group.minimum : nil,
                placed: slotOfPerson.count { $0.map(group.slots.contains) ?? false })
        }
        for (index, cohort) in cohorts.enumerated() {
            let placed = zip(question.inputs.people, slotOfPerson).count { person, slot in
                slot != nil && Self.cohort(of: person, among: cohorts) == index
            }
            bounded.append(.init(kind: .referrer, code: cohort.code, minimum: cohort.count, placed: placed))
        }
        let order = BoundKind.allCases
        return bounded.sorted {
            (order.firstIndex(of: $0.kind) ?? 0, $0.code) < (order.firstIndex(of: $1.kind) ?? 0, $1.code)
        }
    }
}
