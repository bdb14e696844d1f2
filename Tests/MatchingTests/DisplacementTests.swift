import Matching
import Testing

/// Forced pairs by one search from the seat, held against solving the question anew with the pair locked.
struct DisplacementTests {
    /// A random round with everything a municipality respects.
    private struct Round {
        var agents: [Instance.Agent] = []
        var seats: [Instance.Seat] = []
        var groups: [Instance.Group] = []
        var cohorts: [Instance.Cohort] = []
        var edges: [Instance.Edge] = []
        var locked: [Instance.Pair] = []
        var previous: [Instance.Pair] = []
        var keepBonus = 0

        init(_ random: inout RandomSource, nested: Bool) {
            let (agentCount, seatCount) = (1 + random.below(9), 1 + random.below(6))
            let (classes, scores) = ([1, 2, 10][random.below(3)], [2, 5, 1001][random.below(3)])
            if nested {
                addGroups(&random)
                cohorts = (0..<random.below(3)).map { .init(key: UInt64($0), minimum: random.below(4)) }
            }
            for _ in 0..<agentCount {
                agents.append(
                    .init(
                        key: random.next(), priority: random.below(classes),
                        cohort: cohorts.isEmpty || random.chance(40) ? nil : random.below(cohorts.count)))
            }
            for _ in 0..<seatCount {
                seats.append(
                    .init(
                        key: random.next(), capacity: random.below(4),
                        group: groups.isEmpty || random.chance(20) ? nil : random.below(groups.count)))
            }
            let density = 20 + random.below(70)
            for agent in 0..<agentCount {
                for seat in 0..<seatCount where random.chance(density) {
                    edges.append(.init(agent: agent, seat: seat, score: random.below(scores)))
                }
            }
            if nested, random.chance(40) { addPrevious(&random, scores: scores) }
            if random.chance(40), let pair = edges.randomElement(using: &random) {
                locked = [.init(agent: pair.agent, seat: pair.seat)]
            }
        }

        private mutating func addGroups(_ random: inout RandomSource) {
            let units = 1 + random.below(2)
            for unit in 0..<units {
                groups.append(.init(key: UInt64(unit), maximum: random.below(6), minimum: random.below(4)))
            }
            for group in 0..<random.below(3) {
                groups.append(
                    .init(
                        key: UInt64(10 + group), maximum: random.below(4), minimum: random.below(3),
                        parent: random.chance(80) ? random.below(units) : nil))
            }
        }

        private mutating func addPrevious(_ random: inout RandomSource, scores: Int) {
            var before: Set<Int> = []
            for edge in edges where random.chance(40) && before.insert(edge.agent).inserted {
                previous.append(.init(agent: edge.agent, seat: edge.seat))
            }
            keepBonus = random.chance(50) ? 0 : random.below(scores)
        }

        func instance(with edge: Instance.Edge? = nil, locking pair: Instance.Pair? = nil) throws -> Instance {
            try Instance(
                agents: agents, seats: seats, groups: groups, cohorts: cohorts,
                edges: edges + (edge.map { [$0] } ?? []), locked: locked + (pair.map { [$0] } ?? []),
                previous: previous, keepBonus: keepBonus, seed: 1)
        }
    }

    private func hold(_ round: Round, _ seed: UInt64, _ tried: inout Int) throws {
        guard let instance = try? round.instance() else { return }
        let solution = Solver(instance).solve()
        try CertificateCheck.verify(solution, for: instance)
        let graph = Displacements(instance, solution)
        for seat in round.seats.indices {
            let paths = RoomPaths(graph, on: seat)
            for agent in round.agents.indices {
                let score = instance.score(agent: agent, seat: seat)
                let extra = score == nil ? Instance.Edge(agent: agent, seat: seat, score: 7) : nil
                let change = paths.change(for: agent, score: score ?? 7)
                let isLocked = instance.locks[agent] != nil
                let forced =
                    isLocked && instance.locks[agent] != seat
                    ? nil
                    : try? round.instance(
                        with: extra, locking: isLocked ? nil : Instance.Pair(agent: agent, seat: seat))
                #expect((change == nil) == (forced == nil), "seed \(seed), \(agent) on \(seat)")
                guard let forced, let change else { continue }
                let other = Solver(forced).solve().objective
                let moves = paths.moves(for: agent)
                var objective = graph.objective(after: moves)
                if extra != nil { objective.score += 7 }
                #expect(objective == other, "seed \(seed), \(agent) on \(seat)")
                #expect(
                    change.signum() == (other == solution.objective ? 0 : other < solution.objective ? -1 : 1),
                    "seed \(seed), \(agent) on \(seat)")
                #expect(Set(moves.map(\.agent)).count == moves.count)
                #expect(moves.allSatisfy { $0.from == solution.seatOfAgent[$0.agent] && $0.from != $0.to })
                tried += 1
            }
        }
    }

    @Test(arguments: [false, true])
    func `a forced pair costs what solving anew with it says`(nested: Bool) throws {
        var tried = 0
        for seed in 0..<UInt64(cases(150, long: 2_000)) {
            var random = RandomSource(seed ^ 0xD15)
            try hold(Round(&random, nested: nested), seed, &tried)
        }
        #expect(tried > 1_000)
    }

    @Test func `an over-demanded set is full, has nowhere else to go, and is more than its places`() throws {
        for seed in 0..<UInt64(cases(300, long: 5_000)) {
            var random = RandomSource(seed ^ 0x0E5)
            let round = Round(&random, nested: seed.isMultiple(of: 2))
            guard let instance = try? round.instance() else { continue }
            let solution = Solver(instance).solve()
            let graph = Displacements(instance, solution)
            for agent in round.agents.indices {
                guard let demand = graph.overDemand(from: agent) else {
                    #expect(solution.seatOfAgent[agent] != nil || instance.edges(of: agent).isEmpty, "seed \(seed)")
                    continue
                }
                #expect(demand.agents.contains(agent) && demand.agents.count > demand.places, "seed \(seed)")
                // Whatever anybody weighs, no more of them can be placed beside those who are locked.
                let alone = try Instance(
                    agents: round.agents, seats: round.seats, groups: round.groups, cohorts: round.cohorts,
                    edges: round.edges.filter {
                        demand.agents.contains($0.agent) || instance.locks[$0.agent] == $0.seat
                    }, locked: round.locked)
                #expect(Solver(alone).solve().placed == demand.places + instance.locks.count, "seed \(seed)")
                #expect(demand.seats.allSatisfy { graph.bound(on: $0) != nil }, "seed \(seed)")
            }
        }
    }
}
