import Domain
import Matching
import Store

/// Computes a round: rules, scores, allocation, check, reasons. The same inputs and parameters give the same result.
package enum MatchEngine {
    /// A round computed, with what led to it.
    struct Computed {
        let problem: MatchProblem
        let result: MatchResult
        /// For each person, the slot given.
        let slotOfPerson: [Int?]
        /// For each person, the engine's seat.
        let seatOfPerson: [Int?]
    }

    /// A seat for each agent, and what proves it: prices for an optimum, nothing but itself for a stable result.
    private struct Answer {
        let seatOfAgent: [Int?]
        let objective: Objective
        let certificate: Certificate?
    }

    package static func compute(
        _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws(MatchFault) -> MatchResult {
        try compute(inputs, parameters, from: nil).result
    }

    /// - Parameter earlier: a round that this one differs little from, from whose optimum to go on. Every level of the
    ///   objective is what solving from nothing gives; among results equal in all of them it need not be the same one, so
    ///   that what is stored is solved from nothing.
    static func compute(
        _ inputs: MatchInputs, _ parameters: MatchParameters, from earlier: MatchProblem? = nil,
        timings: MatchTimings? = nil
    ) throws(MatchFault) -> Computed {
        guard parameters.weights.isValid else { throw .weightsOutOfRange }
        guard MatchParameters.minimumDayRange.contains(parameters.minimumDays) else { throw .minimumDaysOutOfRange }
        let question = timings.measure(.rules) { MatchQuestion(inputs, parameters) }
        let problem = try timings.measure(.build) { () throws(MatchFault) in try MatchProblem(question) }
        let answer = timings.measure(.solve) { solve(problem, from: earlier) }
        try timings.measure(.check) { () throws(MatchFault) in try check(answer, problem) }
        return timings.measure(.reasons) {
            let slots = problem.slots(answer.seatOfAgent)
            return Computed(
                problem: problem, result: result(problem, answer, slots), slotOfPerson: slots,
                seatOfPerson: answer.seatOfAgent)
        }
    }

    private static func solve(_ problem: MatchProblem, from earlier: MatchProblem?) -> Answer {
        switch problem.question.parameters.mode {
        case .optimal:
            let solution =
                earlier.map { Reoptimizer(problem.instance, from: Reoptimizer($0.instance)).solution }
                ?? Solver(problem.instance).solve()
            return Answer(
                seatOfAgent: solution.seatOfAgent, objective: solution.objective, certificate: solution.certificate)
        case .stable:
            let solution = StableSolver(problem.instance, classesFirst: true).solve()
            return Answer(seatOfAgent: solution.seatOfAgent, objective: solution.objective, certificate: nil)
        }
    }

    /// An optimum by its prices, a stable result by going through all pairs; neither check knows how it was found.
    private static func check(_ answer: Answer, _ problem: MatchProblem) throws(MatchFault) {
        do {
            switch (problem.question.parameters.mode, answer.certificate) {
            case (.optimal, let certificate?):
                let solution = Solution(
                    seatOfAgent: answer.seatOfAgent, objective: answer.objective, certificate: certificate)
                try CertificateCheck.verify(solution, for: problem.instance)
            case (.stable, nil):
                let solution = StableResult(seatOfAgent: answer.seatOfAgent, objective: answer.objective)
                try StabilityCheck.verify(solution, for: problem.instance, classesFirst: true)
            default:
                throw MatchFault.notCertified
            }
        } catch {
            throw .notCertified
        }
    }

    /// Whether a stored result is what it says for its inputs: optimal by its certificate alone, or stable; nothing is
    /// solved.
    package static func verify(
        _ result: MatchResult, _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws(MatchFault) {
        let problem = try MatchProblem(MatchQuestion(inputs, parameters))
        try check(answer(of: result, problem), problem)
    }

    /// A stored result, ready to be asked why it came out so; one that does not prove itself is refused.
    static func why(
        _ result: MatchResult, _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws(MatchFault) -> MatchWhy {
        let problem = try MatchProblem(MatchQuestion(inputs, parameters))
        let answer = try answer(of: result, problem)
        try check(answer, problem)
        return MatchWhy(problem, answer.seatOfAgent, answer.certificate)
    }

    private static func answer(of result: MatchResult, _ problem: MatchProblem) throws(MatchFault) -> Answer {
        let seatOfAgent = try problem.seats(of: result)
        let objective = Objective(
            placedByPriority: result.placedByPriority, shortfall: result.shortfall, score: result.score,
            kept: result.kept)
        return Answer(seatOfAgent: seatOfAgent, objective: objective, certificate: result.certificate)
    }

    private static func result(_ problem: MatchProblem, _ answer: Answer, _ slotOfPerson: [Int?]) -> MatchResult {
        let question = problem.question
        var pairs: [MatchResult.Placed] = []
        var unplaced: [MatchResult.Unplaced] = []
        var taken = [Int](repeating: 0, count: question.inputs.slots.count)
        var reasons = MatchReasons(MatchWhy(problem, answer.seatOfAgent, answer.certificate))
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
            pairs: pairs, unplaced: unplaced, slots: slots, placedByPriority: answer.objective.placedByPriority,
            score: answer.objective.score, certificate: answer.certificate, bounds: problem.bounded(slotOfPerson),
            kept: answer.objective.kept)
    }
}

extension MatchProblem {
    /// A result as the engine has it: for each person the seat. Refused where a pair is not as the rules and the score say.
    func seats(of result: MatchResult) throws(MatchFault) -> [Int?] {
        var seatOfAgent = [Int?](repeating: nil, count: question.inputs.people.count)
        let people = question.peopleByLabel
        for pair in result.pairs {
            guard
                let person = people[pair.participant], let slot = question.slot(coded: pair.slot),
                seatOfAgent[person] == nil, let option = question.options[person][slot],
                option.score.total == pair.score
            else { throw .notCertified }
            seatOfAgent[person] = seating.seat(
                slot: slot, referrer: question.inputs.people[person].referrals[option.referral].referrer)
        }
        return seatOfAgent
    }

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
