public import Domain

/// Why a participant got what they got in a run, what else there was, and what would change it.
public struct MatchExplanation: Sendable {
    /// A slot that the participant could have had.
    public struct Alternative: Sendable {
        public let slot: Code
        public let days: Period
        public let score: Int
        public let parts: [ScorePart: Int]
        /// Whether every place the round could give there went to somebody.
        public let isFull: Bool
        /// Points more (below 0: fewer) than the slot that was given gives; nothing without one.
        public let difference: Int?
        /// What it would do to the whole; nothing where a lock stands against it, in a stable run, and beyond the next two.
        public var forced: ForcedPair?
    }

    /// Something that alone would have given the participant another slot.
    public struct Remedy: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable, Codable {
            /// The slot wished for first.
            case firstWish = "first_wish"
            /// One place more at the slot.
            case morePlaces = "more_places"
            /// The one requirement met that is not.
            case requirement
        }

        public let kind: Kind
        public let slot: Code
        public let rule: HardRule?
        public let text: Phrase
    }

    /// How one slot stands to the participant.
    public struct Pair: Sendable {
        public enum Standing: String, Sendable, Hashable, Codable {
            case given
            case ineligible
            case ruledOut = "ruled_out"
            /// The coordinator has locked the participant to another slot.
            case lockedElsewhere = "locked_elsewhere"
            /// The coordinator has locked others to all places.
            case full
            case possible
        }

        public let slot: Code
        public let standing: Standing
        /// Every rule that is not kept; empty where the pair is eligible.
        public let failures: [(rule: HardRule, text: Phrase)]
        public var option: Alternative?
        /// What it would do to the whole; where one rule alone stands in the way, what it would do were it kept.
        public var forced: ForcedPair?
        public let text: Phrase
    }

    public let run: Code
    /// Under the name the run knows the person by.
    public let participant: String
    public let placed: MatchResult.Placed?
    public let unplaced: MatchResult.Unplaced?
    /// Eligible slots, best score first; without the one that was given.
    public var alternatives: [Alternative]
    public let remedies: [Remedy]
    /// The slot that was asked about.
    public var pair: Pair?

    /// The same, without the moves of people who are not to be shown.
    func hiding(_ isHidden: (String) -> Bool) -> MatchExplanation {
        var hiding = self
        for index in alternatives.indices {
            hiding.alternatives[index].forced = alternatives[index].forced?.hiding(isHidden)
        }
        hiding.pair?.option?.forced = pair?.option?.forced?.hiding(isHidden)
        hiding.pair?.forced = pair?.forced?.hiding(isHidden)
        return hiding
    }

    /// Of somebody protected today: that they are, and nothing of the run.
    static func hidden(_ participant: String, run: Code) -> MatchExplanation {
        MatchExplanation(
            run: run, participant: participant, placed: nil, unplaced: MatchReasons.leftOut, alternatives: [],
            remedies: [], pair: nil)
    }
}
