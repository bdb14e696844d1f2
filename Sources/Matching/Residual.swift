/// A flow through the network and prices that prove it: the state of the solver.
///
/// Held between operations, with the price of the outside 0 (see `Certificate` for what prices mean):
/// - of a pair, agent price + seat price ≥ weight, with equality where the agent sits;
/// - an unplaced agent's price ≤ its cohort's ≤ a placed one's;
/// - of a node's toll (price less its parent's): at most minus the shortfall unit below the minimum, at least that from there
///   on down, at most 0 below the maximum, at least 0 above the minimum;
/// - of a cohort's price: the same around its minimum, with 0 above it.
///
/// So every residual arc has a reduced cost ≥ 0, and the flow is a heaviest one. Whatever breaks that (a new agent, a place
/// lost) is first made an imbalance, a unit too many or too few in one node, and then carried off along a cheapest path:
/// `forward` from a unit too many, `backward` from a unit too few.
struct Residual: Sendable {
    var network: Network

    // Of agents. `nets` is the agent's price less its class weight.
    var nets: [Int64]
    var seatOfAgent: [Int32]
    var states: [AgentState]
    var nextOnSeat: [Int32]
    var priorOnSeat: [Int32]

    // Of nodes.
    var prices: [Int64]
    var loads: [Int32]
    var maxima: [Int32]
    var minima: [Int32]
    var firstOnSeat: [Int32]
    /// Units too many (positive) or too few (negative).
    var balances: [Int32]
    /// Where a unit that arrives has come to its end at no further cost.
    var isExit: [Bool]

    // Of cohorts.
    var cohortPrices: [Int64]
    var cohortLoads: [Int32]
    var cohortMinima: [Int32]
    var cohortBalances: [Int32]

    var search: Search

    enum AgentState: UInt8, Sendable {
        /// Not there: locked elsewhere, or gone.
        case absent
        /// Seated or unplaced, as its price says.
        case settled
        /// To be placed if that is worth it: a unit too many.
        case waiting
    }

    /// Nobody is seated yet; agents are absent until they join.
    init(_ network: Network, maxima: [Int32], minima: [Int32], cohortMinima: [Int32]) {
        let (agents, nodes, cohorts) = (network.agentCount, network.nodeCount, cohortMinima.count)
        nets = Array(repeating: 0, count: agents)
        seatOfAgent = Array(repeating: Network.outside, count: agents)
        states = Array(repeating: .absent, count: agents)
        nextOnSeat = Array(repeating: -1, count: agents)
        priorOnSeat = Array(repeating: -1, count: agents)
        prices = Array(repeating: 0, count: nodes)
        loads = Array(repeating: 0, count: nodes)
        firstOnSeat = Array(repeating: -1, count: nodes)
        balances = Array(repeating: 0, count: nodes)
        isExit = Array(repeating: false, count: nodes)
        cohortPrices = cohortMinima.map { $0 > 0 ? -network.units.shortfall : 0 }
        cohortLoads = Array(repeating: 0, count: cohorts)
        cohortBalances = Array(repeating: 0, count: cohorts)
        search = Search(agents: agents, nodes: nodes, cohorts: cohorts)
        self.network = network
        self.maxima = maxima
        self.minima = minima
        self.cohortMinima = cohortMinima
        for node in network.topDown {
            prices[node] = price(Int(network.parents[node])) - (minima[node] > 0 ? network.units.shortfall : 0)
        }
        for node in 0..<nodes {
            updateExit(node)
        }
    }

    func price(_ node: Int) -> Int64 {
        node < 0 ? 0 : prices[node]
    }

    func agentPrice(_ agent: Int) -> Int64 {
        nets[agent] + network.classWeight(agent)
    }

    /// What the agent must be worth to be placed.
    func threshold(_ agent: Int) -> Int64 {
        let cohort = network.cohortOfAgent[agent]
        return cohort < 0 ? 0 : cohortPrices[Int(cohort)]
    }

    /// What a pair is worth, apart from the class.
    func weight(_ agent: Int, _ entry: EdgeRows.Entry) -> Int64 {
        let points = network.units.score &* Int64(entry.score)
        return Int(network.previousSeat[agent]) == entry.target ? points &+ network.keepWeight : points
    }

    /// What the pair of a seated agent scores: its prices say, since they hold it tight.
    func score(_ agent: Int) -> Int {
        let node = seatOfAgent[agent]
        let weight = nets[agent] + prices[Int(node)]
        return Int((network.previousSeat[agent] == node ? weight - network.keepWeight : weight) / network.units.score)
    }

    // MARK: Arcs between a node and its parent

    /// The reduced cost of one unit more from the node to its parent; the load must be below the maximum.
    @inline(__always)
    func upCost(_ node: Int) -> Int64 {
        let toll = price(Int(network.parents[node])) - prices[node]
        return loads[node] < minima[node] ? toll - network.units.shortfall : toll
    }

    /// The reduced cost of one unit less; the load must be above 0.
    @inline(__always)
    func downCost(_ node: Int) -> Int64 {
        let toll = prices[node] - price(Int(network.parents[node]))
        return loads[node] <= minima[node] ? toll + network.units.shortfall : toll
    }

    /// The same between the outside and a cohort.
    func cohortOutCost(_ cohort: Int) -> Int64 {
        cohortPrices[cohort] + (cohortLoads[cohort] <= cohortMinima[cohort] ? network.units.shortfall : 0)
    }

    func cohortInCost(_ cohort: Int) -> Int64 {
        -cohortPrices[cohort] - (cohortLoads[cohort] < cohortMinima[cohort] ? network.units.shortfall : 0)
    }

    mutating func updateExit(_ node: Int) {
        isExit[node] =
            balances[node] < 0
            || (network.parents[node] == Network.outside && prices[node] == 0 && minima[node] == 0
                && loads[node] < maxima[node])
    }

    // MARK: Who sits where

    mutating func sit(_ agent: Int, on node: Int) {
        let head = firstOnSeat[node]
        nextOnSeat[agent] = head
        priorOnSeat[agent] = -1
        if head >= 0 {
            priorOnSeat[Int(head)] = Int32(agent)
        }
        firstOnSeat[node] = Int32(agent)
        seatOfAgent[agent] = Int32(node)
    }

    mutating func leave(_ agent: Int) {
        let (before, after) = (priorOnSeat[agent], nextOnSeat[agent])
        if before >= 0 {
            nextOnSeat[Int(before)] = after
        } else {
            firstOnSeat[Int(seatOfAgent[agent])] = after
        }
        if after >= 0 {
            priorOnSeat[Int(after)] = before
        }
        seatOfAgent[agent] = Network.outside
    }
}
