import Domain
import Operations
import Store

/// A record with why it stands as it does.
struct WithReason<Record: Sendable>: Sendable {
    let record: Record
    let reason: Phrase?
}

extension Representation<WithReason<SlotListRow>> {
    static let freeSlot = Representation("FreeSlot", "A slot on offer with a free place.") {
        Representation<SlotListRow>.slotRow.fields(of: { $0.record })
        APIField("why_free", "Why it stands free, as the records are now.") { $0.reason }
    }
}

extension Representation<WithReason<ParticipantListRow>> {
    static let waitingPerson = Representation("WaitingParticipant", "A participant who waits for a place.") {
        Representation<ParticipantListRow>.participantRow.fields(of: { $0.record })
        APIField("why_waiting", "Why they wait, as the records are now.") { $0.reason }
    }
}

extension Representation<CoordinatorStart> {
    static let overview = Representation("Overview", "What a coordinator begins the day with.") {
        APIField("commitment", "How the joint undertaking stands; null where the year has none.", .progress) {
            $0.progress
        }
        APIField("worklist", "What awaits somebody's doing.", .worklist) { $0.worklist }
        APIField("free", "Slots with free places, the longest unconfirmed last; the first ten.", listOf: .freeSlot) {
            start in start.free.rows.map { WithReason(record: $0, reason: start.reasons.slot($0.slot.code)) }
        }
        APIField("waiting", "People who wait, the longest first; the first ten.", listOf: .waitingPerson) { start in
            start.waiting.rows.map { row in
                WithReason(record: row, reason: start.reasons.person(row.participant.label))
            }
        }
    }
}

extension WorkKind: APIWord {}

extension Representation<WorkItem> {
    static let workItem = Representation("WorkItem", "One thing that awaits somebody's doing.") {
        APIField("kind", "What it is.") { $0.kind }
        APIField("since", "Since when it has waited.") { $0.since }
        APIField("count", "Places, people over a supervisor's number, or the follow-up's days after the end.") {
            $0.count
        }
        APIField("unit", "The unit's code.") { $0.unit }
        APIField("slot", "The slot's code.") { $0.slot }
        APIField("participant", "REFERRER/REFERENCE.") { $0.participant }
        APIField("placement", "The placement's code.") { $0.placement }
        APIField("report", "The code of a recurring report.") { $0.report }
        APIField("reason", "How somebody who waits stands to the slots on offer, by today's records.") { $0.reason }
        APIField("sentence", "All of it in a sentence.") { $0.sentence }
    }
}

/// How many there are of a kind.
struct WorkTotal: Sendable {
    let kind: WorkKind
    let total: Int
}

extension Representation<WorkTotal> {
    static let workTotal = Representation("WorkTotal", "How many there are of a kind, shown or not.") {
        APIField("kind", "Which.") { $0.kind }
        APIField("total", "How many.") { $0.total }
    }
}

extension Representation<Worklist> {
    static let worklist = Representation("Worklist", "What awaits somebody's doing.") {
        APIField("items", "The oldest of each kind.", listOf: .workItem) { $0.items }
        APIField("totals", "How many there are of each kind.", listOf: .workTotal) { list in
            WorkKind.allCases.map { WorkTotal(kind: $0, total: list.totals[$0] ?? 0) }
        }
    }
}
