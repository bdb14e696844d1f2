import ArgumentParser
import Domain

/// Reads an option's text as a value of the domain; what is wrong with it is said in the language of help.
func value<Value>(_ make: @escaping @Sendable (String) throws -> Value) -> @Sendable (String) throws -> Value {
    { text in
        do {
            return try make(text)
        } catch let error as ValueError {
            throw ValidationError(error.phrase.help)
        }
    }
}

/// Reads a word of a closed list; a word that is not in it is answered with those that are.
func word<Word: Vocabulary>(_: Word.Type) -> @Sendable (String) throws -> Word {
    { text in
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(Phrase(sv: "Välj bland: \(words).", en: "Choose among: \(words).").help)
        }
        return word
    }
}

/// The answer of a change, for scripts.
struct ChangeAnswer: Encodable {
    var code: String
    var state: String?
    var dryRun: Bool

    enum CodingKeys: String, CodingKey {
        case code, state
        case dryRun = "dry_run"
    }
}

extension Output {
    /// Says what was changed, or would be.
    func changed(_ code: Code, state: String? = nil, dryRun: Bool, _ sentence: Phrase) throws {
        let tried = Phrase(
            sv: "\(sentence.sv) (Prövat; ingenting är ändrat.)", en: "\(sentence.en) (Tried; nothing is changed.)")
        try answer(
            ChangeAnswer(code: code.rawValue, state: state, dryRun: dryRun), dryRun ? tried : sentence)
    }
}
