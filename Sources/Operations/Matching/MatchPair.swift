public import Domain

/// A participant and a slot, by the names a coordinator uses.
public struct MatchPair: Sendable, Hashable, Codable {
    /// `REFERRER/REFERENCE`.
    public var participant: String
    public var slot: Code

    public init(participant: String, slot: Code) {
        self.participant = participant
        self.slot = slot
    }
}
