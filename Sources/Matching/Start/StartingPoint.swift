/// A good assignment and prices to begin the exact work from: bounds of groups, minima and previous pairs left aside.
struct StartingPoint {
    private(set) var seatOfAgent: [Int32]
    /// By node: what a seat costs above the groups around it.
    private(set) var tolls: [Int64]

    init(seatOfAgent: [Int32], tolls: [Int64]) {
        self.seatOfAgent = seatOfAgent
        self.tolls = tolls
    }

    /// - Parameter agents: who takes part, in canonical order.
    init(_ network: Network, room: [Int32], taking agents: [Int32]) {
        let matching = LargestMatching(network, room: room, taking: agents)
        let levels = DemandLevels(network, matching, taking: agents)
        let free = AgentAuction(network, matching, levels, room: room, taking: agents)
        let sought = SeatAuction(network, matching, levels, taking: agents)
        seatOfAgent = free.seatOfAgent
        tolls = Array(repeating: 0, count: network.nodeCount)
        for agent in agents where levels.ofAgent[Int(agent)] >= 0 {
            seatOfAgent[Int(agent)] = sought.seatOfAgent[Int(agent)]
        }
        for node in network.groupCount..<network.nodeCount {
            // A seat with more places than anybody could fill costs nothing; priced, it would be filled up place by place.
            guard Int(room[node]) <= network.columns.range(node).count else { continue }
            let level = levels.ofNode[node]
            // Nobody would pay more than the most that anybody can be worth.
            tolls[node] =
                room[node] == 0
                ? 11 * network.units.step
                : level < 0
                    ? network.units.score * free.price(node)
                    : (Int64(level) + 1) * network.units.step + network.units.score * Int64(sought.prices[node])
        }
    }
}
