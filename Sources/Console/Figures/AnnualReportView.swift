import Documents
import Domain
import Operations
import Statistics

/// An annual report as a terminal, a script or a spreadsheet reads it.
struct AnnualReportView {
    let whole: PeriodReport

    private var report: AnnualReport { whole.report }

    func write(to output: Output) throws {
        switch output.format {
        case .json: try output.writeJSON(whole)
        case .csv, .spreadsheet: try output.list(file)
        case .table: try writeTables(to: output)
        }
    }

    private func writeTables(to output: Output) throws {
        output.heading(title)
        if let mark = report.mark {
            output.say(mark.phrase)
            output.say(Phrase(sv: "Kontrollsumma (SHA-256): \(mark.digest)", en: "Digest (SHA-256): \(mark.digest)"))
        }
        for cut in report.cuts {
            output.heading(cut.heading(Figure.Chapter.happened.label))
            try output.list(happened(cut, output.language))
        }
        for cut in report.cuts {
            output.heading(cut.heading(Figure.Chapter.ledTo.label))
            try output.list(ledTo(cut, output.language))
        }
        if !report.suppressed.isEmpty {
            let count = report.suppressed.count
            output.heading(Phrase(sv: "Visas inte", en: "Not shown"))
            output.say(
                Phrase(
                    sv: "\(count) tal är 1–4 personer eller skulle röja ett sådant tal; de står tomma.",
                    en: "\(count) figures are 1–4 persons or would tell such a figure; they are left empty."))
            if let loss = report.loss { output.say(loss.phrase) }
        }
        try ReportContextView(whole: whole).write(to: output)
        output.definitions(AnnualReport.definitions)
        for text in report.cuts.compactMap(\.text) { output.say(text) }
    }

    private var title: Phrase {
        Phrase(sv: "\(report.title.sv), \(report.municipality)", en: "\(report.title.en), \(report.municipality)")
    }

    /// The rows of a cut that have anything in them, and the total under them.
    private func rows(_ cut: Cut) -> [FigureRow] {
        report.shown(cut) + [report.total]
    }

    private func happened(_ cut: Cut, _ language: Language) -> Table {
        let columns: [(Figure, Phrase)] = [
            (.offered, Phrase(sv: "Erbj.", en: "Offered")), (.filled, Phrase(sv: "Tills.", en: "Filled")),
            (.started, Phrase(sv: "Påb.", en: "Started")), (.completed, Phrase(sv: "Genomf.", en: "Compl.")),
            (.interrupted, Phrase(sv: "Avbr.", en: "Interr.")), (.noShow, Phrase(sv: "Utebl.", en: "No-show")),
            (.persons, Phrase(sv: "Pers.", en: "Persons")),
        ].filter { cut.holds($0.0) }
        var table = Table(
            [Table.Column("key", cut.title), .init("name", sv: "", en: "")]
                + columns.map { Table.Column($0.0.rawValue, $0.1) }
                + [.init(FigureRow.daysToStartName, sv: "Dagar", en: "Days")])
        for row in rows(cut) {
            table.add(
                [.text(cut.code(row)[language]), .text(row.name ?? "")] + columns.map { Cell(row[$0.0]) }
                    + [Cell(row.daysToStart)])
        }
        return table
    }

    /// Every share with the response rate beside it; the unknown stay in what is divided by.
    private func ledTo(_ cut: Cut, _ language: Language) -> Table {
        let holdsSixty = cut.holds(.sixtyDenominator)
        var table = Table(
            [
                Table.Column("key", cut.title), .init("ended", sv: "Slutat", en: "Ended"),
                .init("employed_any", sv: "Anst.", en: "Empl."), .init("employed_share", sv: "%", en: "%"),
                .init("hired_by_host", sv: "Värd", en: "Host"),
                .init("kolada_numerator", sv: "Kolada", en: "Kolada"), .init("kolada_share", sv: "%", en: "%"),
                .init("unknown", sv: "Okända", en: "Unknown"), .init("response", sv: "Svar %", en: "Resp. %"),
            ]
                + (holdsSixty
                    ? [
                        .init("sixty_denominator", sv: "Intro. slut", en: "Intro. end"),
                        .init("sixty_numerator", sv: "Arb./stud.", en: "Work/stud."),
                        .init("sixty_share", sv: "%", en: "%"), .init("sfi_d", sv: "SFI D", en: "SFI D"),
                        .init("sfi_d_share", sv: "%", en: "%"),
                    ] : []))
        for row in rows(cut) {
            let ended = row[.koladaDenominator]
            let placements: [Cell] = [
                .text(cut.code(row)[language]), Cell(ended), Cell(row[.employedAny]),
                Cell(perCent: row[.employedAny], of: ended), Cell(row[.hiredByHost]), Cell(row[.koladaNumerator]),
                Cell(perCent: row[.koladaNumerator], of: ended), Cell(row[.unknown]),
                Cell(perCent: row[.known], of: ended),
            ]
            let persons: [Cell] = [
                Cell(row[.sixtyDenominator]), Cell(row[.sixtyNumerator]),
                Cell(perCent: row[.sixtyNumerator], of: row[.sixtyDenominator]), Cell(row[.sfiNumerator]),
                Cell(perCent: row[.sfiNumerator], of: row[.sfiDenominator]),
            ]
            table.add(placements + (holdsSixty ? persons : []))
        }
        return table
    }

    private var file: Table {
        var table = Table(AnnualReport.fileColumns.map { Table.Column($0, sv: $0, en: $0) })
        for row in report.fileRows { table.add(row.map(Cell.init)) }
        return table
    }
}

extension Cut {
    fileprivate var title: Phrase {
        Phrase(sv: label.sv.capitalisedFirst, en: label.en.capitalisedFirst)
    }

    fileprivate func heading(_ part: Phrase) -> Phrase {
        Phrase(sv: "Per \(label.sv): \(part.sv)", en: "By \(label.en): \(part.en)")
    }
}

extension Cell {
    /// To the nearest whole per cent; empty where there is nothing to divide by or a part is not shown.
    fileprivate init(perCent numerator: Int?, of denominator: Int?) {
        self.init(FigureShare.perCent(numerator, of: denominator))
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Cell {
    init(_ cell: CSVCell) {
        self =
            switch cell {
            case .empty: .empty
            case .text(let text): .text(text)
            case .integer(let value): .integer(value)
            case .decimal(let value, let places): .decimal(value, places: places)
            }
    }
}
