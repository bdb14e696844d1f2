/// An optimum kept open, so that "what if" is answered from it instead of from nothing.
public struct Reoptimizer: Sendable {
    /// What forcing one pair would do.
    public struct Forced: Sendable, Equatable {
        /// The best that remains when the pair must be in the result.
        public let objective: Objective
        /// Everybody whose seat would change: the forced agent and the chain displaced, by agent.
        public let moves: [Move]
    }

    /// An agent's seat before and after.
    public struct Move: Sendable, Hashable {
        public let agent: Int
        public let from: Int?
        public let to: Int?
    }

    private let instance: Instance
    public let solution: Solution

    /// Solves the instance.
    public init(_ instance: Instance) {
        self.instance = instance
        solution = Solver(instance).solve()
    }

    /// What it would cost to have this pair in the result; nothing if it may not be chosen or a lock stands against it.
    public func forcing(agent: Int, seat: Int) -> Forced? {
        guard let forced = try? instance.locking(Instance.Pair(agent: agent, seat: seat)) else { return nil }
        let other = Solver(forced).solve()
        let moves = instance.agents.indices.compactMap { agent in
            solution.seatOfAgent[agent] == other.seatOfAgent[agent]
                ? nil : Move(agent: agent, from: solution.seatOfAgent[agent], to: other.seatOfAgent[agent])
        }
        return Forced(objective: other.objective, moves: moves)
    }
}
