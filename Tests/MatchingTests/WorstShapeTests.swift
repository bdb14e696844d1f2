import Matching
import Testing

/// Shapes at the edge of what is allowed, and those that are hard on searches.
struct WorstShapeTests {
    /// Solves and certifies; answers the levels, counted.
    @discardableResult
    private func solved(_ question: Question) throws -> Levels {
        let instance = try question.instance
        let solution = Solver(instance).solve()
        try CertificateCheck.verify(solution, for: instance)
        #expect(question.permits(solution.seatOfAgent))
        let levels = Levels(solution.objective)
        #expect(Levels(counting: solution.seatOfAgent, in: question) == levels)
        return levels
    }

    /// Agents and seats with every pair, or those that `score` answers for.
    private func question(
        _ agents: Int, _ seats: Int, capacity: Int = 1, score: (Int, Int) -> Int? = { _, _ in 500 }
    ) -> Question {
        var question = Question(seed: 7)
        question.agents = (0..<agents).map { .init(key: UInt64($0)) }
        question.seats = (0..<seats).map { .init(key: UInt64($0), capacity: capacity) }
        for agent in 0..<agents {
            for seat in 0..<seats {
                if let score = score(agent, seat) {
                    question.edges.append(.init(agent: agent, seat: seat, score: score))
                }
            }
        }
        return question
    }

    private func levels(placed: Int, shortfall: Int = 0, score: Int, kept: Int = 0) -> Levels {
        Levels(values: Array(repeating: 0, count: 9) + [placed, -shortfall, score, kept])
    }

    @Test func `nobody, nowhere and nothing that fits`() throws {
        for (agents, seats) in [(0, 0), (0, 5), (5, 0), (5, 5)] {
            var bare = question(agents, seats) { _, _ in nil }
            #expect(try solved(bare) == levels(placed: 0, score: 0))
            bare.groups = [.init(key: 1, maximum: 3, minimum: 4)]
            bare.cohorts = [.init(key: 1, minimum: 1_000_000)]
            bare.seats = bare.seats.map { .init(key: $0.key, capacity: $0.capacity, group: 0) }
            bare.agents = bare.agents.map { .init(key: $0.key, cohort: 0) }
            #expect(try solved(bare) == levels(placed: 0, shortfall: 1_000_004, score: 0))
        }
    }

    @Test func `no places anywhere, by capacity or by a maximum`() throws {
        #expect(try solved(question(6, 4, capacity: 0)) == levels(placed: 0, score: 0))
        var closed = question(6, 4)
        closed.groups = [.init(key: 1, maximum: 0, minimum: 9), .init(key: 2, maximum: 5, minimum: 5, parent: 0)]
        closed.seats = closed.seats.map { .init(key: $0.key, capacity: $0.capacity, group: 1) }
        #expect(try solved(closed) == levels(placed: 0, shortfall: 14, score: 0))
    }

    @Test func `minima larger than anything leave the rest as it was`() throws {
        var random = RandomSource(0x3A11)
        for _ in 0..<cases(30, long: 1_000) {
            var open = Question(.middling, &random)
            open.groups = open.groups.map { .init(key: $0.key, maximum: $0.maximum, parent: $0.parent) }
            open.cohorts = open.cohorts.map { .init(key: $0.key, minimum: 0) }
            let without = try solved(open)
            var wanting = open
            wanting.groups = open.groups.map {
                .init(key: $0.key, maximum: $0.maximum, minimum: 1_000_000, parent: $0.parent)
            }
            wanting.cohorts = open.cohorts.map { .init(key: $0.key, minimum: 1_000_000) }
            let with = try solved(wanting)
            // Who is placed, class by class, comes before any minimum.
            #expect(with.values.prefix(10) == without.values.prefix(10))
        }
    }

    @Test func `one seat with a million places`() throws {
        #expect(try solved(question(400, 1, capacity: 1_000_000)) == levels(placed: 400, score: 200_000))
        var bounded = question(400, 1, capacity: 1_000_000)
        bounded.groups = [.init(key: 1, maximum: 1_000_000, minimum: 1_000_000)]
        bounded.seats = [.init(key: 1, capacity: 1_000_000, group: 0)]
        #expect(try solved(bounded) == levels(placed: 400, shortfall: 999_600, score: 200_000))
    }

    @Test(arguments: [0, 1, 500, 1000])
    func `scores all alike, on every pair of 300 by 300`(score: Int) throws {
        let complete = question(300, 300) { _, _ in score }
        #expect(try solved(complete) == levels(placed: 300, score: 300 * score))
    }

    @Test func `a star: one seat that everybody wants, one agent that every seat could have`() throws {
        let wanted = question(200, 1, capacity: 3) { agent, _ in agent }
        #expect(try solved(wanted) == levels(placed: 3, score: 199 + 198 + 197))
        let spoilt = question(1, 200) { _, seat in seat }
        #expect(try solved(spoilt) == levels(placed: 1, score: 199))
    }

    @Test(arguments: [false, true])
    func `a chain that only one path along all of it completes`(backwards: Bool) throws {
        // Agent i likes seat i − 1 better than seat i; the first can only have seat 0, so that all must make room.
        let length = 400
        let chain = question(length, length) { agent, seat in
            let place = backwards ? length - 1 - agent : agent
            return seat == place ? 1 : place > 0 && seat == place - 1 ? 1000 : nil
        }
        #expect(try solved(chain) == levels(placed: length, score: length))
        // Without the last seat one cannot be placed: the first, for all others then have what they like.
        var short = chain
        short.seats[length - 1] = .init(key: UInt64(length - 1), capacity: 0)
        #expect(try solved(short) == levels(placed: length - 1, score: (length - 1) * 1000))
    }

    @Test func `ten classes over too few places`() throws {
        var question = question(100, 10, capacity: 3) { agent, seat in (agent * 37 + seat * 101) % 1001 }
        question.agents = (0..<100).map { .init(key: UInt64($0), priority: $0 % 10) }
        let values = try solved(question).values
        #expect(Array(values.prefix(10)) == [10, 10, 10, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test func `groups nest sixteen deep, and no deeper`() throws {
        var deep = question(40, 20, capacity: 2) { agent, seat in (agent * 13 + seat * 7) % 1001 }
        deep.groups = (0..<Limits.depth).map {
            .init(key: UInt64($0), maximum: 40 - $0, minimum: 30, parent: $0 > 0 ? $0 - 1 : nil)
        }
        // The innermost takes 25; what it lacks to 30 all those around it get from seats outside it.
        deep.seats = (0..<20).map { .init(key: UInt64($0), capacity: 2, group: $0 < 15 ? Limits.depth - 1 : $0 - 15) }
        let levels = try solved(deep)
        #expect(levels.values[9] == 35)
        var deeper = deep
        deeper.groups.append(.init(key: 99, maximum: 1, parent: Limits.depth - 1))
        #expect(throws: InstanceError.nestedTooDeep(group: Limits.depth, limit: Limits.depth)) {
            try deeper.instance
        }
        var circle = deep
        circle.groups[0] = .init(key: 0, maximum: 1, parent: 5)
        #expect(throws: InstanceError.nestedTooDeep(group: 0, limit: Limits.depth)) { try circle.instance }
    }
}

/// What is beyond the limits is refused, and the limit is named.
struct LimitTests {
    private static let agents: [Instance.Agent] = [.init(key: 1)]
    private static let seats: [Instance.Seat] = [.init(key: 1)]

    @Test func `too many of anything`() {
        func refusal(_ body: () throws -> Instance) -> String {
            do {
                _ = try body()
                return "accepted"
            } catch {
                return "\(error)"
            }
        }
        let many = Limits.agents + 1
        let answers = [
            refusal { try Instance(agents: Array(repeating: .init(key: 1), count: many), seats: [], edges: []) },
            refusal { try Instance(agents: [], seats: Array(repeating: .init(key: 1), count: many), edges: []) },
            refusal {
                try Instance(
                    agents: [], seats: [], groups: Array(repeating: .init(key: 1, maximum: 1), count: many), edges: [])
            },
            refusal {
                try Instance(
                    agents: [], seats: [], cohorts: Array(repeating: .init(key: 1, minimum: 1), count: many), edges: [])
            },
        ]
        let names = ["agents", "seats", "groups", "cohorts"]
        #expect(answers == names.map { "1000001 \($0); at most 1000000 can be solved" })
    }

    @Test func `bounds and bonuses out of range`() {
        let wide = 0..<1_000_001
        for value in [-1, 1_000_001] {
            #expect(throws: InstanceError.outOfRange(.maximum, at: 0, value: value, allowed: wide)) {
                try Instance(agents: [], seats: [], groups: [.init(key: 1, maximum: value)], edges: [])
            }
            #expect(throws: InstanceError.outOfRange(.minimum, at: 0, value: value, allowed: wide)) {
                try Instance(agents: [], seats: [], groups: [.init(key: 1, maximum: 1, minimum: value)], edges: [])
            }
            #expect(throws: InstanceError.outOfRange(.minimum, at: 0, value: value, allowed: wide)) {
                try Instance(agents: [], seats: [], cohorts: [.init(key: 1, minimum: value)], edges: [])
            }
            #expect(throws: InstanceError.outOfRange(.capacity, at: 0, value: value, allowed: wide)) {
                try Instance(agents: [], seats: [.init(key: 1, capacity: value)], edges: [])
            }
        }
        #expect(throws: InstanceError.outOfRange(.keepBonus, at: 0, value: 1001, allowed: 0..<1001)) {
            try Instance(agents: [], seats: [], edges: [], keepBonus: 1001)
        }
        #expect(throws: InstanceError.outOfRange(.wish, at: 0, value: 1001, allowed: 0..<1001)) {
            try Instance(
                agents: Self.agents, seats: Self.seats, edges: [.init(agent: 0, seat: 0, score: 1, wish: 1001)])
        }
        for position in [-1, 0, Int.max] {
            #expect(throws: InstanceError.outOfRange(.groups, at: 0, value: position, allowed: 0..<0)) {
                try Instance(agents: [], seats: [.init(key: 1, group: position)], edges: [])
            }
            #expect(throws: InstanceError.outOfRange(.cohorts, at: 0, value: position, allowed: 0..<0)) {
                try Instance(agents: [.init(key: 1, cohort: position)], seats: [], edges: [])
            }
        }
    }

    @Test func `locks beyond a maximum and a second previous seat`() {
        let pair = Instance.Pair(agent: 0, seat: 0)
        #expect(throws: InstanceError.lockedBeyondMaximum(group: 0, maximum: 0)) {
            try Instance(
                agents: Self.agents, seats: [.init(key: 1, group: 0)], groups: [.init(key: 1, maximum: 0)],
                edges: [.init(agent: 0, seat: 0, score: 1)], locked: [pair])
        }
        #expect(throws: InstanceError.previousTwice(agent: 0)) {
            try Instance(agents: Self.agents, seats: Self.seats, edges: [], previous: [pair, pair])
        }
    }

    @Test func `minima and scores that together span too much`() throws {
        // 100 places at 1000 points, and minima of half a million millions: some 2⁵⁶ units a step.
        let agents = (0..<100).map { Instance.Agent(key: UInt64($0)) }
        func instance(groups: Int) throws -> Instance {
            try Instance(
                agents: agents, seats: [.init(key: 1, capacity: 100)],
                groups: (0..<groups).map { .init(key: UInt64($0), maximum: 1, minimum: 1_000_000) }, edges: [])
        }
        let solution = Solver(try instance(groups: 500_000)).solve()
        #expect(solution.objective.shortfall == 500_000_000_000)
        try CertificateCheck.verify(solution, for: try instance(groups: 500_000))
        #expect(throws: InstanceError.objectiveTooLarge) { try instance(groups: 800_000) }
    }
}
