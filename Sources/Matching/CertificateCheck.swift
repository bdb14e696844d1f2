/// Accepts a result only if it keeps every rule of the instance and its certificate proves it optimal.
///
/// It reads the instance and the result and nothing else: no code, order or arithmetic is shared with the solver.
/// Linear in agents, seats, groups and pairs; see `Certificate` for what is proven and how.
public struct CertificateCheck {
    private let instance: Instance
    private let solution: Solution
    private let certificate: Certificate
    private var isLocked: [Bool]
    /// Each agent's previous seat, or −1.
    private var previousSeat: [Int]
    /// Bounds less what is locked.
    private var seatRoom: [Int64]
    private var groupRoom: [Int64]
    private var groupWant: [Int64]
    private var cohortSize: [Int64]
    private var cohortWant: [Int64]

    /// Throws what is wrong with the solution, and returns if it is proven to be best.
    public static func verify(_ solution: Solution, for instance: Instance) throws(CertificateFault) {
        var check = try CertificateCheck(solution, instance)
        try check.setLocksAside()
        try check.checkUnits()
        let weight = try check.checkResult()
        try check.checkPrices()
        guard check.bound() == weight else { throw .gap }
    }

    private init(_ solution: Solution, _ instance: Instance) throws(CertificateFault) {
        self.instance = instance
        self.solution = solution
        certificate = solution.certificate
        guard
            solution.seatOfAgent.count == instance.agents.count,
            solution.objective.placedByPriority.count == 10,
            certificate.agentPrices.count == instance.agents.count,
            certificate.seatPrices.count == instance.seats.count,
            certificate.groupPrices.count == instance.groups.count,
            certificate.cohortPrices.count == instance.cohorts.count
        else { throw .wrongShape }
        isLocked = Array(repeating: false, count: instance.agents.count)
        previousSeat = Array(repeating: -1, count: instance.agents.count)
        for (agent, seat) in instance.previous {
            previousSeat[agent] = seat
        }
        seatRoom = instance.seats.map { Int64($0.capacity) }
        groupRoom = instance.groups.map { Int64($0.maximum) }
        groupWant = instance.groups.map { Int64($0.minimum) }
        cohortSize = Array(repeating: 0, count: instance.cohorts.count)
        cohortWant = instance.cohorts.map { Int64($0.minimum) }
        for agent in instance.agents {
            if let cohort = agent.cohort {
                cohortSize[cohort] += 1
            }
        }
    }

    private mutating func setLocksAside() throws(CertificateFault) {
        for (agent, seat) in instance.locks {
            guard solution.seatOfAgent[agent] == seat, certificate.agentPrices[agent] == 0 else {
                throw .lockNotKept(agent: agent)
            }
            isLocked[agent] = true
            seatRoom[seat] -= 1
            for group in instance.groups(of: seat) {
                groupRoom[group] -= 1
                groupWant[group] = max(0, groupWant[group] - 1)
            }
            if let cohort = instance.agents[agent].cohort {
                cohortSize[cohort] -= 1
                cohortWant[cohort] = max(0, cohortWant[cohort] - 1)
            }
        }
    }

    /// Each unit must be more than all levels below it can amount to, and none so large that a sum could overflow.
    private func checkUnits() throws(CertificateFault) {
        let places = instance.seats.reduce(Int64(0)) { $0 + Int64($1.capacity) }
        let mostPlaced = Int128(min(Int64(instance.agents.count), places))
        let mostKept = Int128(instance.previous.count)
        let bestPair = Int128(1000 + (instance.previous.isEmpty ? 0 : instance.keepBonus))
        let wanted =
            instance.groups.reduce(Int128(0)) { $0 + Int128($1.minimum) }
            + instance.cohorts.reduce(Int128(0)) { $0 + Int128($1.minimum) }
        let (step, shortfall, score) =
            (Int128(certificate.step), Int128(certificate.shortfallUnit), Int128(certificate.scoreUnit))
        guard score > mostKept, shortfall >= 0, step <= 1 << 56, score <= step, shortfall <= step,
            // Where there are no places, the step does not keep a single pair's weight from overflowing.
            score * bestPair <= 1 << 56
        else {
            throw .unitOutOfRange
        }
        let points = score * bestPair * mostPlaced + mostKept
        guard wanted == 0 || shortfall > points, step > shortfall * wanted + points else { throw .unitOutOfRange }
    }

    /// Checks pairs, bounds and levels; returns the weight of what is not locked.
    private func checkResult() throws(CertificateFault) -> Int128 {
        var seatLoad = [Int](repeating: 0, count: instance.seats.count)
        var groupLoad = [Int](repeating: 0, count: instance.groups.count)
        var cohortLoad = [Int](repeating: 0, count: instance.cohorts.count)
        var found = Objective(placedByPriority: Array(repeating: 0, count: 10), shortfall: 0, score: 0, kept: 0)
        var weight = Int128(0)
        for (agent, seat) in solution.seatOfAgent.enumerated() {
            guard let seat else { continue }
            guard instance.seats.indices.contains(seat), let score = instance.score(agent: agent, seat: seat) else {
                throw .notEligible(agent: agent)
            }
            seatLoad[seat] += 1
            for group in instance.groups(of: seat) {
                groupLoad[group] += 1
            }
            if let cohort = instance.agents[agent].cohort {
                cohortLoad[cohort] += 1
            }
            found.placedByPriority[instance.agents[agent].priority] += 1
            found.score += score
            if previousSeat[agent] == seat {
                found.kept += 1
                found.score += instance.keepBonus
            }
            if !isLocked[agent] {
                weight += Int128(classWeight(agent)) + Int128(pairWeight(agent, seat, score))
            }
        }
        for (seat, load) in seatLoad.enumerated() where load > instance.seats[seat].capacity {
            throw .overfilled(seat: seat)
        }
        for (group, load) in groupLoad.enumerated() {
            guard load <= instance.groups[group].maximum else { throw .overfilledGroup(group: group) }
            found.shortfall += max(0, instance.groups[group].minimum - load)
            let locked = instance.groups[group].maximum - Int(groupRoom[group])
            weight += Int128(certificate.shortfallUnit) * Int128(min(Int64(load - locked), groupWant[group]))
        }
        var cohortLocked = cohortLoad.map { _ in 0 }
        for agent in instance.locks.keys {
            if let cohort = instance.agents[agent].cohort {
                cohortLocked[cohort] += 1
            }
        }
        for (cohort, load) in cohortLoad.enumerated() {
            found.shortfall += max(0, instance.cohorts[cohort].minimum - load)
            weight +=
                Int128(certificate.shortfallUnit) * Int128(min(Int64(load - cohortLocked[cohort]), cohortWant[cohort]))
        }
        guard found == solution.objective else { throw .wrongLevels }
        return weight
    }

    private func classWeight(_ agent: Int) -> Int64 {
        (Int64(instance.agents[agent].priority) + 1) * certificate.step
    }

    private func pairWeight(_ agent: Int, _ seat: Int, _ score: Int) -> Int64 {
        previousSeat[agent] == seat
            ? certificate.scoreUnit * Int64(score + instance.keepBonus) + 1 : certificate.scoreUnit * Int64(score)
    }

    /// Far above any price that could be needed, far below what could overflow when three are added.
    private func checkPrices() throws(CertificateFault) {
        let allowed = -(Int64(1) << 60)...(Int64(1) << 60)
        guard
            certificate.agentPrices.allSatisfy(allowed.contains), certificate.seatPrices.allSatisfy(allowed.contains),
            certificate.groupPrices.allSatisfy(allowed.contains),
            certificate.cohortPrices.allSatisfy(allowed.contains)
        else { throw .priceTooLarge }
    }

    private func bound() -> Int128 {
        var bound = Int128(0)
        for agent in instance.agents.indices where !isLocked[agent] {
            let price = certificate.agentPrices[agent]
            let cohortPrice = instance.agents[agent].cohort.map { certificate.cohortPrices[$0] } ?? 0
            bound += Int128(max(0, price - cohortPrice))
            let surplus = classWeight(agent) - price
            for entry in instance.rows.entries[instance.rows.range(agent)] {
                let excess =
                    surplus + pairWeight(agent, entry.seat, entry.score) - certificate.seatPrices[entry.seat]
                if excess > 0 {
                    bound += Int128(excess)
                }
            }
        }
        for (seat, room) in seatRoom.enumerated() {
            let toll = certificate.seatPrices[seat] - groupPrice(instance.seats[seat].group)
            bound += best(toll: toll, most: room, wanted: 0)
        }
        for (group, room) in groupRoom.enumerated() {
            let toll = certificate.groupPrices[group] - groupPrice(instance.groups[group].parent)
            bound += best(toll: toll, most: room, wanted: groupWant[group])
        }
        for (cohort, size) in cohortSize.enumerated() {
            bound += best(toll: certificate.cohortPrices[cohort], most: size, wanted: cohortWant[cohort])
        }
        return bound
    }

    private func groupPrice(_ group: Int?) -> Int64 {
        group.map { certificate.groupPrices[$0] } ?? 0
    }

    /// The largest of x · toll + shortfall unit · min(x, wanted) for x in 0…most: concave, so it lies at a corner.
    private func best(toll: Int64, most: Int64, wanted: Int64) -> Int128 {
        let reward = Int128(certificate.shortfallUnit)
        let corner = Int128(min(wanted, most))
        return max(0, corner * (Int128(toll) + reward), Int128(most) * Int128(toll) + reward * corner)
    }
}
