public import Domain
import FoundationEssentials
import Statistics
import Store

extension Correction {
    /// What is otherwise, in words: `platser: 3 → 2`.
    public var fieldText: Phrase {
        let names = fields.map { field -> (sv: String, en: String) in
            let label = Self.labels[field.name] ?? Phrase(sv: field.name, en: field.name)
            let change = "\(field.before ?? "–") → \(field.after ?? "–")"
            return ("\(label.sv): \(change)", "\(label.en): \(change)")
        }
        if isProtected { return Phrase(sv: "skyddade personuppgifter", en: "protected identity") }
        return Phrase(sv: names.map(\.sv).joined(separator: "; "), en: names.map(\.en).joined(separator: "; "))
    }

    /// By how much it moves which figures: `anställda +1`.
    public var effectText: Phrase {
        let moved = Figure.allCases.compactMap { figure in effect[figure.rawValue].map { (figure.label, $0) } }
        func text(_ language: Language) -> String {
            moved.map { label, change in "\(label[language]) \(change > 0 ? "+" : "−")\(abs(change))" }
                .joined(separator: ", ")
        }
        return Phrase(sv: text(.swedish), en: text(.english))
    }

    /// What was done, when and by whom: `registrera utfall 2027-02-01 (samordnare)`.
    public var causeText: Phrase {
        func text(_ language: Language) -> String {
            causes.map { cause in
                let action = Action(rawValue: cause.action)?.label[language] ?? cause.action
                return "\(action) \(cause.at.formatted(.iso8601.year().month().day())) (\(cause.role.label[language]))"
            }.joined(separator: ", ")
        }
        return Phrase(sv: text(.swedish), en: text(.english))
    }

    private static let labels: [String: Phrase] = [
        "slot": Phrase(sv: "plats", en: "slot"), "title": Phrase(sv: "benämning", en: "title"),
        "unit": Phrase(sv: "enhet", en: "unit"), "referrer": Phrase(sv: "anvisare", en: "referrer"),
        "sex": Phrase(sv: "kön", en: "sex"), "age": Phrase(sv: "ålder", en: "age"),
        "sfi": Phrase(sv: "SFI-kurs", en: "SFI course"), "kind": Phrase(sv: "slag", en: "kind"),
        "purpose": Phrase(sv: "syfte", en: "purpose"), "occupation": Phrase(sv: "yrkesområde", en: "occupational area"),
        "urgency": Phrase(sv: "angelägenhet", en: "urgency"), "from": Phrase(sv: "från", en: "from"),
        "to": Phrase(sv: "till", en: "to"), "state": Phrase(sv: "läge", en: "state"),
        "started_on": Phrase(sv: "började", en: "started"), "ended_on": Phrase(sv: "slutade", en: "ended"),
        "places": Phrase(sv: "platser", en: "places"),
        "minutes_per_day": Phrase(sv: "minuter om dagen", en: "minutes a day"),
        "days_to_start": Phrase(sv: "dagar till start", en: "days to the start"),
        "outcomes": Phrase(sv: "utfall", en: "outcomes"), "name": Phrase(sv: "namn", en: "name"),
    ]
}

extension SnapshotVerdict {
    /// What was found, in sentences.
    public var phrase: Phrase {
        var sv: [String] = []
        var en: [String] = []
        func say(_ swedish: String, _ english: String) {
            sv.append(swedish)
            en.append(english)
        }
        if holds {
            say(
                "\(snapshot.period.label.sv), stängning \(snapshot.number), är vad som stängdes: \(snapshot.rows) rader.",
                "\(snapshot.period.label.en), closing \(snapshot.number), is what was closed: \(snapshot.rows) rows.")
        } else {
            say(
                "\(snapshot.period.label.sv), stängning \(snapshot.number), är INTE vad som stängdes.",
                "\(snapshot.period.label.en), closing \(snapshot.number), is NOT what was closed.")
        }
        func list(_ positions: [Int]) -> String {
            positions.prefix(20).map(String.init).joined(separator: ", ") + (positions.count > 20 ? " …" : "")
        }
        if !tampered.isEmpty { say("Ändrade rader: \(list(tampered)).", "Rows tampered with: \(list(tampered)).") }
        if !missing.isEmpty { say("Saknade rader: \(list(missing)).", "Rows missing: \(list(missing)).") }
        if !documentHolds { say("Dokumentet är ändrat.", "The document was tampered with.") }
        if !publishedHolds { say("Det publicerade är ändrat.", "What was published was tampered with.") }
        if !rootHolds { say("Kontrollsumman stämmer inte.", "The digest is not that of its parts.") }
        if !logHolds {
            say("Granskningsloggen har en annan kontrollsumma.", "The audit log has another digest.")
        }
        if addsUp == false { say("Raderna ger inte siffrorna.", "The rows do not add up to the figures.") }
        for (rule, positions) in erased.sorted(by: { $0.key < $1.key }) {
            say(
                "Gallrade enligt \(rule): \(positions.count) rader.", "Erased by \(rule): \(positions.count) rows.")
        }
        return Phrase(sv: sv.joined(separator: " "), en: en.joined(separator: " "))
    }
}
