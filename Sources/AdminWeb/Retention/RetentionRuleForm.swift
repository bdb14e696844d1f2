import Domain
import HTTPTypes
import Operations

/// The municipality's own decision on a period.
enum RetentionRuleForm {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let rule = try await rule(visit)
        var values = FormData()
        values.set("months", String(rule.months))
        values.set("basis", rule.decidedOn == nil ? "" : rule.basis.sv)
        values.set("decided_on", (rule.decidedOn ?? visit.today).description)
        return .page(page(visit, rule, FormState(values)))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        let rule = try await rule(visit)
        var reader = FormReader(visit.form)
        let months = reader.number("months", in: RetentionMonths.range).flatMap { try? RetentionMonths($0) }
        let basis = reader.required("basis") { try Line($0) }
        let day = reader.required("decided_on") { try Day($0) }
        guard reader.faults.isEmpty, let months, let basis, let day else {
            return .page(page(visit, rule, reader.state), status: .unprocessableContent)
        }
        _ = try await visit.operations.decideRetention(
            visit.actor, rule.category, RetentionDecision(months: months, basis: basis, on: day))
        return .redirect("/retention", Phrase(sv: "Fristen är ändrad.", en: "The period is changed."))
    }

    static func standard(_ visit: Visit) async throws -> PageAnswer {
        let rule = try await rule(visit)
        _ = try await visit.operations.decideRetention(visit.actor, rule.category, nil)
        return .redirect(
            "/retention", Phrase(sv: "Den föreslagna fristen gäller igen.", en: "The proposed period holds again."))
    }

    private static func rule(_ visit: Visit) async throws -> RetentionRule {
        let rules = try await visit.operations.retentionRules(visit.actor)
        guard let rule = rules.first(where: { $0.category.rawValue == visit.parameters["category"] }) else {
            throw WebFault.notFound
        }
        return rule
    }

    private static func page(_ visit: Visit, _ rule: RetentionRule, _ state: FormState) -> Page {
        let fields = [
            Field(
                "months", Phrase(sv: "Månader", en: "Months"),
                hint: Phrase(
                    sv: "Räknas från \(rule.category.event.sv).", en: "Counted from \(rule.category.event.en)."),
                .number(RetentionMonths.range), isRequired: true),
            Field(
                "basis", Phrase(sv: "Beslut och grund", en: "Decision and basis"),
                hint: Phrase(
                    sv: "Till exempel dokumenthanteringsplanens namn och beslutets paragraf.",
                    en: "Such as the records schedule's name and the decision's paragraph."), isRequired: true),
            Field(
                "decided_on", Phrase(sv: "Beslutat den", en: "Decided on"), .input(type: "date", size: .medium),
                isRequired: true),
        ]
        let path = "/retention/rules/\(rule.category.rawValue)"
        let form = Form(action: path, state: state, button: Phrase(sv: "Spara", en: "Save"), cancel: "/retention")
        let back: HTML =
            rule.decidedOn == nil
            ? .empty
            : Form.button(
                visit, path + "/standard",
                Phrase(
                    sv: "Tillbaka till förslaget, \(rule.category.standardMonths) månader",
                    en: "Back to the proposal, \(rule.category.standardMonths) months"))
        return Page(
            Phrase(
                sv: "Frist för \(rule.category.label.sv)", en: "Period for \(rule.category.label.en)"),
            in: .retention, under: [Section.retention.crumb], isFaulty: !state.faults.isEmpty,
            """
            <p>\(sv: "Förslaget är \(rule.category.standardMonths) månader.", en: "The proposal is \(rule.category.standardMonths) months.") \(rule.category.standardBasis)</p>
            \(form.html(visit, fields))\(back)
            """)
    }
}
