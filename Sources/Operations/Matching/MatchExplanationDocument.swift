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

        init(_ option: MatchExplanation.Alternative) {
            slot = option.slot.rawValue
            from = option.days.from
            to = option.days.to
            score = option.score
            parts = Dictionary(uniqueKeysWithValues: option.parts.map { ($0.key.rawValue, $0.value) })
            full = option.isFull
        }
    }

    public struct Failure: Sendable, Codable {
        public let rule: HardRule
        public let text: String
    }

    public struct Pair: Sendable, Codable {
        public let slot: String
        public let eligible: Bool
        public let failures: [Failure]
        public let alternative: Alternative?
    }

    public let run: String
    public let participant: String
    public let slot: String?
    public let score: Int?
    public let parts: [String: Int]?
    public let reason: String?
    public let nearMisses: [MatchDocument.NearMiss]
    public let alternatives: [Alternative]
    public let pair: Pair?

    enum CodingKeys: String, CodingKey {
        case run, participant, slot, score, parts, reason, alternatives, pair
        case nearMisses = "near_misses"
    }

    public init(_ explanation: MatchExplanation, language: Language) {
        run = explanation.run.rawValue
        participant = explanation.participant
        slot = explanation.placed?.slot.rawValue
        score = explanation.placed?.score
        parts = explanation.placed?.parts
        reason = explanation.unplaced?.text.phrase[language]
        nearMisses = (explanation.unplaced?.nearMisses ?? []).map { miss in
            MatchDocument.NearMiss(
                rule: miss.rule, places: miss.places, slots: miss.slots.map(\.rawValue),
                text: miss.text.phrase[language])
        }
        alternatives = explanation.alternatives.map(Alternative.init)
        pair = explanation.pair.map { pair in
            Pair(
                slot: pair.slot.rawValue, eligible: pair.failures.isEmpty,
                failures: pair.failures.map { Failure(rule: $0.rule, text: $0.text[language]) },
                alternative: pair.option.map(Alternative.init))
        }
    }
}
