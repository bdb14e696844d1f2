import Documents
import Operations
import Statistics

/// The report as a file: a workbook, for a spreadsheet in Swedish, or for a program.
enum FigureFile {
    static func answer(_ visit: Visit) async throws -> PageAnswer {
        let period = try FigurePages.period(visit)
        if let kind = visit.query["for"].flatMap({ ReportFileKind(rawValue: $0) }) {
            let file = try await visit.operations.reportFile(visit.actor, period, as: kind, in: visit.language)
            return .file(name: file.name, type: kind.type, file.bytes)
        }
        if visit.query["for"] == "planning" {
            let file = try await visit.operations.planningDocument(visit.actor, period)
            return .file(name: file.name, type: "text/csv; charset=utf-8", file.bytes)
        }
        let dialect: CSVDialect = visit.query["for"] == "machines" ? .machines : .people
        // Whatever leaves the house is kept to what may be published.
        let report = try await visit.operations.periodReport(visit.actor, period, forPublication: true).report
        var writer = CSVWriter(dialect)
        writer.write(AnnualReport.fileColumns.map(CSVCell.text))
        for row in report.fileRows { writer.write(row) }
        return .file(
            name: "praktik-\(report.municipality)-\(period).csv", type: "text/csv; charset=utf-8", writer.take())
    }
}
