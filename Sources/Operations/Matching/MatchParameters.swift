public import Domain

/// What a coordinator chooses for a round; stored with the run.
public struct MatchParameters: Sendable, Hashable, Codable {
    public var roundStart: Day
    /// The fewest days a placement may last; four weeks unless something else is set.
    public var minimumDays: Int
    public var weights: MatchWeights
    /// Draws among results that are equally good.
    public var seed: UInt64
    public var locked: [MatchPair]
    public var forbidden: [MatchPair]

    /// - Parameter seed: without one it follows from the round's start, so that no key wins every round.
    public init(
        roundStart: Day, minimumDays: Int = 28, weights: MatchWeights = .standard, seed: UInt64? = nil,
        locked: [MatchPair] = [], forbidden: [MatchPair] = []
    ) {
        self.roundStart = roundStart
        self.minimumDays = minimumDays
        self.weights = weights
        self.seed = seed ?? UInt64(clamping: Int(roundStart.daysSince1970))
        self.locked = locked
        self.forbidden = forbidden
    }

    package var eligibility: Eligibility {
        Eligibility(roundStart: roundStart, minimumDays: minimumDays)
    }
}
