import Domain
import Operations

/// The form of a dated status.
enum OutcomeForm {
    /// - Returns: the outcome without a code of its own; nil where something is to be mended.
    static func read(_ reader: inout FormReader, _ visit: Visit) throws -> Outcome? {
        let placement = reader.optional("placement") { try Code($0) }
        let referral = reader.optional("participant") { try ReferralLabel($0) }
        let day = reader.required("checked_on") { try Day($0) }
        let status = reader.choice("status", OutcomeStatus.self)
        let facts = OutcomeFields.read(&reader)
        let source = reader.optionalChoice("source", OutcomeSource.self)
        guard reader.faults.isEmpty, let day, let status else { return nil }
        return Outcome(
            municipality: try visit.actor.municipality, code: try Code("new"), placement: placement,
            referrer: referral?.referrer, participant: referral?.reference,
            checkedOn: day, status: status, facts: facts, source: source)
    }

    static func page(_ visit: Visit, _ state: FormState) -> Page {
        let shown: [Field] = [
            Field(
                "placement", Phrase(sv: "Placering", en: "Placement"),
                hint: Phrase(
                    sv: "Kod, till exempel PL-12. Eller en deltagare nedan.",
                    en: "Code, for example PL-12. Or a participant below."),
                .input(size: .medium)),
            Field(
                "checked_on", Phrase(sv: "Kontrollerat den", en: "Checked on"), .input(type: "date", size: .medium),
                isRequired: true),
            Field(
                "status", Phrase(sv: "Utfall", en: "Outcome"),
                .choice(Field.Option.all(of: OutcomeStatus.self), prompt: Phrase(sv: "Välj", en: "Choose")),
                isRequired: true),
            OutcomeFields.employer,
            Field(
                "source", Phrase(sv: "Vem säger det", en: "Who says so"),
                .choice(Field.Option.all(of: OutcomeSource.self), prompt: OutcomeFields.unknown)),
        ]
        let folded: [Field] = [
            Field(
                "participant", Phrase(sv: "Deltagare utan placering", en: "Participant without a placement"),
                hint: Phrase(sv: "Anvisare/referens.", en: "Referrer/reference."), .input(size: .medium)),
            OutcomeFields.form, OutcomeFields.subsidised, OutcomeFields.from,
            Field("to", Phrase(sv: "Till", en: "To"), .input(type: "date", size: .medium)),
            OutcomeFields.studentAid,
        ]
        let isOpen = folded.contains { state.sentence(for: $0.name) != nil || state.values[$0.name]?.isEmpty == false }
        let form = Form(
            action: "/outcomes/new", state: state, button: Phrase(sv: "Registrera", en: "Record"), cancel: "/outcomes")
        return Page(
            Phrase(sv: "Registrera utfall", en: "Record an outcome"), in: .outcomes, under: [Section.outcomes.crumb],
            isFaulty: !state.faults.isEmpty,
            form.html(
                visit,
                """
                \(shown.map { $0.html(state) })
                <details class="more"\(" open", if: isOpen)><summary>\(sv: "Mer om utfallet", en: "More about the outcome")</summary>
                \(folded.map { $0.html(state) })</details>
                """, naming: shown + folded))
    }
}
