import Matching
import Testing

struct InstanceTests {
    private static let two: [Instance.Agent] = [.init(key: 1), .init(key: 2)]
    private static let one: [Instance.Seat] = [.init(key: 1)]

    @Test func `what cannot be a question is refused with the place and the limit`() {
        #expect(throws: InstanceError.outOfRange(.priority, at: 1, value: 10, allowed: 0..<10)) {
            try Instance(agents: [.init(key: 1), .init(key: 2, priority: 10)], seats: [], edges: [])
        }
        #expect(throws: InstanceError.outOfRange(.capacity, at: 0, value: -1, allowed: 0..<1_000_001)) {
            try Instance(agents: [], seats: [.init(key: 1, capacity: -1)], edges: [])
        }
        #expect(throws: InstanceError.outOfRange(.score, at: 0, value: 1001, allowed: 0..<1001)) {
            try Instance(agents: Self.two, seats: Self.one, edges: [.init(agent: 0, seat: 0, score: 1001)])
        }
        #expect(throws: InstanceError.outOfRange(.seats, at: 0, value: 1, allowed: 0..<1)) {
            try Instance(agents: Self.two, seats: Self.one, edges: [.init(agent: 0, seat: 1, score: 1)])
        }
        #expect(throws: InstanceError.repeatedKey(.agents, first: 0, again: 1)) {
            try Instance(agents: [.init(key: 1), .init(key: 1)], seats: [], edges: [])
        }
        let edge = Instance.Edge(agent: 1, seat: 0, score: 3)
        #expect(throws: InstanceError.repeatedPair(agent: 1, seat: 0)) {
            try Instance(agents: Self.two, seats: Self.one, edges: [edge, edge])
        }
        let count = Limits.agents + 1
        #expect(throws: InstanceError.tooMany(.agents, count: count, limit: Limits.agents)) {
            try Instance(agents: Array(repeating: .init(key: 1), count: count), seats: [], edges: [])
        }
    }

    @Test func `locks that cannot be kept are refused`() {
        let edges = [Instance.Edge(agent: 0, seat: 0, score: 1), Instance.Edge(agent: 1, seat: 0, score: 1)]
        let first = Instance.Pair(agent: 0, seat: 0)
        let second = Instance.Pair(agent: 1, seat: 0)
        #expect(throws: InstanceError.lockedNotEligible(agent: 1, seat: 0)) {
            try Instance(agents: Self.two, seats: Self.one, edges: [edges[0]], locked: [second])
        }
        #expect(throws: InstanceError.lockedNotEligible(agent: 0, seat: 0)) {
            try Instance(agents: Self.two, seats: Self.one, edges: edges, locked: [first], forbidden: [first])
        }
        #expect(throws: InstanceError.lockedTwice(agent: 0)) {
            try Instance(agents: Self.two, seats: Self.one, edges: edges, locked: [first, first])
        }
        #expect(throws: InstanceError.lockedBeyondCapacity(seat: 0, capacity: 1)) {
            try Instance(agents: Self.two, seats: Self.one, edges: edges, locked: [first, second])
        }
    }

    @Test func `the sums at the limits fit`() throws {
        let agents = (0..<200).map { Instance.Agent(key: UInt64($0), priority: 9) }
        let seats = (0..<200).map { Instance.Seat(key: UInt64($0), capacity: 1_000_000) }
        let edges = (0..<200).map { Instance.Edge(agent: $0, seat: 199 - $0, score: 1000) }
        let instance = try Instance(agents: agents, seats: seats, edges: edges, seed: .max)
        let solution = Solver(instance).solve()
        #expect(solution.score == 200_000)
        try CertificateCheck.verify(solution, for: instance)
    }

    @Test func `an instance answers what it holds`() throws {
        let instance = try Instance(
            agents: Self.two, seats: [.init(key: 1), .init(key: 2)],
            edges: [
                .init(agent: 1, seat: 1, score: 4), .init(agent: 0, seat: 0, score: 2),
                .init(agent: 1, seat: 0, score: 3),
            ],
            forbidden: [.init(agent: 0, seat: 0)])
        #expect(instance.edgeCount == 2)
        #expect(instance.edges(of: 0).isEmpty)
        #expect(instance.edges(of: 1).map(\.score) == [4, 3])
        #expect(instance.score(agent: 1, seat: 0) == 3)
        #expect(instance.score(agent: 0, seat: 0) == nil)
    }
}
