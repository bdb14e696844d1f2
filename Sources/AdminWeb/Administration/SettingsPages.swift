import Domain
import HTTPTypes
import Operations

/// What the municipality settles for itself, on one form.
enum SettingsPages {
    static let routes: [PageRoute] = [
        .get("/settings", .may(.readSettings), show),
        .post("/settings", .may(.manageSettings), save),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let settings = try await visit.operations.settings(visit.actor)
        var values = FormData()
        for name in MunicipalitySettings.names { values.set(name, settings.text(name)) }
        return .page(page(visit, FormState(values), settings.version))
    }

    private static func save(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        var version = reader.version
        do {
            try await visit.operations.changeSettings(visit.actor, expecting: version) { settings in
                for name in MunicipalitySettings.names {
                    guard let text = visit.form[name] else { continue }
                    try settings.set(name, String(text.trimmingSpace()))
                }
            }
            return .redirect(
                "/settings",
                Phrase(
                    sv: "Inställningarna är sparade och gäller från och med nu.",
                    en: "The settings are saved and hold from now on."))
        } catch let refusal as Refusal {
            try reader.take(refusal)
            if refusal.formStatus == .conflict {
                version = try await visit.operations.settings(visit.actor).version
            }
            return .page(page(visit, reader.state, version), status: refusal.formStatus)
        }
    }

    private static func page(_ visit: Visit, _ state: FormState, _ version: Version?) -> Page {
        let isReader = !visit.may(.manageSettings)
        let weights = ScorePart.allCases.map { part in
            Field("weight_" + part.rawValue, part.label.capitalized, .number(0...1000), isRequired: true)
        }
        let content: HTML = """
            <h2>\(sv: "Kommunen", en: "The municipality")</h2>\(general.map { $0.html(state) })
            <fieldset\(" aria-describedby=\"weights-hint\"", if: true)><legend id="weights">\(sv: "Vad matchningen väger in", en: "What matching weighs")</legend>
            \(state.sentence(for: "weights").map { "<span class=\"fault\">\($0)</span>" } ?? HTML.empty)\
            <span class="hint" id="weights-hint">\(sv: "Poäng för varje del, tillsammans högst 1 000.", en: "Points for each part, at most 1,000 together.")</span>
            <div class="row">\(weights.map { $0.html(state) })</div></fieldset>
            <h2>\(sv: "Praktik och siffror", en: "Placements and figures")</h2>\(rules.map { $0.html(state) })
            <h2>\(sv: "Uppföljning", en: "Follow-up")</h2>
            <p class="hint">\(sv: "mid är halvvägs, end vid slutet, ett tal så många dagar efter slutet: mid|end|30|90|180. none: ingen uppföljning. Gäller även praktik som redan pågår.",
            en: "mid is halfway, end at the end, a number so many days after the end: mid|end|30|90|180. none: no follow-up. Holds for placements under way too.")</p>
            \(followUps.map { $0.html(state) })
            """
        let form = Form(
            action: "/settings", state: state, button: Phrase(sv: "Spara", en: "Save"),
            hidden: version.map { [("version", $0.rawValue)] } ?? [])
        return Page(
            Section.settings.label, in: .settings, isFaulty: !state.faults.isEmpty,
            isReader ? facts(state) : form.html(visit, content, naming: general + weights + rules + followUps))
    }

    private static let followUps = SlotKind.allCases.map { kind in
        Field(
            MunicipalitySettings.followUpName(kind), kind.label.capitalized, .input(size: .medium), isRequired: true)
    }

    private static let general = [
        Field(
            "name", Phrase(sv: "Namn", en: "Name"),
            hint: Phrase(sv: "Som det står överst på varje sida.", en: "As it stands on top of every page."),
            .input(size: .medium))
    ]

    private static let rules = [
        Field(
            "minimum_weeks", Phrase(sv: "Kortaste praktik i veckor", en: "Shortest placement in weeks"),
            .number(MunicipalitySettings.minimumWeekRange), isRequired: true),
        Field(
            "answer_days",
            Phrase(
                sv: "Dagar tills ett obesvarat förslag påminns", en: "Days until an unanswered proposal is asked about"),
            .number(MunicipalitySettings.answerDayRange), isRequired: true),
        Field(
            "lapse_days",
            Phrase(sv: "Dagar tills ett obesvarat förslag förfaller", en: "Days until an unanswered proposal lapses"),
            .number(MunicipalitySettings.answerDayRange), isRequired: true),
        Field(
            "supervisor_policy", Phrase(sv: "När handledaren redan är full", en: "When the supervisor is full already"),
            .choice(Field.Option.all(of: SupervisorPolicy.self)), isRequired: true),
        Field(
            "training_policy",
            Phrase(
                sv: "När handledaren inte är utbildad till första dagen",
                en: "When the supervisor is not trained by the first day"),
            .choice(Field.Option.all(of: TrainingPolicy.self)), isRequired: true),
        Field(
            "unconfirmed_days",
            Phrase(
                sv: "Dagar tills ett erbjudande räknas som obekräftat", en: "Days until an offer counts as unconfirmed"),
            .number(MunicipalitySettings.unconfirmedDayRange), isRequired: true),
        Field(
            "dormant_days",
            Phrase(
                sv: "Dagar tills ett obekräftat erbjudande blir vilande",
                en: "Days until an unconfirmed offer is dormant"),
            hint: Phrase(
                sv: "En vilande plats är inte med i matchningen förrän den bekräftas.",
                en: "A dormant slot is no part of matching until it is confirmed."),
            .number(MunicipalitySettings.dormantDayRange), isRequired: true),
        Field(
            "mail_days",
            Phrase(sv: "Dagar som avslutade utskick visas", en: "Days for which mail is listed"),
            hint: Phrase(
                sv: "Sedan gallras de: vad som frågades, när, och om det kom fram.",
                en: "Then it is forgotten: what was asked, when, and whether it arrived."),
            .number(MunicipalitySettings.mailDayRange), isRequired: true),
        Field(
            "suppression_threshold", Phrase(sv: "Gräns för små tal", en: "Threshold for small counts"),
            hint: Phrase(
                sv: "Färre personer än så visas inte i det som får lämnas ut.",
                en: "Fewer people than this are not shown in what may be published."),
            .number(MunicipalitySettings.suppressionThresholds), isRequired: true),
    ]

    private static func plan(_ text: String) -> Phrase? {
        guard let moments = try? FollowUpPlan(text).moments else { return nil }
        guard !moments.isEmpty else { return Phrase(sv: "ingen uppföljning", en: "no follow-up") }
        return Phrase(
            sv: moments.map(\.label.sv).joined(separator: ", "), en: moments.map(\.label.en).joined(separator: ", "))
    }

    /// For those who may see and not change.
    private static func facts(_ state: FormState) -> HTML {
        let lines = MunicipalitySettings.names.map { name -> HTML in
            let value = state.values[name] ?? ""
            let shown =
                switch name {
                case "supervisor_policy": SupervisorPolicy(rawValue: value)?.label
                case "training_policy": TrainingPolicy(rawValue: value)?.label
                default: name.hasPrefix("follow_up_") ? plan(value) : nil
                }
            return HTML.fact(
                MunicipalitySettings.label(name)?.capitalized ?? Phrase(sv: name, en: name),
                shown.map { "\($0)" } ?? (value.isEmpty ? "–" : "\(value)"))
        }
        return "<dl class=\"facts\">\(lines)</dl>"
    }
}
