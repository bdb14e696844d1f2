import Matching
import Testing

struct CertificateTests {
    private func solved(_ seed: UInt64) throws -> (Question, Instance, Solution, RandomSource) {
        var random = RandomSource(seed ^ 0xC0DE)
        let question = Question(small: &random)
        let instance = try question.instance
        return (question, instance, Solver(instance).solve(), random)
    }

    private func isRefused(_ solution: Solution, _ instance: Instance) -> Bool {
        do {
            try CertificateCheck.verify(solution, for: instance)
            return false
        } catch {
            return true
        }
    }

    @Test func `a changed agent price is refused`() throws {
        for seed in 0..<UInt64(cases(300, long: 5_000)) {
            var (_, instance, solution, random) = try solved(seed)
            guard !instance.agents.isEmpty else { continue }
            let agent = random.below(instance.agents.count)
            solution.certificate.agentPrices[agent] += [-1, 1, 1000, Int64.max / 2][random.below(4)]
            #expect(isRefused(solution, instance), "seed \(seed)")
        }
    }

    @Test func `a changed price of a seat with places is refused`() throws {
        for seed in 0..<UInt64(cases(300, long: 5_000)) {
            var (_, instance, solution, random) = try solved(seed)
            let open = instance.seats.indices.filter { seat in
                instance.seats[seat].capacity > instance.locks.values.count { $0 == seat }
            }
            guard let seat = open.randomElement(using: &random) else { continue }
            solution.certificate.seatPrices[seat] += [-1, 1, 1000][random.below(3)]
            #expect(isRefused(solution, instance), "seed \(seed)")
        }
    }

    @Test func `a changed score, count or step is refused`() throws {
        for seed in 0..<UInt64(cases(300, long: 5_000)) {
            let (_, instance, solution, _) = try solved(seed)
            var score = solution
            score.objective.score += 1
            #expect(isRefused(score, instance))
            var counts = solution
            counts.objective.placedByPriority[0] += 1
            #expect(isRefused(counts, instance))
            var low = solution
            low.certificate.step = 0
            #expect(isRefused(low, instance))
            var high = solution
            high.certificate.step = .max
            #expect(isRefused(high, instance))
        }
    }

    @Test func `a dropped pair is refused, with its counts set right`() throws {
        for seed in 0..<UInt64(cases(300, long: 5_000)) {
            var (_, instance, solution, random) = try solved(seed)
            guard let pair = solution.pairs.randomElement(using: &random) else { continue }
            drop(pair, from: &solution, instance)
            #expect(isRefused(solution, instance), "seed \(seed)")
        }
    }

    @Test func `another assignment is accepted only if it is as good`() throws {
        // Random moves with counts and score set right: the check must agree with the levels of the objective.
        var refused = 0
        for seed in 0..<UInt64(cases(1_000, long: 20_000)) {
            var (question, instance, solution, random) = try solved(seed)
            guard let edge = question.edges.randomElement(using: &random) else { continue }
            let best = Levels(solution)
            if let seat = solution.seatOfAgent[edge.agent] {
                drop(.init(agent: edge.agent, seat: seat), from: &solution, instance)
            }
            solution.seatOfAgent[edge.agent] = edge.seat
            solution.objective.placedByPriority[instance.agents[edge.agent].priority] += 1
            solution.objective.score += edge.score
            let legal =
                instance.score(agent: edge.agent, seat: edge.seat) != nil
                && solution.pairs.count { $0.seat == edge.seat } <= instance.seats[edge.seat].capacity
                && instance.locks.allSatisfy { solution.seatOfAgent[$0.key] == $0.value }
            let shouldHold = legal && Levels(solution) == best
            #expect(isRefused(solution, instance) == !shouldHold, "seed \(seed)")
            refused += shouldHold ? 0 : 1
        }
        #expect(refused > 100)
    }

    @Test func `arrays of the wrong length are refused`() throws {
        let instance = try Instance(agents: [.init(key: 1)], seats: [.init(key: 1)], edges: [])
        let solution = Solver(instance).solve()
        var short = solution
        short.seatOfAgent = []
        #expect(throws: CertificateFault.wrongShape) { try CertificateCheck.verify(short, for: instance) }
        var outside = solution
        outside.seatOfAgent = [5]
        #expect(throws: CertificateFault.notEligible(agent: 0)) {
            try CertificateCheck.verify(outside, for: instance)
        }
    }

    private func drop(_ pair: Instance.Pair, from solution: inout Solution, _ instance: Instance) {
        solution.seatOfAgent[pair.agent] = nil
        solution.objective.placedByPriority[instance.agents[pair.agent].priority] -= 1
        solution.objective.score -= instance.score(agent: pair.agent, seat: pair.seat) ?? 0
    }
}
