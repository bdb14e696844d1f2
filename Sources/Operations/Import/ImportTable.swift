import Domain
import Store

/// A kind of file: its columns, what must agree within a row, and where its rows go.
protocol ImportTable {
    static var columns: [ImportColumn] { get }
    static var staging: any StagedImport.Type { get }
    /// How many keys a row may come to need.
    static var keys: Int { get }

    /// Looks at a row's cells together, and may fill in what they imply.
    static func check(_ row: inout ImportRow, today: Day)
}

extension ImportTable {
    static var keys: Int { 1 }
}

/// A row on its way to the database: its cells in the order of the kind's columns, and what is wrong with it.
struct ImportRow {
    let line: Int
    var cells: [String?]
    private(set) var problems: [(column: Int, sentence: Phrase)] = []
    private let names: [String: Int]
    /// Columns whose cell could not be read: nothing more is said of them.
    private var unreadable: Set<Int> = []

    init(line: Int, cells: [String?], names: [String: Int]) {
        self.line = line
        self.cells = cells
        self.names = names
    }

    subscript(_ column: String) -> String? {
        get { names[column].flatMap { cells[$0] } }
        set { if let index = names[column] { cells[index] = newValue } }
    }

    mutating func cannotRead(_ index: Int, _ sentence: Phrase) {
        unreadable.insert(index)
        problems.append((index, sentence))
    }

    mutating func fault(_ column: String, sv: String, en: String) {
        fault(column, Phrase(sv: sv, en: en))
    }

    mutating func fault(_ column: String, _ sentence: Phrase) {
        guard let index = names[column], !unreadable.contains(index) else { return }
        problems.append((index, sentence))
    }

    func isReadable(_ column: String) -> Bool { names[column].map { !unreadable.contains($0) } ?? true }

    /// That the second of two dates is not before the first; dates of this form sort as their text does.
    mutating func checkOrder(_ from: String, _ to: String) {
        if let first = self[from], let last = self[to], last < first { fault(to, ValueError.periodReversed.phrase) }
    }
}
