import FoundationEssentials
import Matching
import Testing

/// How many random cases a property is held against: enough for every run, or the full count under `PRAKTIK_LONG=1`.
func cases(_ ordinary: Int, long: Int) -> Int {
    ProcessInfo.processInfo.environment["PRAKTIK_LONG"] == "1" ? long : ordinary
}

struct SolverTests {
    @Test func `the solver and exhaustive search agree, and the certificate holds`() throws {
        for seed in 0..<UInt64(cases(1_500, long: 10_000)) {
            var random = RandomSource(seed)
            let question = Question(small: &random)
            let instance = try question.instance
            let solution = Solver(instance).solve()
            #expect(question.permits(solution.seatOfAgent), "seed \(seed)")
            #expect(Levels(counting: solution.seatOfAgent, in: question) == Levels(solution.objective), "seed \(seed)")
            #expect(Levels(solution.objective) == exhaustiveOptimum(question), "seed \(seed)")
            #expect(throws: Never.self, "seed \(seed)") { try CertificateCheck.verify(solution, for: instance) }
        }
    }

    @Test func `the order in which things are handed in changes nothing`() throws {
        for seed in 0..<UInt64(cases(500, long: 5_000)) {
            var random = RandomSource(seed ^ 0xABCD)
            let question = Question(seed % 5 == 0 ? .middling : .small, &random)
            let other = question.shuffled(&random)
            let first = Solver(try question.instance).solve()
            let second = Solver(try other.question.instance).solve()
            #expect(first.objective == second.objective, "seed \(seed)")
            for agent in question.agents.indices {
                let seat = second.seatOfAgent[other.agentAt[agent]]
                #expect(first.seatOfAgent[agent].map { other.seatAt[$0] } == seat, "seed \(seed)")
            }
        }
    }

    @Test func `new keys or another seed change no level of the objective`() throws {
        for seed in 0..<UInt64(cases(300, long: 5_000)) {
            var random = RandomSource(seed ^ 0x1234)
            let question = Question(seed % 5 == 0 ? .middling : .small, &random)
            let other = question.renamed(&random)
            let objective = Solver(try question.instance).solve().objective
            #expect(Solver(try other.instance).solve().objective == objective, "seed \(seed)")
        }
    }

    @Test func `among equal results the seed decides, the same way each time`() throws {
        var (decided, tied) = (0, 0)
        for seed in 0..<UInt64(cases(100, long: 2_000)) {
            var random = RandomSource(seed ^ 0x5EED)
            var question = Question(.middling, &random)
            // All scores alike and nothing to keep: who gets what is mostly a draw.
            question.edges = question.edges.map { .init(agent: $0.agent, seat: $0.seat, score: 7) }
            question.previous = []
            var results: Set<[Int?]> = []
            for draw in 0..<4 as Range<UInt64> {
                question.seed = draw
                let result = Solver(try question.instance).solve().seatOfAgent
                #expect(Solver(try question.instance).solve().seatOfAgent == result, "seed \(seed)")
                results.insert(result)
            }
            tied += question.permitted.count > question.agents.count ? 1 : 0
            decided += results.count > 1 ? 1 : 0
        }
        #expect(decided * 10 > tied * 8, "\(decided) of \(tied)")
    }

    @Test func `larger questions are answered with their proof`() throws {
        for seed in 0..<UInt64(cases(25, long: 1_000)) {
            var random = RandomSource(seed ^ 0x5151)
            let question = Question(.large, &random)
            let instance = try question.instance
            let solution = Solver(instance).solve()
            #expect(question.permits(solution.seatOfAgent), "seed \(seed)")
            #expect(throws: Never.self, "seed \(seed)") { try CertificateCheck.verify(solution, for: instance) }
        }
    }
}

struct HandMadeSolverTests {
    @Test func `nothing to place, nowhere to place`() throws {
        let empty = try Instance(agents: [], seats: [], edges: [])
        #expect(Solver(empty).solve().placed == 0)
        try CertificateCheck.verify(Solver(empty).solve(), for: empty)

        let placeless = try Instance(
            agents: [.init(key: 1)], seats: [.init(key: 1, capacity: 0)], edges: [.init(agent: 0, seat: 0, score: 9)])
        #expect(Solver(placeless).solve().seatOfAgent == [nil])
        try CertificateCheck.verify(Solver(placeless).solve(), for: placeless)
    }

    @Test func `one more placed outweighs any score`() throws {
        // Agent 1 can only have seat 0, so agent 0 must make do with a worthless one.
        let instance = try Instance(
            agents: [.init(key: 1), .init(key: 2)], seats: [.init(key: 1), .init(key: 2)],
            edges: [
                .init(agent: 0, seat: 0, score: 1000), .init(agent: 0, seat: 1, score: 0),
                .init(agent: 1, seat: 0, score: 0),
            ])
        let solution = Solver(instance).solve()
        #expect(solution.seatOfAgent == [1, 0])
        #expect(solution.score == 0)
    }

    @Test func `a higher class takes the last place from any number of points`() throws {
        let instance = try Instance(
            agents: [.init(key: 1, priority: 3), .init(key: 2, priority: 4)], seats: [.init(key: 1)],
            edges: [.init(agent: 0, seat: 0, score: 1000), .init(agent: 1, seat: 0, score: 0)])
        let solution = Solver(instance).solve()
        #expect(solution.seatOfAgent == [nil, 0])
        #expect(solution.placedByPriority == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    }

    @Test func `priority never lowers the number placed`() throws {
        // The prioritised agent could take either seat; it must leave the other agent's only one.
        let instance = try Instance(
            agents: [.init(key: 1, priority: 9), .init(key: 2, priority: 0)],
            seats: [.init(key: 1), .init(key: 2)],
            edges: [
                .init(agent: 0, seat: 0, score: 1000), .init(agent: 0, seat: 1, score: 1),
                .init(agent: 1, seat: 0, score: 5),
            ])
        #expect(Solver(instance).solve().seatOfAgent == [1, 0])
    }

    @Test func `locked pairs are kept even where they cost, forbidden ones never chosen`() throws {
        let agents: [Instance.Agent] = [.init(key: 1), .init(key: 2, priority: 9)]
        let edges: [Instance.Edge] = [.init(agent: 0, seat: 0, score: 1), .init(agent: 1, seat: 0, score: 900)]
        let pair = Instance.Pair(agent: 0, seat: 0)
        let locked = try Instance(agents: agents, seats: [.init(key: 7)], edges: edges, locked: [pair])
        let solution = Solver(locked).solve()
        #expect(solution.seatOfAgent == [0, nil])
        #expect(solution.placedByPriority[0] == 1)
        try CertificateCheck.verify(solution, for: locked)

        let forbidden = try Instance(
            agents: agents, seats: [.init(key: 7, capacity: 2)], edges: edges, forbidden: [pair])
        #expect(Solver(forbidden).solve().seatOfAgent == [nil, 0])
    }

    @Test func `ties fall by the seed, and the same way each time`() throws {
        func winner(_ seed: UInt64) throws -> Int? {
            let instance = try Instance(
                agents: (0..<8).map { .init(key: $0) }, seats: [.init(key: 1)],
                edges: (0..<8).map { .init(agent: $0, seat: 0, score: 500) }, seed: seed)
            return Solver(instance).solve().seatOfAgent.firstIndex(of: 0)
        }
        var winners: Set<Int?> = []
        for seed in 0..<100 as Range<UInt64> {
            let first = try winner(seed)
            #expect(try winner(seed) == first)
            winners.insert(first)
        }
        #expect(winners.count == 8)
    }
}
