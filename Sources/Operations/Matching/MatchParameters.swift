public import Domain

/// What a coordinator chooses for a round; stored with the run.
public struct MatchParameters: Sendable, Hashable {
    public var roundStart: Day
    /// The fewest days a placement may last; four weeks unless something else is set.
    public var minimumDays: Int
    public var weights: MatchWeights
    /// Draws among results that are equally good.
    public var seed: UInt64
    public var locked: [MatchPair]
    public var forbidden: [MatchPair]
    public var bounds: MatchBounds
    /// An earlier run whose pairs are kept where nothing is lost by it.
    public var keep: MatchKeep?
    public var mode: MatchMode
    /// The run that this one was tried from, with changes; its inputs are that run's where nothing else is said.
    public var triedFrom: Code?

    /// - Parameter seed: without one it follows from the round's start, so that no key wins every round.
    public init(
        roundStart: Day, minimumDays: Int = 28, weights: MatchWeights = .standard, seed: UInt64? = nil,
        locked: [MatchPair] = [], forbidden: [MatchPair] = [], bounds: MatchBounds = MatchBounds(),
        keep: MatchKeep? = nil, mode: MatchMode = .optimal, triedFrom: Code? = nil
    ) {
        self.roundStart = roundStart
        self.minimumDays = minimumDays
        self.weights = weights
        self.seed = seed ?? UInt64(clamping: Int(roundStart.daysSince1970))
        self.locked = locked
        self.forbidden = forbidden
        self.bounds = bounds
        self.keep = keep
        self.mode = mode
        self.triedFrom = triedFrom
    }

    /// The last day of the shortest placement that begins with the round; what is over sooner cannot hold one.
    package var earliestEnd: Day { roundStart.adding(max(minimumDays, 1) - 1) }

    /// What can be told without the records: throws `Refusal.value` with the name of the first value that is out of its range.
    func check() throws(Refusal) {
        guard weights.isValid else { throw .value("weights", .weights) }
        guard Self.minimumDayRange.contains(minimumDays) else { throw .round(.minimumDaysOutOfRange) }
    }

    static let minimumDayRange = 1...366

    package var eligibility: Eligibility {
        Eligibility(roundStart: roundStart, minimumDays: minimumDays)
    }
}

extension MatchParameters: Codable {
    /// A run stored before there were bounds, kept runs and modes has none of them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            roundStart: try values.decode(Day.self, forKey: .roundStart),
            minimumDays: try values.decode(Int.self, forKey: .minimumDays),
            weights: try values.decode(MatchWeights.self, forKey: .weights),
            seed: try values.decode(UInt64.self, forKey: .seed),
            locked: try values.decode([MatchPair].self, forKey: .locked),
            forbidden: try values.decode([MatchPair].self, forKey: .forbidden),
            bounds: try values.decodeIfPresent(MatchBounds.self, forKey: .bounds) ?? MatchBounds(),
            keep: try values.decodeIfPresent(MatchKeep.self, forKey: .keep),
            mode: try values.decodeIfPresent(MatchMode.self, forKey: .mode) ?? .optimal,
            triedFrom: try values.decodeIfPresent(Code.self, forKey: .triedFrom))
    }
}
