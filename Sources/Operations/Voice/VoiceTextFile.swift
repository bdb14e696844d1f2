import Documents
public import Domain

/// A language's texts as a file has them: columns `key` and `text`, a row each.
public enum VoiceTextFile {
    /// What is wrong with a file: where, what, and how to mend it.
    public struct Fault: Sendable, Hashable {
        /// Nil for what is not there.
        public let line: Int?
        public let phrase: Phrase

        init(_ line: Int?, sv: String, en: String) {
            self.line = line
            phrase = Phrase(
                sv: line.map { "Rad \($0): \(sv)" } ?? sv, en: line.map { "Line \($0): \(en)" } ?? en)
        }
    }

    /// A file to be translated: every key with the program's own text.
    public static func template(in language: Language) -> String {
        let rows = VoiceText.allCases.map { "\($0.rawValue);\"\($0.label[language].replacing("\"", with: "\"\""))\"" }
        return (["key;text"] + rows).joined(separator: "\n") + "\n"
    }

    /// Reads a file. Throws ``VoiceRefusal/texts(_:)`` with every fault of it.
    static func read(_ bytes: [UInt8]) throws(Refusal) -> [VoiceText: Line] {
        var texts: [VoiceText: Line] = [:]
        var faults: [Fault] = []
        var reader = CSVReader(MemorySource(bytes))
        do {
            let header = try reader.next()?.texts ?? []
            guard let key = header.firstIndex(of: "key"), let text = header.firstIndex(of: "text") else {
                throw Refusal.voice(
                    .texts([Fault(1, sv: "kolumnerna ska heta key och text.", en: "the columns must be key and text.")])
                )
            }
            while let record = try reader.next() {
                if record.isBlank { continue }
                guard record.count > max(key, text) else {
                    faults.append(Fault(record.line, sv: "en kolumn saknas.", en: "a column is missing."))
                    continue
                }
                take(record.text(key), record.text(text), record.line, &texts, &faults)
            }
        } catch let refusal as Refusal {
            throw refusal
        } catch let fault as CSVFault {
            faults.append(
                Fault(
                    fault.line, sv: "filen går inte att läsa som CSV här; spara om den som CSV i UTF-8.",
                    en: "the file cannot be read as CSV here; save it anew as CSV in UTF-8."))
        } catch {
            faults.append(Fault(nil, sv: "Filen går inte att läsa.", en: "The file cannot be read."))
        }
        for missing in VoiceText.allCases where texts[missing] == nil && faults.allSatisfy({ $0.line != 1 }) {
            faults.append(
                Fault(
                    nil, sv: "Texten \(missing.rawValue) saknas: översätt ”\(missing.label.sv)”.",
                    en: "The text \(missing.rawValue) is missing: translate \"\(missing.label.en)\"."))
        }
        guard faults.isEmpty else { throw .voice(.texts(faults)) }
        return texts
    }

    private static func take(
        _ name: String, _ text: String, _ line: Int, _ texts: inout [VoiceText: Line], _ faults: inout [Fault]
    ) {
        guard let key = VoiceText(rawValue: name) else {
            let known = VoiceText.allCases.map(\.rawValue).joined(separator: ", ")
            return faults.append(
                Fault(
                    line, sv: "nyckeln finns inte; skriv en av \(known).",
                    en: "there is no such key; write one of \(known)."))
        }
        guard texts[key] == nil else {
            return faults.append(
                Fault(
                    line, sv: "\(key.rawValue) står redan på en rad ovanför; ta bort en av dem.",
                    en: "\(key.rawValue) is on a line above already; remove one of them."))
        }
        guard let value = try? Line(text) else {
            let phrase = ValueError.line.phrase
            return faults.append(Fault(line, sv: "\(key.rawValue): \(phrase.sv)", en: "\(key.rawValue): \(phrase.en)"))
        }
        guard key != .direction || ["ltr", "rtl"].contains(value.rawValue) else {
            return faults.append(
                Fault(
                    line, sv: "direction: skriv ltr, eller rtl för språk som skrivs från höger.",
                    en: "direction: write ltr, or rtl for languages written from the right."))
        }
        texts[key] = value
    }
}
