import Documents
import Domain

/// Which column of the file holds which of the kind's, from its first record.
struct ImportHeader {
    /// For each column of the kind its place in the file, from 0.
    let places: [Int?]
    /// The place of the municipality, from 0.
    let municipality: Int?
    /// How many fields a row must have.
    let width: Int
    let faults: [ImportFault]
    /// Whether it is a heading row of the kind at all; if not, the rows say nothing.
    let isRecognised: Bool

    init(_ record: CSVRecord?, _ kind: ImportKind, municipalityNeeded: Bool) {
        let names = (record?.texts ?? []).map { name in
            String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let line = record?.line ?? 1
        let columns = kind.table.columns
        var faults: [ImportFault] = []
        func fault(_ column: String, _ position: Int?, sv: String, en: String) {
            faults.append(
                ImportFault(
                    line: line, column: column, position: position, kind: Phrase(sv: "rubrik", en: "heading"),
                    sentence: Phrase(sv: sv, en: en)))
        }
        width = names.count
        municipality = names.firstIndex(of: "municipality")
        places = columns.map { names.firstIndex(of: $0.name) }
        let known = kind.columns
        guard names.contains(where: { known.contains($0) }) else {
            // Its words may be a person's: they are not repeated.
            fault(
                "", nil,
                sv: "Filen saknar rubrikrad för \(kind.label.sv); första raden ska namnge kolumnerna: "
                    + known.joined(separator: ", ") + ".",
                en: "The file has no heading row for \(kind.label.en); its first row must name the columns: "
                    + known.joined(separator: ", ") + ".")
            self.faults = faults
            isRecognised = false
            return
        }
        for (index, name) in names.enumerated() {
            if !known.contains(name) {
                let shown = Self.shown(name)
                fault(
                    shown, index + 1,
                    sv: "Kolumnen \(shown) finns inte i \(kind.label.sv); ta bort den eller rätta namnet.",
                    en: "There is no column \(shown) in \(kind.label.en); remove it or correct its name.")
            } else if names.firstIndex(of: name) != index {
                fault(
                    name, index + 1, sv: "Kolumnen \(name) står två gånger; ta bort den ena.",
                    en: "The column \(name) stands twice; remove one of them.")
            }
        }
        for (column, place) in zip(columns, places) where column.isRequired && place == nil {
            fault(
                column.name, nil, sv: "Kolumnen \(column.name) saknas; lägg till den.",
                en: "The column \(column.name) is missing; add it.")
        }
        if municipalityNeeded, municipality == nil {
            fault(
                "municipality", nil, sv: "Kolumnen municipality saknas; lägg till den eller ange --municipality.",
                en: "The column municipality is missing; add it or give --municipality.")
        }
        self.faults = faults
        isRecognised = true
    }

    /// A heading's own words, short and without what may be a number of a person.
    private static func shown(_ name: String) -> String {
        let digits = name.unicodeScalars.reduce(0) { $0 + (("0"..."9").contains($1) ? 1 : 0) }
        guard digits < 6, !name.contains("@"), !name.isEmpty else { return "?" }
        return String(name.prefix(40))
    }
}
