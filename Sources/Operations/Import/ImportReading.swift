import Documents
import Domain
import FoundationEssentials
import Postgres
import Store

/// One reading of a file: its rows on the way into the temporary table, and everything found wrong with it.
struct ImportReading {
    private let kind: ImportKind
    private let table: any ImportTable.Type
    private let columnTypes: [ImportColumn]
    private let names: [String: Int]
    private let municipality: MunicipalityCode
    private let today: Day
    private let identifiers: Identifiers
    private var header: ImportHeader?
    private(set) var faults = ImportFaults()
    private var rows = 0

    init(_ kind: ImportKind, _ municipality: MunicipalityCode, _ today: Day, _ identifiers: Identifiers) {
        self.kind = kind
        table = kind.table
        columnTypes = kind.table.columns
        names = Dictionary(uniqueKeysWithValues: kind.table.columns.enumerated().map { ($1.name, $0) })
        self.municipality = municipality
        self.today = today
        self.identifiers = identifiers
    }

    /// Whether the rows could be read at all.
    var hasRows: Bool { header?.isRecognised ?? false }

    /// The kind's columns that the file has.
    var columns: Set<String> {
        guard let header else { return [] }
        return Set(zip(columnTypes, header.places).filter { $0.1 != nil }.map { $0.0.name })
    }

    var sortedFaults: ImportFaults {
        var faults = faults
        faults.sort()
        return faults
    }

    mutating func load(
        _ source: ImportSource, into connection: Connection, _ municipalityNeeded: Bool,
        _ progress: @Sendable (ImportProgress) -> Void
    ) async throws {
        var reader = CSVReader(try source.open())
        var first: CSVRecord?
        do { first = try reader.next() } catch let fault as CSVFault { return append(fault) }
        let header = ImportHeader(first, kind, municipalityNeeded: municipalityNeeded)
        self.header = header
        for fault in header.faults { faults.append(fault) }
        guard header.isRecognised else { return }
        var reported = 0
        try await connection.copy(table.staging.target) { writer in
            while true {
                do {
                    guard let record = try reader.next() else { break }
                    if record.isBlank { continue }
                    rows += 1
                    if let values = row(record, header) { try await writer.row(texts: values) }
                } catch let fault as CSVFault {
                    append(fault)
                }
                if reader.bytesRead - reported >= 1 << 20 {
                    reported = reader.bytesRead
                    progress(ImportProgress(bytes: reported, size: source.size, rows: rows))
                }
            }
        }
        progress(ImportProgress(bytes: reader.bytesRead, size: source.size, rows: rows))
    }

    /// The values of a row for the temporary table; nil where it is no row of this file at all.
    private mutating func row(_ record: CSVRecord, _ header: ImportHeader) -> [String?]? {
        guard record.count == header.width else {
            append(
                line: record.line, column: nil,
                Phrase(
                    sv:
                        "Raden har \(record.count) celler och rubrikraden \(header.width); se efter om ett skiljetecken "
                        + "saknas eller står i en cell utan citattecken.",
                    en:
                        "The row has \(record.count) cells and the heading row \(header.width); see whether a separator "
                        + "is missing or stands in a cell without quotation marks."))
            return nil
        }
        checkMunicipality(record, header)
        var cells = [String?](repeating: nil, count: columnTypes.count)
        var unreadable: [(Int, Phrase)] = []
        for (index, column) in columnTypes.enumerated() {
            guard let place = header.places[index] else { continue }
            do throws(CellFault) {
                cells[index] = record.isEmpty(place) ? nil : try column.type.read(record[place])
                if column.isRequired, cells[index] == nil { unreadable.append((index, Self.missing)) }
            } catch {
                unreadable.append((index, error.sentence))
            }
        }
        var row = ImportRow(line: record.line, cells: cells, names: names)
        for (index, sentence) in unreadable { row.cannotRead(index, sentence) }
        table.check(&row, today: today)
        for (index, sentence) in row.problems {
            append(line: record.line, column: columnTypes[index], sentence)
        }
        var values: [String?] = [String(record.line)]
        values.reserveCapacity(row.cells.count + table.keys + 1)
        for _ in 0..<table.keys { values.append(identifiers.nextUUID().uuidString) }
        values.append(contentsOf: row.cells)
        return values
    }

    private mutating func checkMunicipality(_ record: CSVRecord, _ header: ImportHeader) {
        guard let place = header.municipality else { return }
        let cell = record[place].trimmed
        guard !cell.elementsEqual(municipality.rawValue.utf8) else { return }
        let isCode = (try? MunicipalityCode(cell.text)) != nil
        faults.append(
            ImportFault(
                line: record.line, column: "municipality", position: place + 1,
                kind: Phrase(sv: "kommunkod", en: "municipality code"),
                sentence: isCode
                    ? Phrase(
                        sv: "Raden hör till en annan kommun än \(municipality); läs in varje kommun för sig.",
                        en: "The row belongs to another municipality than \(municipality); import each by itself.")
                    : ValueError.municipality.phrase))
    }

    private static let missing = Phrase(
        sv: "Cellen är tom men måste fyllas i.", en: "The cell is empty but must be filled in.")
}

// MARK: Faults

extension ImportReading {
    private mutating func append(line: Int, column: ImportColumn?, _ sentence: Phrase) {
        let place = column.flatMap { column in names[column.name].flatMap { header?.places[$0] } }
        faults.append(
            ImportFault(
                line: line, column: column?.name ?? "", position: place.map { $0 + 1 },
                kind: column?.type.kind ?? Phrase(sv: "rad", en: "row"), sentence: sentence))
    }

    private mutating func append(_ fault: CSVFault) {
        let index = header?.places.firstIndex(of: fault.position - 1)
        let column = index.map { columnTypes[$0] }
        faults.append(
            ImportFault(
                line: fault.line, column: column?.name ?? "", position: fault.position,
                kind: column?.type.kind ?? Phrase(sv: "filens form", en: "form of the file"),
                sentence: fault.kind.sentence))
    }

    mutating func append(_ fault: StagedFault) {
        let column = names[fault.column].map { columnTypes[$0] }
        append(line: fault.line, column: column, fault.problem.sentence(other: fault.other))
    }
}
