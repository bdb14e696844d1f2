/// The optimal result of an instance beside a stable one: who is better off in which, and what either costs.
public struct StableComparison: Sendable, Equatable {
    /// How an agent fares in the stable result, compared with the optimal one, by its own wishes.
    public enum Change: String, Sendable, Codable, CaseIterable {
        /// Placed in the stable result only.
        case placed
        /// Another seat, which it wishes more.
        case better
        /// Another seat, wished as much.
        case alike
        /// Another seat, which it wishes less.
        case worse
        /// Placed in the optimal result only.
        case unplaced
    }

    /// An agent whose seat differs.
    public struct Difference: Sendable, Hashable {
        public let agent: Int
        /// The seat in the optimal result, or none.
        public let optimal: Int?
        /// The seat in the stable result, or none.
        public let stable: Int?
        public let change: Change
    }

    /// What the optimal result is worth.
    public let optimal: Objective
    /// What the stable result is worth, on the same levels.
    public let stable: Objective
    /// By agent.
    public let differences: [Difference]
    /// The blocking pairs of the optimal result; a stable one has none.
    public let blocking: BlockingPairs

    /// - Parameters:
    ///   - optimal: for each agent the seat it has in the optimal result, or none.
    ///   - stable: the same of the stable result.
    ///   - classesFirst: seats prefer a higher priority class to any score.
    ///   - listing: how many blocking pairs to list.
    public init(
        _ instance: Instance, optimal: [Int?], stable: [Int?], classesFirst: Bool = false, listing limit: Int = 0
    ) {
        self.optimal = Objective(of: optimal, in: instance)
        self.stable = Objective(of: stable, in: instance)
        blocking = BlockingPairs(of: optimal, in: instance, classesFirst: classesFirst, listing: limit)
        differences = zip(optimal, stable).enumerated().compactMap { agent, seats in
            guard seats.0 != seats.1 else { return nil }
            let change = Self.change(instance.edges(of: agent), from: seats.0, to: seats.1)
            return Difference(agent: agent, optimal: seats.0, stable: seats.1, change: change)
        }
    }

    /// How many agents fare so.
    public func count(_ change: Change) -> Int {
        differences.count { $0.change == change }
    }

    private static func change(_ edges: [Instance.Edge], from: Int?, to: Int?) -> Change {
        guard let from else { return .placed }
        guard let to else { return .unplaced }
        let wish = { seat in edges.first { $0.seat == seat }?.wish ?? 0 }
        let (before, after) = (wish(from), wish(to))
        return after > before ? .better : after < before ? .worse : .alike
    }
}
