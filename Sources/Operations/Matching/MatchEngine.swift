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
        let question = MatchQuestion(inputs, parameters)
        let instance = try question.instance()
        let solution = Solver(instance).solve()
        guard (try? CertificateCheck.verify(solution, for: instance)) != nil else { throw .notCertified }
        return result(question, solution, locked: instance.locks)
    }

    /// Whether a stored result is optimal for its inputs, by its certificate alone: nothing is solved.
    package static func verify(
        _ result: MatchResult, _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws(MatchFault) {
        let question = MatchQuestion(inputs, parameters)
        var seatOfAgent = [Int?](repeating: nil, count: inputs.people.count)
        for pair in result.pairs {
            guard
                let person = question.person(labelled: pair.participant), let slot = question.slot(coded: pair.slot),
                seatOfAgent[person] == nil, question.options[person][slot]?.score.total == pair.score
            else { throw .notCertified }
            seatOfAgent[person] = slot
        }
        let solution = Solution(
            seatOfAgent: seatOfAgent,
            objective: Objective(
                placedByPriority: result.placedByPriority, shortfall: 0, score: result.score, kept: 0),
            certificate: result.certificate)
        let instance = try question.instance()
        guard (try? CertificateCheck.verify(solution, for: instance)) != nil else { throw .notCertified }
    }

    private static func result(
        _ question: MatchQuestion, _ solution: Solution, locked: [Int: Int]
    ) -> MatchResult {
        var pairs: [MatchResult.Placed] = []
        var unplaced: [MatchResult.Unplaced] = []
        var taken = [Int](repeating: 0, count: question.inputs.slots.count)
        let reasons = MatchReasons(question, solution)
        for (person, facts) in question.inputs.people.enumerated() {
            guard let slot = solution.seatOfAgent[person], let option = question.options[person][slot] else {
                unplaced.append(reasons.reason(person))
                continue
            }
            taken[slot] += 1
            let parts = option.score.parts.map { ($0.key.rawValue, $0.value) }
            pairs.append(
                .init(
                    participant: facts.referrals[option.referral].label, slot: question.inputs.slots[slot].code,
                    days: option.days, score: option.score.total,
                    parts: Dictionary(uniqueKeysWithValues: parts), isLocked: locked[person] != nil))
        }
        unplaced += Array(repeating: MatchReasons.leftOut, count: question.inputs.leftOut)
        let slots = question.inputs.slots.enumerated().map { index, slot in
            MatchResult.Offered(
                slot: slot.code, places: question.capacities[index], placed: taken[index],
                eligible: question.options.count { $0[index] != nil })
        }
        return MatchResult(
            pairs: pairs, unplaced: unplaced, slots: slots, placedByPriority: solution.placedByPriority,
            score: solution.score, certificate: solution.certificate)
    }
}
