/// Agents bid for seats (Bertsekas 1981, 1992), where there are seats enough for everybody: from prices of zero, so that a seat that
/// stays free has none. A bid raises the price by what the seat is worth more than the next best, and a little more.
///
/// The result is good, not exact: `Residual` repairs what the little more has spoilt, and places whom too long a war of
/// prices has left out.
struct AgentAuction {
    /// Points that a bid adds on top: more of them end the wars sooner, fewer leave less to repair. Measured over 1…16.
    private static let increment: Int32 = 8

    /// A price no bid can reach.
    static let closed: Int32 = 1 << 28

    private let network: Network
    /// The price of a seat: the lowest bid among its places, 0 while one is free.
    private(set) var prices: [Int32]
    private(set) var seatOfAgent: [Int32]
    // A seat's places are a heap by bid.
    private let firstPlace: [Int32]
    private var loads: [Int32]
    private var bids: [Int32]
    private var holders: [Int32]

    init(
        _ network: Network, _ matching: LargestMatching, _ levels: DemandLevels, room: [Int32], taking agents: [Int32]
    ) {
        self.network = network
        firstPlace = matching.firstPlace
        prices = levels.ofNode.enumerated().map { node, level in
            level == DemandLevels.free && room[node] > 0 ? 0 : Self.closed
        }
        seatOfAgent = Array(repeating: Network.outside, count: network.agentCount)
        loads = Array(repeating: 0, count: network.nodeCount)
        bids = Array(repeating: 0, count: matching.occupants.count)
        holders = Array(repeating: -1, count: matching.occupants.count)
        let bidders = agents.filter { levels.ofAgent[Int($0)] == DemandLevels.free }
        run(bidders)
    }

    private mutating func run(_ bidders: [Int32]) {
        var (waiting, overbid) = (bidders, [Int32]())
        var patience = 100 * bidders.reduce(0) { $0 + network.rows.range(Int($1)).count }
        while !waiting.isEmpty, patience > 0 {
            for agent in waiting {
                patience -= network.rows.range(Int(agent)).count
                if let loser = bid(Int(agent)) {
                    overbid.append(loser)
                }
            }
            swap(&waiting, &overbid)
            overbid.removeAll(keepingCapacity: true)
        }
    }

    /// Bids for the best seat what it is worth more than the next best; returns who is overbid, if anybody.
    private mutating func bid(_ agent: Int) -> Int32? {
        let (node, lead) = best(for: agent)
        guard node >= 0, prices[node] < Self.closed else { return nil }
        return take(node, agent, prices[node] &+ min(lead, 1000) &+ Self.increment)
    }

    /// The best seat at present prices, and by how much; none has the node −1.
    private func best(for agent: Int) -> (node: Int, lead: Int32) {
        var (best, second) = (-2 * Self.closed, -2 * Self.closed)
        var node = -1
        let row = network.rows.entries.span.extracting(network.rows.range(agent))
        let prices = prices.span
        for index in row.indices {
            let entry = row[unchecked: index]
            let value = Int32(truncatingIfNeeded: entry.score) &- prices[unchecked: entry.target]
            // Without branches: which offer is best is what no processor can foresee.
            second = max(second, min(best, value))
            node = value > best ? entry.target : node
            best = max(best, value)
        }
        return (node, best &- second)
    }

    private mutating func take(_ node: Int, _ agent: Int, _ price: Int32) -> Int32? {
        let first = Int(firstPlace[node])
        let size = Int(firstPlace[node + 1]) - first
        seatOfAgent[agent] = Int32(node)
        if Int(loads[node]) < size {
            loads[node] += 1
            rise(first, Int(loads[node]) - 1, price, Int32(agent))
            if Int(loads[node]) == size {
                prices[node] = bids[first]
            }
            return nil
        }
        let loser = holders[first]
        sink(first, size, price, Int32(agent))
        prices[node] = bids[first]
        seatOfAgent[Int(loser)] = Network.outside
        return loser
    }

    private mutating func rise(_ first: Int, _ last: Int, _ bid: Int32, _ holder: Int32) {
        var hole = last
        while hole > 0 {
            let parent = (hole - 1) / 2
            guard bids[first + parent] > bid else { break }
            bids[first + hole] = bids[first + parent]
            holders[first + hole] = holders[first + parent]
            hole = parent
        }
        bids[first + hole] = bid
        holders[first + hole] = holder
    }

    private mutating func sink(_ first: Int, _ size: Int, _ bid: Int32, _ holder: Int32) {
        var hole = 0
        while true {
            var child = 2 * hole + 1
            guard child < size else { break }
            if child + 1 < size, bids[first + child + 1] < bids[first + child] {
                child += 1
            }
            guard bids[first + child] < bid else { break }
            bids[first + hole] = bids[first + child]
            holders[first + hole] = holders[first + child]
            hole = child
        }
        bids[first + hole] = bid
        holders[first + hole] = holder
    }
}
