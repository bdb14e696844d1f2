public import Domain
public import Matching

/// What a round came to: stored as JSON, and repeated from the inputs to the same text.
public struct MatchResult: Sendable, Hashable, Codable {
    public struct Placed: Sendable, Hashable, Codable {
        /// The referral the placement is made for, `REFERRER/REFERENCE`.
        public var participant: String
        public var slot: Code
        public var days: Period
        public var score: Int
        /// Points by part; the names are those of `ScorePart`.
        public var parts: [String: Int]
        public var isLocked: Bool
    }

    public struct Unplaced: Sendable, Hashable, Codable {
        public var participant: String
        public var reason: UnplacedReason
        public var text: StoredPhrase
        public var nearMisses: [NearMiss]
    }

    public struct NearMiss: Sendable, Hashable, Codable {
        public var rule: HardRule
        public var places: Int
        public var slots: [Code]
        public var text: StoredPhrase
    }

    public struct Offered: Sendable, Hashable, Codable {
        public var slot: Code
        /// The places the round could give.
        public var places: Int
        public var placed: Int
        /// How many could have taken it.
        public var eligible: Int
    }

    public var pairs: [Placed]
    public var unplaced: [Unplaced]
    public var slots: [Offered]
    /// Placed in each priority class, 0…9.
    public var placedByPriority: [Int]
    public var score: Int
    /// Prices in the order of the frozen people and slots.
    public var certificate: Certificate
}
