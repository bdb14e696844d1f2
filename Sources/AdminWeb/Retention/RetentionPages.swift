import Domain
import HTTPTypes
import Operations

/// What may not be kept any longer, what goes, and the protocol of what is gone.
enum RetentionPages {
    static let routes: [PageRoute] = [
        .get("/retention", .may(.readRetention), show),
        .get("/retention/run", .may(.runRetention), confirm),
        .post("/retention/run", .may(.runRetention), run),
        .get("/retention/protocol/:code", .may(.readRetention), RetentionProtocolPage.show),
        .get("/retention/rules/:category", .may(.manageRetention), RetentionRuleForm.show),
        .post("/retention/rules/:category", .may(.manageRetention), RetentionRuleForm.save),
        .post("/retention/rules/:category/standard", .may(.manageRetention), RetentionRuleForm.standard),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let plan = try await visit.operations.retentionPlan(visit.actor)
        let reports = try await visit.operations.retentionReports(visit.actor)
        let action: HTML? =
            plan.isEmpty || !visit.may(.runRetention)
            ? nil : Page.mainAction("/retention/run", Phrase(sv: "Gallra", en: "Erase"))
        return .page(
            Page(
                Section.retention.label, in: .retention, action: action,
                """
                <p class="lead">\(lead(plan))</p>
                \(table(visit, plan))
                <h2>\(sv: "Frister och grunder", en: "Periods and what they rest on")</h2>
                <p>\(sv: "Fristerna är förslag tills kommunen har fattat ett eget gallringsbeslut; skriv då in det här.", en: "The periods are proposals until the municipality has made its own decision; then write it down here.")</p>
                \(rules(visit, plan.parts.map(\.rule)))
                <h2>\(sv: "Protokoll", en: "Protocol")</h2>
                \(RetentionProtocolPage.list(reports))
                """))
    }

    private static func lead(_ plan: RetentionPlan) -> Phrase {
        let (due, held) = (plan.parts.map(\.due).reduce(0, +), plan.parts.map(\.heldInAll).reduce(0, +))
        let kept =
            held == 0
            ? Phrase(sv: "", en: "")
            : Phrase(
                sv: " \(held) är gamla nog men hålls kvar av något som inte är klart.",
                en: " \(held) are old enough and held back by something that is not finished.")
        let first =
            due == 0
            ? Phrase(sv: "Ingenting ska gallras i dag.", en: "Nothing is due to be erased today.")
            : Phrase(
                sv: "\(due) personer och poster ska gallras i dag.",
                en: "\(due) persons and records are due to be erased today.")
        return Phrase(sv: first.sv + kept.sv, en: first.en + kept.en)
    }

    private static func table(_ visit: Visit, _ plan: RetentionPlan) -> HTML {
        let labels = (
            before: Phrase(sv: "Sista händelse före", en: "Last event before"),
            due: Phrase(sv: "Gallras", en: "Erased"),
            oldest: Phrase(sv: "Äldsta", en: "Oldest"), held: Phrase(sv: "Hålls kvar", en: "Held back")
        )
        let rows = plan.parts.map { part -> HTML in
            let reasons = part.held.map { held -> HTML in
                "<span class=\"sub\">\(held.count): \(held.hold.label)</span>"
            }
            let years = part.openYears.map(String.init).joined(separator: ", ")
            let first: HTML =
                years.isEmpty
                ? .empty : "<span class=\"sub\">\(sv: "Stäng först \(years).", en: "Close \(years) first.")</span>"
            return """
                <tr><th scope="row">\(part.rule.category.label.capitalized)</th>\
                \(HTML.cell(labels.before, HTML.day(part.before)))\
                \(HTML.cell(labels.due, HTML.number(part.due), isNumber: true))\
                \(HTML.cell(labels.oldest, part.oldest.map { HTML.day($0) } ?? "–"))\
                \(HTML.cell(labels.held, "\(HTML.number(part.heldInAll))\(reasons)\(first)"))</tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "Vad som ska bort i dag", en: "What is due today")</caption>
            <thead><tr><th scope="col">\(sv: "Vad", en: "What")</th><th scope="col">\(labels.before)</th>\
            <th scope="col" class="number">\(labels.due)</th><th scope="col">\(labels.oldest)</th>\
            <th scope="col">\(labels.held)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func rules(_ visit: Visit, _ rules: [RetentionRule]) -> HTML {
        let labels = (
            period: Phrase(sv: "Frist", en: "Period"), after: Phrase(sv: "Räknas från", en: "Counted from"),
            basis: Phrase(sv: "Grund", en: "Basis"), change: Phrase(sv: "Ändra", en: "Change")
        )
        let rows = rules.map { rule -> HTML in
            let own: HTML =
                rule.decidedOn.map { day in
                    "<span class=\"sub\">\(sv: "Eget beslut ", en: "Own decision ")\(HTML.day(day))</span>"
                } ?? .empty
            return """
                <tr><th scope="row">\(rule.category.label.capitalized)</th>\
                \(HTML.cell(labels.period, "\(sv: "\(rule.months) månader", en: "\(rule.months) months")"))\
                \(HTML.cell(labels.after, "\(rule.category.event)"))\
                \(HTML.cell(labels.basis, "\(rule.basis)\(own)"))\
                <td class="actions"><a class="button low" href="/retention/rules/\(rule.category.rawValue)">\(labels.change)\
                <span class="hidden">: \(rule.category.label)</span></a></td></tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "Så länge sparas uppgifterna", en: "For so long data is kept")</caption>
            <thead><tr><th scope="col">\(sv: "Vad", en: "What")</th><th scope="col">\(labels.period)</th>\
            <th scope="col">\(labels.after)</th><th scope="col">\(labels.basis)</th>\
            <th scope="col">\(labels.change)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func confirm(_ visit: Visit) async throws -> PageAnswer {
        let report = try await visit.operations.runRetention(visit.actor, dryRun: true)
        guard !report.steps.isEmpty else {
            return .redirect(
                "/retention", Phrase(sv: "Ingenting ska gallras i dag.", en: "Nothing is due to be erased today."))
        }
        let form = Form(
            action: "/retention/run", state: FormState(), button: Phrase(sv: "Gallra nu", en: "Erase now"),
            cancel: "/retention", isDangerous: true)
        return .page(
            Page(
                Phrase(sv: "Gallra nu?", en: "Erase now?"), in: .retention, under: [Section.retention.crumb],
                """
                <p class="lead">\(sv: "\(report.rows) rader försvinner eller töms, ur registren, utskicken, matchningarna och granskningsloggen.", en: "\(report.rows) rows go or are emptied, in registers, mail, match runs and the audit log.") \
                <strong>\(sv: "Det går inte att ångra.", en: "It cannot be undone.")</strong></p>
                \(RetentionProtocolPage.steps(report))
                \(form.html(visit, []))
                """))
    }

    private static func run(_ visit: Visit) async throws -> PageAnswer {
        let report = try await visit.operations.runRetention(visit.actor)
        guard let code = report.code else {
            return .redirect(
                "/retention", Phrase(sv: "Ingenting ska gallras i dag.", en: "Nothing is due to be erased today."))
        }
        return .redirect(
            "/retention/protocol/\(code)",
            Phrase(sv: "Gallrat. Här är protokollet.", en: "Erased. Here is the protocol."))
    }
}
