import Domain
import Operations
import Statistics
import Store

extension Figure: APIWord {}
extension Cut: APIWord {}
extension Forecast.Method: APIWord {}

extension Representation<CommitmentProgress> {
    static let progress = Representation(
        "CommitmentProgress", "How the joint undertaking stands: each count holds the next."
    ) {
        APIField("year", "The year.") { $0.year }
        APIField("undertaking", "The undertaking's code.") { $0.undertaking }
        APIField("target", "How many places are wanted.") { $0.target }
        APIField("pledged", "Places on offer and drafted.") { $0.pledged }
        APIField("offered", "Places offered.") { $0.offered }
        APIField("filled", "Of these, the filled; null for statisticians, as are the next two.") { $0.filled }
        APIField("started", "Placements started.") { $0.started }
        APIField("completed", "Placements completed.") { $0.completed }
        APIField("forecast_from", "What is left if no unconfirmed offer holds.") { $0.inBooks.lowerBound }
        APIField("forecast_to", "What there is if every draft is offered and every slot comes again.") {
            $0.inBooks.upperBound
        }
        APIField("forecast", "What the year is expected to come to.") { $0.forecast.value.hundredths / 100 }
        APIField("forecast_low", "The least of it; null where nothing is known of its range.") {
            $0.forecast.low.map { $0.hundredths / 100 }
        }
        APIField("forecast_high", "The most of it.") { $0.forecast.high.map { $0.hundredths / 100 } }
        APIField("forecast_method", "How it was reached.") { $0.forecast.method }
        APIField("met", "Whether as many are offered as are wanted.") { $0.isMet }
    }
}

extension Representation<CommitmentProgress?> {
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
