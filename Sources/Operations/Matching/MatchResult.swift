public import Domain
public import Matching

/// What a round came to: stored as JSON, and repeated from the inputs to the same text.
public struct MatchResult: Sendable, Hashable {
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
        /// What became of the slots the person could have had; none where there was none.
        public var competition: Competition?
    }

    public struct NearMiss: Sendable, Hashable, Codable {
        public var rule: HardRule
        public var places: Int
        public var slots: [Code]
        public var text: StoredPhrase
        /// Of the places, those where the person would have been, had the requirement been met. Nothing where that was
        /// not asked, and in runs stored before it was.
        public var wouldPlace: Int?
        /// Of the places, those that a draw would have decided.
        public var byDraw: Int?
    }

    public struct Offered: Sendable, Hashable, Codable {
        public var slot: Code
        /// The places the round could give.
        public var places: Int
        public var placed: Int
        /// How many could have taken it.
        public var eligible: Int
    }

    /// A bound over several slots or several people, and what came of it.
    public struct Bounded: Sendable, Hashable, Codable {
        public var kind: BoundKind
        public var code: Code
        public var maximum: Int?
        /// Wanted at the least.
        public var minimum: Int?
        public var placed: Int

        /// How many lack of those wanted.
        public var shortfall: Int { max(0, (minimum ?? 0) - placed) }
    }

    /// Which engine computed it. The same inputs give the same pairs in the same version, and pairs worth the same in another.
    package static let currentEngine = "engine-2"

    public var pairs: [Placed]
    public var unplaced: [Unplaced]
    public var slots: [Offered]
    /// Placed in each priority class, 0…9.
    public var placedByPriority: [Int]
    public var score: Int
    /// Prices in the order of the frozen people and slots; none for a stable result.
    public var certificate: Certificate?
    /// Units, supervisors and referrers with a bound, by kind and code.
    public var bounds: [Bounded] = []
    /// How many of an earlier run's pairs were kept, where one was to be.
    public var kept = 0
    public var engine = Self.currentEngine

    /// How many lack in all wanted minima together.
    public var shortfall: Int { bounds.reduce(0) { $0 + $1.shortfall } }
}

extension MatchResult: Codable {
    /// A result stored before there were bounds and kept runs has none of them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            pairs: try values.decode([Placed].self, forKey: .pairs),
            unplaced: try values.decode([Unplaced].self, forKey: .unplaced),
            slots: try values.decode([Offered].self, forKey: .slots),
            placedByPriority: try values.decode([Int].self, forKey: .placedByPriority),
            score: try values.decode(Int.self, forKey: .score),
            certificate: try values.decodeIfPresent(Certificate.self, forKey: .certificate),
            bounds: try values.decodeIfPresent([Bounded].self, forKey: .bounds) ?? [],
            kept: try values.decodeIfPresent(Int.self, forKey: .kept) ?? 0,
            engine: try values.decodeIfPresent(String.self, forKey: .engine) ?? "engine-1")
    }
}
