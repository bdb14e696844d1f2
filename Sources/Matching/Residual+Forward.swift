/// Carrying a unit too many off: Dijkstra's search along residual arcs from where it is to where it ends, outside or in a node
/// that lacks one. An agent on a seat is as far away as the seat, since its own pair is tight.
extension Residual {
    mutating func forward(from source: Search.Place) {
        search.begin(at: source)
        if source.isAgent {
            giveUp(source.index, at: 0)
        }
        settleForward(source, at: 0)
        while let (place, distance) = search.next() {
            settleForward(place, at: distance)
        }
        repriceForward()
        augmentForward(to: source)
    }

    private mutating func settleForward(_ place: Search.Place, at distance: Int64) {
        if place.isAgent {
            scan(place.index, at: distance)
        } else if place.isCohort {
            settleForward(cohort: place.index, at: distance)
        } else {
            settleForward(node: place.index, at: distance)
        }
    }

    private mutating func settleForward(node: Int, at distance: Int64) {
        search.settled.append((.init(node: node), distance))
        if loads[node] < maxima[node] {
            let parent = Int(network.parents[node])
            if parent < 0 {
                search.offer(.node(node), at: distance + upCost(node))
            } else {
                relaxForward(parent, at: distance + upCost(node), link: .init(node: node))
            }
        }
        if node >= network.groupCount {
            var sitting = firstOnSeat[node]
            while sitting >= 0 {
                giveUp(Int(sitting), at: distance)
                scan(Int(sitting), at: distance)
                sitting = nextOnSeat[Int(sitting)]
            }
        } else {
            for child in network.children[node] where loads[Int(child)] > 0 {
                relaxForward(Int(child), at: distance + downCost(Int(child)), link: .init(node: node))
            }
        }
    }

    private mutating func settleForward(cohort: Int, at distance: Int64) {
        search.settled.append((.init(cohort: cohort), distance))
        if cohortLoads[cohort] > 0 {
            search.offer(.cohort(cohort), at: distance + cohortOutCost(cohort))
        }
        for member in network.members[cohort] {
            let member = Int(member)
            guard states[member] == .settled, seatOfAgent[member] < 0 else { continue }
            search.relax(agent: member, at: distance + cohortPrices[cohort] - agentPrice(member))
        }
    }

    /// The agent goes without.
    private mutating func giveUp(_ agent: Int, at distance: Int64) {
        let cohort = Int(network.cohortOfAgent[agent])
        let through = distance + agentPrice(agent) - threshold(agent)
        if cohort < 0 {
            search.offer(.agent(agent), at: through)
        } else if cohortBalances[cohort] < 0 {
            if through < search.reach {
                search.cohortLinks[cohort] = .init(agent: agent)
                search.offer(.cohort(cohort), at: through)
            }
        } else {
            search.relax(cohort: cohort, at: through, link: .init(agent: agent))
        }
    }

    private mutating func relaxForward(_ node: Int, at distance: Int64, link: Search.Place) {
        guard isExit[node] else { return search.relax(node: node, at: distance, link: link) }
        if distance < search.reach {
            search.links[node] = link
            search.offer(.node(node), at: distance)
        }
    }

    private mutating func scan(_ agent: Int, at distance: Int64) {
        search.agents.append((Int32(agent), distance))
        let own = Int(seatOfAgent[agent])
        let base = distance + nets[agent]
        let unit = network.units.score
        let lowest = base - unit * Int64(EdgeRows.Entry.highest)
        let link = Search.Place(agent: agent)
        // References of their own, so that the search may be written to while they are read.
        let (entries, prices) = (network.rows.entries, prices)
        let row = entries.span.extracting(network.rows.range(agent))
        let tolls = prices.span
        for index in row.indices {
            let entry = row[unchecked: index]
            let node = entry.target
            let through = lowest &+ tolls[unchecked: node] &+ unit &* Int64(entry.lack)
            guard through < search.reach, node != own else { continue }
            relaxForward(node, at: through, link: link)
        }
        let previous = Int(network.previousSeat[agent])
        if previous >= 0, previous != own, let entry = network.rows.entry(of: agent, to: previous) {
            relaxForward(previous, at: base + prices[previous] - weight(agent, entry), link: link)
        }
    }

    /// Moves prices along, so that the path becomes tight and nothing becomes cheaper than allowed.
    private mutating func repriceForward() {
        let length = search.reach
        guard length > 0 else { return }
        for (place, distance) in search.settled {
            if place.isCohort {
                cohortPrices[place.index] -= length - distance
            } else {
                prices[place.index] += length - distance
            }
        }
        for (agent, distance) in search.agents {
            nets[Int(agent)] -= length - distance
        }
    }

    /// Moves everybody on the path one step on, from its end back to the source.
    private mutating func augmentForward(to source: Search.Place) {
        var place: Search.Place
        switch search.end {
        case .node(let node):
            if balances[node] < 0 { balances[node] += 1 } else { loads[node] += 1 }
            place = .init(node: node)
        case .cohort(let cohort):
            if cohortBalances[cohort] < 0 { cohortBalances[cohort] += 1 } else { cohortLoads[cohort] -= 1 }
            place = .init(cohort: cohort)
        case .agent(let agent):
            place = .init(agent: agent)
        case .none, .waiting:
            return
        }
        while true {
            if place.isAgent {
                // Goes without: what it leaves is where the path came from.
                let agent = place.index
                let left = seatOfAgent[agent]
                states[agent] = .settled
                if place == source { return }
                leave(agent)
                place = .init(node: Int(left))
            } else if place.isCohort {
                if place == source {
                    cohortBalances[place.index] -= 1
                    return
                }
                place = search.cohortLinks[place.index]
            } else {
                guard let before = stepBack(to: place.index, source) else { return }
                place = before
            }
        }
    }

    /// One step of the path, into a node; nothing once it began there or with that agent.
    private mutating func stepBack(to node: Int, _ source: Search.Place) -> Search.Place? {
        defer { updateExit(node) }
        if source == .init(node: node) {
            balances[node] -= 1
            return nil
        }
        let link = search.links[node]
        guard link.isAgent else {
            if Int(network.parents[link.index]) == node {
                loads[link.index] += 1
            } else {
                loads[node] -= 1
            }
            return link
        }
        let agent = link.index
        let left = seatOfAgent[agent]
        if left >= 0 {
            leave(agent)
        }
        sit(agent, on: node)
        states[agent] = .settled
        if source == link { return nil }
        return left >= 0 ? .init(node: Int(left)) : .init(cohort: Int(network.cohortOfAgent[agent]))
    }
}
