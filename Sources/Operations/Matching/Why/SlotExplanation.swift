public import Domain

/// What became of a slot's places in a run: who got them, who else could have, why they went elsewhere, and which
/// requirements shut people out.
public struct SlotExplanation: Sendable {
    /// Somebody who could have had a place and has none there.
    public struct Candidate: Sendable, Hashable {
        public let participant: String
        /// Where the candidate is instead.
        public let got: Code?
        /// Points that place gives more than this would (below 0: fewer); nothing without a place.
        public let difference: Int?
        /// What it would do to the whole to have the candidate here; nothing where a lock stands against it.
        public let forced: ForcedPair?

        func hiding(_ isHidden: (String) -> Bool) -> Candidate {
            Candidate(
                participant: participant, got: got, difference: difference, forced: forced?.hiding(isHidden))
        }
    }

    /// A requirement that people do not meet.
    public struct Obstacle: Sendable, Hashable {
        public let rule: HardRule
        /// The requirement by name: `körkort B`.
        public let name: Phrase
        /// Persons who do not meet it, whatever else they do not meet.
        public let people: Int
        /// Persons who meet everything else: without it they could have had a place.
        public let alone: Int
        /// Of those, how many have no place in the run.
        public let waiting: Int
        /// Persons more who would have been placed in the whole round without it; nothing where that was not asked.
        public let placedMore: Int?
    }

    public let run: Code
    public let slot: Code
    public let title: String
    public let days: Period
    /// Places the round could give.
    public let places: Int
    /// Who got one, by name.
    public let placed: [String]
    /// Of `places`, those nobody got.
    public let left: Int
    /// Those it would cost least to have here come first.
    public let candidates: [Candidate]
    /// Those who shut out most people come first.
    public let obstacles: [Obstacle]
    /// What keeps one more from what is left, if a bound around the slot does.
    public let bound: (kind: BoundKind, code: Code)?
}
