public import Domain

/// A placement that a decision has proposed.
public struct DecidedPlacement: Sendable, Hashable, Codable {
    public let code: Code
    /// `REFERRER/REFERENCE`.
    public let participant: String
    public let slot: Code
    public let days: Period
    /// What the coordinator is to know of it, though it stops nothing.
    public let warnings: [StoredPhrase]
}
