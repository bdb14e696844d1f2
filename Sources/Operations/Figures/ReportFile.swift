import Documents
public import Domain
import Postgres
import Statistics
import Store

/// The forms a report leaves the house in.
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
    /// A period's report as a file. It leaves the house, so that small counts of people are kept back whoever takes it, and
    /// days of one's own choice are refused.
    public func reportFile(
        _ actor: Actor, _ period: ReportPeriod, as kind: ReportFileKind, in language: Language
    ) async throws -> PrintedDocument {
        let language = kind == .paper ? .swedish : language
        let tables = ReportTables(
            whole: try await periodReport(actor, period, forPublication: true), language: language)
        let settings = try await read(actor, .readFigures) { connection in
            try await connection.municipalitySettings(actor.municipality)
        }
        let municipality = settings.printedName(of: actor.municipality)
        let made = clock.today
        let name = "praktik-\(actor.municipality)-\(period).\(kind.rawValue)"
        switch kind {
        case .workbook:
            let about = tables.about(municipality: municipality, made: made, threshold: settings.suppressionThreshold)
            let book = Workbook(
                title: tables.report.title[language], author: municipality, created: Int(made.daysSince1970) * 86_400,
                tables: [about] + tables.all, withheld: (mark: "–", note: ReportTables.withheld[language]))
            return PrintedDocument(name: name, bytes: try book.bytes())
        case .paper:
            let paper = ReportPaper(tables: tables, municipality: municipality, today: made)
            return PrintedDocument(name: name, bytes: try await Self.print(paper.page))
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
        table.add([.text(word("Period", "Period")), .text(report.period.label[language])])
        if let days = try? report.period.days {
            table.add([.text(word("Första dagen", "First day")), .day(days.from.year, days.from.month, days.from.day)])
            table.add([.text(word("Sista dagen", "Last day")), .day(days.to.year, days.to.month, days.to.day)])
        }
        table.add([.text(word("Framtagen", "Made on")), .day(made.year, made.month, made.day)])
        table.add([
            .text(word("Minsta tal personer som visas", "Least count of persons shown")), .integer(threshold),
        ])
        table.add([.text(word("Tal som inte visas", "Figures not shown")), .integer(report.suppressed.count)])
        if let loss = report.loss {
            table.add([.text(word("Vad som går förlorat", "What is lost")), .text(loss.phrase[language])])
        }
        table.add([
            .text(word("Strecket –", "The dash –")), .text(Self.withheld[language]),
        ])
        return table
    }
}
