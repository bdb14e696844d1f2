extension Network {
    /// Lays the instance out. Both sides' rows come out in canonical order, however the edges were handed in: scattering the
    /// agents in order gives the columns, scattering the columns in order gives the rows.
    init(_ instance: Instance, _ layout: Layout, units: ObjectiveUnits) {
        let (columns, rows) = Self.edges(instance, layout)
        self.units = units
        self.rows = rows
        self.columns = columns
        groupCount = layout.groups.count
        keepBonus = instance.keepBonus
        keptAtMost = instance.previous.count
        keepWeight = units.score * Int64(instance.keepBonus) + 1
        classes = layout.agents.map { UInt8(instance.agents[Int($0)].priority) }
        cohortOfAgent = layout.agents.map { agent in
            instance.agents[Int(agent)].cohort.map { layout.cohortPositions[$0] } ?? -1
        }
        previousSeat = Array(repeating: Self.outside, count: layout.agents.count)
        let parent = { (group: Int?) in group.map { layout.groupNodes[$0] } ?? Self.outside }
        parents =
            layout.groups.map { parent(instance.groups[Int($0)].parent) }
            + layout.seats.map { parent(instance.seats[Int($0)].group) }
        children = Array(repeating: [], count: layout.groups.count)
        for (node, parent) in parents.enumerated() where parent >= 0 {
            children[Int(parent)].append(Int32(node))
        }
        members = Array(repeating: [], count: layout.cohorts.count)
        for (agent, cohort) in cohortOfAgent.enumerated() where cohort >= 0 {
            members[Int(cohort)].append(Int32(agent))
        }
        for (position, agent) in layout.agents.enumerated() {
            guard let seat = instance.previous.isEmpty ? nil : instance.previous[Int(agent)] else { continue }
            previousSeat[position] = layout.seatNodes[seat]
            formerAgents[layout.seatNodes[seat], default: []].append(Int32(position))
        }
    }

    private static func edges(_ instance: Instance, _ layout: Layout) -> (columns: Adjacency, rows: Adjacency) {
        let first = layout.groups.count
        let nodes = first + layout.seats.count
        var starts = [Int32](repeating: 0, count: nodes + 1)
        for entry in instance.rows.entries {
            starts[Int(layout.seatNodes[entry.seat]) + 1] += 1
        }
        for node in 0..<nodes {
            starts[node + 1] += starts[node]
        }
        let none = EdgeRows.Entry(target: 0, score: 0)
        var next = starts
        var columns = [EdgeRows.Entry](repeating: none, count: instance.edgeCount)
        var rowStarts: [Int32] = [0]
        rowStarts.reserveCapacity(layout.agents.count + 1)
        var filled: Int32 = 0
        for (position, agent) in layout.agents.enumerated() {
            for index in instance.rows.range(Int(agent)) {
                let entry = instance.rows.entries[index]
                let node = Int(layout.seatNodes[entry.seat])
                columns[Int(next[node])] = .init(target: position, score: entry.score)
                next[node] += 1
                filled += 1
            }
            rowStarts.append(filled)
        }
        var rows = [EdgeRows.Entry](repeating: none, count: instance.edgeCount)
        next = rowStarts
        for node in 0..<nodes {
            for index in Int(starts[node])..<Int(starts[node + 1]) {
                let agent = columns[index].target
                rows[Int(next[agent])] = .init(target: node, score: columns[index].score)
                next[agent] += 1
            }
        }
        return (.init(starts: starts, entries: columns), .init(starts: rowStarts, entries: rows))
    }

    /// Every node after its parent.
    var topDown: [Int] {
        var order: [Int] = []
        order.reserveCapacity(nodeCount)
        var waiting = parents.indices.filter { parents[$0] == Self.outside }
        while let node = waiting.popLast() {
            order.append(node)
            if node < groupCount {
                waiting += children[node].map(Int.init)
            }
        }
        return order
    }
}
