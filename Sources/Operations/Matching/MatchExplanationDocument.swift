public import Domain

/// An explanation as scripts read it (`match explain --format json`).
public struct MatchExplanationDocument: Sendable, Codable {
    public struct Alternative: Sendable, Codable {
        public let slot: String
        public let from: Day
        public let to: Day
        public let score: Int
        public let parts: [String: Int]
        public let full: Bool
        public let difference: Int?
        public let forced: ForcedDocument?

        init(_ option: MatchExplanation.Alternative, language: Language) {
            slot = option.slot.rawValue
            from = option.days.from
            to = option.days.to
            score = option.score
            parts = Dictionary(uniqueKeysWithValues: option.parts.map { ($0.key.rawValue, $0.value) })
            full = option.isFull
            difference = option.difference
            forced = option.forced.map { ForcedDocument($0, language: language) }
        }
    }

    public struct Failure: Sendable, Codable {
        public let rule: HardRule
        public let text: String
    }

    public struct Remedy: Sendable, Codable {
        public let kind: MatchExplanation.Remedy.Kind
        public let slot: String
        public let rule: HardRule?
        public let text: String
    }

    public struct Pair: Sendable, Codable {
        public let slot: String
        public let eligible: Bool
        public let standing: MatchExplanation.Pair.Standing
        public let failures: [Failure]
        public let alternative: Alternative?
        /// What it would do to have the pair; where one rule alone stands in the way, were it kept.
        public let forced: ForcedDocument?
        public let text: String
    }

    public let run: String
    public let participant: String
    public let slot: String?
    public let score: Int?
    public let parts: [String: Int]?
    public let reason: String?
    public let reasonCode: UnplacedReason?
    public let competition: Competition?
    public let nearMisses: [MatchDocument.NearMiss]
    public let alternatives: [Alternative]
    /// What alone would have given another slot.
    public let remedies: [Remedy]
    public let pair: Pair?
    /// The whole in words.
    public let sentences: [String]

    enum CodingKeys: String, CodingKey {
        case run, participant, slot, score, parts, reason, competition, alternatives, remedies, pair, sentences
        case reasonCode = "reason_code"
        case nearMisses = "near_misses"
    }

    public init(_ explanation: MatchExplanation, language: Language) {
        run = explanation.run.rawValue
        participant = explanation.participant
        slot = explanation.placed?.slot.rawValue
        score = explanation.placed?.score
        parts = explanation.placed?.parts
        reason = explanation.unplaced?.text.phrase[language]
        reasonCode = explanation.unplaced?.reason
        competition = explanation.unplaced?.competition
        nearMisses = (explanation.unplaced?.nearMisses ?? []).map { MatchDocument.NearMiss($0, language: language) }
        alternatives = explanation.alternatives.map { Alternative($0, language: language) }
        remedies = explanation.remedies.map { remedy in
            Remedy(kind: remedy.kind, slot: remedy.slot.rawValue, rule: remedy.rule, text: remedy.text[language])
        }
        pair = explanation.pair.map { pair in
            Pair(
                slot: pair.slot.rawValue, eligible: pair.option != nil, standing: pair.standing,
                failures: pair.failures.map { Failure(rule: $0.rule, text: $0.text[language]) },
                alternative: pair.option.map { Alternative($0, language: language) },
                forced: pair.forced.map { ForcedDocument($0, language: language) }, text: pair.text[language])
        }
        sentences = explanation.sentences.map { $0[language] }
    }
}

/// What having one pair would do, as scripts read it.
public struct ForcedDocument: Sendable, Codable {
    public let verdict: ForcedPair.Verdict
    /// Persons more (below 0: fewer) placed in all.
    public let placed: Int
    public let placedByPriority: [Int]
    public let shortfall: Int
    public let points: Int
    public let parts: [String: Int]
    public let kept: Int
    public let moved: Int
    public let left: Int
    public let moves: [ForcedPair.Move]
    public let text: String

    enum CodingKeys: String, CodingKey {
        case verdict, placed, shortfall, points, parts, kept, moved, left, moves, text
        case placedByPriority = "placed_by_priority"
    }

    public init(_ forced: ForcedPair, language: Language) {
        verdict = forced.verdict
        placed = forced.placed
        placedByPriority = forced.placedByPriority
        shortfall = forced.shortfall
        points = forced.points
        parts = forced.parts
        kept = forced.kept
        moved = forced.moved
        left = forced.left
        moves = forced.moves
        text = forced.sentence[language]
    }
}
