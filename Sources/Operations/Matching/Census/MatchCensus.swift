public import Domain

/// How everybody in a run stood to one slot, as it was when the run was made.
public struct MatchCensus: Sendable {
    /// What became of somebody who could have had the slot.
    public enum Outcome: String, Sendable, Codable {
        case got, elsewhere, unplaced

        public var label: Phrase {
            switch self {
            case .got: Phrase(sv: "fick platsen", en: "got it")
            case .elsewhere: Phrase(sv: "fick en annan plats", en: "got another")
            case .unplaced: Phrase(sv: "fick ingen plats", en: "got none")
            }
        }
    }

    public struct Candidate: Sendable {
        /// From 1; those who are equal in class and score share one.
        public let rank: Int
        /// `•••` for somebody protected today.
        public let participant: String
        public let priority: Int
        public let score: Int
        public let parts: [ScorePart: Int]
        public let outcome: Outcome
    }

    /// People who failed on the same rules.
    public struct Refused: Sendable {
        public let rules: [HardRule]
        public let participants: [String]
    }

    /// How one participant stood.
    public enum Standing: Sendable {
        case ranked(Candidate)
        /// Every rule that stood in the way, in words.
        case refused([(rule: HardRule, text: Phrase)])
    }

    public let run: Code
    public let slot: Code
    public let title: String
    public let unit: Code
    public let period: Period
    /// The places that the round could give.
    public let places: Int
    /// What the slot asked for then.
    public let requirements: [Phrase]
    /// The highest class first, within it the highest score.
    public let ranked: [Candidate]
    /// The most first.
    public let refused: [Refused]
    /// Whom was asked about.
    public let asked: (participant: String, standing: Standing)?
    /// A sentence about those who are not shown, if there are any.
    public let notice: Phrase?

    public var placed: Int { ranked.count { $0.outcome == .got } }
}
