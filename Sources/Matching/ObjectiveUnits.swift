/// What one unit of each level of the objective weighs, so that one sum in whole numbers compares all levels at once.
///
/// A kept pair weighs 1, a point `score`, a person less in shortfall `shortfall`, and a placed agent of class p
/// (p + 1) · `step`; each is more than everything below it can amount to. Linear class weights are enough: the sets of agents
/// that can be placed together under nested maxima form a matroid (a gammoid), in which one and the same set is best for
/// every decreasing order of weights, and any other loses at least one step.
public struct ObjectiveUnits: Sendable, Hashable {
    public let step: Int64
    /// 0 where no minimum is wanted.
    public let shortfall: Int64
    public let score: Int64
    let span: ObjectiveSpan

    /// The smallest units that hold the span; nothing if they exceed what can be solved exactly.
    init?(_ span: ObjectiveSpan) {
        score = Int64(span.kept) + 1
        let (points, overflow) = score.multipliedReportingOverflow(by: span.points)
        let (low, overflowLow) = points.addingReportingOverflow(Int64(span.kept) + 1)
        shortfall = span.minima > 0 ? low : 0
        let (missing, overflowMissing) = shortfall.multipliedReportingOverflow(by: span.minima)
        let (step, overflowStep) = missing.addingReportingOverflow(low)
        guard !overflow, !overflowLow, !overflowMissing, !overflowStep, step <= Limits.step else { return nil }
        self.step = step
        self.span = span
    }

    /// Whether they keep apart whatever the other units do.
    func hold(_ other: ObjectiveUnits) -> Bool {
        other.span.kept <= span.kept && other.span.points <= span.points
            && (other.span.minima == 0 || (span.minima > 0 && other.span.minima <= span.minima))
    }
}

/// How far each level of the objective can reach.
struct ObjectiveSpan: Sendable, Hashable {
    /// The most previous pairs that can be kept.
    var kept: Int
    /// The most points with bonuses.
    var points: Int64
    /// All wanted minima together.
    var minima: Int64

    init(agents: Int, places: Int, minima: Int64, kept: Int, keepBonus: Int) {
        self.kept = kept
        self.minima = minima
        points = Int64(min(agents, places)) * Int64(Limits.score.upperBound + (kept > 0 ? keepBonus : 0))
    }

    init(
        agents: [Instance.Agent], seats: [Instance.Seat], groups: [Instance.Group], cohorts: [Instance.Cohort],
        previous: Int, keepBonus: Int
    ) {
        self.init(
            agents: agents.count, places: seats.reduce(0) { $0 + $1.capacity },
            minima: groups.reduce(0) { $0 + Int64($1.minimum) } + cohorts.reduce(0) { $0 + Int64($1.minimum) },
            kept: previous, keepBonus: keepBonus)
    }

    /// A wider one, for a question that may grow.
    var withRoom: ObjectiveSpan {
        var wide = self
        wide.points = 2 * points + 1_000_000
        wide.minima = minima > 0 ? 2 * minima + 1000 : 0
        return wide
    }
}
