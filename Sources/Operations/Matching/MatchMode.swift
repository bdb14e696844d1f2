public import Domain

/// What a round looks for.
public enum MatchMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// As many placed as can be, class by class, and among those the highest total score; proven by a certificate.
    case optimal
    /// Nobody and no slot would both rather have one another than what they got. Costs placements; see `StableRanking`.
    case stable

    public var label: Phrase {
        switch self {
        case .optimal: Phrase(sv: "bäst", en: "best")
        case .stable: Phrase(sv: "stabil", en: "stable")
        }
    }
}
