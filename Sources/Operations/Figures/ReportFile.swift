import Documents
public import Domain
import Postgres
import Statistics
import Store

/// The forms an annual report leaves the house in.
public enum ReportFileKind: String, Sendable, CaseIterable {
    case workbook = "xlsx"
    /// Tagged, in Swedish whatever the language.
    case paper = "pdf"

    /// Its media type.
    public var type: String {
        switch self {
        case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .paper: "application/pdf"
        }
    }
}

extension Operations {
    /// The annual report as a file. It leaves the house, so that small counts of people are kept back whoever takes it.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999; of the first there is no year before.
    public func annualReportFile(
        _ actor: Actor, year: Int, as kind: ReportFileKind, in language: Language
    ) async throws -> PrintedDocument {
        let language = kind == .paper ? .swedish : language
        let tables = ReportTables(
            report: try await annualReport(actor, year: year, forPublication: true),
            before: try await annualReport(actor, year: max(1, year - 1), forPublication: true),
            commitment: try await commitmentStatus(actor, year: year, forPublication: true), language: language)
        let settings = try await read(actor, .readFigures) { connection in
            try await connection.municipalitySettings(actor.municipality)
        }
        let name = settings.printedName(of: actor.municipality)
        let made = clock.today
        switch kind {
        case .workbook:
            let title = Phrase(sv: "Årsrapport \(year), praktikplatser", en: "Annual report \(year), placements")
            let about = tables.about(municipality: name, made: made, threshold: settings.suppressionThreshold)
            let book = Workbook(
                title: title[language], author: name, created: Int(made.daysSince1970) * 86_400,
                tables: [about] + tables.all, withheld: (mark: "–", note: ReportTables.withheld[language]))
            return PrintedDocument(name: "praktik-\(actor.municipality)-\(year).xlsx", bytes: try book.bytes())
        case .paper:
            let paper = ReportPaper(tables: tables, municipality: name, today: made)
            return PrintedDocument(
                name: "praktik-\(actor.municipality)-\(year).pdf", bytes: try await Self.print(paper.page))
        }
    }

    /// Throws the refusal that says why there is no paper.
    static func print(_ page: PrintPage) async throws -> [UInt8] {
        guard let printer = PDFPrinter.found else { throw Refusal.agreement(.printerMissing) }
        do {
            return try await printer.print(page)
        } catch is PDFFault {
            throw Refusal.agreement(.printFailed)
        }
    }
}

extension ReportTables {
    static let withheld = Phrase(
        sv: "Visas inte: talet är 1–4 personer, eller skulle röja ett sådant tal.",
        en: "Not shown: the figure is 1–4 persons, or would tell such a figure.")

    /// What the document is, when it was made and what is not in it.
    func about(municipality: String, made: Day, threshold: Int) -> DataTable {
        func word(_ sv: String, _ en: String) -> String { Phrase(sv: sv, en: en)[language] }
        var table = DataTable(
            word("Om rapporten", "About the report"),
            [.init(word("Uppgift", "Item"), .text), .init(word("Innehåll", "Content"), .wide)])
        table.add([.text(word("Kommun", "Municipality")), .text("\(municipality) (\(report.municipality))")])
        table.add([.text(word("År", "Year")), .integer(report.year)])
        table.add([.text(word("Framtagen", "Made on")), .day(made.year, made.month, made.day)])
        table.add([
            .text(word("Minsta tal personer som visas", "Least count of persons shown")), .integer(threshold),
        ])
        table.add([.text(word("Tal som inte visas", "Figures not shown")), .integer(report.suppressed.count)])
        table.add([
            .text(word("Strecket –", "The dash –")), .text(Self.withheld[language]),
        ])
        return table
    }
}
