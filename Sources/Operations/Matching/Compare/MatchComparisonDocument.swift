public import Domain

/// A comparison as scripts read it (`match compare --format json`).
public struct MatchComparisonDocument: Sendable, Codable {
    public struct Side: Sendable, Codable {
        public let run: String?
        public let mode: MatchMode
        public let persons: Int
        public let placed: Int
        public let placedByPriority: [Int]
        public let shortfall: Int
        public let score: Int
        public let blockingPairs: Int
        public let certified: Bool
        public let stable: Bool

        enum CodingKeys: String, CodingKey {
            case run, mode, persons, placed, shortfall, score, certified, stable
            case placedByPriority = "placed_by_priority"
            case blockingPairs = "blocking_pairs"
        }

        init(_ side: MatchComparison.Side) {
            run = side.run?.rawValue
            mode = side.mode
            persons = side.persons
            placed = side.placed
            placedByPriority = side.placedByPriority
            shortfall = side.shortfall
            score = side.score
            blockingPairs = side.blockingPairs
            certified = side.isVerified && side.mode == .optimal
            stable = side.isVerified && side.blockingPairs == 0
        }
    }

    public struct Standing: Sendable, Codable {
        public let slot: String
        public let from: Day
        public let to: Day
        public let score: Int
        /// Which of the participant's wishes it is, from 1.
        public let wish: Int?

        init(_ standing: MatchComparison.Standing) {
            slot = standing.slot.rawValue
            from = standing.days.from
            to = standing.days.to
            score = standing.score
            wish = standing.wish
        }
    }

    public struct Difference: Sendable, Codable {
        public let participant: String
        public let priority: Int
        public let change: MatchComparison.Change
        public let before: Standing?
        public let after: Standing?
    }

    public struct Pair: Sendable, Codable {
        public let participant: String
        public let slot: String
    }

    public let before: Side
    public let after: Side
    public let differences: [Difference]
    /// The first pairs that block what stands before, where what comes after is stable.
    public let blocking: [Pair]
    /// How many differ who are not shown, since they are protected today.
    public let protected: Int

    public init(_ comparison: MatchComparison) {
        before = Side(comparison.before)
        after = Side(comparison.after)
        differences = comparison.differences.map { difference in
            Difference(
                participant: difference.participant, priority: difference.priority, change: difference.change,
                before: difference.before.map(Standing.init), after: difference.after.map(Standing.init))
        }
        blocking = comparison.blocking.map { Pair(participant: $0.participant, slot: $0.slot.rawValue) }
        protected = comparison.hiddenPeople
    }
}
