public import Domain

/// Why a participant got what they got in a run, and how any slot stands to them.
public struct MatchExplanation: Sendable {
    /// A slot that the participant could have had.
    public struct Alternative: Sendable {
        public let slot: Code
        public let days: Period
        public let score: Int
        public let parts: [ScorePart: Int]
        /// Whether every place the round could give there went to somebody.
        public let isFull: Bool
    }

    /// How one slot stands to the participant.
    public struct Pair: Sendable {
        public let slot: Code
        /// Every rule that is not kept; empty where the pair is eligible.
        public let failures: [(rule: HardRule, text: Phrase)]
        public let option: Alternative?
    }

    public let run: Code
    /// Under the name the run knows the person by.
    public let participant: String
    public let placed: MatchResult.Placed?
    public let unplaced: MatchResult.Unplaced?
    /// Eligible slots, best score first; without the one that was given.
    public let alternatives: [Alternative]
    /// The slot that was asked about.
    public let pair: Pair?
}
