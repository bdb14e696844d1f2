import Domain
import Operations
import Store

/// A placement as its reader may see it: a host is not told who referred the person, which would tell why.
struct PlacementView: Sendable {
    let detail: PlacementDetail
    let givenName: Line?
    let familyName: Line?
    let hidesReferrer: Bool

    init(_ detail: PlacementDetail, for role: Role, givenName: Line? = nil, familyName: Line? = nil) {
        self.detail = detail
        self.givenName = givenName
        hidesReferrer = role == .registrar
        self.familyName = hidesReferrer ? nil : familyName
    }

    var placement: Placement { detail.placement }
}

/// A placement with its history.
struct PlacementStory: Sendable {
    let view: PlacementView
    let events: [PlacementEvent]
    let answers: [PlacementAnswer]
    let ending: PlacementEnding?
}

extension Representation<PlacementView> {
    static let placement = Representation(
        "Placement", "A participant's time at a slot, from proposal to end."
    ) {
        APIField("code", "Its key.") { $0.placement.code }
        APIField("referrer", "Who referred the person; null for hosts.") { view in
            view.hidesReferrer ? nil : view.placement.referrer
        }
        APIField("participant", "The referrer's reference of the person.") { $0.placement.participant }
        APIField("given_name", "In lists: the person's given name.") { $0.givenName }
        APIField("family_name", "In lists: the person's family name; null for hosts.") { $0.familyName }
        APIField("slot", "The slot's code.") { $0.placement.slot }
        APIField("slot_title", "What one does there.") { $0.detail.slotTitle }
        APIField("unit", "The host unit's code.") { $0.detail.unit }
        APIField("from", "The first day.") { $0.placement.period.from }
        APIField("to", "The last day.") { $0.placement.period.to }
        APIField("state", "Where it stands.") { $0.placement.state }
        APIField("state_on", "Since when.") { $0.placement.stateOn }
        APIField("reason", "Why, where the state has a reason.") { $0.placement.reason }
        APIField("started_on", "When it started.") { $0.detail.startedOn }
        APIField("ended_on", "When it ended.") { $0.detail.endedOn }
        APIField("run", "The match run that it came of.") { $0.detail.run }
    }
}

extension Representation<PlacementAnswer> {
    static let placementAnswer = Representation("PlacementAnswer", "A party's answer to a proposal.") {
        APIField("party", "Whose answer.") { $0.party }
        APIField("answer", "Yes or no.") { $0.kind }
        APIField("reason", "Why not; null for hosts, where it is the participant's.") { $0.reason }
        APIField("note", "What was added; likewise.") { $0.note }
        APIField("ground", "Why somebody else gave it; null where the party answered.") { $0.ground }
        APIField("actor", "Who gave it: an account's name; null for hosts, unless it is their own.") { $0.actor }
        APIField("on", "The day of it.") { $0.on }
        APIField("standing", "Whether it holds still.") { $0.isStanding }
    }
}

extension Representation<Alternate> {
    static let alternate = Representation("Alternate", "Somebody who could have a place that stands free again.") {
        APIField("referrer", "The referrer's code.") { $0.referral.referrer }
        APIField("participant", "The referrer's reference of the person.") { $0.referral.reference }
        APIField("priority", "The person's class in the run, 9 first.") { $0.priority }
        APIField("score", "The points in the run.") { $0.score }
        APIField("from", "The first day it would be.") { $0.days.from }
        APIField("to", "The last day it would be.") { $0.days.to }
    }
}

extension Representation<[Alternate]> {
    static let alternates = Representation("Alternates", "Who is next for a place.") {
        APIField("alternates", "The first first.", listOf: .alternate) { $0 }
    }
}

extension Representation<PlacementEvent> {
    static let placementEvent = Representation(
        "PlacementEvent", "One step of a placement's history."
    ) {
        APIField("ordinal", "From 1.") { $0.ordinal }
        APIField("actor", "Who took it: an account's name; null for hosts, unless it is their own.") { $0.actor }
        APIField("from_state", "Where it stood; null at the beginning.") { $0.from }
        APIField("to_state", "Where it stood then.") { $0.to }
        APIField("correction", "Whether a wrong step was taken back.") { $0.isCorrection }
        APIField("on", "The day of the step.") { $0.on }
        APIField("reason", "Why.") { $0.reason }
        APIField("from", "The first day agreed on then.") { $0.period.from }
        APIField("to", "The last day agreed on then.") { $0.period.to }
    }
}

extension Representation<PlacementStory> {
    static let placementStory = Representation(
        "PlacementWithHistory", "A placement with its history."
    ) {
        Representation<PlacementView>.placement.fields(of: { $0.view })
        APIField("broken_off_by", "Who broke it off, where it ended early and that was said.") { $0.ending?.by }
        APIField("attended_days", "Days on which the participant was there, where that was said.") { $0.ending?.days }
        APIField("attended_hours", "Hours in all, where that was said.") { $0.ending?.hours }
        APIField("answers", "What host and participant have answered, oldest first.", listOf: .placementAnswer) {
            $0.answers
        }
        APIField("events", "The history, oldest first.", listOf: .placementEvent) { $0.events }
    }
}
