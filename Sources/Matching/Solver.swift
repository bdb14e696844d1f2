/// Finds the best result and the prices that prove it.
///
/// Making the solver lays the instance out in canonical order (`build`); `solve` does the work. Both are deterministic.
public struct Solver: Sendable {
    let instance: Instance
    let layout: Layout
    var residual: Residual

    public init(_ instance: Instance) {
        self.init(instance, units: instance.units)
    }

    /// - Parameter units: the instance's own or wider ones.
    init(_ instance: Instance, units: ObjectiveUnits) {
        self.instance = instance
        layout = Layout(instance)
        var maxima =
            layout.groups.map { Int32(instance.groups[Int($0)].maximum) }
            + layout.seats.map { Int32(instance.seats[Int($0)].capacity) }
        var minima =
            layout.groups.map { Int32(instance.groups[Int($0)].minimum) }
            + Array(repeating: 0, count: layout.seats.count)
        var cohortMinima = layout.cohorts.map { Int32(instance.cohorts[Int($0)].minimum) }
        let network = Network(instance, layout, units: units)
        for (agent, seat) in instance.locks {
            network.chain(Int(layout.seatNodes[seat])) { node in
                maxima[node] -= 1
                minima[node] = max(0, minima[node] - 1)
            }
            if let cohort = instance.agents[agent].cohort {
                let position = Int(layout.cohortPositions[cohort])
                cohortMinima[position] = max(0, cohortMinima[position] - 1)
            }
        }
        for node in minima.indices {
            minima[node] = min(minima[node], maxima[node])
        }
        residual = Residual(network, maxima: maxima, minima: minima, cohortMinima: cohortMinima)
    }

    /// The best result with its certificate. The certificate is not checked here: see `CertificateCheck`.
    public consuming func solve() -> Solution {
        run()
        return solution()
    }

    mutating func run() {
        let agents = layout.agents.indices.filter { instance.locks[Int(layout.agents[$0])] == nil }.map(Int32.init)
        residual.adopt(
            StartingPoint(residual.network, room: residual.maxima, taking: agents), taking: agents)
    }

    func solution() -> Solution {
        var seatOfAgent = [Int?](repeating: nil, count: instance.agents.count)
        var agentPrices = [Int64](repeating: 0, count: instance.agents.count)
        for (position, agent) in layout.agents.enumerated() {
            let node = residual.seatOfAgent[position]
            if residual.states[position] == .absent {
                seatOfAgent[Int(agent)] = instance.locks[Int(agent)]
            } else {
                agentPrices[Int(agent)] = residual.agentPrice(position)
                seatOfAgent[Int(agent)] = node < 0 ? nil : Int(layout.seats[Int(node) - layout.groups.count])
            }
        }
        let units = residual.network.units
        let certificate = Certificate(
            step: units.step, shortfallUnit: units.shortfall, scoreUnit: units.score, agentPrices: agentPrices,
            seatPrices: layout.seatNodes.map { residual.prices[Int($0)] },
            groupPrices: layout.groupNodes.map { residual.prices[Int($0)] },
            cohortPrices: layout.cohortPositions.map { residual.cohortPrices[Int($0)] })
        return Solution(
            seatOfAgent: seatOfAgent, objective: Objective(of: seatOfAgent, in: instance), certificate: certificate)
    }
}
