import Domain
import Operations

/// What is tried against a round, as the trial page's form and address have it.
enum TrialForm {
    /// What a form that `taken` has seen asks to try.
    static func change(_ reader: inout FormReader, _ run: StoredRun) -> MatchChange {
        var change = MatchChange()
        for part in ScorePart.allCases {
            guard let points = reader.optionalNumber(field(part), in: 0...1000), points != run.parameters.weights[part]
            else { continue }
            change.weights[part] = points
        }
        checkPair(&reader)
        change.locked = pairs(&reader, "lock")
        change.forbidden = pairs(&reader, "forbid")
        change.mode = reader.state.values["mode"].flatMap { MatchMode(rawValue: $0) }
        change.withdrawnSlots = reader.list("without_slot") { try Code($0) }
        change.withdrawnPeople = reader.list("without_person") { $0 }
        change.usesToday = reader.isChecked("today")
        return change
    }

    static func field(_ part: ScorePart) -> String { "weight_" + part.rawValue }

    /// Pairs as `AMA/K-114 PARK-1`, one a value.
    private static func pairs(_ reader: inout FormReader, _ name: String) -> [MatchPair] {
        reader.state.values.all(name).compactMap { text in
            let words = text.split(separator: " ")
            guard words.count == 2, let slot = try? Code(String(words[1])) else { return nil }
            return MatchPair(participant: String(words[0]), slot: slot)
        }
    }

    /// What was sent, with the pair that is being added among the others; one that is not whole is left for `change` to say.
    static func taken(_ sent: FormData) -> FormData {
        guard let person = try? ReferralLabel(sent["add_person"] ?? ""), let slot = try? Code(sent["add_slot"] ?? "")
        else {
            return sent
        }
        var form = sent
        let name = sent["add_as"] == "forbid" ? "forbid" : "lock"
        let pair = "\(person) \(slot)"
        form.set(name, all: sent.all(name).filter { $0 != pair } + [pair])
        for field in ["add_person", "add_slot", "add_as"] { form.set(field, all: []) }
        return form
    }

    /// Half a pair, or one that cannot be read.
    private static func checkPair(_ reader: inout FormReader) {
        let person = reader.optional("add_person") { try ReferralLabel($0) }
        let slot = reader.optional("add_slot") { try Code($0) }
        guard (person == nil) != (slot == nil), reader.faults.isEmpty else { return }
        reader.fault(
            person == nil ? "add_person" : "add_slot",
            Phrase(sv: "Ett par är både en deltagare och en plats.", en: "A pair is both a participant and a slot."))
    }

    static func html(_ state: FormState, _ run: StoredRun) -> HTML {
        var state = state
        for part in ScorePart.allCases where state.values[field(part)] == nil {
            state.values.set(field(part), String(run.parameters.weights[part]))
        }
        let weights = ScorePart.allCases.map { part in
            Field(field(part), part.label.capitalized, .number(0...1000), isRequired: true).html(state, isFilter: true)
        }
        let rest = [
            Field(
                "without_slot", Phrase(sv: "Utan platserna", en: "Without the slots"),
                hint: Phrase(sv: "Koder med komma emellan.", en: "Codes separated by commas."), isRequired: true),
            Field(
                "without_person", Phrase(sv: "Utan deltagarna", en: "Without the participants"),
                hint: Phrase(sv: "Med komma emellan.", en: "Separated by commas."), isRequired: true),
            Field(
                "mode", Phrase(sv: "Metod", en: "Method"),
                .choice(
                    MatchMode.allCases.map { .init($0.rawValue, $0.label.capitalized) },
                    prompt: Phrase(sv: "Som förut", en: "As before")), isRequired: true),
            Field("today", Phrase(sv: "Med dagens uppgifter", en: "With today's records"), .check),
        ].map { $0.html(state, isFilter: true) }
        return """
            <fieldset><legend>\(sv: "Vikter, högst 1000 tillsammans", en: "Weights, at most 1000 together")</legend><div class="row">\(weights)</div></fieldset>
            \(chosen(state, "lock", Phrase(sv: "Låsta par", en: "Locked pairs"), run))\
            \(chosen(state, "forbid", Phrase(sv: "Förbjudna par", en: "Forbidden pairs"), run))
            \(adding(state, run))
            <details class="more"><summary>\(sv: "Mer att pröva", en: "More to try")</summary>\(rest)</details>
            """
    }

    /// The pairs that are tried; without its tick, a pair goes.
    private static func chosen(_ state: FormState, _ name: String, _ label: Phrase, _ run: StoredRun) -> HTML {
        let values = state.values.all(name)
        guard !values.isEmpty else { return .empty }
        let titles = RoundPages.titles(run)
        let options = values.map { text -> Field.Option in
            let words = text.split(separator: " ")
            let title = words.last.flatMap { try? Code(String($0)) }.flatMap { titles[$0] }
            return Field.Option(text, name: title.map { "\(words[0]), \($0)" } ?? text)
        }
        return Field(name, label, .checks(options)).html(state, isFilter: true)
    }

    private static func adding(_ state: FormState, _ run: StoredRun) -> HTML {
        let fields = [
            Field("add_person", RoundPages.participant, .input(list: "participants", size: .medium), isRequired: true),
            Field("add_slot", RoundPages.slotLabel, .input(list: "slots", size: .medium), isRequired: true),
            Field(
                "add_as", Phrase(sv: "Ska", en: "Is to be"),
                .choice([
                    .init("lock", Phrase(sv: "låsas", en: "locked")),
                    .init("forbid", Phrase(sv: "förbjudas", en: "forbidden")),
                ]), isRequired: true),
        ].map { $0.html(state, isFilter: true) }
        let names = run.participants.map { label -> HTML in "<option value=\"\(label)\"></option>" }
        return """
            <fieldset><legend>\(sv: "Ett par till", en: "One more pair")</legend><div class="row">\(fields)</div></fieldset>
            <datalist id="participants">\(names)</datalist>\(RoundPages.slotNames(run))
            """
    }
}
