/// Single changes, each followed by as many searches as it breaks conditions: one or two where bounds do not nest.
extension Allocation {
    func seat(of agent: Int) -> Int? {
        let node = node(of: Int(layout.agentPositions[agent]))
        return node < 0 ? nil : Int(layout.seats[Int(node) - residual.network.groupCount])
    }

    func lockedSeat(of agent: Int) -> Int? {
        lockedNode[Int(layout.agentPositions[agent])] < 0 ? nil : seat(of: agent)
    }

    func locked(inSeat seat: Int) -> Int {
        Int(lockedIn[Int(layout.seatNodes[seat])])
    }

    func locked(inGroup group: Int) -> Int {
        Int(lockedIn[Int(layout.groupNodes[group])])
    }

    mutating func addAgent(_ agent: Instance.Agent, _ edges: [Instance.Edge]) {
        let position = residual.network.agentCount
        layout.agentPositions.append(Int32(position))
        layout.agents.append(Int32(layout.agents.count))
        lockedNode.append(Network.outside)
        residual.addAgent(agent, cohort: agent.cohort.map { layout.cohortPositions[$0] } ?? -1)
        connect(position, edges)
        residual.join(position)
        settle(position)
    }

    mutating func setEdges(agent: Int, _ edges: [Instance.Edge]) {
        let position = Int(layout.agentPositions[agent])
        let isFree = lockedNode[position] < 0
        let left = isFree ? residual.drop(position) : nil
        for index in residual.network.rows.range(position) {
            residual.network.columns.remove(position, from: residual.network.rows.entries[index].target)
        }
        residual.network.rows.clear(position)
        connect(position, edges)
        if isFree {
            residual.join(position)
            settle(position, left: left)
        }
    }

    /// The new seat begins so dear that nobody would come to it, and comes down as far as its places go.
    mutating func addSeat(_ seat: Instance.Seat, _ edges: [Instance.Edge]) {
        let node = residual.network.nodeCount
        layout.seatNodes.append(Int32(node))
        layout.seats.append(Int32(layout.seats.count))
        stated.append(Int32(seat.capacity))
        wanted.append(0)
        lockedIn.append(0)
        let parent = seat.group.map { layout.groupNodes[$0] } ?? Network.outside
        residual.addNode(parent: parent, maximum: Int32(seat.capacity))
        var price = residual.price(Int(parent))
        for edge in edges {
            let position = Int(layout.agentPositions[edge.agent])
            let entry = EdgeRows.Entry(target: node, score: edge.score)
            residual.network.rows.append(entry, to: position)
            residual.network.columns.append(.init(target: position, score: edge.score), to: node)
            if residual.states[position] != .absent {
                price = max(price, residual.weight(position, entry) - residual.nets[position])
            }
        }
        residual.prices[node] = price
        balance(node)
    }

    mutating func setBounds(node: Int, most: Int, wanted minimum: Int) {
        stated[node] = Int32(most)
        wanted[node] = Int32(minimum)
        updateBounds(node)
        balance(node)
    }

    mutating func setMinimum(cohort: Int, _ minimum: Int) {
        cohortWanted[cohort] = Int32(minimum)
        balance(cohort: cohort)
    }

    mutating func lock(_ pair: Instance.Pair) throws(InstanceError) {
        let agent = Int(layout.agentPositions[pair.agent])
        let node = Int(layout.seatNodes[pair.seat])
        if lockedNode[agent] == Int32(node) { return }
        guard lockedNode[agent] < 0 else { throw .lockedTwice(agent: pair.agent) }
        guard residual.network.rows.entry(of: agent, to: node) != nil else {
            throw .lockedNotEligible(agent: pair.agent, seat: pair.seat)
        }
        var full = -1
        residual.network.chain(node) { around in
            if lockedIn[around] == stated[around], full < 0 { full = around }
        }
        if full == node {
            throw .lockedBeyondCapacity(seat: pair.seat, capacity: Int(stated[node]))
        } else if full >= 0 {
            throw .lockedBeyondMaximum(group: Int(layout.groups[full]), maximum: Int(stated[full]))
        }
        let left = residual.drop(agent)
        lockedNode[agent] = Int32(node)
        count(locked: 1, agent, node)
        balance(left: left, around: node, agent)
    }

    mutating func unlock(_ agent: Int) {
        let agent = Int(layout.agentPositions[agent])
        let node = Int(lockedNode[agent])
        guard node >= 0 else { return }
        lockedNode[agent] = Network.outside
        count(locked: -1, agent, node)
        // The place set free is filled or priced first: the agent's search relies on all bounds being priced right.
        balance(left: nil, around: node, agent)
        residual.join(agent)
        settle(agent)
    }

    /// Other units: everything weighs otherwise, so it is solved anew, in the layout at hand.
    mutating func rescale(to units: ObjectiveUnits) {
        var network = residual.network
        network.keepWeight = units.score * Int64(network.keepBonus) + 1
        network.units = units
        residual = Residual(
            network, maxima: residual.maxima, minima: residual.minima, cohortMinima: residual.cohortMinima)
        solve()
    }

    // MARK: Steps

    private mutating func connect(_ position: Int, _ edges: [Instance.Edge]) {
        for edge in edges {
            let node = Int(layout.seatNodes[edge.seat])
            residual.network.rows.append(.init(target: node, score: edge.score), to: position)
            residual.network.columns.append(.init(target: position, score: edge.score), to: node)
        }
    }

    /// Carries off what an agent that has joined, and the seat it left before, are out of balance by.
    private mutating func settle(_ agent: Int, left: Int? = nil) {
        if residual.states[agent] == .waiting {
            residual.forward(from: .init(agent: agent))
        }
        if let left {
            residual.resolve(node: left)
        }
        resolveCohort(of: agent)
    }

    private mutating func resolveCohort(of agent: Int) {
        let cohort = Int(residual.network.cohortOfAgent[agent])
        if cohort >= 0 {
            residual.adjust(cohort: cohort)
            residual.resolve(cohort: cohort)
        }
    }

    private mutating func updateBounds(_ node: Int) {
        residual.maxima[node] = stated[node] - lockedIn[node]
        residual.minima[node] = min(max(0, wanted[node] - lockedIn[node]), residual.maxima[node])
    }

    private mutating func count(locked more: Int32, _ agent: Int, _ node: Int) {
        var around = node
        while around >= 0 {
            lockedIn[around] += more
            updateBounds(around)
            around = Int(residual.network.parents[around])
        }
        let cohort = Int(residual.network.cohortOfAgent[agent])
        if cohort >= 0 {
            cohortLocked[cohort] += more
        }
    }

    private mutating func balance(left: Int?, around node: Int, _ agent: Int) {
        var around = node
        while around >= 0 {
            residual.adjust(node: around)
            around = Int(residual.network.parents[around])
        }
        let cohort = Int(residual.network.cohortOfAgent[agent])
        if cohort >= 0 {
            residual.cohortMinima[cohort] = max(0, cohortWanted[cohort] - cohortLocked[cohort])
            residual.adjust(cohort: cohort)
        }
        around = node
        while around >= 0 {
            residual.resolve(node: around)
            around = Int(residual.network.parents[around])
        }
        if let left {
            residual.resolve(node: left)
        }
        resolveCohort(of: agent)
    }

    private mutating func balance(_ node: Int) {
        residual.adjust(node: node)
        residual.resolve(node: node)
        let parent = Int(residual.network.parents[node])
        if parent >= 0 {
            residual.resolve(node: parent)
        }
    }

    private mutating func balance(cohort: Int) {
        residual.cohortMinima[cohort] = max(0, cohortWanted[cohort] - cohortLocked[cohort])
        residual.adjust(cohort: cohort)
        residual.resolve(cohort: cohort)
    }
}
