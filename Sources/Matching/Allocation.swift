/// The residual network of an instance with what is needed to read a solution off it and to change it.
struct Allocation: Sendable {
    var layout: Layout
    var residual: Residual
    /// The seat's node that a locked agent has, or `Network.outside`.
    var lockedNode: [Int32]
    // Of each node: bounds as the instance states them, and how many are locked in it.
    var stated: [Int32]
    var wanted: [Int32]
    var lockedIn: [Int32]
    // Of each cohort.
    var cohortWanted: [Int32]
    var cohortLocked: [Int32]

    init(_ instance: Instance, units: ObjectiveUnits) {
        let layout = Layout(instance)
        let network = Network(instance, layout, units: units)
        self.layout = layout
        let stated =
            layout.groups.map { Int32(instance.groups[Int($0)].maximum) }
            + layout.seats.map { Int32(instance.seats[Int($0)].capacity) }
        let wanted =
            layout.groups.map { Int32(instance.groups[Int($0)].minimum) }
            + Array(repeating: 0, count: layout.seats.count)
        let cohortWanted = layout.cohorts.map { Int32(instance.cohorts[Int($0)].minimum) }
        var lockedNode = Array(repeating: Network.outside, count: layout.agents.count)
        var lockedIn = [Int32](repeating: 0, count: network.nodeCount)
        var cohortLocked = [Int32](repeating: 0, count: layout.cohorts.count)
        for (agent, seat) in instance.locks {
            let position = Int(layout.agentPositions[agent])
            lockedNode[position] = layout.seatNodes[seat]
            network.chain(Int(layout.seatNodes[seat])) { lockedIn[$0] += 1 }
            if network.cohortOfAgent[position] >= 0 {
                cohortLocked[Int(network.cohortOfAgent[position])] += 1
            }
        }
        self.stated = stated
        self.wanted = wanted
        self.cohortWanted = cohortWanted
        self.lockedNode = lockedNode
        self.lockedIn = lockedIn
        self.cohortLocked = cohortLocked
        let maxima = zip(stated, lockedIn).map { $0 - $1 }
        residual = Residual(
            network, maxima: maxima,
            minima: maxima.indices.map { min(max(0, wanted[$0] - lockedIn[$0]), maxima[$0]) },
            cohortMinima: zip(cohortWanted, cohortLocked).map { max(0, $0 - $1) })
    }

    /// Who is to be placed, in canonical order.
    var free: [Int32] {
        lockedNode.indices.filter { lockedNode[$0] < 0 }.map(Int32.init)
    }

    /// Solves from nothing.
    mutating func solve() {
        let free = free
        residual.adopt(StartingPoint(residual.network, room: residual.maxima, taking: free), taking: free)
    }

    /// The node of the seat an agent has, or `Network.outside`.
    func node(of agent: Int) -> Int32 {
        lockedNode[agent] < 0 ? residual.seatOfAgent[agent] : lockedNode[agent]
    }

    /// By the instance's positions.
    func seatOfAgent() -> [Int?] {
        layout.agentPositions.map { position in
            let node = node(of: Int(position))
            return node < 0 ? nil : Int(layout.seats[Int(node) - residual.network.groupCount])
        }
    }

    func objective() -> Objective {
        let network = residual.network
        var objective = Objective(placedByPriority: Array(repeating: 0, count: 10), shortfall: 0, score: 0, kept: 0)
        for agent in lockedNode.indices {
            let node = node(of: agent)
            guard node >= 0 else { continue }
            objective.placedByPriority[Int(network.classes[agent])] += 1
            objective.score +=
                lockedNode[agent] < 0 ? residual.score(agent) : network.rows.entry(of: agent, to: Int(node))?.score ?? 0
            if network.previousSeat[agent] == node {
                objective.score += network.keepBonus
                objective.kept += 1
            }
        }
        for node in 0..<network.groupCount {
            objective.shortfall += Int(max(0, wanted[node] - lockedIn[node] - residual.loads[node]))
        }
        for cohort in cohortWanted.indices {
            objective.shortfall += Int(
                max(0, cohortWanted[cohort] - cohortLocked[cohort] - residual.cohortLoads[cohort]))
        }
        return objective
    }

    func solution() -> Solution {
        let units = residual.network.units
        let certificate = Certificate(
            step: units.step, shortfallUnit: units.shortfall, scoreUnit: units.score,
            agentPrices: layout.agentPositions.map { position in
                residual.states[Int(position)] == .absent ? 0 : residual.agentPrice(Int(position))
            },
            seatPrices: layout.seatNodes.map { residual.prices[Int($0)] },
            groupPrices: layout.groupNodes.map { residual.prices[Int($0)] },
            cohortPrices: layout.cohortPositions.map { residual.cohortPrices[Int($0)] })
        return Solution(seatOfAgent: seatOfAgent(), objective: objective(), certificate: certificate)
    }
}
