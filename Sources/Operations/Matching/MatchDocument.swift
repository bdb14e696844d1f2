public import Domain

/// A run as scripts read it (`match run|show --format json`). Fields may be added, none renamed.
public struct MatchDocument: Sendable, Codable {
    public struct Pair: Sendable, Codable {
        public let participant: String
        public let slot: String
        public let from: Day
        public let to: Day
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

        enum CodingKeys: String, CodingKey {
            case participant, reason
            case reasonCode = "reason_code"
            case nearMisses = "near_misses"
        }
    }

    public struct NearMiss: Sendable, Codable {
        public let rule: HardRule
        public let places: Int
        public let slots: [String]
        public let text: String
    }

    public let run: String
    public let roundStart: Day
    public let placed: Int
    public let unplaced: Int
    public let score: Int
    public let certified: Bool
    public let ruleVersion: String
    public let seed: UInt64
    public let weights: [String: Int]
    public let placedByPriority: [Int]
    public let decidedBy: String?
    public let pairs: [Pair]
    public let unplacedReasons: [Reason]

    enum CodingKeys: String, CodingKey {
        case run, placed, unplaced, score, certified, seed, weights, pairs
        case roundStart = "round_start"
        case ruleVersion = "rule_version"
        case placedByPriority = "placed_by_priority"
        case decidedBy = "decided_by"
        case unplacedReasons = "unplaced_reasons"
    }

    /// - Parameter language: of the sentences; codes and names are the same in all.
    public init(_ run: StoredRun, language: Language) {
        let result = run.result
        self.run = run.code.rawValue
        roundStart = run.parameters.roundStart
        placed = result.pairs.count
        unplaced = result.unplaced.count
        score = result.score
        certified = run.isCertified
        ruleVersion = run.ruleVersion
        seed = run.parameters.seed
        weights = Dictionary(
            uniqueKeysWithValues: ScorePart.allCases.map { ($0.rawValue, run.parameters.weights[$0]) })
        placedByPriority = result.placedByPriority
        decidedBy = run.decidedBy
        pairs = result.pairs.map { pair in
            Pair(
                participant: pair.participant, slot: pair.slot.rawValue, from: pair.days.from, to: pair.days.to,
                score: pair.score, parts: pair.parts, locked: pair.isLocked)
        }
        unplacedReasons = result.unplaced.map { person in
            Reason(
                participant: person.participant, reason: person.text.phrase[language], reasonCode: person.reason,
                nearMisses: person.nearMisses.map { miss in
                    NearMiss(
                        rule: miss.rule, places: miss.places, slots: miss.slots.map(\.rawValue),
                        text: miss.text.phrase[language])
                })
        }
    }
}
