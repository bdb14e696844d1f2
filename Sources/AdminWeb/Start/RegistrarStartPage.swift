import Domain
import Operations
import Store

/// "Can I be done with this before coffee?": last year's slots, each with three answers side by side, and one for all.
enum RegistrarStartPage {
    static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let start = try await visit.operations.registrarStart(visit.actor)
        return Page(
            Phrase(sv: "Våra platser", en: "Our slots"), in: .start,
            action: Page.mainAction("/slots/new", Phrase(sv: "Erbjud en plats", en: "Offer a slot")),
            """
            \(Form.faultSummary(state))
            \(share(start))
            \(proposals(start))
            \(renewals(visit, start.plan))
            """)
    }

    private static func share(_ start: RegistrarStart) -> HTML {
        shareSentence(start).map { "<p class=\"lead\">\($0)</p>" } ?? .empty
    }

    /// How many places the department has offered this year, and of how many; nil where nothing says so.
    static func shareSentence(_ start: RegistrarStart) -> Phrase? {
        guard let offered = start.offered else { return nil }
        return start.target.map {
            Phrase(
                sv: "Förvaltningen har erbjudit \(offered) av \($0) platser \(start.year).",
                en: "The department has offered \(offered) of \($0) places in \(start.year).")
        }
            ?? Phrase(
                sv: "Förvaltningen har erbjudit \(offered) platser \(start.year).",
                en: "The department has offered \(offered) places in \(start.year).")
    }

    private static func proposals(_ start: RegistrarStart) -> HTML {
        guard !start.proposals.rows.isEmpty else { return .empty }
        let lines = start.proposals.rows.map { row -> HTML in
            """
            <li><p>\(row.givenName ?? row.placement.code.lineOrSame): \(row.detail.slotTitle), \(HTML.period(row.placement.period))</p> \
            <a class="button low" href="\(PlacementPages.path(row.placement.code))">\(sv: "Svara", en: "Answer")\
            <span class="hidden">: \(row.placement.code)</span></a></li>
            """
        }
        return """
            <section class="card"><h2>\(sv: "Förslag att svara på", en: "Proposals to answer")</h2>
            <ul class="work">\(lines)</ul></section>
            """
    }

    private static func renewals(_ visit: Visit, _ plan: RenewalPlan) -> HTML {
        guard !plan.renewals.isEmpty else {
            return .nothing(
                Phrase(sv: "Inga platser väntar på svar.", en: "No slots await an answer."),
                Phrase(sv: "Alla platser är förnyade eller gäller än.", en: "Every slot is renewed or still in force."))
        }
        let labels = (
            when: Phrase(sv: "Nästa gång", en: "Next time"), places: Phrase(sv: "Platser", en: "Places"),
            supervisor: Phrase(sv: "Handledare", en: "Supervisor"),
            confirmed: Phrase(sv: "Bekräftad", en: "Confirmed")
        )
        let rows = plan.renewals.map { renewal -> HTML in
            let slot = renewal.from.slot
            return """
                <tr><th scope="row"><a href="\(SlotPages.path(slot.code))">\(slot.title)</a><span class="sub">\(HTML.period(slot.period))</span></th>\
                \(HTML.cell(labels.when, .period(renewal.period)))\
                \(HTML.cell(labels.places, "\(renewal.places.rawValue)", isNumber: true))\
                \(HTML.cell(labels.supervisor, "\(renewal.from.supervisorName ?? "–")"))\
                \(HTML.cell(labels.confirmed, .day(renewal.from.confirmedOn)))\
                <td class="actions">\(answers(visit, slot))</td></tr>

                """
        }
        return """
            <h2>\(sv: "Stämmer de fortfarande?", en: "Still right?") <span class="count">\(plan.renewals.count)</span></h2>
            <p><a class="button" href="/start/renew">\(sv: "Samma igen för alla", en: "The same again for all")</a></p>
            <table class="data"><caption>\(sv: "Platser att svara om inför nästa år", en: "Slots to answer about for next year")</caption>
            <thead><tr><th scope="col">\(sv: "Plats", en: "Slot")</th><th scope="col">\(labels.when)</th>\
            <th scope="col" class="number">\(labels.places)</th><th scope="col">\(labels.supervisor)</th>\
            <th scope="col">\(labels.confirmed)</th><th scope="col">\(sv: "Svar", en: "Answer")</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }

    private static func answers(_ visit: Visit, _ slot: Slot) -> HTML {
        let path = SlotPages.path(slot.code)
        let row = slot.title.rawValue
        let reasons = NoRenewalReason.allCases.map { reason -> HTML in
            "<option value=\"\(reason.rawValue)\">\(reason.label.capitalized)</option>"
        }
        let id = "why-\(slot.code)"
        return """
            \(Form.button(visit, path + "/renew", Phrase(sv: "Samma igen", en: "The same again"), row: row, hidden: [("back", "/")])) \
            <a class="button low" href="/slots/new?like=\(URLEncoded.encode(slot.code.rawValue))">\(sv: "Ändra", en: "Change")<span class="hidden">: \(row)</span></a>
            <details><summary>\(sv: "Inte i år", en: "Not this year")<span class="hidden">: \(row)</span></summary>
            <form method="post" action="\(path)/not-this-year">\(visit.formToken)<label for="\(id)">\(sv: "Varför", en: "Why")</label>
            <select id="\(id)" name="reason">\(reasons)</select> <button class="low">\(sv: "Spara", en: "Save")</button></form></details>
            """
    }
}

extension Code {
    /// Stands in for a name where none is known.
    fileprivate var lineOrSame: Line? { try? Line(rawValue) }
}
