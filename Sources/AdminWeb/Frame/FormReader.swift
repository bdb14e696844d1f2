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
        guard let text = typed(field) else {
            fault(field, Phrase(sv: "Fyll i fältet.", en: "Fill in this field."))
            return nil
        }
        return read(field, text, parse)
    }

    /// A value that may be left empty; nil where it is empty, or wrong, which leaves a fault.
    mutating func optional<Value>(_ field: String, _ parse: (String) throws -> Value) -> Value? {
        guard let text = typed(field) else { return nil }
        return read(field, text, parse)
    }

    /// One of a closed list, by its raw value.
    mutating func choice<Value: Vocabulary>(_ field: String, _ type: Value.Type = Value.self) -> Value? {
        required(field) { try Self.word($0) }
    }

    mutating func optionalChoice<Value: Vocabulary>(_ field: String, _ type: Value.Type = Value.self) -> Value? {
        optional(field) { try Self.word($0) }
    }

    mutating func number(_ field: String, in range: ClosedRange<Int>) -> Int? {
        required(field) { try Self.number($0, in: range) }
    }

    mutating func optionalNumber(_ field: String, in range: ClosedRange<Int>) -> Int? {
        optional(field) { try Self.number($0, in: range) }
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

    private mutating func read<Value>(_ field: String, _ text: String, _ parse: (String) throws -> Value) -> Value? {
        do {
            return try parse(text)
        } catch let error as any PhrasedError {
            fault(field, error.phrase)
        } catch {
            fault(field, Phrase(sv: "Värdet går inte att läsa.", en: "The value cannot be read."))
        }
        return nil
    }

    private static func word<Value: Vocabulary>(_ text: String) throws -> Value {
        guard let value = Value(rawValue: text) else {
            throw FormError(phrase: Phrase(sv: "Välj något i listan.", en: "Choose one in the list."))
        }
        return value
    }

    private static func number(_ text: String, in range: ClosedRange<Int>) throws -> Int {
        guard let value = Int(text), range.contains(value) else {
            throw FormError(
                phrase: Phrase(
                    sv: "Ange ett heltal från \(range.lowerBound) till \(range.upperBound).",
                    en: "Give a whole number from \(range.lowerBound) to \(range.upperBound)."))
        }
        return value
    }
}

/// A sentence about a field's value.
struct FormError: PhrasedError {
    let phrase: Phrase
}
