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
    /// Which follow-up it is, where it is one.
    public var moment: FollowUpMoment? {
        switch kind {
        case .midFollowUp: .mid
        case .endFollowUp: .end
        case .missingOutcome: try? FollowUpMoment(number: count)
        default: nil
        }
    }
    /// The recurring report that is to be handed in.
    public let report: Code?
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
            return try await connection.worklist(actor, rows, reasons, today: clock.today, limit: limit)
        }
    }
}

extension Connection {
    /// Who is next for the places that the rows say have fallen free.
    func nextInTurn(_ actor: Actor, _ rows: [WorkRow], today: Day) async throws -> [Code: Alternate] {
        let codes = Set(rows.filter { $0.kind == .nextInTurn }.compactMap(\.placement))
        guard !codes.isEmpty else { return [:] }
        let vacated = try await placements(actor.municipality, PlacementFilter(codes: codes))
        return try await alternates(actor, vacated, today: today).compactMapValues(\.first)
    }

    func workRows(_ actor: Actor, today: Day, limit: Int = 20) async throws -> [WorkRow] {
        let settings = try await municipalitySettings(actor.municipality)
        return try await worklist(
            actor.municipality, today: today, unconfirmedDays: settings.unconfirmedDays,
            answerDays: settings.answerDays, limit: min(max(limit, 1), 500))
    }

    /// The list of these rows, with what else it takes.
    func worklist(
        _ actor: Actor, _ rows: [WorkRow], _ reasons: ReasonsNow, today: Day, limit: Int = 20
    ) async throws -> Worklist {
        Worklist(
            rows, reasons, try await nextInTurn(actor, rows, today: today),
            try await dueReports(actor.municipality, today: today), today: today, limit: limit)
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
    /// - Parameters:
    ///   - next: who is next, by the placement that came to nothing; without anybody there is nothing to do.
    ///   - reports: of the report calendar; those to come are not work yet.
    fileprivate init(
        _ rows: [WorkRow], _ reasons: ReasonsNow, _ next: [Code: Alternate], _ reports: [DueReport], today: Day,
        limit: Int
    ) {
        let shown = rows.filter { row in
            row.kind != .nextInTurn || row.placement.map { next[$0] != nil } ?? false
        }
        let due = reports.filter { $0.state == .overdue || $0.state == .due }
        let work =
            shown.map { row in
                WorkItem(
                    row, reason: row.waiting.flatMap(reasons.person), next: row.placement.flatMap { next[$0] },
                    today: today)
            } + due.prefix(limit).map { WorkItem($0, today: today) }
        // Rows of one day keep the database's order.
        items = work.enumerated().sorted { ($0.element.since, $0.offset) < ($1.element.since, $1.offset) }
            .map(\.element)
        var totals = Dictionary(shown.map { ($0.kind, $0.total) }, uniquingKeysWith: { first, _ in first })
        let idle = rows.count - shown.count
        totals[.nextInTurn] = totals[.nextInTurn].map { $0 - idle }
        totals[.dueReport] = due.isEmpty ? nil : due.count
        self.totals = totals
    }
}

extension WorkItem {
    fileprivate init(_ row: WorkRow, reason: Phrase?, next: Alternate?, today: Day) {
        kind = row.kind
        since = row.since
        days = max(0, today.days(since: row.since))
        count = row.count
        unit = row.unit
        unitName = row.unitName
        slot = row.slot
        slotTitle = row.slotTitle
        participant = next?.referral.description ?? row.label
        referrer = next?.referral.referrer ?? row.referrer
        reference = next?.referral.reference ?? row.reference
        placement = row.placement
        report = nil
        self.reason = reason
        sentence = Self.sentence(row, next, days: max(0, today.days(since: row.since)))
    }

    fileprivate init(_ due: DueReport, today: Day) {
        kind = .dueReport
        since = due.dueOn.adding(-due.duty.remindDays)
        days = max(0, today.days(since: since))
        count = 1
        unit = nil
        unitName = nil
        slot = nil
        slotTitle = nil
        participant = nil
        referrer = nil
        reference = nil
        placement = nil
        report = due.duty.code
        reason = nil
        let (title, to) = (due.duty.title, due.duty.recipient)
        sentence =
            due.state == .overdue
            ? Phrase(
                sv: "\(title) till \(to) skulle ha lämnats den \(due.dueOn).",
                en: "\(title) to \(to) was due on \(due.dueOn).")
            : Phrase(
                sv: "\(title) till \(to) ska lämnas senast den \(due.dueOn).",
                en: "\(title) to \(to) is due on \(due.dueOn).")
    }

    private static func sentence(_ row: WorkRow, _ next: Alternate?, days: Int) -> Phrase {
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
        case .nextInTurn:
            Phrase(
                sv:
                    "\(row.placement?.rawValue ?? "") blev inte av; näst i tur för \(slot) på \(unit) är \(next?.referral.description ?? "").",
                en:
                    "\(row.placement?.rawValue ?? "") came to nothing; next for \(slot) at \(unit) is \(next?.referral.description ?? "")."
            )
        case .unapprovedAgreement:
            Phrase(
                sv: "Överenskommelsen om \(person) på \(slot) har väntat på att bli klar i \(dayCount.sv).",
                en: "The agreement on \(person) at \(slot) has waited to be settled for \(dayCount.en).")
        case .overdueStart:
            Phrase(
                sv: "\(person) skulle ha börjat på \(slot) för \(dayCount.sv) sedan.",
                en: "\(person) should have started at \(slot) \(dayCount.en) ago.")
        case .overdueEnd:
            Phrase(
                sv: "\(person) skulle ha slutat på \(slot) för \(dayCount.sv) sedan.",
                en: "\(person) should have ended at \(slot) \(dayCount.en) ago.")
        case .midFollowUp:
            Phrase(
                sv: "\(person) är halvvägs på \(slot): hur det går är inte antecknat.",
                en: "\(person) is halfway at \(slot): how it goes is not recorded.")
        case .endFollowUp:
            Phrase(
                sv: "\(person) har slutat på \(slot): hur det gick är inte antecknat.",
                en: "\(person) has ended at \(slot): how it went is not recorded.")
        case .contradictingOutcomes:
            Phrase(
                sv: "Uppgifterna om vad det blev av \(person) efter \(slot) säger olika: avgör vilken som gäller.",
                en: "What is told of \(person) after \(slot) is contradictory: say which counts.")
        case .missingOutcome:
            Phrase(
                sv: "\(person) slutade på \(slot); uppföljningen efter \(row.count) dagar saknas.",
                en: "\(person) ended at \(slot); the follow-up after \(row.count) days is missing.")
        case .overbookedSupervisor:
            Phrase(
                sv: "\(row.supervisor ?? "") på \(unit) får \(row.count) praktikanter samtidigt, fler än hen tar emot.",
                en: "\(row.supervisor ?? "") at \(unit) gets \(row.count) people at a time, more than they take.")
        case .openComplaint:
            Phrase(
                sv: "\(person) har klagat på sin praktik på \(unit); klagomålet har väntat \(dayCount.sv).",
                en: "\(person) has complained about the placement at \(unit); it has waited \(dayCount.en).")
        case .voiceToAsk:
            Phrase(
                sv: "\(person) har ingen e-postadress: fråga hur praktiken på \(unit) är, och anteckna svaren.",
                en: "\(person) has no mail address: ask how the placement at \(unit) is, and note the answers.")
        case .dueReport: Phrase(sv: WorkKind.dueReport.label.sv, en: WorkKind.dueReport.label.en)
        }
    }
}
