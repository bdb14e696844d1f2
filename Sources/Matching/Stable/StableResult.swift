/// A stable assignment.
public struct StableResult: Sendable, Equatable {
    /// For each agent the position of its seat, or none.
    public var seatOfAgent: [Int?]
    /// What it is worth on the levels that the optimum is judged by: for comparison, and to say what wanted minima lack.
    public var objective: Objective

    public init(seatOfAgent: [Int?], objective: Objective) {
        self.seatOfAgent = seatOfAgent
        self.objective = objective
    }
}
