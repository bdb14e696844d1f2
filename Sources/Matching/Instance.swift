/// A question to the engine: who may take which seat, at what score.
///
/// The objective, strictly in this order: most agents placed in class 9, then 8, … then 0; the highest total score; and
/// among results equal in all of that, one drawn by `seed` and the keys, never by the order in which things were handed in.
public struct Instance: Sendable {
    /// Somebody to be placed once.
    public struct Agent: Sendable, Hashable {
        /// Stable identity for the tie-break; distinct within an instance.
        public let key: UInt64
        /// 0…9, 9 is placed first.
        public let priority: Int

        public init(key: UInt64, priority: Int = 0) {
            self.key = key
            self.priority = priority
        }
    }

    /// Something with places to give.
    public struct Seat: Sendable, Hashable {
        /// Stable identity for the tie-break; distinct within an instance.
        public let key: UInt64
        /// How many agents it takes, 0…1,000,000.
        public let capacity: Int

        public init(key: UInt64, capacity: Int = 1) {
            self.key = key
            self.capacity = capacity
        }
    }

    /// An agent and a seat, by their positions.
    public struct Pair: Sendable, Hashable {
        public let agent: Int
        public let seat: Int

        public init(agent: Int, seat: Int) {
            self.agent = agent
            self.seat = seat
        }
    }

    /// A pair that the rules allow, and what it is worth, 0…1000.
    public struct Edge: Sendable, Hashable {
        public let agent: Int
        public let seat: Int
        public let score: Int

        public init(agent: Int, seat: Int, score: Int) {
            self.agent = agent
            self.seat = seat
            self.score = score
        }
    }

    public let agents: [Agent]
    public let seats: [Seat]
    public let seed: UInt64
    /// For each agent, the seat it must have (its position), or none.
    public let locks: [Int: Int]
    package let rows: EdgeRows

    /// Checks everything that can be wrong with a question.
    ///
    /// - Parameters:
    ///   - edges: every pair at most once, in any order.
    ///   - locked: pairs that must be in the result; each must be among the edges.
    ///   - forbidden: pairs that must not be; one that is no edge anyway is let pass.
    public init(
        agents: [Agent], seats: [Seat], edges: [Edge], locked: [Pair] = [], forbidden: [Pair] = [], seed: UInt64 = 0
    ) throws(InstanceError) {
        var builder = try InstanceBuilder(agents: agents, seats: seats, seed: seed)
        builder.reserve(edges: edges.count)
        for edge in edges {
            try builder.add(agent: edge.agent, seat: edge.seat, score: edge.score)
        }
        self = try builder.finish(locked: locked, forbidden: forbidden)
    }

    init(agents: [Agent], seats: [Seat], rows: EdgeRows, locks: [Int: Int], seed: UInt64) {
        self.agents = agents
        self.seats = seats
        self.rows = rows
        self.locks = locks
        self.seed = seed
    }

    /// The number of pairs that may be chosen; forbidden ones are not counted.
    public var edgeCount: Int { rows.entries.count }

    /// What the pair is worth, or nothing if it may not be chosen.
    public func score(agent: Int, seat: Int) -> Int? {
        for entry in rows.entries[rows.range(agent)] where entry.seat == seat {
            return entry.score
        }
        return nil
    }

    /// The pairs of one agent that may be chosen.
    public func edges(of agent: Int) -> [Edge] {
        rows.entries[rows.range(agent)].map { Edge(agent: agent, seat: $0.seat, score: $0.score) }
    }
}
