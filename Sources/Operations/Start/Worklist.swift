public import Domain
import Postgres
public import Store

/// One thing that awaits the coordinator.
public struct WorkItem: Sendable {
    public let kind: WorkKind
    /// Since when it has awaited; the list is in this order.
    public let since: Day
    public let days: Int
    /// What is counted: places, people over the supervisor's number, or the follow-up's days after the end.
    public let count: Int
    public let unit: Code?
    public let unitName: String?
    public let slot: Code?
    public let slotTitle: String?
    /// The referral, `REFERRER/REFERENCE`.
    public let participant: String?
    public let referrer: Code?
    public let reference: Code?
    public let placement: Code?
    /// How somebody who waits stands to the slots on offer, by the records as they stand.
    public let reason: Phrase?
    /// The whole of it in one sentence.
    public let sentence: Phrase
}

/// What awaits the coordinator, oldest first.
public struct Worklist: Sendable {
    public let items: [WorkItem]
    /// How many there are of each kind, shown or not.
    public let totals: [WorkKind: Int]
}

extension Operations {
    /// What awaits the coordinator: the oldest of each kind, at most `limit` of each. Nothing of persons with protected
    /// identity, who are followed up by hand.
    public func worklist(_ actor: Actor, limit: Int = 20) async throws -> Worklist {
        try await read(actor, .readWorklist) { connection in
            let rows = try await connection.workRows(actor, today: clock.today, limit: limit)
            let reasons = try await connection.reasonsNow(
                actor.municipality, slots: [], people: rows.compactMap(\.waiting), today: clock.today)
            return Worklist(rows, reasons, today: clock.today)
        }
    }
}

extension Connection {
    func workRows(_ actor: Actor, today: Day, limit: Int = 20) async throws -> [WorkRow] {
        let settings = try await municipalitySettings(actor.municipality)
        return try await worklist(
            actor.municipality, today: today, unconfirmedDays: settings.unconfirmedDays,
            answerDays: settings.answerDays, limit: min(max(limit, 1), 500))
    }
}

extension WorkRow {
    fileprivate var label: String? {
        referrer.flatMap { referrer in reference.map { "\(referrer)/\($0)" } }
    }

    /// Who waits, of a row that says that somebody does.
    var waiting: String? { kind == .waitingPerson ? label : nil }
}

extension Worklist {
    init(_ rows: [WorkRow], _ reasons: ReasonsNow, today: Day) {
        items = rows.map { WorkItem($0, reason: $0.waiting.flatMap(reasons.person), today: today) }
        totals = Dictionary(rows.map { ($0.kind, $0.total) }, uniquingKeysWith: { first, _ in first })
    }
}

extension WorkItem {
    fileprivate init(_ row: WorkRow, reason: Phrase?, today: Day) {
        kind = row.kind
        since = row.since
        days = max(0, today.days(since: row.since))
        count = row.count
        unit = row.unit
        unitName = row.unitName
        slot = row.slot
        slotTitle = row.slotTitle
        participant = row.label
        referrer = row.referrer
        reference = row.reference
        placement = row.placement
        self.reason = reason
        sentence = Self.sentence(row, days: max(0, today.days(since: row.since)))
    }

    private static func sentence(_ row: WorkRow, days: Int) -> Phrase {
        let unit = row.unitName ?? ""
        let person = row.label ?? ""
        let slot = row.slotTitle ?? ""
        let dayCount = Phrase.days(days)
        return switch row.kind {
        case .unconfirmedOffers:
            Phrase(
                sv:
                    "\(unit) har inte bekräftat \(row.count == 1 ? "1 plats" : "\(row.count) platser") på \(dayCount.sv).",
                en:
                    "\(unit) has not confirmed \(row.count == 1 ? "1 place" : "\(row.count) places") for \(dayCount.en)."
            )
        case .waitingPerson:
            Phrase(sv: "\(person) har väntat \(dayCount.sv).", en: "\(person) has waited \(dayCount.en).")
        case .unansweredProposal:
            Phrase(
                sv: "Förslaget om \(person) till \(slot) på \(unit) har väntat på svar i \(dayCount.sv).",
                en: "The proposal of \(person) for \(slot) at \(unit) has awaited answers for \(dayCount.en).")
        case .overdueStart:
            Phrase(
                sv: "\(person) skulle ha börjat på \(slot) för \(dayCount.sv) sedan.",
                en: "\(person) should have started at \(slot) \(dayCount.en) ago.")
        case .overdueEnd:
            Phrase(
                sv: "\(person) skulle ha slutat på \(slot) för \(dayCount.sv) sedan.",
                en: "\(person) should have ended at \(slot) \(dayCount.en) ago.")
        case .missingOutcome:
            Phrase(
                sv: "\(person) slutade på \(slot); uppföljningen efter \(row.count) dagar saknas.",
                en: "\(person) ended at \(slot); the follow-up after \(row.count) days is missing.")
        case .overbookedSupervisor:
            Phrase(
                sv: "\(row.supervisor ?? "") på \(unit) får \(row.count) praktikanter samtidigt, fler än hen tar emot.",
                en: "\(row.supervisor ?? "") at \(unit) gets \(row.count) people at a time, more than they take.")
        }
    }
}
