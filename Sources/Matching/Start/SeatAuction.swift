/// Seats bid for agents, where agents are more than places: level by level, from agents' prices of zero, so that one who goes
/// without has none. Those of a higher class than the level must be placed, and begin with a discount.
struct SeatAuction {
    /// Points that a bid adds on top; measured over 2…16.
    private static let increment: Int32 = 4
    /// Free places up to which they are bid for one by one.
    private static let few = 8
    private static let closed = AgentAuction.closed
    private static let discount: Int32 = 300

    private let network: Network
    private let levels: DemandLevels
    private let firstPlace: [Int32]
    /// What an agent asks beyond its score.
    private var asks: [Int32]
    private(set) var seatOfAgent: [Int32]
    private(set) var prices: [Int32]
    private var loads: [Int32]

    init(_ network: Network, _ matching: LargestMatching, _ levels: DemandLevels, taking agents: [Int32]) {
        self.network = network
        self.levels = levels
        firstPlace = matching.firstPlace
        asks = Array(repeating: Self.closed, count: network.agentCount)
        seatOfAgent = Array(repeating: Network.outside, count: network.agentCount)
        prices = Array(repeating: 0, count: network.nodeCount)
        loads = Array(repeating: 0, count: network.nodeCount)
        var nodesAt = [[Int32]](repeating: [], count: 10)
        for (node, level) in levels.ofNode.enumerated() where level >= 0 {
            nodesAt[Int(level)].append(Int32(node))
        }
        var agentsAt = [[Int32]](repeating: [], count: 10)
        for agent in agents where levels.ofAgent[Int(agent)] >= 0 {
            agentsAt[Int(levels.ofAgent[Int(agent)])].append(agent)
        }
        // From the highest down: an agent has no edge to a lower level, so that those done are in nobody's way.
        for level in stride(from: 9, through: 0, by: -1) where !nodesAt[level].isEmpty {
            for agent in agentsAt[level] {
                asks[Int(agent)] = Int(network.classes[Int(agent)]) > level ? -Self.discount : 0
            }
            run(nodesAt[level])
            setPrices(nodesAt[level], agentsAt[level])
        }
    }

    private func places(_ node: Int) -> Int32 {
        firstPlace[node + 1] - firstPlace[node]
    }

    private mutating func run(_ nodes: [Int32]) {
        var waiting = Array(nodes.reversed())
        var patience = 100 * nodes.reduce(0) { $0 + network.columns.range(Int($1)).count }
        while let last = waiting.last, patience > 0 {
            let node = Int(last)
            guard loads[node] < places(node) else {
                waiting.removeLast()
                continue
            }
            patience -= network.columns.range(node).count
            let free = Int(places(node) - loads[node])
            if free > Self.few {
                let taken = bidForMany(node, free)
                if taken.isEmpty {
                    waiting.removeLast()
                }
                for agent in taken {
                    seat(Int(agent), on: node, &waiting)
                }
            } else if let agent = bid(node) {
                seat(agent, on: node, &waiting)
            } else {
                waiting.removeLast()
            }
        }
    }

    /// The seat that the agent leaves has a place to bid for again.
    private mutating func seat(_ agent: Int, on node: Int, _ waiting: inout [Int32]) {
        let left = seatOfAgent[agent]
        seatOfAgent[agent] = Int32(node)
        loads[node] += 1
        if left >= 0 {
            loads[Int(left)] -= 1
            waiting.append(left)
        }
    }

    /// A seat with many free places takes the best agents for all of them at once, each for what it is worth more than the
    /// first who is left: one look through the column instead of one a place.
    private mutating func bidForMany(_ node: Int, _ free: Int) -> [Int32] {
        var offers: [(value: Int32, agent: Int32)] = []
        for index in network.columns.range(node) {
            let entry = network.columns.entries[index]
            guard Int(seatOfAgent[entry.target]) != node, asks[entry.target] < Self.closed else { continue }
            offers.append((Int32(entry.score) - asks[entry.target], Int32(entry.target)))
        }
        offers.sort { ($1.value, $0.agent) < ($0.value, $1.agent) }
        let next = offers.count > free ? offers[free].value : offers.last.map { $0.value - 1000 } ?? 0
        return offers.prefix(free).map { offer in
            asks[Int(offer.agent)] += min(offer.value - next, 1000) + Self.increment
            return offer.agent
        }
    }

    /// The best agent that is not here yet, for what it is worth more than the next best.
    private mutating func bid(_ node: Int) -> Int? {
        let (agent, lead) = best(for: node)
        guard agent >= 0, asks[agent] < Self.closed else { return nil }
        asks[agent] += min(lead, 1000) &+ Self.increment
        return agent
    }

    private func best(for node: Int) -> (agent: Int, lead: Int32) {
        var (best, second) = (2 * Self.closed, 2 * Self.closed)
        var agent = -1
        let column = network.columns.entries.span.extracting(network.columns.range(node))
        let asks = asks.span
        for index in column.indices {
            let entry = column[unchecked: index]
            let cost = Int32(truncatingIfNeeded: entry.lack) &+ asks[unchecked: entry.target]
            if cost < second, Int(seatOfAgent[entry.target]) != node {
                if cost < best {
                    second = best
                    best = cost
                    agent = entry.target
                } else {
                    second = cost
                }
            }
        }
        return (agent, second &- best)
    }

    /// A seat is worth what its least valued occupant leaves it; one not filled, what the best it could have would.
    private mutating func setPrices(_ nodes: [Int32], _ agents: [Int32]) {
        for node in nodes {
            prices[Int(node)] = .max
        }
        for agent in agents {
            let agent = Int(agent)
            let node = Int(seatOfAgent[agent])
            guard node >= 0 else { continue }
            for index in network.rows.range(agent) where network.rows.entries[index].target == node {
                let score = Int32(network.rows.entries[index].score)
                prices[node] = min(prices[node], score - asks[agent])
            }
        }
        for node in nodes where prices[Int(node)] == .max {
            prices[Int(node)] = 0
        }
    }
}
