import Documents
import Domain

/// A column of a file: what it is called and what may stand in its cells.
struct ImportColumn: Sendable {
    let name: String
    let type: CellType
    let isRequired: Bool

    init(_ name: String, _ type: CellType, required: Bool = false) {
        self.name = name
        self.type = type
        isRequired = required
    }
}

/// What may stand in a cell, and what becomes of it on its way to the database.
enum CellType: Sendable {
    case code, line, keyword, email, day
    case word([String])
    case yesNo
    case hours, places, supervision, age, priority, amount
    case weekdays
    case ssyk, ssykList, keywords, codes
    /// Read together with its type.
    case identity

    static func word<V: Vocabulary>(_: V.Type, except left: Set<V> = []) -> CellType {
        .word(V.allCases.filter { !left.contains($0) }.map(\.rawValue))
    }

    var kind: Phrase {
        switch self {
        case .code: Phrase(sv: "kod", en: "code")
        case .line: Phrase(sv: "text", en: "text")
        case .keyword: Phrase(sv: "ord", en: "word")
        case .email: Phrase(sv: "e-postadress", en: "e-mail address")
        case .day: Phrase(sv: "datum", en: "date")
        case .word: Phrase(sv: "ord ur en lista", en: "word of a list")
        case .yesNo: Phrase(sv: "ja eller nej", en: "yes or no")
        case .hours: Phrase(sv: "timmar", en: "hours")
        case .places, .supervision: Phrase(sv: "antal", en: "count")
        case .age: Phrase(sv: "ålder", en: "age")
        case .priority: Phrase(sv: "siffra", en: "digit")
        case .amount: Phrase(sv: "tal", en: "number")
        case .weekdays: Phrase(sv: "veckodagar", en: "weekdays")
        case .ssyk, .ssykList: Phrase(sv: "yrkeskod", en: "occupation code")
        case .keywords: Phrase(sv: "lista av ord", en: "list of words")
        case .codes: Phrase(sv: "lista av koder", en: "list of codes")
        case .identity: Phrase(sv: "identitetsnummer", en: "identity number")
        }
    }
}

/// Why a cell cannot be read.
enum CellFault: Error, Hashable {
    case value(ValueError)
    case word([String])

    var sentence: Phrase {
        switch self {
        case .value(let error): error.phrase
        case .word(let words):
            Phrase(
                sv: "Ordet hör inte till listan; skriv något av " + words.joined(separator: ", ") + ".",
                en: "The word is not of the list; write one of " + words.joined(separator: ", ") + ".")
        }
    }
}

extension CellType {
    /// The cell as the database reads it; nil for an empty one.
    func read(_ cell: ArraySlice<UInt8>) throws(CellFault) -> String? {
        let cell = cell.trimmed
        guard !cell.isEmpty else { return nil }
        do throws(ValueError) {
            switch self {
            case .day:
                _ = try Day(ascii: cell)
                return cell.text
            case .code: return try Code(cell.text).rawValue
            case .line: return try Line(Inert.restored(cell).text).rawValue
            case .keyword: return try Keyword(Inert.restored(cell).text).rawValue
            case .email: return try EmailAddress(Inert.restored(cell).text).rawValue
            case .hours: return String(try WorkHours(cell.text).minutes)
            case .amount: return String(try Amount(cell.text).hundredths)
            case .weekdays: return String(try Weekdays(cell.text).rawValue)
            case .ssyk: return try SSYK(cell.text).rawValue
            case .places: return String(try Capacity(cell.number(.capacity)).rawValue)
            case .priority: return String(try Priority(cell.number(.priority)).rawValue)
            case .supervision: return try cell.number(in: 0...500, .supervisionCapacity)
            case .age: return try cell.number(in: Slot.minimumAges, .minimumAge)
            case .ssykList: return try cell.list { text throws(ValueError) in try SSYK(text).rawValue }
            case .keywords: return try cell.list { text throws(ValueError) in try Keyword(text).rawValue }
            case .codes: return try cell.list { text throws(ValueError) in try Code(text).rawValue }
            case .identity: return cell.text
            case .word, .yesNo: break
            }
        } catch {
            throw .value(error)
        }
        let text = cell.text
        switch self {
        case .word(let words) where words.contains(text): return text
        case .word(let words): throw .word(words)
        default:
            guard text == "yes" || text == "no" else { throw .word(["yes", "no"]) }
            return text == "yes" ? "t" : "f"
        }
    }
}

extension ArraySlice<UInt8> {
    var text: String { String(decoding: self, as: UTF8.self) }

    /// Without space and tabs at its ends.
    var trimmed: ArraySlice<UInt8> {
        guard let first, let last, first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 else { return self }
        var slice = self
        while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
        while let last = slice.last, last == 0x20 || last == 0x09 { slice.removeLast() }
        return slice
    }

    fileprivate func number(_ fault: ValueError) throws(ValueError) -> Int {
        guard count <= 9, allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text) else { throw fault }
        return number
    }

    fileprivate func number(in range: ClosedRange<Int>, _ fault: ValueError) throws(ValueError) -> String {
        let number = try number(fault)
        guard range.contains(number) else { throw fault }
        return String(number)
    }

    /// Parts between `|`, each once and the first time it comes, as PostgreSQL writes an array.
    fileprivate func list(_ read: (String) throws(ValueError) -> String) throws(ValueError) -> String? {
        var parts: [String] = []
        for part in split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: true) {
            let part = part.trimmed
            guard !part.isEmpty else { continue }
            let text = try read(part.text)
            if !parts.contains(text) { parts.append(text) }
        }
        guard !parts.isEmpty else { return nil }
        let quoted = parts.map { part in
            var quoted = "\""
            for character in part.unicodeScalars {
                if character == "\"" || character == "\\" { quoted.unicodeScalars.append("\\") }
                quoted.unicodeScalars.append(character)
            }
            return quoted + "\""
        }
        return "{" + quoted.joined(separator: ",") + "}"
    }
}
