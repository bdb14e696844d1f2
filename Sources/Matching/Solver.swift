/// Finds the best result: successive shortest augmenting paths, agent after agent, under prices that keep every step exact
/// and end as the certificate.
///
/// Making the solver lays the instance out in canonical order (`build`); `solve` does the work. Both are deterministic.
public struct Solver: Sendable {
    private let instance: Instance
    private let agentOrder: [Int32]
    private let seatOrder: [Int32]
    private var paths: ShortestPaths

    public init(_ instance: Instance) {
        self.instance = instance
        agentOrder = CanonicalOrder.agents(instance)
        seatOrder = CanonicalOrder.seats(instance)

        var seatPosition = [Int32](repeating: 0, count: seatOrder.count)
        for (position, seat) in seatOrder.enumerated() {
            seatPosition[Int(seat)] = Int32(position)
        }
        var free = seatOrder.map { Int32(instance.seats[Int($0)].capacity) }
        for seat in instance.locks.values {
            free[Int(seatPosition[seat])] -= 1
        }
        let step = Self.step(instance)
        var starts: [Int32] = [0]
        starts.reserveCapacity(agentOrder.count + 1)
        var entries: [EdgeRows.Entry] = []
        entries.reserveCapacity(instance.edgeCount)
        var classWeights: [Int64] = []
        classWeights.reserveCapacity(agentOrder.count)
        for agent in agentOrder {
            // A locked agent has nothing to choose; its row stays empty.
            if instance.locks[Int(agent)] == nil {
                let begin = entries.count
                for entry in instance.rows.entries[instance.rows.range(Int(agent))] {
                    entries.append(.init(seat: Int(seatPosition[entry.seat]), score: entry.score))
                }
                entries[begin...].sort { $0.seat < $1.seat }
            }
            starts.append(Int32(entries.count))
            classWeights.append((Int64(instance.agents[Int(agent)].priority) + 1) * step)
        }
        paths = ShortestPaths(
            rows: EdgeRows(starts: starts, entries: entries), classWeights: classWeights, free: free)
    }

    /// The best result with its certificate. The certificate is not checked here: see `CertificateCheck`.
    public consuming func solve() -> Solution {
        for agent in agentOrder.indices {
            paths.insert(agent)
        }
        return result()
    }

    private static func step(_ instance: Instance) -> Int64 {
        let places = instance.seats.reduce(0) { $0 + $1.capacity }
        return Int64(1000 * min(instance.agents.count, places) + 1)
    }

    private func result() -> Solution {
        var seatOfAgent = [Int?](repeating: nil, count: instance.agents.count)
        var placed = [Int](repeating: 0, count: 10)
        var score = 0
        var agentPrices = [Int64](repeating: 0, count: instance.agents.count)
        var seatPrices = [Int64](repeating: 0, count: instance.seats.count)
        for (position, agent) in agentOrder.enumerated() {
            let agent = Int(agent)
            agentPrices[agent] = paths.agentPrices[position]
            let taken = paths.seatOfAgent[position]
            guard let seat = instance.locks[agent] ?? (taken < 0 ? nil : Int(seatOrder[Int(taken)])) else { continue }
            seatOfAgent[agent] = seat
            placed[instance.agents[agent].priority] += 1
            score += instance.score(agent: agent, seat: seat) ?? 0
        }
        for (position, seat) in seatOrder.enumerated() {
            seatPrices[Int(seat)] = paths.seatPrices[position]
        }
        let certificate = Certificate(
            step: Self.step(instance), agentPrices: agentPrices, seatPrices: seatPrices)
        let objective = Objective(placedByPriority: placed, shortfall: 0, score: score, kept: 0)
        return Solution(seatOfAgent: seatOfAgent, objective: objective, certificate: certificate)
    }
}
