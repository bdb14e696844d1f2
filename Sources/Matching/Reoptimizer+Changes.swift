extension Reoptimizer {
    /// Makes the change and moves on to the optimum it leads to. A change that is refused changes nothing.
    public mutating func apply(_ change: Change) throws(InstanceError) {
        switch change {
        case .addAgent(let agent, let edges):
            try check(.priority, agent.priority, Limits.priority)
            try check(.cohorts, agent.cohort, cohorts.count)
            try check(edges.map(\.seat), below: seats.count, edges)
            guard agents.count < Limits.agents else {
                throw .tooMany(.agents, count: agents.count + 1, limit: Limits.agents)
            }
            try makeRoom(agents: 1)
            agents.append(agent)
            allocation.addAgent(agent, edges)
        case .removeAgent(let agent):
            try check(.agents, agent, agents.count)
            allocation.unlock(agent)
            allocation.setEdges(agent: agent, [])
        case .setEdges(let agent, let edges):
            try check(.agents, agent, agents.count)
            try check(edges.map(\.seat), below: seats.count, edges)
            if let seat = allocation.lockedSeat(of: agent), !edges.contains(where: { $0.seat == seat }) {
                throw .lockedNotEligible(agent: agent, seat: seat)
            }
            allocation.setEdges(agent: agent, edges)
        case .addSeat(let seat, let edges):
            try check(.capacity, seat.capacity, Limits.capacity)
            try check(.groups, seat.group, groups.count)
            try check(edges.map(\.agent), below: agents.count, edges)
            guard seats.count < Limits.seats else {
                throw .tooMany(.seats, count: seats.count + 1, limit: Limits.seats)
            }
            try makeRoom(places: seat.capacity)
            seats.append(seat)
            places += seat.capacity
            allocation.addSeat(seat, edges)
        case .setCapacity(let seat, let capacity):
            try check(.seats, seat, seats.count)
            try check(.capacity, capacity, Limits.capacity)
            guard capacity >= allocation.locked(inSeat: seat) else {
                throw .lockedBeyondCapacity(seat: seat, capacity: capacity)
            }
            try makeRoom(places: capacity - seats[seat].capacity)
            places += capacity - seats[seat].capacity
            seats[seat] = .init(key: seats[seat].key, capacity: capacity, group: seats[seat].group)
            allocation.setBounds(node: Int(allocation.layout.seatNodes[seat]), most: capacity, wanted: 0)
        case .setBounds(let group, let maximum, let minimum):
            try check(.groups, group, groups.count)
            try check(.maximum, maximum, Limits.capacity)
            try check(.minimum, minimum, Limits.capacity)
            guard maximum >= allocation.locked(inGroup: group) else {
                throw .lockedBeyondMaximum(group: group, maximum: maximum)
            }
            try makeRoom(minima: minimum - groups[group].minimum)
            groups[group] = .init(
                key: groups[group].key, maximum: maximum, minimum: minimum, parent: groups[group].parent)
            allocation.setBounds(node: Int(allocation.layout.groupNodes[group]), most: maximum, wanted: minimum)
        case .setMinimum(let cohort, let minimum):
            try check(.cohorts, cohort, cohorts.count)
            try check(.minimum, minimum, Limits.capacity)
            try makeRoom(minima: minimum - cohorts[cohort].minimum)
            cohorts[cohort] = .init(key: cohorts[cohort].key, minimum: minimum)
            allocation.setMinimum(cohort: Int(allocation.layout.cohortPositions[cohort]), minimum)
        case .lock(let pair):
            try check(.agents, pair.agent, agents.count)
            try check(.seats, pair.seat, seats.count)
            try allocation.lock(pair)
        case .unlock(let agent):
            try check(.agents, agent, agents.count)
            allocation.unlock(agent)
        }
    }

    /// If the question outgrows its units with so much more, solves it under wider ones first.
    private mutating func makeRoom(agents: Int = 0, places: Int = 0, minima: Int = 0) throws(InstanceError) {
        let wanted =
            groups.reduce(0) { $0 + Int64($1.minimum) } + cohorts.reduce(0) { $0 + Int64($1.minimum) }
        let span = ObjectiveSpan(
            agents: self.agents.count + agents, places: self.places + places, minima: wanted + Int64(minima),
            kept: allocation.residual.network.keptAtMost, keepBonus: allocation.residual.network.keepBonus)
        guard let needed = ObjectiveUnits(span) else { throw .objectiveTooLarge }
        guard !allocation.residual.network.units.hold(needed) else { return }
        allocation.rescale(to: ObjectiveUnits(span.withRoom) ?? needed)
    }

    private func check(
        _ quantity: InstanceError.Quantity, _ value: Int, _ allowed: ClosedRange<Int>
    ) throws(InstanceError) {
        guard allowed.contains(value) else {
            throw .outOfRange(quantity, at: 0, value: value, allowed: Range(allowed))
        }
    }

    private func check(_ quantity: InstanceError.Quantity, _ position: Int?, _ count: Int) throws(InstanceError) {
        guard let position else { return }
        guard (0..<count).contains(position) else {
            throw .outOfRange(quantity, at: 0, value: position, allowed: 0..<count)
        }
    }

    private func check(_ ends: [Int], below count: Int, _ edges: [Instance.Edge]) throws(InstanceError) {
        for (end, edge) in zip(ends, edges) {
            try check(.edges, end, count)
            try check(.score, edge.score, Limits.score)
        }
        guard Set(ends).count == ends.count else {
            throw .repeatedPair(agent: edges[0].agent, seat: edges[0].seat)
        }
    }
}
