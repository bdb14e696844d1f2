/// Dual prices: a proof of optimality that anybody can check in one pass over the pairs, without solving anything.
///
/// A pair of an agent of class p with score s weighs (p + 1) · `step` + s. Whoever can be placed together forms a matroid
/// (a transversal one), so a lexicographically best choice of classes has the most agents of class ≥ p for every p at once;
/// giving up one of them costs at least one `step`, and a step is more than all scores together can make good. The heaviest
/// result under these weights is therefore the best in the stated order.
///
/// Prices that are never negative, with agent price + seat price ≥ weight for every pair, bound the weight of *every*
/// result by Σ agent prices + Σ capacity · seat price. A result that reaches the bound is optimal.
/// Locked agents stand outside: they have price 0, and their seats so many places fewer.
public struct Certificate: Sendable, Hashable, Codable {
    /// What one class is worth, more than any total score.
    public var step: Int64
    public var agentPrices: [Int64]
    public var seatPrices: [Int64]

    public init(step: Int64, agentPrices: [Int64], seatPrices: [Int64]) {
        self.step = step
        self.agentPrices = agentPrices
        self.seatPrices = seatPrices
    }
}
