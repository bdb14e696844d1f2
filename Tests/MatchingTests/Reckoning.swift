import Matching

/// Whether a solution is permitted, is worth what it says, and is proven best by its prices: reckoned in the plainest way,
/// rule by rule, with every arc's largest share found by trying all flows it can have.
struct Reckoning {
    private let question: Question
    private let solution: Solution
    private let certificate: Certificate
    private let locks: [Int: Int]
    private let permitted: [Instance.Edge]
    private let previous: Set<Instance.Pair>

    init(_ question: Question, _ solution: Solution) {
        self.question = question
        self.solution = solution
        certificate = solution.certificate
        locks = Dictionary(uniqueKeysWithValues: question.locked.map { ($0.agent, $0.seat) })
        permitted = question.permitted
        previous = Set(question.previous)
    }

    var isProven: Bool {
        question.permits(solution.seatOfAgent)
            && Levels(counting: solution.seatOfAgent, in: question) == Levels(solution.objective)
            && unitsKeepLevelsApart && pricesAreInRange && weight == bound
    }

    private var unitsKeepLevelsApart: Bool {
        let kept = Int128(permitted.count { previous.contains(.init(agent: $0.agent, seat: $0.seat)) })
        let places = question.seats.map(\.capacity).reduce(0, +)
        let bestPair = 1000 + (kept > 0 ? question.keepBonus : 0)
        let most = min(question.agents.count, places) * bestPair
        let wanted = question.groups.map(\.minimum).reduce(0, +) + question.cohorts.map(\.minimum).reduce(0, +)
        let (step, short, point) = (
            Int128(certificate.step), Int128(certificate.shortfallUnit), Int128(certificate.scoreUnit)
        )
        let points = point * Int128(most) + kept
        return step <= Int128(Limits.step) && 0 <= short && short <= step && point <= step
            && point * Int128(bestPair) <= Int128(Limits.step) && point > kept && (wanted == 0 || short > points)
            && step > short * Int128(wanted) + points
    }

    /// The check's own rules: a locked agent stands outside with price 0, and no price is beyond 2⁶⁰.
    private var pricesAreInRange: Bool {
        let all =
            certificate.agentPrices + certificate.seatPrices + certificate.groupPrices + certificate.cohortPrices
        return all.allSatisfy { $0.magnitude <= 1 << 60 } && locks.keys.allSatisfy { certificate.agentPrices[$0] == 0 }
    }

    private func weight(_ edge: Instance.Edge) -> Int128 {
        let isKept = previous.contains(.init(agent: edge.agent, seat: edge.seat))
        let points = Int128(edge.score + (isKept ? question.keepBonus : 0)) * Int128(certificate.scoreUnit)
        return Int128(question.agents[edge.agent].priority + 1) * Int128(certificate.step) + points + (isKept ? 1 : 0)
    }

    /// What the units of flow x beyond those locked are worth against a minimum.
    private func reward(_ flow: Int, locked: Int, minimum: Int) -> Int128 {
        Int128(certificate.shortfallUnit) * Int128(min(flow, minimum) - min(locked, minimum))
    }

    /// What the pairs that are not locked weigh, with the minima they serve.
    private var weight: Int128 {
        var sum = Int128(0)
        for edge in permitted where solution.seatOfAgent[edge.agent] == edge.seat && locks[edge.agent] == nil {
            sum += weight(edge)
        }
        let (locked, all) = (counts(locks), counts(placed))
        for (group, bound) in question.groups.enumerated() {
            sum += reward(all.groups[group], locked: locked.groups[group], minimum: bound.minimum)
        }
        for (cohort, bound) in question.cohorts.enumerated() {
            sum += reward(all.cohorts[cohort], locked: locked.cohorts[cohort], minimum: bound.minimum)
        }
        return sum
    }

    private var placed: [Int: Int] {
        var seats: [Int: Int] = [:]
        for (agent, seat) in solution.seatOfAgent.enumerated() {
            seats[agent] = seat
        }
        return seats
    }

    private func counts(_ seats: [Int: Int]) -> (seats: [Int], groups: [Int], cohorts: [Int]) {
        var load = Load(of: question)
        var cohorts = question.cohorts.map { _ in 0 }
        for (agent, seat) in seats {
            load.add(seat, of: question)
            if let cohort = question.agents[agent].cohort {
                cohorts[cohort] += 1
            }
        }
        return (load.seats, load.groups, cohorts)
    }

    /// The most that any flow can be worth under the prices.
    private var bound: Int128 {
        let prices = certificate
        let locked = counts(locks)
        func around(_ group: Int?) -> Int128 { group.map { Int128(prices.groupPrices[$0]) } ?? 0 }
        var sum = Int128(0)
        for edge in permitted where locks[edge.agent] == nil {
            let gain = weight(edge) - Int128(prices.agentPrices[edge.agent]) - Int128(prices.seatPrices[edge.seat])
            sum += largest(0...1) { $0 * gain }
        }
        for (agent, properties) in question.agents.enumerated() where locks[agent] == nil {
            let entry = properties.cohort.map { Int128(prices.cohortPrices[$0]) } ?? 0
            sum += largest(0...1) { $0 * (Int128(prices.agentPrices[agent]) - entry) }
        }
        for (cohort, properties) in question.cohorts.enumerated() {
            let base = locked.cohorts[cohort]
            let size = question.agents.count { $0.cohort == cohort }
            sum += largest(base...size) { flow in
                (flow - Int128(base)) * Int128(prices.cohortPrices[cohort])
                    + reward(Int(flow), locked: base, minimum: properties.minimum)
            }
        }
        for (seat, properties) in question.seats.enumerated() {
            let gain = Int128(prices.seatPrices[seat]) - around(properties.group)
            sum += largest(0...properties.capacity - locked.seats[seat]) { $0 * gain }
        }
        for (group, properties) in question.groups.enumerated() {
            let base = locked.groups[group]
            let gain = Int128(prices.groupPrices[group]) - around(properties.parent)
            sum += largest(base...properties.maximum) { flow in
                (flow - Int128(base)) * gain + reward(Int(flow), locked: base, minimum: properties.minimum)
            }
        }
        return sum
    }

    private func largest(_ flows: ClosedRange<Int>, _ share: (Int128) -> Int128) -> Int128 {
        flows.map { share(Int128($0)) }.max() ?? 0
    }
}
