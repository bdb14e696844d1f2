extension Allocation {
    /// Solves from the prices and pairs of an earlier optimum, under the same units, as far as they are known by key.
    mutating func solve(from earlier: Reoptimizer, for instance: Instance) {
        let old = earlier.allocation
        let network = residual.network
        func positions(_ keys: some Sequence<UInt64>) -> [UInt64: Int] {
            Dictionary(zip(keys, 0...), uniquingKeysWith: { first, _ in first })
        }
        let (agentOf, seatOf) = (positions(earlier.agents.lazy.map(\.key)), positions(earlier.seats.lazy.map(\.key)))
        let groupOf = positions(earlier.groups.lazy.map(\.key))
        let cohortOf = positions(earlier.cohorts.lazy.map(\.key))
        for (group, node) in layout.groupNodes.enumerated() {
            if let known = groupOf[instance.groups[group].key] {
                residual.prices[Int(node)] = old.residual.prices[Int(old.layout.groupNodes[known])]
            }
        }
        for (cohort, position) in layout.cohortPositions.enumerated() {
            if let known = cohortOf[instance.cohorts[cohort].key] {
                residual.cohortPrices[Int(position)] = old.residual.cohortPrices[Int(old.layout.cohortPositions[known])]
            }
        }
        var tolls = [Int64](repeating: 0, count: network.nodeCount)
        for (seat, node) in layout.seatNodes.enumerated() {
            guard let known = seatOf[instance.seats[seat].key] else { continue }
            let oldNode = Int(old.layout.seatNodes[known])
            tolls[Int(node)] =
                old.residual.prices[oldNode] - old.residual.price(Int(old.residual.network.parents[oldNode]))
        }
        let nodeOf = Dictionary(
            zip(instance.seats.lazy.map(\.key), layout.seatNodes), uniquingKeysWith: { first, _ in first })
        var seatOfAgent = [Int32](repeating: Network.outside, count: network.agentCount)
        for (agent, position) in layout.agentPositions.enumerated() {
            if let known = agentOf[instance.agents[agent].key], let seat = old.seat(of: known),
                let node = nodeOf[earlier.seats[seat].key]
            {
                seatOfAgent[Int(position)] = node
            }
        }
        residual.adopt(StartingPoint(seatOfAgent: seatOfAgent, tolls: tolls), taking: free)
    }
}
