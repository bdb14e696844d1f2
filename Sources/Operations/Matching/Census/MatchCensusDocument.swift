public import Domain

/// A census as scripts read it (`match census --format json`).
public struct MatchCensusDocument: Sendable, Codable {
    public struct Candidate: Sendable, Codable {
        public let rank: Int
        public let participant: String
        public let priority: Int
        public let score: Int
        public let parts: [String: Int]
        public let outcome: MatchCensus.Outcome

        init(_ candidate: MatchCensus.Candidate) {
            rank = candidate.rank
            participant = candidate.participant
            priority = candidate.priority
            score = candidate.score
            parts = Dictionary(uniqueKeysWithValues: candidate.parts.map { ($0.key.rawValue, $0.value) })
            outcome = candidate.outcome
        }
    }

    public struct Refused: Sendable, Codable {
        public let rules: [HardRule]
        public let participants: [String]
    }

    public struct Asked: Sendable, Codable {
        public let participant: String
        public let candidate: Candidate?
        public let rules: [HardRule]
        public let texts: [String]
    }

    public let run: String
    public let slot: String
    public let from: Day
    public let to: Day
    public let places: Int
    public let placed: Int
    public let requirements: [String]
    public let ranked: [Candidate]
    public let refused: [Refused]
    public let asked: Asked?

    /// - Parameter language: of the sentences; codes and names are the same in all.
    public init(_ census: MatchCensus, language: Language) {
        run = census.run.rawValue
        slot = census.slot.rawValue
        from = census.period.from
        to = census.period.to
        places = census.places
        placed = census.placed
        requirements = census.requirements.map { $0[language] }
        ranked = census.ranked.map(Candidate.init)
        refused = census.refused.map { Refused(rules: $0.rules, participants: $0.participants) }
        asked = census.asked.map { asked in
            switch asked.standing {
            case .ranked(let candidate):
                Asked(participant: asked.participant, candidate: Candidate(candidate), rules: [], texts: [])
            case .refused(let failures):
                Asked(
                    participant: asked.participant, candidate: nil, rules: failures.map(\.rule),
                    texts: failures.map { $0.text[language] })
            }
        }
    }
}
