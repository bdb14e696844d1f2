import Domain

/// What is wrong with a field, in a sentence that stands beside it.
struct FormFault: Sendable {
    /// The field's name; empty for the form as a whole.
    let field: String
    let sentence: Phrase
}

/// What was typed into a form and what is wrong with it: what the same page is shown with again.
struct FormState: Sendable {
    var values: FormData
    var faults: [FormFault] = []

    init(_ values: FormData = FormData(), faults: [FormFault] = []) {
        self.values = values
        self.faults = faults
    }

    func sentence(for field: String) -> Phrase? { faults.first { $0.field == field }?.sentence }
}

/// Reads a form's values into the domain's, gathering what is wrong field by field; nothing typed is lost.
struct FormReader {
    private(set) var state: FormState

    init(_ form: FormData) {
        state = FormState(form)
    }

    var faults: [FormFault] { state.faults }

    /// A value that must be there; nil, with a fault, where it is missing or wrong.
    mutating func required<Value>(_ field: String, _ parse: (String) throws -> Value) -> Value? {
        needed(field).flatMap { read(field, $0, parse) }
    }

    /// A value that may be left empty; nil where it is empty, or wrong, which leaves a fault.
    mutating func optional<Value>(_ field: String, _ parse: (String) throws -> Value) -> Value? {
        typed(field).flatMap { read(field, $0, parse) }
    }

    /// One of a closed list, by its raw value.
    mutating func choice<Value: RawRepresentable>(_ field: String, _ type: Value.Type = Value.self) -> Value?
    where Value.RawValue == String {
        needed(field).flatMap { word(field, $0) }
    }

    mutating func optionalChoice<Value: RawRepresentable>(_ field: String, _ type: Value.Type = Value.self) -> Value?
    where Value.RawValue == String {
        typed(field).flatMap { word(field, $0) }
    }

    /// Several of a closed list: what is ticked.
    mutating func choices<Value: RawRepresentable>(_ field: String, _ type: Value.Type = Value.self) -> [Value]
    where Value.RawValue == String {
        state.values.all(field).compactMap { word(field, $0) }
    }

    mutating func number(_ field: String, in range: ClosedRange<Int>) -> Int? {
        needed(field).flatMap { number(field, $0, in: range) }
    }

    mutating func optionalNumber(_ field: String, in range: ClosedRange<Int>) -> Int? {
        typed(field).flatMap { number(field, $0, in: range) }
    }

    func isChecked(_ field: String) -> Bool { state.values[field] != nil }

    /// Several values of one name: checkboxes, or a text with the values separated by commas or `|`.
    mutating func list<Value>(_ field: String, _ parse: (String) throws -> Value) -> [Value] {
        let texts = state.values.all(field).flatMap { $0.split(whereSeparator: { $0 == "," || $0 == "|" }) }
        return texts.map { $0.trimmingSpace() }.filter { !$0.isEmpty }.compactMap { read(field, String($0), parse) }
    }

    mutating func fault(_ field: String, _ sentence: Phrase) {
        guard state.sentence(for: field) == nil else { return }
        state.faults.append(FormFault(field: field, sentence: sentence))
    }

    private func typed(_ field: String) -> String? {
        guard let text = state.values[field]?.trimmingSpace(), !text.isEmpty else { return nil }
        return String(text)
    }

    private mutating func needed(_ field: String) -> String? {
        guard let text = typed(field) else {
            fault(field, Phrase(sv: "Fyll i fältet.", en: "Fill in this field."))
            return nil
        }
        return text
    }

    private mutating func read<Value>(
        _ field: String, _ text: String, _ parse: (String) throws -> Value
    ) -> Value? {
        do {
            return try parse(text)
        } catch let error as any PhrasedError {
            fault(field, error.phrase)
        } catch {
            // Every value of the domain says what it expects; this is for one that comes to fail otherwise.
            fault(
                field,
                Phrase(
                    sv: "Det som står här har inte den form som fältet ska ha; skriv om det.",
                    en: "What stands here has not the form that the field asks for; write it anew."))
        }
        return nil
    }

    private mutating func word<Value: RawRepresentable>(_ field: String, _ text: String) -> Value?
    where Value.RawValue == String {
        if let value = Value(rawValue: text) { return value }
        fault(field, Phrase(sv: "Välj något i listan.", en: "Choose one in the list."))
        return nil
    }

    private mutating func number(_ field: String, _ text: String, in range: ClosedRange<Int>) -> Int? {
        if let value = Int(text), range.contains(value) { return value }
        fault(
            field,
            Phrase(
                sv: "Ange ett heltal från \(range.lowerBound) till \(range.upperBound).",
                en: "Give a whole number from \(range.lowerBound) to \(range.upperBound)."))
        return nil
    }
}
