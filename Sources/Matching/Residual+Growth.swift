extension Residual {
    /// Makes room for one more agent, absent and without edges.
    mutating func addAgent(_ agent: Instance.Agent, cohort: Int32) {
        if cohort >= 0 {
            network.members[Int(cohort)].append(Int32(network.agentCount))
        }
        network.classes.append(UInt8(agent.priority))
        network.cohortOfAgent.append(cohort)
        network.previousSeat.append(Network.outside)
        network.rows.addRow()
        nets.append(0)
        seatOfAgent.append(Network.outside)
        states.append(.absent)
        nextOnSeat.append(-1)
        priorOnSeat.append(-1)
        search.addAgent()
    }

    /// Makes room for one more seat, empty and without edges.
    mutating func addNode(parent: Int32, maximum: Int32) {
        if parent >= 0 {
            network.children[Int(parent)].append(Int32(network.nodeCount))
        }
        network.parents.append(parent)
        network.columns.addRow()
        prices.append(0)
        loads.append(0)
        maxima.append(maximum)
        minima.append(0)
        firstOnSeat.append(-1)
        balances.append(0)
        isExit.append(false)
        search.addNode()
    }

    /// Takes an agent out: what it had is a unit too few there, and one too many in its cohort. Says which seat it had.
    mutating func drop(_ agent: Int) -> Int? {
        states[agent] = .absent
        let node = Int(seatOfAgent[agent])
        guard node >= 0 else { return nil }
        leave(agent)
        balances[node] -= 1
        updateExit(node)
        let cohort = Int(network.cohortOfAgent[agent])
        if cohort >= 0 {
            cohortBalances[cohort] += 1
        }
        return node
    }
}
