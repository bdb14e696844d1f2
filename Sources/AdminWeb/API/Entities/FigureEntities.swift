import Domain
import Operations
import Statistics
import Store

extension Figure: APIWord {}
extension Cut: APIWord {}

/// The joint undertaking as its reader may see it.
struct ProgressView: Sendable {
    let progress: CommitmentProgress
    let hidesPeople: Bool
}

extension Representation<ProgressView> {
    static let progress = Representation(
        "CommitmentProgress", "How the joint undertaking stands: each count holds the next."
    ) {
        APIField("year", "The year.") { $0.progress.year }
        APIField("undertaking", "The undertaking's code.") { $0.progress.undertaking }
        APIField("target", "How many places are wanted.") { $0.progress.target }
        APIField("pledged", "Places on offer and drafted.") { $0.progress.pledged }
        APIField("offered", "Places offered.") { $0.progress.offered }
        APIField("filled", "Of these, the filled; null for statisticians, as are the next two.") { view in
            view.hidesPeople ? nil : view.progress.filled
        }
        APIField("started", "Placements started.") { $0.hidesPeople ? nil : $0.progress.started }
        APIField("completed", "Placements completed.") { $0.hidesPeople ? nil : $0.progress.completed }
        APIField("forecast_from", "What is left if no unconfirmed offer holds.") { $0.progress.forecast.lowerBound }
        APIField("forecast_to", "What there is if every draft is offered and every slot comes again.") {
            $0.progress.forecast.upperBound
        }
        APIField("met", "Whether as many are offered as are wanted.") { $0.progress.isMet }
    }
}

extension Representation<ProgressView?> {
    static let joint = Representation("JointCommitment", "The year's joint undertaking, where there is one in places.")
    {
        APIField("progress", "How it stands; null where the year has none.", .progress) { $0 }
    }
}

extension Representation<[Int]> {
    static let years = Representation("Years", "Years that there are figures of.") {
        APIField("years", "The newest first.") { $0 }
    }
}

extension Representation<FigureSource> {
    static let figureSource = Representation(
        "FigureSource", "A row behind a figure. Of a protected person it is told that it counts, and nothing else."
    ) {
        APIField("count", "What it adds to the figure.") { $0.count }
        APIField("unit", "The host unit's name.") { $0.unit }
        APIField("slot", "The slot's code.") { $0.slot }
        APIField("slot_title", "What one does there.") { $0.slotTitle }
        APIField("placement", "The placement's code.") { $0.placement }
        APIField("state", "Where the placement stands.") { $0.state }
        APIField("from", "The first day.") { $0.from }
        APIField("to", "The last day.") { $0.to }
        APIField("referrer", "The referrer's code.") { $0.referrer }
        APIField("reference", "The referrer's reference of the person.") { $0.reference }
        APIField("protected", "Whether the person's identity is protected.") { $0.isProtected }
    }
}
