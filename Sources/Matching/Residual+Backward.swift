/// Filling a unit too few: the same search against the arcs, from where it lacks to where it can come from.
extension Residual {
    mutating func backward(from source: Search.Place) {
        search.begin(at: source)
        settleBackward(source, at: 0)
        while let (place, distance) = search.next() {
            settleBackward(place, at: distance)
        }
        repriceBackward()
        augmentBackward(to: source)
        for (place, _) in search.settled where !place.isCohort {
            updateExit(place.index)
        }
    }

    private mutating func settleBackward(_ place: Search.Place, at distance: Int64) {
        if place.isCohort {
            settleBackward(cohort: place.index, at: distance)
        } else {
            settleBackward(node: place.index, at: distance)
        }
    }

    private mutating func settleBackward(node: Int, at distance: Int64) {
        let here = Search.Place(node: node)
        search.settled.append((here, distance))
        if loads[node] > 0 {
            let parent = Int(network.parents[node])
            if parent < 0 {
                search.offer(.node(node), at: distance + downCost(node))
            } else {
                relaxBackward(parent, at: distance + downCost(node), link: here)
            }
        }
        guard node >= network.groupCount else {
            for child in network.children[node] where loads[Int(child)] < maxima[Int(child)] {
                relaxBackward(Int(child), at: distance + upCost(Int(child)), link: here)
            }
            return
        }
        let base = distance + prices[node]
        let unit = network.units.score
        let lowest = base - unit * Int64(EdgeRows.Entry.highest)
        let (entries, nets) = (network.columns.entries, nets)
        let column = entries.span.extracting(network.columns.range(node))
        let asked = nets.span
        for index in column.indices {
            let entry = column[unchecked: index]
            let through = lowest &+ asked[unchecked: entry.target] &+ unit &* Int64(entry.lack)
            guard through < search.reach, Int(seatOfAgent[entry.target]) != node else { continue }
            reach(entry.target, at: through, link: here)
        }
        for agent in network.formerAgents[Int32(node)] ?? [] where seatOfAgent[Int(agent)] != Int32(node) {
            if let entry = network.rows.entry(of: Int(agent), to: node) {
                reach(Int(agent), at: base + nets[Int(agent)] - weight(Int(agent), entry), link: here)
            }
        }
    }

    private mutating func settleBackward(cohort: Int, at distance: Int64) {
        let here = Search.Place(cohort: cohort)
        search.settled.append((here, distance))
        search.offer(.cohort(cohort), at: distance + cohortInCost(cohort))
        for member in network.members[cohort] {
            let member = Int(member)
            guard states[member] == .waiting || seatOfAgent[member] >= 0 else { continue }
            reach(member, at: distance + agentPrice(member) - cohortPrices[cohort], link: here)
        }
    }

    private mutating func relaxBackward(_ node: Int, at distance: Int64, link: Search.Place) {
        guard balances[node] > 0 else { return search.relax(node: node, at: distance, link: link) }
        if distance < search.reach {
            search.links[node] = link
            search.offer(.node(node), at: distance)
        }
    }

    /// The agent could come to what was settled; what it would leave is as far away.
    private mutating func reach(_ agent: Int, at distance: Int64, link: Search.Place) {
        guard distance < search.reach, states[agent] != .absent else { return }
        if search.agentTouched[agent] != search.generation {
            search.agentTouched[agent] = search.generation
            search.agents.append((Int32(agent), 0))
        } else if search.agentDistances[agent] <= distance {
            return
        }
        search.agentDistances[agent] = distance
        search.agentLinks[agent] = link
        let seat = Int(seatOfAgent[agent])
        let cohort = Int(network.cohortOfAgent[agent])
        if seat >= 0 {
            relaxBackward(seat, at: distance, link: .init(agent: agent))
        } else if states[agent] == .waiting {
            search.offer(.waiting(agent), at: distance)
        } else if cohort < 0 {
            search.offer(.agent(agent), at: distance - agentPrice(agent))
        } else if cohortBalances[cohort] > 0 {
            let through = distance + cohortPrices[cohort] - agentPrice(agent)
            if through < search.reach {
                search.cohortLinks[cohort] = .init(agent: agent)
                search.offer(.cohort(cohort), at: through)
            }
        } else {
            search.relax(
                cohort: cohort, at: distance + cohortPrices[cohort] - agentPrice(agent), link: .init(agent: agent))
        }
    }

    /// Those on a seat move with it, whichever of them was reached, so that their pairs stay tight.
    private mutating func repriceBackward() {
        let length = search.reach
        guard length > 0 else { return }
        for (place, distance) in search.settled {
            guard !place.isCohort else {
                cohortPrices[place.index] += length - distance
                continue
            }
            prices[place.index] -= length - distance
            var sitting = firstOnSeat[place.index]
            while sitting >= 0 {
                nets[Int(sitting)] += length - distance
                sitting = nextOnSeat[Int(sitting)]
            }
        }
        for (agent, _) in search.agents where seatOfAgent[Int(agent)] < 0 {
            let distance = search.agentDistances[Int(agent)]
            if distance < length {
                nets[Int(agent)] += length - distance
            }
        }
    }

    private mutating func augmentBackward(to source: Search.Place) {
        var place: Search.Place
        switch search.end {
        case .node(let node):
            if balances[node] > 0 { balances[node] -= 1 } else { loads[node] -= 1 }
            place = .init(node: node)
            updateExit(node)
        case .cohort(let cohort):
            if cohortBalances[cohort] > 0 { cohortBalances[cohort] -= 1 } else { cohortLoads[cohort] += 1 }
            place = .init(cohort: cohort)
        case .agent(let agent), .waiting(let agent):
            place = step(agent)
        case .none:
            return
        }
        while place != source {
            if place.isCohort {
                place = step(search.cohortLinks[place.index].index)
                continue
            }
            let node = place.index
            let link = search.links[node]
            if link.isAgent {
                leave(link.index)
                place = step(link.index)
            } else {
                if Int(network.parents[node]) == link.index {
                    loads[node] += 1
                } else {
                    loads[link.index] -= 1
                }
                place = link
            }
            updateExit(node)
        }
        if source.isCohort {
            cohortBalances[source.index] += 1
        } else {
            balances[source.index] += 1
            updateExit(source.index)
        }
    }

    /// The agent takes the seat it was reached from, or gives its cohort's unit back.
    private mutating func step(_ agent: Int) -> Search.Place {
        states[agent] = .settled
        let link = search.agentLinks[agent]
        if !link.isCohort {
            sit(agent, on: link.index)
        }
        return link
    }
}
