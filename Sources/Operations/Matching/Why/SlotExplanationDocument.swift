public import Domain

/// What became of a slot, as scripts read it (`match explain RUN --slot CODE --format json`).
public struct SlotExplanationDocument: Sendable, Codable {
    public struct Candidate: Sendable, Codable {
        public let participant: String
        public let got: String?
        public let difference: Int?
        public let forced: ForcedDocument?
    }

    public struct Obstacle: Sendable, Codable {
        public let rule: HardRule
        public let name: String
        public let people: Int
        public let alone: Int
        public let waiting: Int
        /// Persons more who would have been placed in the whole round.
        public let placedMore: Int?

        enum CodingKeys: String, CodingKey {
            case rule, name, people, alone, waiting
            case placedMore = "placed_more"
        }
    }

    public struct Bound: Sendable, Codable {
        public let kind: BoundKind
        public let code: String
    }

    public let run: String
    public let slot: String
    public let title: String
    public let from: Day
    public let to: Day
    public let places: Int
    public let left: Int
    public let placed: [String]
    public let bound: Bound?
    public let candidates: [Candidate]
    public let obstacles: [Obstacle]
    /// The whole in words.
    public let sentences: [String]

    public init(_ explanation: SlotExplanation, language: Language) {
        run = explanation.run.rawValue
        slot = explanation.slot.rawValue
        title = explanation.title
        from = explanation.days.from
        to = explanation.days.to
        places = explanation.places
        left = explanation.left
        placed = explanation.placed
        bound = explanation.bound.map { Bound(kind: $0.kind, code: $0.code.rawValue) }
        candidates = explanation.candidates.map { candidate in
            Candidate(
                participant: candidate.participant, got: candidate.got?.rawValue, difference: candidate.difference,
                forced: candidate.forced.map { ForcedDocument($0, language: language) })
        }
        obstacles = explanation.obstacles.map { obstacle in
            Obstacle(
                rule: obstacle.rule, name: obstacle.name[language], people: obstacle.people, alone: obstacle.alone,
                waiting: obstacle.waiting, placedMore: obstacle.placedMore)
        }
        sentences = explanation.sentences.map { $0[language] }
    }
}
