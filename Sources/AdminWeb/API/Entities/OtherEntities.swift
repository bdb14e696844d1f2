import Domain
import Operations
import Store

extension Representation<ToldOutcome> {
    static let outcome = Representation(
        "Outcome", "What had become of a person on the day it was checked."
    ) {
        APIField("code", "Its key.") { $0.code }
        APIField("placement", "The placement it follows; null for a person without one.") { $0.placement }
        APIField("referrer", "The referrer's code.") { $0.referrer }
        APIField("participant", "The referrer's reference of the person.") { $0.participant }
        APIField("checked_on", "The day it was checked.") { $0.checkedOn }
        APIField("status", "What had become of the person.") { $0.status }
        APIField("employer", "Where employed.") { $0.employer }
        APIField("form", "How employed.") { $0.form }
        APIField("subsidised", "Whether the employment is subsidised.") { $0.subsidised }
        APIField("from", "The first day.") { $0.from }
        APIField("to", "The last day.") { $0.to }
        APIField("student_aid", "Whether the studies are entitled to student aid.") { $0.studentAid }
        APIField("source", "Who says so.") { $0.source }
        APIField("contradicts", "Outcomes of other sources that cannot be so if this is.") { $0.contradicts }
        APIField("is_open", "Whether which of them counts is still to be said.") { $0.isOpen }
        APIField("confirmed_at", "When it was confirmed to be the one that counts.") { $0.confirmedAt }
        APIField("confirmed_by", "By which account.") { $0.confirmedBy }
        APIField("stands_back", "Whether it stands back for a confirmed one, and is counted nowhere.") { $0.standsBack }
    }
}

extension Representation<MatchRunSummary> {
    static let runSummary = Representation(
        "MatchRunSummary", "A match run in a list."
    ) {
        APIField("run", "Its key.") { $0.code }
        APIField("computed_at", "When it was computed.") { $0.computedAt }
        APIField("computed_by", "By whom: an account's name.") { $0.computedBy }
        APIField("round_start", "The round's first day.") { $0.roundStart }
        APIField("mode", "What was looked for.") { $0.mode }
        APIField("placed", "How many got a place.") { $0.placed }
        APIField("unplaced", "How many did not.") { $0.unplaced }
        APIField("score", "The total score.") { $0.score }
        APIField("decided_at", "When it was decided.") { $0.decidedAt }
        APIField("decided_by", "By whom: an account's name.") { $0.decidedBy }
    }
}

extension Representation<DecidedPlacement> {
    static let decidedPlacement = Representation(
        "DecidedPlacement", "A placement that a decision has proposed."
    ) {
        APIField("code", "Its key.") { $0.code }
        APIField("participant", "REFERRER/REFERENCE.") { $0.participant }
        APIField("slot", "The slot's code.") { $0.slot }
        APIField("from", "The first day.") { $0.days.from }
        APIField("to", "The last day.") { $0.days.to }
    }
}

extension Representation<RoundPlan> {
    static let roundPlan = Representation("RoundPlan", "Who and what would be in a round, and not, in numbers.") {
        APIField("from", "The round's first day.") { $0.parameters.roundStart }
        APIField("minimum_days", "The shortest placement in days.") { $0.parameters.minimumDays }
        APIField("participants", "Persons in it.") { $0.counts.people }
        APIField("busy", "Of these, who have a placement or a proposal that is not over by then.") { $0.counts.busy }
        APIField("places", "Places of the slots in it, free or not.") { $0.counts.places }
        APIField("participants_over", "Persons not in it, whose own time is over by then.") { $0.counts.peopleOver }
        APIField("participants_protected", "Persons not in it, whose identity is protected.") {
            $0.counts.peopleProtected
        }
        APIField("slots_too_short", "Slots on offer that are over too soon.") { $0.counts.slotsTooShort }
        APIField("drafts", "Slots that are drafts.") { $0.counts.drafts }
        APIField("slots_dormant", "Slots that would be in it, were the offer confirmed.") { $0.counts.slotsDormant }
    }
}

extension Representation<AuditListRow> {
    static let auditLine = Representation(
        "AuditLine", "An entry of the audit log."
    ) {
        APIField("id", "Its key.") { $0.id }
        APIField("sequence", "Its number in the chain.") { $0.line.sequence }
        APIField("at", "When.") { $0.line.at }
        APIField("actor", "Who: an account's name.") { $0.line.actor }
        APIField("role", "In what capacity.") { $0.line.role }
        APIField("action", "What was asked for.") { $0.line.action }
        APIField("entity", "Of what kind of record.") { $0.line.entity }
        APIField("outcome", "How it ended.") { $0.line.outcome }
        APIField("reason", "Why, where a reason was given.") { $0.line.reason }
        APIField("detail", "The record's code, or the refusal's.") { $0.line.detail }
    }
}

extension Representation<AuditChange> {
    static let auditChange = Representation(
        "AuditChange", "A field that changed."
    ) {
        APIField("field", "Its name.") { $0.field }
        APIField("before", "What it said.") { $0.before }
        APIField("after", "What it says.") { $0.after }
    }
}

extension Representation<AuditDetail> {
    static let auditDetail = Representation(
        "AuditEntry", "An entry of the audit log with what changed by it."
    ) {
        Representation<AuditListRow>.auditLine.fields(of: { $0.entry })
        APIField("masked", "Whether values are kept back, since they are of people.") { $0.isMasked }
        APIField("created", "The rows an import made.") { $0.created }
        APIField("updated", "The rows an import changed.") { $0.updated }
        APIField("changes", "Field by field.", listOf: .auditChange) { $0.changes }
    }
}

extension Representation<AuditVerdict> {
    static let auditVerdict = Representation(
        "AuditVerdict", "Whether the audit chain is whole."
    ) {
        APIField("entries", "How many entries the chain has.") { $0.entries }
        APIField("whole", "Whether every hash agrees.") { $0.isWhole }
        APIField("faults", "What does not agree, in order.") { verdict in
            verdict.faults.map { "\($0.sequence.map(String.init) ?? "–"): \($0.fault)" }
        }
        APIField("erased", "How many entries erasures by rule have emptied; their places in the chain stand.") {
            verdict in
            verdict.erased.map(\.entries).reduce(0, +)
        }
    }
}
