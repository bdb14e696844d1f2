import Domain
import FoundationEssentials
import Operations
import Store

/// "Did it reach them?": what was sent, waits, or did not arrive; what it said and to whom it went is not kept.
enum MailPages {
    static let routes: [PageRoute] = [
        .get("/mail", .may(.listMail), show),
        .get("/mail/:id", .may(.listMail), message),
        .post("/mail/:id/resend", .may(.manageMail), resend),
        .post("/mail/:id/withdraw", .may(.manageMail), withdraw),
    ]

    /// As many as are shown; older ones are found by narrowing.
    private static let shown = 200

    private static let labels = (
        at: Phrase(sv: "Skrivet", en: "Written"), kind: Phrase(sv: "Vad", en: "What"),
        to: Phrase(sv: "Till", en: "To"), about: Phrase(sv: "Gäller", en: "Concerns"),
        state: Phrase(sv: "Läge", en: "State"), attempts: Phrase(sv: "Försök", en: "Attempts"),
        outcome: Phrase(sv: "Senast", en: "Latest")
    )

    private static func path(_ message: MessageRecord) -> String {
        "/mail/" + message.id.rawValue.uuidString.lowercased()
    }

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let state = visit.query["state"].flatMap { MessageState(rawValue: $0) }
        let messages = try await visit.operations.messages(visit.actor, state: state, limit: shown)
        let rows = messages.map { row(visit, $0) }
        let nothing =
            state == nil
            ? HTML.nothing(
                Phrase(sv: "Inget har skickats.", en: "Nothing has been sent."),
                Phrase(
                    sv: "Utskick skrivs när något frågas: ett förslag, en överenskommelse, en första dag.",
                    en: "Mail is written when something is asked: a proposal, an agreement, a first day."))
            : HTML.nothing(Phrase(sv: "Inga utskick i det läget.", en: "No mail in that state."))
        let table: HTML = """
            <table class="data"><caption>\(sv: "De senaste \(shown)", en: "The latest \(shown)")</caption>
            <thead><tr><th scope="col">\(labels.at)</th><th scope="col">\(labels.kind)</th><th scope="col">\(labels.to)</th>\
            <th scope="col">\(labels.about)</th><th scope="col">\(labels.state)</th><th scope="col">\(labels.attempts)</th>\
            <th scope="col">\(labels.outcome)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return .page(
            Page(
                Section.mail.label, in: .mail,
                """
                \(bar.html(visit))
                \(rows.isEmpty ? nothing : table)
                """))
    }

    private static let bar = Filter(
        fields: [
            Field(
                "state", labels.state,
                .choice(
                    MessageState.allCases.map { .init($0.rawValue, $0.label.capitalized) },
                    prompt: Phrase(sv: "Alla", en: "All")))
        ], label: Phrase(sv: "Sök bland utskick", en: "Search the mail"))

    private static func row(_ visit: Visit, _ message: MessageRecord) -> HTML {
        """
        <tr><th scope="row"><a href="\(path(message))"><span class="nowrap">\(SwedishTime.text(message.postedAt))</span></a></th>\
        \(HTML.cell(labels.kind, "\(message.kind.label.capitalized)"))\(HTML.cell(labels.to, "\(message.party.label)"))\
        \(HTML.cell(labels.about, about(visit, message)))\(HTML.cell(labels.state, badge(message.state)))\
        \(HTML.cell(labels.attempts, .number(message.attempts), isNumber: true))\
        \(HTML.cell(labels.outcome, outcome(message.outcome, message.code)))</tr>

        """
    }

    private static func badge(_ state: MessageState) -> HTML {
        let style: BadgeStyle =
            switch state {
            case .waiting: .now
            case .sent: .good
            case .failed: .bad
            case .withheld, .revoked: .past
            }
        return .badge(state.label.capitalized, style)
    }

    private static func outcome(_ outcome: AttemptOutcome?, _ code: Int?) -> HTML {
        guard let outcome else { return "–" }
        return "\(outcome.label.capitalized)\(code.map { " (\($0))" } ?? HTML.empty)"
    }

    private static func about(_ visit: Visit, _ message: MessageRecord) -> HTML {
        if let placement = message.placement {
            return visit.may(.listPlacements)
                ? "<a href=\"\(PlacementPages.path(placement))\">\(placement)</a>" : "\(placement)"
        }
        if let slot = message.slot {
            return visit.may(.listSlots) ? "<a href=\"\(SlotPages.path(slot))\">\(slot)</a>" : "\(slot)"
        }
        return message.unit.map { "<a href=\"\(UnitPages.path($0))\">\($0)</a>" } ?? "–"
    }

    private static func message(_ visit: Visit) async throws -> PageAnswer {
        let sheet = try await visit.operations.message(visit.actor, try id(visit))
        let message = sheet.message
        let (ordinal, at) = (Phrase(sv: "Försök", en: "Attempt"), Phrase(sv: "När", en: "When"))
        let rows = sheet.attempts.map { attempt -> HTML in
            """
            <tr><th scope="row">\(attempt.ordinal)</th>\
            \(HTML.cell(at, "<span class=\"nowrap\">\(SwedishTime.text(attempt.at))</span>"))\
            \(HTML.cell(labels.outcome, attempt.outcome == nil ? "\(sv: "Pågår, eller avbröts", en: "Under way, or broken off")" : outcome(attempt.outcome, attempt.code)))</tr>

            """
        }
        let attempts: HTML =
            rows.isEmpty
            ? "<p>\(sv: "Inga försök än.", en: "No attempts yet.")</p>"
            : """
            <table class="data"><caption>\(sv: "Försök att skicka", en: "Attempts at sending")</caption>
            <thead><tr><th scope="col">\(ordinal)</th><th scope="col">\(at)</th><th scope="col">\(labels.outcome)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return .page(
            Page(
                message.kind.label.capitalized, in: .mail, under: [Section.mail.crumb], badge: badge(message.state),
                """
                <dl class="facts">\(HTML.fact(labels.to, "\(message.party.label)"))\
                \(HTML.fact(labels.about, about(visit, message)))\
                \(HTML.fact(labels.at, "\(SwedishTime.text(message.postedAt))"))\
                \(HTML.fact(Phrase(sv: "Datum i texten", en: "Date in the text"), message.day.map { .day($0) }))\
                \(HTML.fact(Phrase(sv: "Nästa försök", en: "Next attempt"), message.nextTryAt.map { "\(SwedishTime.text($0))" }))\
                \(HTML.fact(Phrase(sv: "Avslutat", en: "Ended"), message.endedAt.map { "\(SwedishTime.text($0))" }))</dl>
                \(buttons(visit, message))
                \(attempts)
                """))
    }

    private static func buttons(_ visit: Visit, _ message: MessageRecord) -> HTML {
        guard visit.may(.manageMail) else { return .empty }
        var buttons: [HTML] = []
        if [.sent, .failed, .waiting].contains(message.state) {
            buttons.append(
                Form.button(visit, path(message) + "/resend", Phrase(sv: "Skicka igen", en: "Send again"), style: ""))
        }
        if message.state == .waiting {
            buttons.append(
                Form.button(
                    visit, path(message) + "/withdraw", Phrase(sv: "Dra tillbaka", en: "Withdraw"), style: "danger"))
        }
        return buttons.isEmpty ? .empty : "<div class=\"actions\">\(HTML(buttons))</div>"
    }

    private static func resend(_ visit: Visit) async throws -> PageAnswer {
        try await change(
            visit, Phrase(sv: "Utskicket skickas igen, med samma länk.", en: "It is sent again, with the same link.")
        ) { try await visit.operations.resendMessage(visit.actor, $0) }
    }

    private static func withdraw(_ visit: Visit) async throws -> PageAnswer {
        try await change(
            visit, Phrase(sv: "Utskicket är tillbakadraget.", en: "The message is withdrawn.")
        ) { try await visit.operations.withdrawMessage(visit.actor, $0) }
    }

    private static func change(
        _ visit: Visit, _ done: Phrase, _ change: (Identifier<OutboxMessage>) async throws -> Void
    ) async throws -> PageAnswer {
        let id = try id(visit)
        try await change(id)
        return .redirect("/mail/" + id.rawValue.uuidString.lowercased(), done)
    }

    private static func id(_ visit: Visit) throws -> Identifier<OutboxMessage> {
        guard let id = visit.parameters["id"].flatMap({ UUID(uuidString: $0) }) else { throw WebFault.notFound }
        return Identifier(id)
    }
}
