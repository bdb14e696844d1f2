public import Domain

/// What is tried against a run: everything not said stays as it was there.
public struct MatchChange: Sendable {
    public var weights: [ScorePart: Int] = [:]
    /// Locked and ruled out besides what the run has; a pair named here goes before what the run has for it.
    public var locked: [MatchPair] = []
    public var forbidden: [MatchPair] = []
    /// Besides the run's own; one of the same kind and code goes before it.
    public var bounds = MatchBounds()
    public var mode: MatchMode?
    /// Points for keeping one of the run's pairs; with 0 keeping breaks ties, so that nothing moves without a cause.
    public var keepBonus = 0
    public var withdrawnSlots: [Code] = []
    /// `REFERRER/REFERENCE`.
    public var withdrawnPeople: [String] = []
    /// Slots that would have another number of places.
    public var places: [MatchBound] = []
    /// Slots and people taken in as they stand today; a slot as if it were offered.
    public var addedSlots: [Code] = []
    public var addedPeople: [String] = []
    /// Whether slots and people are to be those of today instead of those of the run.
    public var usesToday = false

    public init() {}

    /// The run's parameters with the changes.
    package func parameters(_ run: StoredRun) -> MatchParameters {
        var parameters = run.parameters
        for (part, points) in weights {
            parameters.weights[part] = points
        }
        let people = Set((locked + forbidden).map(\.participant))
        parameters.locked.removeAll { old in
            forbidden.contains(old) || locked.contains { $0.participant == old.participant }
                || withdrawnPeople.contains(old.participant) || withdrawnSlots.contains(old.slot)
        }
        parameters.locked += locked
        parameters.forbidden.removeAll { old in
            (people.contains(old.participant) && locked.contains(old)) || withdrawnPeople.contains(old.participant)
                || withdrawnSlots.contains(old.slot)
        }
        parameters.forbidden += forbidden.filter { !parameters.forbidden.contains($0) }
        parameters.bounds = parameters.bounds.merged(with: bounds)
        parameters.bounds.shares.removeAll { withdrawnSlots.contains($0.slot) }
        parameters.mode = mode ?? parameters.mode
        parameters.keep = MatchKeep(run: run.code, bonus: keepBonus)
        parameters.triedFrom = run.code
        return parameters
    }
}

extension MatchBounds {
    /// These bounds, and others that go before them.
    fileprivate func merged(with others: MatchBounds) -> MatchBounds {
        func merge(_ own: [MatchBound], _ others: [MatchBound]) -> [MatchBound] {
            own.filter { old in !others.contains { $0.code == old.code } } + others
        }
        return MatchBounds(
            unitMaxima: merge(unitMaxima, others.unitMaxima), unitMinima: merge(unitMinima, others.unitMinima),
            referrerMinima: merge(referrerMinima, others.referrerMinima),
            shares: shares.filter { old in !others.shares.contains { $0.slot == old.slot } } + others.shares)
    }
}
