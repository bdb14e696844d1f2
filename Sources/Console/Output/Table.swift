import Documents
package import Domain

/// One value of a listing.
package enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    case integer(Int)
    case decimal(Double, places: Int)
    case flag(Bool)

    package init(_ text: String?) { self = text.map(Cell.text) ?? .empty }
    package init(_ integer: Int?) { self = integer.map(Cell.integer) ?? .empty }
    package init(_ flag: Bool?) { self = flag.map(Cell.flag) ?? .empty }
    package init(_ value: (some CustomStringConvertible)?) { self = value.map { .text($0.description) } ?? .empty }

    /// As people read it.
    func text(_ language: Language) -> String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let value): String(value)
        case .decimal(let value, let places): CSVWriter.fixed(value, places, decimal: language == .swedish ? "," : ".")
        case .flag(let value):
            (value ? Phrase(sv: "ja", en: "yes") : Phrase(sv: "nej", en: "no"))[language]
        }
    }

    /// As the files of an import have it.
    var csv: CSVCell {
        switch self {
        case .empty: .empty
        case .text(let text): .text(text)
        case .integer(let value): .integer(value)
        case .decimal(let value, let places): .decimal(value, places: places)
        case .flag(let value): .text(value ? "yes" : "no")
        }
    }

    var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        case .empty, .text, .flag: false
        }
    }
}

/// A listing: the same rows for eyes and for scripts.
package struct Table: Sendable {
    package struct Column: Sendable {
        /// The name in JSON and CSV, as in the files of an import.
        package let key: String
        package let title: Phrase

        package init(_ key: String, sv: String, en: String) {
            self.key = key
            title = Phrase(sv: sv, en: en)
        }

        package init(_ key: String, _ title: Phrase) {
            self.key = key
            self.title = title
        }
    }

    package let columns: [Column]
    package private(set) var rows: [[Cell]] = []

    package init(_ columns: [Column]) {
        self.columns = columns
    }

    package init(_ columns: Column...) {
        self.columns = columns
    }

    /// Cells in the columns' order; missing ones at the end are empty.
    package mutating func add(_ cells: [Cell]) {
        rows.append(Array((cells + columns.map { _ in .empty }).prefix(columns.count)))
    }

    package mutating func add(_ cells: Cell...) {
        add(cells)
    }
}
