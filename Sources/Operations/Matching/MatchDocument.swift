public import Domain

/// A run as scripts read it (`match run|show --format json`). Fields may be added, none renamed.
public struct MatchDocument: Sendable, Codable {
    public struct Pair: Sendable, Codable {
        public let participant: String
        public let slot: String
        /// None where the participant is not shown.
        public let from: Day?
        public let to: Day?
        public let score: Int
        public let parts: [String: Int]
        public let locked: Bool
    }

    public struct Reason: Sendable, Codable {
        public let participant: String
        /// A sentence in the language asked for.
        public let reason: String
        public let reasonCode: UnplacedReason
        public let nearMisses: [NearMiss]
        /// What became of the slots the person could have had.
        public let competition: Competition?

        enum CodingKeys: String, CodingKey {
            case participant, reason, competition
            case reasonCode = "reason_code"
            case nearMisses = "near_misses"
        }
    }

    public struct Bound: Sendable, Codable {
        public let kind: BoundKind
        public let code: String
        public let maximum: Int?
        public let minimum: Int?
        public let placed: Int
        public let shortfall: Int
    }

    public struct NearMiss: Sendable, Codable {
        public let rule: HardRule
        public let places: Int
        public let slots: [String]
        public let text: String
        /// Of the places, those where the person would have been, had the requirement been met.
        public let wouldPlace: Int?
        /// Of the places, those that a draw would have decided.
        public let byDraw: Int?

        enum CodingKeys: String, CodingKey {
            case rule, places, slots, text
            case wouldPlace = "would_place"
            case byDraw = "by_draw"
        }

        init(_ miss: MatchResult.NearMiss, language: Language) {
            rule = miss.rule
            places = miss.places
            slots = miss.slots.map(\.rawValue)
            text = miss.text.phrase[language]
            wouldPlace = miss.wouldPlace
            byDraw = miss.byDraw
        }
    }

    public let run: String
    public let roundStart: Day
    public let placed: Int
    public let unplaced: Int
    public let score: Int
    public let certified: Bool
    /// Whether no pair blocks it; said of stable runs only.
    public let stable: Bool
    public let ruleVersion: String
    public let seed: UInt64
    public let weights: [String: Int]
    public let placedByPriority: [Int]
    public let mode: MatchMode
    /// How many lack in all wanted minima together.
    public let shortfall: Int
    public let bounds: [Bound]
    /// The earlier run whose pairs were to be kept, and how many were.
    public let keep: String?
    public let kept: Int?
    /// The run that this one was tried from.
    public let triedFrom: String?
    public let decidedBy: String?
    /// How many are not shown, since they are protected today.
    public let protected: Int
    public let pairs: [Pair]
    public let unplacedReasons: [Reason]
    /// What is to be known though it stops nothing, in the language asked for.
    public let warnings: [String]

    enum CodingKeys: String, CodingKey {
        case run, placed, unplaced, score, certified, stable, seed, weights, pairs, mode, shortfall, bounds, keep, kept,
            protected, warnings
        case roundStart = "round_start"
        case ruleVersion = "rule_version"
        case placedByPriority = "placed_by_priority"
        case triedFrom = "tried_from"
        case decidedBy = "decided_by"
        case unplacedReasons = "unplaced_reasons"
    }

    /// - Parameter language: of the sentences; codes and names are the same in all.
    public init(_ run: StoredRun, language: Language) {
        let result = run.shown
        self.run = run.code.rawValue
        roundStart = run.parameters.roundStart
        placed = run.placed
        unplaced = result.unplaced.count
        score = result.score
        let isVerified = run.isVerified
        certified = isVerified && run.parameters.mode == .optimal
        stable = isVerified && run.parameters.mode == .stable
        ruleVersion = run.ruleVersion
        seed = run.parameters.seed
        weights = Dictionary(
            uniqueKeysWithValues: ScorePart.allCases.map { ($0.rawValue, run.parameters.weights[$0]) })
        placedByPriority = result.placedByPriority
        mode = run.parameters.mode
        shortfall = result.shortfall
        bounds = result.bounds.map {
            Bound(
                kind: $0.kind, code: $0.code.rawValue, maximum: $0.maximum, minimum: $0.minimum, placed: $0.placed,
                shortfall: $0.shortfall)
        }
        keep = run.parameters.keep?.run.rawValue
        triedFrom = run.parameters.triedFrom?.rawValue
        kept = run.parameters.keep.map { _ in result.kept }
        decidedBy = run.decidedBy
        var pairs = result.pairs.map { pair in
            Pair(
                participant: pair.participant, slot: pair.slot.rawValue, from: pair.days.from, to: pair.days.to,
                score: pair.score, parts: pair.parts, locked: pair.isLocked)
        }
        pairs += run.hiddenPairs.map { pair in
            Pair(
                participant: Mask.text, slot: Mask.text, from: nil, to: nil, score: pair.score, parts: pair.parts,
                locked: false)
        }
        self.pairs = pairs
        protected = run.hiddenPeople
        warnings = run.warnings.map { $0[language] }
        unplacedReasons = result.unplaced.map { person in
            Reason(
                participant: person.participant, reason: person.text.phrase[language], reasonCode: person.reason,
                nearMisses: person.nearMisses.map { NearMiss($0, language: language) }, competition: person.competition)
        }
    }
}
