/// From any state to one that keeps every condition: what breaks one becomes an imbalance, and each imbalance is carried off.
extension Residual {
    /// Sets the agent's price by what it could get, and has it wait if it is worth placing.
    mutating func join(_ agent: Int) {
        states[agent] = .settled
        nets[agent] = bestOffer(agent)
        if agentPrice(agent) > threshold(agent) {
            wait(agent)
        }
    }

    /// Begins from an assignment and prices that need not fit together: pairs that are not tight are dropped.
    mutating func adopt(_ start: StartingPoint, taking agents: [Int32]) {
        for node in network.groupCount..<network.nodeCount {
            prices[node] = start.tolls[node] + price(Int(network.parents[node]))
        }
        var waiting: [Int32] = []
        for agent in agents {
            let agent = Int(agent)
            let node = Int(start.seatOfAgent[agent])
            states[agent] = .settled
            let (best, own) = offers(to: agent, from: node)
            nets[agent] = best
            let worth = agentPrice(agent) - threshold(agent)
            if worth >= 0, own == best {
                sit(agent, on: node)
                countIn(agent, node)
            } else if worth > 0 {
                wait(agent)
                waiting.append(Int32(agent))
            }
        }
        for node in prices.indices {
            adjust(node: node)
        }
        for cohort in cohortPrices.indices {
            adjust(cohort: cohort)
        }
        resolve(waiting: waiting)
    }

    mutating func wait(_ agent: Int) {
        states[agent] = .waiting
        let cohort = Int(network.cohortOfAgent[agent])
        if cohort >= 0 {
            cohortBalances[cohort] -= 1
        }
    }

    private mutating func countIn(_ agent: Int, _ node: Int) {
        var around = node
        while around >= 0 {
            loads[around] += 1
            around = Int(network.parents[around])
        }
        let cohort = Int(network.cohortOfAgent[agent])
        if cohort >= 0 {
            cohortLoads[cohort] += 1
        }
    }

    /// The most the agent can get at present prices, less its class weight.
    func bestOffer(_ agent: Int) -> Int64 {
        offers(to: agent, from: Int(Network.outside)).best
    }

    /// The most the agent can get at present prices, and what that seat would give it (none: the least number there is), both
    /// less its class weight.
    @inline(__always)
    private func offers(to agent: Int, from own: Int) -> (best: Int64, own: Int64) {
        var best = -network.units.shortfall - network.classWeight(agent)
        var fromOwn = Int64.min
        let row = network.rows.entries.span.extracting(network.rows.range(agent))
        let prices = prices.span
        let unit = network.units.score
        for index in row.indices {
            let entry = row[unchecked: index]
            let offer = unit &* Int64(entry.score) &- prices[unchecked: entry.target]
            best = max(best, offer)
            fromOwn = entry.target == own ? offer : fromOwn
        }
        let previous = Int(network.previousSeat[agent])
        if previous >= 0, let entry = network.rows.entry(of: agent, to: previous) {
            let offer = weight(agent, entry) - prices[previous]
            best = max(best, offer)
            fromOwn = previous == own ? offer : fromOwn
        }
        return (best, fromOwn)
    }

    /// Makes the arcs between a node and its parent keep their conditions, at the expense of its balance.
    mutating func adjust(node: Int) {
        while true {
            let load = loads[node]
            var more: Int32
            if load > maxima[node] {
                more = maxima[node] - load
            } else if load < maxima[node], upCost(node) < 0 {
                more = (load < minima[node] ? min(minima[node], maxima[node]) : maxima[node]) - load
            } else if load > 0, downCost(node) < 0 {
                more = load <= minima[node] ? -load : minima[node] - load
            } else {
                break
            }
            loads[node] += more
            balances[node] -= more
            let parent = Int(network.parents[node])
            if parent >= 0 {
                balances[parent] += more
                updateExit(parent)
            }
        }
        updateExit(node)
    }

    /// The same for a cohort.
    mutating func adjust(cohort: Int) {
        while true {
            let load = cohortLoads[cohort]
            let size = Int32(network.members[cohort].count)
            var more: Int32
            if load < size, cohortInCost(cohort) < 0 {
                more = (load < cohortMinima[cohort] ? min(cohortMinima[cohort], size) : size) - load
            } else if load > 0, cohortOutCost(cohort) < 0 {
                more = load <= cohortMinima[cohort] ? -load : cohortMinima[cohort] - load
            } else {
                break
            }
            cohortLoads[cohort] += more
            cohortBalances[cohort] += more
        }
    }

    /// Carries off whatever is out of balance.
    mutating func resolve(waiting: [Int32]) {
        for agent in waiting where states[Int(agent)] == .waiting {
            forward(from: .init(agent: Int(agent)))
        }
        for node in balances.indices where balances[node] != 0 {
            resolve(node: node)
        }
        for cohort in cohortBalances.indices where cohortBalances[cohort] != 0 {
            resolve(cohort: cohort)
        }
    }

    mutating func resolve(node: Int) {
        while balances[node] > 0 {
            forward(from: .init(node: node))
        }
        while balances[node] < 0 {
            backward(from: .init(node: node))
        }
    }

    mutating func resolve(cohort: Int) {
        while cohortBalances[cohort] > 0 {
            forward(from: .init(cohort: cohort))
        }
        while cohortBalances[cohort] < 0 {
            backward(from: .init(cohort: cohort))
        }
    }
}
