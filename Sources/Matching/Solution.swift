/// An answer: who takes which seat, what it is worth, and the prices that prove that nothing better exists.
public struct Solution: Sendable, Equatable {
    /// For each agent the position of its seat, or none.
    public var seatOfAgent: [Int?]
    public var objective: Objective
    public var certificate: Certificate

    public init(seatOfAgent: [Int?], objective: Objective, certificate: Certificate) {
        self.seatOfAgent = seatOfAgent
        self.objective = objective
        self.certificate = certificate
    }

    /// How many are placed in each class, 0…9.
    public var placedByPriority: [Int] { objective.placedByPriority }
    /// The sum of the placed pairs' scores with bonuses.
    public var score: Int { objective.score }
    /// How many are placed.
    public var placed: Int { objective.placed }

    /// The placed pairs, by agent.
    public var pairs: [Instance.Pair] {
        seatOfAgent.enumerated().compactMap { agent, seat in
            seat.map { Instance.Pair(agent: agent, seat: $0) }
        }
    }
}
