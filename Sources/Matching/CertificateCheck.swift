/// Accepts a result only if it keeps every rule of the instance and its certificate proves it optimal.
///
/// It reads the instance and the result and nothing else: no code, order or arithmetic is shared with the solver.
/// Linear in agents, seats and pairs.
public enum CertificateCheck {
    public static func verify(_ solution: Solution, for instance: Instance) throws(CertificateFault) {
        let certificate = solution.certificate
        guard
            solution.seatOfAgent.count == instance.agents.count,
            solution.placedByPriority.count == 10,
            certificate.agentPrices.count == instance.agents.count,
            certificate.seatPrices.count == instance.seats.count
        else { throw .wrongShape }

        let free = try placesLeftByLocks(solution, instance)
        let freeWeight = try checkResult(solution, instance)
        try checkPrices(solution, instance, free: free, weight: freeWeight)
    }

    /// The places of each seat that are not locked, after checking that every lock is kept.
    private static func placesLeftByLocks(
        _ solution: Solution, _ instance: Instance
    ) throws(CertificateFault) -> [Int64] {
        var free = instance.seats.map { Int64($0.capacity) }
        for (agent, seat) in instance.locks {
            guard solution.seatOfAgent[agent] == seat, solution.certificate.agentPrices[agent] == 0 else {
                throw .lockNotKept(agent: agent)
            }
            free[seat] -= 1
        }
        return free
    }

    /// Checks pairs, places, counts and score; returns the weight of the pairs that are not locked.
    private static func checkResult(
        _ solution: Solution, _ instance: Instance
    ) throws(CertificateFault) -> Int64 {
        let step = solution.certificate.step
        let seatTotal = instance.seats.reduce(Int64(0)) { $0 + Int64($1.capacity) }
        let mostPlaced = min(Int64(instance.agents.count), seatTotal)
        guard step > 1000 * mostPlaced, step < 1 << 31 else { throw .stepOutOfRange }

        var load = [Int](repeating: 0, count: instance.seats.count)
        var counts = [Int](repeating: 0, count: 10)
        var score = 0
        var weight: Int64 = 0
        for (agent, seat) in solution.seatOfAgent.enumerated() {
            guard let seat else { continue }
            guard instance.seats.indices.contains(seat), let value = instance.score(agent: agent, seat: seat) else {
                throw .notEligible(agent: agent)
            }
            load[seat] += 1
            guard load[seat] <= instance.seats[seat].capacity else { throw .overfilled(seat: seat) }
            let priority = instance.agents[agent].priority
            counts[priority] += 1
            score += value
            if instance.locks[agent] == nil {
                weight += (Int64(priority) + 1) * step + Int64(value)
            }
        }
        guard counts == solution.placedByPriority else { throw .wrongCounts }
        guard score == solution.score else { throw .wrongScore }
        return weight
    }

    private static func checkPrices(
        _ solution: Solution, _ instance: Instance, free: [Int64], weight: Int64
    ) throws(CertificateFault) {
        let certificate = solution.certificate
        // Far above any price that could be needed, far below what could overflow when two are added.
        let ceiling = Int64(1) << 50
        guard
            certificate.agentPrices.allSatisfy({ $0 >= 0 }), certificate.seatPrices.allSatisfy({ $0 >= 0 })
        else { throw .negativePrice }
        guard
            certificate.agentPrices.allSatisfy({ $0 <= ceiling }), certificate.seatPrices.allSatisfy({ $0 <= ceiling })
        else { throw .priceTooLarge }

        var bound: Int64 = 0
        for agent in instance.agents.indices where instance.locks[agent] == nil {
            let price = certificate.agentPrices[agent]
            let classWeight = (Int64(instance.agents[agent].priority) + 1) * certificate.step
            for entry in instance.rows.entries[instance.rows.range(agent)]
            where price + certificate.seatPrices[entry.seat] < classWeight + Int64(entry.score) {
                throw .underpriced(agent: agent, seat: entry.seat)
            }
            bound = try adding(price, to: bound)
        }
        for (seat, places) in free.enumerated() {
            let (value, overflow) = certificate.seatPrices[seat].multipliedReportingOverflow(by: places)
            guard !overflow else { throw .priceTooLarge }
            bound = try adding(value, to: bound)
        }
        guard bound == weight else { throw .gap }
    }

    private static func adding(_ value: Int64, to sum: Int64) throws(CertificateFault) -> Int64 {
        let (result, overflow) = sum.addingReportingOverflow(value)
        guard !overflow else { throw .priceTooLarge }
        return result
    }
}
