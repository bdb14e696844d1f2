import Matching

/// One way of spoiling a solution.
enum Mutation: CaseIterable {
    case pairMoved, pairMovedAnywhere, pairDropped, pairAdded, pairsSwapped
    case count, score, shortfall, kept
    case step, shortfallUnit, scoreUnit, unitsAtTheLimit
    case agentPrice, seatPrice, groupPrice, cohortPrice, seatPricesTogether

    /// Spoils the solution so; false if it holds nothing of the kind. Where pairs change, the levels are mostly set right
    /// again, so that only optimality can give the change away.
    func apply(to solution: inout Solution, of question: Question, _ random: inout RandomSource) -> Bool {
        switch self {
        case .pairMoved, .pairMovedAnywhere, .pairDropped, .pairAdded, .pairsSwapped:
            guard changePairs(&solution.seatOfAgent, question, &random) else { return false }
            let exist = solution.seatOfAgent.allSatisfy { $0.map(question.seats.indices.contains) ?? true }
            if exist, random.chance(85) {
                solution.objective = Levels(counting: solution.seatOfAgent, in: question).objective
            }
        case .count: solution.objective.placedByPriority[random.below(10)] += random.step
        case .score: solution.objective.score += random.step * (1 + random.below(3))
        case .shortfall: solution.objective.shortfall += random.step
        case .kept: solution.objective.kept += random.step
        case .step: Self.spoil(&solution.certificate.step, &random)
        case .shortfallUnit: Self.spoil(&solution.certificate.shortfallUnit, &random)
        case .scoreUnit: Self.spoil(&solution.certificate.scoreUnit, &random)
        case .unitsAtTheLimit:
            solution.certificate.step = Limits.step
            solution.certificate.scoreUnit = Limits.step >> Int64(10 * random.below(3))
            solution.certificate.shortfallUnit = random.chance(50) ? 0 : Limits.step
        case .agentPrice: return Self.move(&solution.certificate.agentPrices, solution.certificate, &random)
        case .seatPrice: return Self.move(&solution.certificate.seatPrices, solution.certificate, &random)
        case .groupPrice: return Self.move(&solution.certificate.groupPrices, solution.certificate, &random)
        case .cohortPrice: return Self.move(&solution.certificate.cohortPrices, solution.certificate, &random)
        case .seatPricesTogether:
            let change = Int64(random.step)
            for seat in question.seats.indices {
                solution.certificate.seatPrices[seat] += change
            }
        }
        return true
    }

    private func changePairs(_ seatOfAgent: inout [Int?], _ question: Question, _ random: inout RandomSource) -> Bool {
        let placed = question.agents.indices.filter { seatOfAgent[$0] != nil }
        switch self {
        case .pairMoved, .pairAdded:
            let edges = question.edges.filter { (seatOfAgent[$0.agent] == nil) == (self == .pairAdded) }
            guard let edge = edges.randomElement(using: &random) else { return false }
            seatOfAgent[edge.agent] = edge.seat
        case .pairMovedAnywhere:
            guard let agent = question.agents.indices.randomElement(using: &random) else { return false }
            let seats = [-1, Int.max, Int.min] + question.seats.indices
            seatOfAgent[agent] = seats.randomElement(using: &random)
        case .pairsSwapped:
            guard let one = placed.randomElement(using: &random), let other = placed.randomElement(using: &random)
            else { return false }
            seatOfAgent.swapAt(one, other)
        default:
            guard let agent = placed.randomElement(using: &random) else { return false }
            seatOfAgent[agent] = nil
        }
        return true
    }

    private static func spoil(_ unit: inout Int64, _ random: inout RandomSource) {
        let others = [
            0, -1, 1, unit - 1, unit + 1, unit / 2, unit * 2, -unit, Limits.step, Limits.step + 1, .max, .min,
        ]
        unit = others[random.below(others.count)]
    }

    private static func move(
        _ prices: inout [Int64], _ certificate: Certificate, _ random: inout RandomSource
    ) -> Bool {
        guard let index = prices.indices.randomElement(using: &random) else { return false }
        let changes = [
            1, certificate.scoreUnit, 1000 * certificate.scoreUnit, certificate.shortfallUnit, certificate.step,
            prices[index], 1 << 59,
        ]
        let change = changes[random.below(changes.count)]
        prices[index] += random.chance(50) ? change : -change
        if random.chance(3) {
            prices[index] = [.max, .min, Int64(1) << 60 + 1][random.below(3)]
        }
        return true
    }
}

extension RandomSource {
    /// Up or down.
    fileprivate var step: Int {
        mutating get { chance(50) ? 1 : -1 }
    }
}

extension Levels {
    var objective: Objective {
        Objective(
            placedByPriority: values.prefix(10).reversed(), shortfall: -values[10], score: values[11], kept: values[12])
    }
}
