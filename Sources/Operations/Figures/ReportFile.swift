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
        let content = try await fileContent(actor, period)
        let tables = ReportTables(whole: content.whole, language: language)
        let (municipality, made) = (content.municipality, content.made)
        let name = "praktik-\(actor.municipality)-\(period).\(kind.rawValue)"
        switch kind {
        case .workbook:
            let about = tables.about(municipality: municipality, made: made, threshold: content.threshold)
            let book = Workbook(
                title: tables.report.title[language], author: municipality, created: Int(made.daysSince1970) * 86_400,
                tables: [about] + tables.all, withheld: (mark: "–", note: ReportTables.withheld[language]))
            return PrintedDocument(name: name, bytes: try book.bytes())
        case .paper:
            let paper = ReportPaper(tables: tables, municipality: municipality, today: made)
            return PrintedDocument(name: name, bytes: try await Self.print(paper.page))
        }
    }

    private struct FileContent {
        let whole: PeriodReport
        let municipality: String
        let made: Day
        let threshold: Int
    }

    /// Of a closed period everything, the day and the municipality's name too, is as it was closed.
    private func fileContent(_ actor: Actor, _ period: ReportPeriod) async throws -> FileContent {
        let form = try Self.form(actor, period, true, false)
        let today = clock.today
        return try await read(actor, .readFigures) { connection in
            if let frozen = try await connection.frozen(actor.municipality, period, published: true) {
                let figures = frozen.figures
                return FileContent(
                    whole: frozen.whole, municipality: figures.municipalityName, made: figures.closedOn,
                    threshold: figures.threshold)
            }
            let settings = try await connection.municipalitySettings(actor.municipality)
            return FileContent(
                whole: try await connection.periodReport(actor.municipality, period, form, today: today),
                municipality: settings.printedName(of: actor.municipality), made: today,
                threshold: settings.suppressionThreshold)
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
        if let mark = report.mark {
            table.add([.text(word("Stängning", "Closing")), .text(mark.phrase[language])])
            table.add([.text(word("Kontrollsumma (SHA-256)", "Digest (SHA-256)")), .text(mark.digest)])
        }
        return table
    }
}
