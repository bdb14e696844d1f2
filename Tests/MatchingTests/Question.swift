import Matching

/// An instance in the open form a test can shuffle, shrink and spoil.
struct Question {
    var agents: [Instance.Agent] = []
    var seats: [Instance.Seat] = []
    var edges: [Instance.Edge] = []
    var locked: [Instance.Pair] = []
    var forbidden: [Instance.Pair] = []
    var seed: UInt64 = 0

    var instance: Instance {
        get throws {
            try Instance(
                agents: agents, seats: seats, edges: edges, locked: locked, forbidden: forbidden, seed: seed)
        }
    }
}

extension Question {
    /// A random question, small enough for exhaustive search: few scores (many ties) or the whole range, some seats
    /// without places, some pairs locked and some forbidden.
    init(small random: inout RandomSource) {
        let agentCount = random.below(8)
        let seatCount = random.below(6)
        let priorities = [1, 2, 3, 10][random.below(4)]
        let scores = [1, 3, 1001][random.below(3)]
        let density = 10 + random.below(90)
        for _ in 0..<agentCount {
            agents.append(.init(key: random.next(), priority: random.below(priorities)))
        }
        for _ in 0..<seatCount {
            seats.append(.init(key: random.next(), capacity: random.chance(10) ? 0 : 1 + random.below(3)))
        }
        for agent in 0..<agentCount {
            for seat in 0..<seatCount where random.chance(density) {
                edges.append(.init(agent: agent, seat: seat, score: random.below(scores)))
            }
        }
        seed = random.next()
        if random.chance(30) {
            addLocksAndBans(&random)
        }
    }

    private mutating func addLocksAndBans(_ random: inout RandomSource) {
        var places = seats.map(\.capacity)
        var taken: Set<Int> = []
        for edge in edges {
            let pair = Instance.Pair(agent: edge.agent, seat: edge.seat)
            if random.chance(10), places[edge.seat] > 0, taken.insert(edge.agent).inserted {
                locked.append(pair)
                places[edge.seat] -= 1
            } else if random.chance(10) {
                forbidden.append(pair)
            }
        }
    }

    /// The same question written down in another order; `agentAt[i]` is where agent i now stands.
    func shuffled(_ random: inout RandomSource) -> (question: Question, agentAt: [Int], seatAt: [Int]) {
        let agentAt = Array(agents.indices).shuffled(using: &random)
        let seatAt = Array(seats.indices).shuffled(using: &random)
        var other = self
        for (from, to) in agentAt.enumerated() { other.agents[to] = agents[from] }
        for (from, to) in seatAt.enumerated() { other.seats[to] = seats[from] }
        func moved(_ pair: Instance.Pair) -> Instance.Pair {
            .init(agent: agentAt[pair.agent], seat: seatAt[pair.seat])
        }
        other.edges = edges.map { .init(agent: agentAt[$0.agent], seat: seatAt[$0.seat], score: $0.score) }
            .shuffled(using: &random)
        other.locked = locked.map(moved).shuffled(using: &random)
        other.forbidden = forbidden.map(moved).shuffled(using: &random)
        return (other, agentAt, seatAt)
    }
}
