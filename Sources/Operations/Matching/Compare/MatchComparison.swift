public import Domain

/// Two results of a round beside one another: what each is worth, and for whom they differ.
public struct MatchComparison: Sendable {
    public struct Side: Sendable {
        /// None for a result that is not stored.
        public let run: Code?
        public let mode: MatchMode
        public let persons: Int
        public let placed: Int
        /// Placed in each priority class, 0…9.
        public let placedByPriority: [Int]
        public let shortfall: Int
        public let score: Int
        /// Pairs that would both rather have each other than what they got, by the participants' wishes and the slots'
        /// ranking; a stable result has none.
        public let blockingPairs: Int
        /// Whether the check accepts it: as best by its certificate, or as stable.
        public let isVerified: Bool
        public let bounds: [MatchResult.Bounded]
        public let weights: MatchWeights
    }

    /// What somebody has in one of the results.
    public struct Standing: Sendable, Hashable {
        public let slot: Code
        public let days: Period
        public let score: Int
        /// Which of the participant's wishes it is, from 1; none where it was not wished for.
        public let wish: Int?
    }

    /// What the difference is to the participant.
    public enum Change: String, Sendable, Codable, CaseIterable {
        /// Placed in the second only.
        case gains
        /// Another slot that the participant ranks higher.
        case better
        /// Another slot ranked alike.
        case alike
        /// Another slot that the participant ranks lower.
        case worse
        /// Placed in the first only.
        case loses
        /// In the second round only, and placed there.
        case joins
        /// In the first round only, and placed there.
        case leaves
    }

    public struct Difference: Sendable, Hashable {
        /// `REFERRER/REFERENCE`.
        public let participant: String
        public let priority: Int
        public let before: Standing?
        public let after: Standing?
        public let change: Change
    }

    public let before: Side
    public let after: Side
    /// By kind of change, class and participant.
    public let differences: [Difference]
    /// Pairs that block the first result, where the second is stable: what stability mends. At most twenty.
    public let blocking: [MatchPair]
    /// How many people differ who are not shown, since they are protected today.
    public let hiddenPeople: Int

    /// How many fare so.
    public func count(_ change: Change) -> Int {
        differences.count { $0.change == change }
    }

    /// A sentence about those who are not shown, if there are any.
    public var notice: Phrase? { Mask.notice(hiddenPeople) }
}
