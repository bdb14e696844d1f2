/// An answer: who takes which seat, and the prices that prove that nothing better exists.
public struct Solution: Sendable, Equatable {
    /// For each agent the position of its seat, or none.
    public var seatOfAgent: [Int?]
    /// How many are placed in each class, 0…9.
    public var placedByPriority: [Int]
    /// The sum of the placed pairs' scores.
    public var score: Int
    public var certificate: Certificate

    public init(seatOfAgent: [Int?], placedByPriority: [Int], score: Int, certificate: Certificate) {
        self.seatOfAgent = seatOfAgent
        self.placedByPriority = placedByPriority
        self.score = score
        self.certificate = certificate
    }

    /// How many are placed.
    public var placed: Int { placedByPriority.reduce(0, +) }

    /// The placed pairs, by agent.
    public var pairs: [Instance.Pair] {
        seatOfAgent.enumerated().compactMap { agent, seat in
            seat.map { Instance.Pair(agent: agent, seat: $0) }
        }
    }
}
