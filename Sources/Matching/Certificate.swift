/// Dual prices: a proof of optimality that anybody can check in one pass over the pairs, without solving anything.
///
/// Whatever the prices are, they bound what *every* result can weigh. Send each placed agent's unit of flow from its cohort
/// through the agent, a seat and the seat's groups to the sink, let every node have a price (the sink has 0), and write a
/// result's weight as the sum over the arcs of flow × (weight of the arc, less the price where it begins, plus the price
/// where it ends). Each arc's share is at most its largest possible value, and the sum of those is the bound:
///
/// - a pair: max(0, weight − agent price − seat price);
/// - an agent: max(0, agent price − cohort price);
/// - a cohort of n: the largest of x · cohort price + shortfall unit · min(x, minimum), x in 0…n;
/// - a seat or group: the largest of x · (price − price of the group around it) + shortfall unit · min(x, minimum),
///   x in 0…maximum.
///
/// A result that weighs as much as the bound is optimal (weak duality of linear programming). Locked agents stand
/// outside: they have price 0, and their cohorts, seats and groups so many fewer in every bound.
public struct Certificate: Sendable, Hashable {
    /// What an agent placed weighs, a class above none.
    public var step: Int64
    /// What a person less in shortfall weighs; 0 where no minimum is wanted.
    public var shortfallUnit: Int64
    /// What a point weighs; a previous pair kept weighs 1.
    public var scoreUnit: Int64
    public var agentPrices: [Int64]
    public var seatPrices: [Int64]
    public var groupPrices: [Int64]
    public var cohortPrices: [Int64]

    public init(
        step: Int64, shortfallUnit: Int64 = 0, scoreUnit: Int64 = 1, agentPrices: [Int64], seatPrices: [Int64],
        groupPrices: [Int64] = [], cohortPrices: [Int64] = []
    ) {
        self.step = step
        self.shortfallUnit = shortfallUnit
        self.scoreUnit = scoreUnit
        self.agentPrices = agentPrices
        self.seatPrices = seatPrices
        self.groupPrices = groupPrices
        self.cohortPrices = cohortPrices
    }
}

extension Certificate: Codable {
    /// Runs stored before groups and minima existed lack all but the step and two lists of prices.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            step: try values.decode(Int64.self, forKey: .step),
            shortfallUnit: try values.decodeIfPresent(Int64.self, forKey: .shortfallUnit) ?? 0,
            scoreUnit: try values.decodeIfPresent(Int64.self, forKey: .scoreUnit) ?? 1,
            agentPrices: try values.decode([Int64].self, forKey: .agentPrices),
            seatPrices: try values.decode([Int64].self, forKey: .seatPrices),
            groupPrices: try values.decodeIfPresent([Int64].self, forKey: .groupPrices) ?? [],
            cohortPrices: try values.decodeIfPresent([Int64].self, forKey: .cohortPrices) ?? [])
    }
}
