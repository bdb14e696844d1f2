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
        let starts = columnStarts(instance, layout, nodes)
        let none = EdgeRows.Entry(target: 0, score: 0)
        var next = starts
        var columns = [EdgeRows.Entry](repeating: none, count: instance.edgeCount)
        var rowStarts: [Int32] = [0]
        rowStarts.reserveCapacity(layout.agents.count + 1)
        scatterColumns(instance, layout, &columns, &next, &rowStarts)
        var rows = [EdgeRows.Entry](repeating: none, count: instance.edgeCount)
        next = rowStarts
        scatterRows(columns, starts, &rows, &next)
        return (.init(starts: starts, entries: columns), .init(starts: rowStarts, entries: rows))
    }

    /// Where each node's column begins, and where the last one ends.
    private static func columnStarts(_ instance: Instance, _ layout: Layout, _ nodes: Int) -> [Int32] {
        var starts = [Int32](repeating: 0, count: nodes + 1)
        let given = instance.rows.entries.span
        let nodeOf = layout.seatNodes.span
        var filled = starts.mutableSpan
        for index in given.indices {
            filled[unchecked: Int(nodeOf[unchecked: given[unchecked: index].seat]) + 1] &+= 1
        }
        for node in 0..<nodes {
            filled[node + 1] += filled[node]
        }
        return starts
    }

    private static func scatterColumns(
        _ instance: Instance, _ layout: Layout, _ columns: inout [EdgeRows.Entry], _ next: inout [Int32],
        _ rowStarts: inout [Int32]
    ) {
        let given = instance.rows.entries.span
        let nodeOf = layout.seatNodes.span
        var columns = columns.mutableSpan
        var next = next.mutableSpan
        var filled: Int32 = 0
        for (position, agent) in layout.agents.enumerated() {
            let range = instance.rows.range(Int(agent))
            for index in range {
                let entry = given[unchecked: index]
                let node = Int(nodeOf[unchecked: entry.seat])
                columns[unchecked: Int(next[unchecked: node])] = entry.leading(to: position)
                next[unchecked: node] &+= 1
            }
            filled += Int32(range.count)
            rowStarts.append(filled)
        }
    }

    private static func scatterRows(
        _ columns: [EdgeRows.Entry], _ starts: [Int32], _ rows: inout [EdgeRows.Entry], _ next: inout [Int32]
    ) {
        let columns = columns.span
        var rows = rows.mutableSpan
        var next = next.mutableSpan
        for node in 0..<starts.count - 1 {
            for index in Int(starts[node])..<Int(starts[node + 1]) {
                let entry = columns[unchecked: index]
                rows[unchecked: Int(next[unchecked: entry.target])] = entry.leading(to: node)
                next[unchecked: entry.target] &+= 1
            }
        }
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
