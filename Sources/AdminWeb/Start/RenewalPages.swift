import Domain
import HTTPTypes
import Operations
import Store

/// "Same again for all", with a preview of dates and of how many each supervisor would have; and "not this year".
enum RenewalPages {
    static func preview(_ visit: Visit) async throws -> PageAnswer {
        let plan = try await visit.operations.renewalPlan(visit.actor)
        guard !plan.renewals.isEmpty else { return .redirect("/") }
        return .page(page(visit, plan, FormState()))
    }

    static func renewAll(_ visit: Visit) async throws -> PageAnswer {
        do {
            let plan = try await visit.operations.renewAll(visit.actor)
            return .redirect(
                "/",
                Phrase(
                    sv: "\(plan.renewals.count) platser är erbjudna igen och syns för samordnaren.",
                    en: "\(plan.renewals.count) slots are on offer again, and the coordinator sees them."))
        } catch let refusal as Refusal where refusal.status == .conflict {
            let plan = try await visit.operations.renewalPlan(visit.actor)
            let state = FormState(faults: [FormFault(field: "", sentence: refusal.phrase)])
            return .page(page(visit, plan, state), status: .conflict)
        }
    }

    static func decline(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        guard let reason = visit.form["reason"].flatMap({ NoRenewalReason(rawValue: $0) }) else {
            let state = FormState(
                faults: [FormFault(field: "", sentence: Phrase(sv: "Välj ett skäl.", en: "Choose a reason."))])
            return .page(try await RegistrarStartPage.page(visit, state), status: .unprocessableContent)
        }
        try await visit.operations.declineRenewal(visit.actor, code, reason)
        return .redirect(
            "/", Phrase(sv: "\(code) frågas inte om igen i år.", en: "\(code) is not asked about again this year."))
    }

    private static func page(_ visit: Visit, _ plan: RenewalPlan, _ state: FormState) -> Page {
        let when = Phrase(sv: "När", en: "When")
        let places = Phrase(sv: "Platser", en: "Places")
        let rows = plan.renewals.map { renewal -> HTML in
            """
            <tr><th scope="row">\(renewal.from.slot.title)<span class="sub">\(renewal.code)</span></th>\
            \(HTML.cell(when, "\(renewal.period.from.longPhrase) – \(renewal.period.to.longPhrase)"))\
            \(HTML.cell(places, "\(renewal.places.rawValue)", isNumber: true))</tr>

            """
        }
        let loads = plan.supervisors.map { load -> HTML in
            """
            <li>\(load.name): \(sv: "som mest \(load.peak) samtidigt", en: "at most \(load.peak) at a time")\
            \(load.capacity.map { " \(Phrase(sv: "av \($0)", en: "of \($0)"))" } ?? HTML.empty)\
            \(overbooked, if: load.isOver)\(untrained, if: !load.isTrained)</li>
            """
        }
        let form = Form(
            action: "/start/renew", state: state,
            button: Phrase(sv: "Erbjud alla \(plan.renewals.count) igen", en: "Offer all \(plan.renewals.count) again"),
            cancel: "/")
        return Page(
            Phrase(sv: "Samma igen för alla?", en: "The same again for all?"), in: .start,
            under: [Section.start.crumb], isFaulty: !state.faults.isEmpty,
            """
            <table class="data"><caption>\(sv: "\(plan.renewals.count) platser, \(plan.places) personer samtidigt", en: "\(plan.renewals.count) slots, \(plan.places) people at a time")</caption>
            <thead><tr><th scope="col">\(sv: "Plats", en: "Slot")</th><th scope="col">\(when)</th><th scope="col" class="number">\(places)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            \(loads.isEmpty ? .empty : "<h2>\(sv: "Handledarna", en: "The supervisors")</h2><ul>\(loads)</ul>" as HTML)
            \(form.html(visit, .empty))
            """)
    }

    private static let overbooked: HTML = " <span class=\"badge warn\">\(sv: "för många", en: "too many")</span>"
    private static let untrained: HTML =
        " <span class=\"badge\">\(sv: "ingen handledarutbildning", en: "untrained")</span>"
}
