import Matching
import Testing

struct StableTests {
    @Test func `among all assignments, the result is stable and best for every agent`() throws {
        var several = 0
        for seed in 0..<UInt64(cases(400, long: 5_000)) {
            var random = RandomSource(seed ^ 0x57AB)
            let question = try StableQuestion(&random)
            let result = StableSolver(question.instance, classesFirst: question.classesFirst).solve()
            let stable = question.assignments.filter { question.blockingPairs($0).isEmpty }
            #expect(stable.contains(result.seatOfAgent), "seed \(seed)")
            several += stable.count > 1 ? 1 : 0
            for agent in question.instance.agents.indices {
                let isBest = stable.allSatisfy { !question.prefers(agent, $0[agent], result.seatOfAgent[agent]) }
                #expect(isBest, "seed \(seed), agent \(agent)")
            }
        }
        #expect(several > 3)
    }

    @Test func `the blocking pairs of any assignment are those of the definition`() throws {
        for seed in 0..<UInt64(cases(400, long: 5_000)) {
            var random = RandomSource(seed ^ 0xB10C)
            let question = try StableQuestion(&random)
            guard let assignment = question.assignments.randomElement(using: &random) else { continue }
            let expected = question.blockingPairs(assignment)
            let found = BlockingPairs(
                of: assignment, in: question.instance, classesFirst: question.classesFirst, listing: .max)
            #expect(found.count == expected.count, "seed \(seed)")
            #expect(found.first == expected, "seed \(seed)")
        }
    }

    @Test func `larger results pass the check, and a changed one does not`() throws {
        for seed in 0..<UInt64(cases(60, long: 2_000)) {
            var random = RandomSource(seed ^ 0x1A26)
            let question = try StableQuestion(&random, agents: 60, seats: 25)
            let (instance, classesFirst) = (question.instance, question.classesFirst)
            let result = StableSolver(instance, classesFirst: classesFirst).solve()
            try StabilityCheck.verify(result, for: instance, classesFirst: classesFirst)
            let placed = result.seatOfAgent.indices.filter {
                result.seatOfAgent[$0] != nil && instance.locks[$0] == nil
            }
            guard let agent = placed.randomElement(using: &random) else { continue }
            var other = result
            other.seatOfAgent[agent] = nil
            #expect(throws: StabilityCheck.Fault.wrongLevels, "seed \(seed)") {
                try StabilityCheck.verify(other, for: instance, classesFirst: classesFirst)
            }
            let blocking = BlockingPairs(of: other.seatOfAgent, in: instance, classesFirst: classesFirst, listing: .max)
            #expect(blocking.first.contains { $0.agent == agent }, "seed \(seed)")
        }
    }

    @Test func `the order in which things are handed in changes nothing`() throws {
        for seed in 0..<UInt64(cases(300, long: 5_000)) {
            var random = RandomSource(seed ^ 0x0DE2)
            let question = try StableQuestion(&random, agents: 12, seats: 8)
            let (other, agentAt, seatAt) = try shuffled(question.instance, &random)
            let first = StableSolver(question.instance, classesFirst: question.classesFirst).solve()
            let second = StableSolver(other, classesFirst: question.classesFirst).solve()
            for agent in question.instance.agents.indices {
                #expect(
                    first.seatOfAgent[agent].map { seatAt[$0] } == second.seatOfAgent[agentAt[agent]], "seed \(seed)")
            }
            #expect(first.objective == second.objective)
        }
    }

    @Test func `one long row with many refusals is sorted on the way, with the same result`() throws {
        // Everybody wishes alike and scores alike: agent i gets the i-th seat, after being refused by all before it.
        let count: UInt64 = 60
        let edges = (0..<60).reversed().flatMap { agent in
            (0..<60).map { Instance.Edge(agent: agent, seat: $0, score: 5, wish: 1000 - $0 / 2) }
        }
        let instance = try Instance(
            agents: (0..<count).map { .init(key: count - $0) }, seats: (0..<count).map { .init(key: $0) }, edges: edges)
        #expect(StableSolver(instance).solve().seatOfAgent == (0..<60).reversed().map { $0 })
    }

    private func shuffled(
        _ instance: Instance, _ random: inout RandomSource
    ) throws -> (Instance, agentAt: [Int], seatAt: [Int]) {
        let agentAt = Array(instance.agents.indices).shuffled(using: &random)
        let seatAt = Array(instance.seats.indices).shuffled(using: &random)
        let groupAt = Array(instance.groups.indices).shuffled(using: &random)
        var (agents, seats, groups) = (instance.agents, instance.seats, instance.groups)
        for (from, to) in agentAt.enumerated() { agents[to] = instance.agents[from] }
        for (from, to) in seatAt.enumerated() {
            let seat = instance.seats[from]
            seats[to] = .init(key: seat.key, capacity: seat.capacity, group: seat.group.map { groupAt[$0] })
        }
        for (from, to) in groupAt.enumerated() {
            let group = instance.groups[from]
            groups[to] = .init(
                key: group.key, maximum: group.maximum, minimum: group.minimum,
                parent: group.parent.map { groupAt[$0] })
        }
        let edges = instance.agents.indices.flatMap(instance.edges(of:)).map {
            Instance.Edge(agent: agentAt[$0.agent], seat: seatAt[$0.seat], score: $0.score, wish: $0.wish)
        }
        let locked = instance.locks.map { Instance.Pair(agent: agentAt[$0.key], seat: seatAt[$0.value]) }
        let other = try Instance(
            agents: agents, seats: seats, groups: groups, cohorts: instance.cohorts,
            edges: edges.shuffled(using: &random), locked: locked)
        return (other, agentAt, seatAt)
    }
}

struct HandMadeStableTests {
    @Test func `the optimum places one more; stability keeps the pair that want each other`() throws {
        // Both want seat 0; seat 1 is only open to agent 0, who is also the better for seat 0.
        let instance = try Instance(
            agents: [.init(key: 1), .init(key: 2)], seats: [.init(key: 1), .init(key: 2)],
            edges: [
                .init(agent: 0, seat: 0, score: 900, wish: 9), .init(agent: 0, seat: 1, score: 100, wish: 1),
                .init(agent: 1, seat: 0, score: 500, wish: 5),
            ])
        let (optimal, stable) = (Solver(instance).solve(), StableSolver(instance).solve())
        #expect(stable.seatOfAgent == [0, nil])
        let comparison = StableComparison(
            instance, optimal: optimal.seatOfAgent, stable: stable.seatOfAgent, listing: 10)
        #expect(comparison.optimal.placed == 2)
        #expect(comparison.stable.placed == 1)
        #expect(comparison.differences.map(\.change) == [.better, .unplaced])
        #expect(comparison.blocking.count == 1)
        #expect(comparison.blocking.first == [.init(agent: 0, seat: 0)])
    }

    @Test func `a supervisor's maximum gives up its worst, on whichever seat it sits`() throws {
        let instance = try Instance(
            agents: (0..<3).map { .init(key: $0) },
            seats: [.init(key: 0, capacity: 2, group: 0), .init(key: 1, capacity: 2, group: 0)],
            groups: [.init(key: 0, maximum: 2, minimum: 3)],
            edges: [
                .init(agent: 0, seat: 0, score: 10), .init(agent: 1, seat: 1, score: 20),
                .init(agent: 2, seat: 1, score: 30),
            ])
        let result = StableSolver(instance).solve()
        #expect(result.seatOfAgent == [nil, 1, 1])
        #expect(result.objective.shortfall == 1)
        #expect(result.objective.score == 50)
    }

    @Test func `classes come first only where that is asked for`() throws {
        let instance = try Instance(
            agents: [.init(key: 1, priority: 9), .init(key: 2)], seats: [.init(key: 1)],
            edges: [.init(agent: 0, seat: 0, score: 1), .init(agent: 1, seat: 0, score: 1000)])
        #expect(StableSolver(instance).solve().seatOfAgent == [nil, 0])
        #expect(StableSolver(instance, classesFirst: true).solve().seatOfAgent == [0, nil])
    }

    @Test func `nobody, nowhere, no places`() throws {
        let empty = try Instance(agents: [], seats: [], edges: [])
        #expect(StableSolver(empty).solve().seatOfAgent.isEmpty)
        let full = try Instance(
            agents: [.init(key: 1), .init(key: 2)],
            seats: [.init(key: 1, capacity: 0), .init(key: 2, capacity: 1_000_000, group: 0), .init(key: 3)],
            groups: [.init(key: 1, maximum: 0)],
            edges: [
                .init(agent: 0, seat: 0, score: 0), .init(agent: 0, seat: 1, score: 1000, wish: 1000),
                .init(agent: 1, seat: 2, score: 0), .init(agent: 0, seat: 2, score: 0),
            ],
            locked: [.init(agent: 1, seat: 2)])
        let result = StableSolver(full).solve()
        #expect(result.seatOfAgent == [nil, 2])
        try StabilityCheck.verify(result, for: full)
    }
}
