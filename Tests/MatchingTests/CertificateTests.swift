import Matching
import Testing

struct CertificateTests {
    private func isAccepted(_ solution: Solution, _ instance: Instance) -> Bool {
        do {
            try CertificateCheck.verify(solution, for: instance)
            return true
        } catch {
            return false
        }
    }

    /// What became of the mutations of one kind.
    private struct Tally {
        var accepted = 0
        var refused = 0
    }

    @Test func `a mutation is accepted only if it is itself proven best, and refused otherwise`() throws {
        var tallies: [Mutation: Tally] = [:]
        for seed in 0..<UInt64(cases(600, long: 12_000)) {
            var random = RandomSource(seed ^ 0xC0DE)
            let question = Question(seed % 20 == 0 ? .middling : .small, &random)
            let instance = try question.instance
            let solution = Solver(instance).solve()
            let best = Levels(solution.objective)
            #expect(Reckoning(question, solution).isProven && isAccepted(solution, instance), "seed \(seed)")
            for mutation in Mutation.allCases + Mutation.allCases {
                var spoiled = solution
                guard mutation.apply(to: &spoiled, of: question, &random) else { continue }
                let accepted = isAccepted(spoiled, instance)
                #expect(accepted == Reckoning(question, spoiled).isProven, "seed \(seed), \(mutation)")
                // Whatever the units and prices say: nothing but an optimum may pass.
                #expect(!accepted || Levels(spoiled.objective) == best, "seed \(seed), \(mutation)")
                // An optimum is as good as another: the same prices prove it.
                if spoiled.certificate == solution.certificate {
                    let isOptimal =
                        question.permits(spoiled.seatOfAgent) && Levels(spoiled.objective) == best
                        && Levels(counting: spoiled.seatOfAgent, in: question) == best
                    #expect(accepted == isOptimal, "seed \(seed), \(mutation)")
                }
                tallies[mutation, default: Tally()].accepted += accepted ? 1 : 0
                tallies[mutation, default: Tally()].refused += accepted ? 0 : 1
            }
        }
        #expect(tallies.values.reduce(0) { $0 + $1.refused } >= 10_000)
        for mutation in Mutation.allCases {
            #expect(tallies[mutation, default: Tally()].refused > 20, "\(mutation)")
        }
        for mutation in [Mutation.pairMoved, .pairsSwapped, .agentPrice, .seatPrice, .groupPrice, .cohortPrice] {
            #expect(tallies[mutation, default: Tally()].accepted > 20, "\(mutation)")
        }
    }

    @Test func `units that would overflow a pair's weight are refused where no places bound them`() throws {
        let instance = try Instance(
            agents: [.init(key: 1)], seats: [.init(key: 1, capacity: 0)], edges: [.init(agent: 0, seat: 0, score: 1000)]
        )
        var solution = Solver(instance).solve()
        solution.certificate.step = Limits.step
        solution.certificate.scoreUnit = Limits.step
        #expect(throws: CertificateFault.unitOutOfRange) { try CertificateCheck.verify(solution, for: instance) }
    }

    @Test func `arrays of the wrong length are refused`() throws {
        let instance = try Instance(
            agents: [.init(key: 1, cohort: 0)], seats: [.init(key: 1, group: 0)],
            groups: [.init(key: 1, maximum: 1)], cohorts: [.init(key: 1, minimum: 0)], edges: [])
        let solution = Solver(instance).solve()
        try CertificateCheck.verify(solution, for: instance)
        let changes: [(inout Solution) -> Void] = [
            { $0.seatOfAgent = [] }, { $0.seatOfAgent = [nil, nil] }, { $0.objective.placedByPriority = [] },
            { $0.objective.placedByPriority.append(0) }, { $0.certificate.agentPrices = [] },
            { $0.certificate.seatPrices.append(0) }, { $0.certificate.groupPrices = [] },
            { $0.certificate.cohortPrices = [0, 0] },
        ]
        for change in changes {
            var wrong = solution
            change(&wrong)
            #expect(throws: CertificateFault.wrongShape) { try CertificateCheck.verify(wrong, for: instance) }
        }
        var outside = solution
        outside.seatOfAgent = [5]
        #expect(throws: CertificateFault.notEligible(agent: 0)) {
            try CertificateCheck.verify(outside, for: instance)
        }
    }
}
