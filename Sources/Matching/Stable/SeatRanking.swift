/// How seats and groups rank the agents that ask them: by class if so wished, then by score, then by key.
struct SeatRanking: Sendable {
    /// A rank in one number: the class (4 bits), what the score lacks in 1000 (10) and the agent's place in the order of keys
    /// (20). A smaller one is better; 0 is nobody's.
    typealias Rank = UInt64

    /// An agent's rank on a pair, all but the score.
    struct Base: Sendable {
        fileprivate let rankAtZero: Rank

        func rank(_ score: Int) -> Rank {
            rankAtZero - Rank(truncatingIfNeeded: score) << agentBits
        }
    }

    private static let scoreBits: Rank = 10
    private let order: KeyOrder
    private let lackOfClass: [UInt8]

    init(_ instance: Instance, classesFirst: Bool) {
        order = KeyOrder(instance.agents.map(\.key))
        let highest = Limits.priority.upperBound
        lackOfClass = classesFirst ? instance.agents.map { UInt8(highest - $0.priority) } : []
    }

    func base(of agent: Int) -> Base {
        let lack = lackOfClass.isEmpty ? 0 : Rank(lackOfClass[agent])
        let score = Rank(Limits.score.upperBound)
        return Base(
            rankAtZero: (lack << Self.scoreBits | score) << agentBits + Rank(order.position(of: agent)) + 1)
    }

    func agent(_ rank: Rank) -> Int {
        order.item(at: Int((rank - 1) & (1 << agentBits - 1)))
    }
}

/// Room for `Limits.agents`.
private let agentBits: UInt64 = 20
