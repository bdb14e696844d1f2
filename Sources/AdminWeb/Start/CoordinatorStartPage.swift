import Domain
import Operations
import Store

/// "What needs me?": the commitment as one bar, then what awaits a decision, oldest first, then what is free and who waits,
/// side by side.
enum CoordinatorStartPage {
    static func page(_ visit: Visit) async throws -> Page {
        let start = try await visit.operations.coordinatorStart(visit.actor)
        return Page(
            Section.start.label, in: .start,
            action: Page.mainAction("/rounds/new", Phrase(sv: "Ny matchning", en: "New round")),
            """
            \(CommitmentView.html(start.progress))
            <section class="card"><h2>\(sv: "Väntar på dig", en: "Awaits you")</h2>\(worklist(visit, start.worklist))</section>
            <div class="pair">\(free(start))\(waiting(visit, start))</div>
            """)
    }

    private static func worklist(_ visit: Visit, _ worklist: Worklist) -> HTML {
        let items = worklist.items.filter { $0.kind != .waitingPerson }
        guard !items.isEmpty else {
            return "<p>\(sv: "Inget just nu.", en: "Nothing just now.")</p>"
        }
        let lines = items.prefix(20).map { item -> HTML in
            """
            <li><p>\(item.sentence)</p> <span class="age">\(Phrase.days(item.days))</span>\
            \(proposal(visit, item))\(reminder(visit, item))\(action(item).map { " <a class=\"button low\" href=\"\($0.path)\">\($0.text)<span class=\"hidden\">: \(item.sentence)</span></a>" } ?? HTML.empty)</li>
            """
        }
        let total = worklist.totals.filter { $0.key != .waitingPerson }.reduce(0) { $0 + $1.value }
        let rest = total - lines.count
        return """
            <ul class="work">\(lines)</ul>
            \(rest > 0 ? "<p class=\"muted\">\(sv: "… och \(rest) till.", en: "… and \(rest) more.")</p>" : HTML.empty)
            """
    }

    /// The one button that proposes who is next.
    private static func proposal(_ visit: Visit, _ item: WorkItem) -> HTML {
        guard item.kind == .nextInTurn, let placement = item.placement, let next = item.participant else {
            return .empty
        }
        return Form.button(
            visit, PlacementPages.path(placement) + "/alternate", Phrase(sv: "Föreslå", en: "Propose"), row: next)
    }

    /// The button that reminds whom a line waits for.
    private static func reminder(_ visit: Visit, _ item: WorkItem) -> HTML {
        switch item.kind {
        case .unconfirmedOffers:
            item.unit.map { Reminders.button(visit, of: UnitPages.path($0), row: item.sentence) } ?? .empty
        case .unansweredProposal, .unapprovedAgreement, .overdueStart, .overdueEnd:
            item.placement.map { Reminders.button(visit, of: PlacementPages.path($0), row: item.sentence) } ?? .empty
        default: .empty
        }
    }

    private static func action(_ item: WorkItem) -> (path: String, text: Phrase)? {
        if let placement = item.placement {
            if let moment = item.moment {
                return (FollowUpPages.path(placement, moment), Phrase(sv: "Anteckna", en: "Record"))
            }
            if item.kind == .openComplaint || item.kind == .voiceToAsk {
                return (VoicePages.path(placement), Phrase(sv: "Öppna", en: "Open"))
            }
            return (PlacementPages.path(placement), Phrase(sv: "Öppna", en: "Open"))
        }
        if let unit = item.unit, item.kind == .unconfirmedOffers {
            return (
                "/slots?state=offered&unconfirmed=30&unit=" + URLEncoded.encode(unit.rawValue),
                Phrase(sv: "Visa", en: "Show")
            )
        }
        if item.report != nil { return ("/calendar", Phrase(sv: "Öppna", en: "Open")) }
        if let slot = item.slot { return (SlotPages.path(slot), Phrase(sv: "Öppna", en: "Open")) }
        return nil
    }

    private static func free(_ start: CoordinatorStart) -> HTML {
        let lines = start.free.rows.map { row -> HTML in
            """
            <li><a href="\(SlotPages.path(row.slot.code))">\(row.slot.title)</a>, \(row.unitName)\
            <span class="sub">\(sv: row.free == 1 ? "1 ledig" : "\(row.free) lediga", en: "\(row.free) free"), \(HTML.period(row.slot.period)). \
            \(start.reasons.slot(row.slot.code))</span></li>
            """
        }
        return """
            <section class="card"><h2>\(sv: "Lediga platser", en: "Free places") <span class="count">\(start.free.total)</span></h2>
            \(lines.isEmpty ? "<p>\(sv: "Inga just nu.", en: "None just now.")</p>" : "<ul class=\"plain\">\(lines)</ul>" as HTML)
            <p><a href="/slots?state=offered&amp;free=yes">\(sv: "Alla lediga platser", en: "All free places")</a></p></section>
            """
    }

    private static func waiting(_ visit: Visit, _ start: CoordinatorStart) -> HTML {
        let lines = start.waiting.rows.map { row -> HTML in
            let participant = row.participant
            let label = participant.label
            return """
                <li><a href="\(ParticipantPages.path(participant))">\(label)</a>, \
                \(Phrase.days(row.standing.days(on: visit.today)))\
                \(start.reasons.person(label).map { "<span class=\"sub\">\($0)</span>" } ?? HTML.empty)</li>
                """
        }
        return """
            <section class="card"><h2>\(sv: "Väntar på en plats", en: "Wait for a place") <span class="count">\(start.waiting.total)</span></h2>
            \(lines.isEmpty ? "<p>\(sv: "Ingen just nu.", en: "Nobody just now.")</p>" : "<ul class=\"plain\">\(lines)</ul>" as HTML)
            <p><a href="/participants?state=waiting">\(sv: "Alla som väntar", en: "Everybody who waits")</a></p></section>
            """
    }
}
