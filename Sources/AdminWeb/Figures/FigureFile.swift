import Documents
import Operations
import Statistics

/// The report as a file: for a spreadsheet in Swedish, or for a program.
enum FigureFile {
    static func answer(_ visit: Visit) async throws -> PageAnswer {
        let year = try FigurePages.year(visit)
        let dialect: CSVDialect = visit.query["for"] == "machines" ? .machines : .people
        // Whatever leaves the house is kept to what may be published.
        let report = try await visit.operations.annualReport(visit.actor, year: year, forPublication: true)
        var writer = CSVWriter(dialect)
        writer.write(AnnualReport.fileColumns.map(CSVCell.text))
        for row in report.fileRows { writer.write(row) }
        return .file(name: "praktik-\(report.municipality)-\(year).csv", type: "text/csv; charset=utf-8", writer.take())
    }
}
