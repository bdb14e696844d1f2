import Domain
import Operations

/// What is tried against a round, as the trial page's form and address have it.
enum TrialForm {
    /// Throws `WebFault.notFound` for a pair that no page of ours links to.
    static func change(_ reader: inout FormReader, _ run: StoredRun) -> MatchChange {
        var change = MatchChange()
        for part in ScorePart.allCases {
            guard let points = reader.optionalNumber(field(part), in: 0...1000), points != run.parameters.weights[part]
            else { continue }
            change.weights[part] = points
        }
        change.locked = pairs(&reader, "lock")
        change.forbidden = pairs(&reader, "forbid")
        change.mode = reader.state.values["mode"].flatMap { MatchMode(rawValue: $0) }
        change.withdrawnSlots = reader.list("without_slot") { try Code($0) }
        change.withdrawnPeople = reader.list("without_person") { $0 }
        change.usesToday = reader.isChecked("today")
        return change
    }

    static func field(_ part: ScorePart) -> String { "weight_" + part.rawValue }

    /// Pairs as `AMA/K-114 PARK-1`, one a value or a line.
    private static func pairs(_ reader: inout FormReader, _ name: String) -> [MatchPair] {
        let lines = reader.state.values.all(name).flatMap { $0.split(whereSeparator: \.isNewline) }
        return lines.compactMap { line in
            let words = line.split(separator: " ")
            guard !words.isEmpty else { return nil }
            guard words.count == 2, let slot = try? Code(String(words[1])) else {
                reader.fault(
                    name,
                    Phrase(
                        sv: "Skriv deltagare och plats med mellanslag emellan, ett par per rad: AMA/K-114 PARK-1.",
                        en: "Write participant and slot with a space between, a pair a line: AMA/K-114 PARK-1."))
                return nil
            }
            return MatchPair(participant: String(words[0]), slot: slot)
        }
    }

    static func html(_ state: FormState, _ run: StoredRun) -> HTML {
        var state = state
        for part in ScorePart.allCases where state.values[field(part)] == nil {
            state.values.set(field(part), String(run.parameters.weights[part]))
        }
        // Several links may each have added a pair.
        for name in ["lock", "forbid"] {
            state.values.set(name, state.values.all(name).joined(separator: "\n"))
        }
        let weights = ScorePart.allCases.map { part in
            Field(field(part), part.label.capitalized, .number(0...1000), isRequired: true).html(state, isFilter: true)
        }
        let pairs = [
            Field(
                "lock", Phrase(sv: "Lås", en: "Lock"),
                hint: Phrase(sv: "Ett par per rad: AMA/K-114 PARK-1.", en: "A pair a line: AMA/K-114 PARK-1."),
                .text(rows: 3), isRequired: true),
            Field(
                "forbid", Phrase(sv: "Förbjud", en: "Forbid"),
                hint: Phrase(sv: "Ett par per rad.", en: "A pair a line."), .text(rows: 3), isRequired: true),
        ].map { $0.html(state, isFilter: true) }
        let rest = [
            Field(
                "without_slot", Phrase(sv: "Utan platserna", en: "Without the slots"),
                hint: Phrase(sv: "Koder med komma emellan.", en: "Codes separated by commas."), isRequired: true),
            Field(
                "without_person", Phrase(sv: "Utan deltagarna", en: "Without the participants"),
                hint: Phrase(sv: "Med komma emellan.", en: "Separated by commas."), isRequired: true),
            Field(
                "mode", Phrase(sv: "Sätt", en: "Way"),
                .choice(
                    MatchMode.allCases.map { .init($0.rawValue, $0.label.capitalized) },
                    prompt: Phrase(sv: "Som förut", en: "As before")), isRequired: true),
            Field("today", Phrase(sv: "Med dagens uppgifter", en: "With today's records"), .check),
        ].map { $0.html(state, isFilter: true) }
        return """
            <fieldset><legend>\(sv: "Vikter, högst 1000 tillsammans", en: "Weights, at most 1000 together")</legend><div class="row">\(weights)</div></fieldset>
            \(pairs)
            <details class="more"><summary>\(sv: "Mer att pröva", en: "More to try")</summary>\(rest)</details>
            """
    }
}
