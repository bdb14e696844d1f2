import Documents
package import Domain
import FoundationEssentials
import Glibc

/// Everything a command says. Answers go to standard output in the form asked for; sentences beside them, progress and
/// errors to standard error, so that an answer can be piped.
package struct Output: Sendable {
    package let format: OutputFormat
    package let language: Language
    let terminal: Terminal

    init(format: OutputFormat, language: Language, terminal: Terminal) {
        self.format = format
        self.language = language
        self.terminal = terminal
    }

    /// A listing. `empty` is said where there is nothing to list; with `isCut` false, lines may be wider than the terminal.
    package func list(
        _ table: Table, empty: Phrase = Phrase(sv: "Ingenting att visa.", en: "Nothing to show."), isCut: Bool = true
    ) throws {
        switch format {
        case .table where table.rows.isEmpty: note(empty)
        case .table:
            let (text, leftOut) = renderer(isCut: isCut).render(table)
            write(text)
            if !leftOut.isEmpty { note(Self.tooNarrow(leftOut)) }
        case .json: try writeJSON(table.rows.map { JSONRow(columns: table.columns, cells: $0) })
        case .csv: writeCSV(table, .machines)
        case .spreadsheet: writeCSV(table, .people)
        }
    }

    private static func tooNarrow(_ leftOut: [String]) -> Phrase {
        let titles = leftOut.joined(separator: ", ")
        return Phrase(
            sv: "Terminalen är för smal för: \(titles). Med --format csv kommer allt.",
            en: "The terminal is too narrow for: \(titles). With --format csv there is everything.")
    }

    /// One record, a line for each column.
    package func show(_ table: Table) throws {
        switch format {
        case .table: write(renderer(isCut: false).renderRecord(table))
        case .json: for row in table.rows { try writeJSON(JSONRow(columns: table.columns, cells: row)) }
        case .csv, .spreadsheet: try list(table)
        }
    }

    /// A result that has a shape of its own in JSON, and is a listing elsewhere.
    package func result(_ json: some Encodable, _ table: Table) throws {
        if format == .json { try writeJSON(json) } else { try list(table) }
    }

    /// The answer of a change: a sentence for people, an object for scripts.
    package func answer(_ json: some Encodable, _ sentence: Phrase) throws {
        if format == .json { try writeJSON(json) } else { say(sentence) }
    }

    /// A sentence that is the answer. It goes to standard error where the answer proper is for a script.
    package func say(_ phrase: Phrase) {
        Terminal.write(phrase[language] + "\n", to: format == .table ? STDOUT_FILENO : STDERR_FILENO)
    }

    /// A heading between listings; nothing where the answer is for a script.
    package func heading(_ phrase: Phrase) {
        guard format == .table else { return }
        write(terminal.isColoured ? "\n\u{1B}[1m\(phrase[language])\u{1B}[0m\n" : "\n\(phrase[language])\n")
    }

    /// A sentence beside the answer.
    package func note(_ phrase: Phrase) {
        Terminal.write(phrase[language] + "\n", to: STDERR_FILENO)
    }

    /// How far long work has come; replaces what it said before, and only a terminal shows it.
    package func progress(_ phrase: Phrase) {
        guard terminal.showsProgress else { return }
        Terminal.write("\r\u{1B}[K\(phrase[language])", to: STDERR_FILENO)
    }

    /// Clears the line of progress.
    package func endProgress() {
        guard terminal.showsProgress else { return }
        Terminal.write("\r\u{1B}[K", to: STDERR_FILENO)
    }

    /// Text as it stands, such as a document.
    package func write(_ text: String) {
        Terminal.write(text, to: STDOUT_FILENO)
    }

    /// With sorted keys; on several lines for a terminal, on one for a script.
    package func writeJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if terminal.width != nil { encoder.outputFormatting.insert(.prettyPrinted) }
        write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
    }

    private func renderer(isCut: Bool) -> TableRenderer {
        TableRenderer(language: language, width: isCut ? terminal.width : nil, isColoured: terminal.isColoured)
    }

    private func writeCSV(_ table: Table, _ dialect: CSVDialect) {
        var writer = CSVWriter(dialect)
        writer.write(table.columns.map(\.key))
        for row in table.rows {
            writer.write(row.map(\.csv))
            if writer.bytes.count > 1 << 16 { write(String(decoding: writer.take(), as: UTF8.self)) }
        }
        write(String(decoding: writer.take(), as: UTF8.self))
    }
}

/// A row as an object with the columns' keys; an empty cell is null.
private struct JSONRow: Encodable {
    let columns: [Table.Column]
    let cells: [Cell]

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (column, cell) in zip(columns, cells) {
            let key = Key(stringValue: column.key)
            switch cell {
            case .empty: try container.encodeNil(forKey: key)
            case .text(let text): try container.encode(text, forKey: key)
            case .integer(let value): try container.encode(value, forKey: key)
            case .decimal(let value, _): try container.encode(value, forKey: key)
            case .flag(let value): try container.encode(value, forKey: key)
            }
        }
    }
}
