import Domain

/// A report as a snapshot's document keeps it: every row of every cut, and what is kept back.
struct FrozenReport: Codable {
    struct Row: Codable {
        let key: String
        let name: String?
        let isDepartment: Bool
        /// Those that have a meaning in the cut and are shown.
        let figures: [String: Int]
        let daysToStart: Int?

        enum CodingKeys: String, CodingKey {
            case key, name, figures
            case isDepartment = "is_department"
            case daysToStart = "days_to_start"
        }

        init(_ row: FigureRow) {
            key = row.key
            name = row.name
            isDepartment = row.isDepartment
            figures = Dictionary(
                uniqueKeysWithValues: Figure.allCases.compactMap { figure in row[figure].map { (figure.rawValue, $0) } }
            )
            daysToStart = row.daysToStart
        }

        func restored(in cut: Cut) -> FigureRow {
            var row = FigureRow(key: key, name: name, in: cut)
            row.isDepartment = isDepartment
            for figure in Figure.allCases { row[figure] = figures[figure.rawValue] }
            row.daysToStart = daysToStart
            return row
        }
    }

    let period: String
    let cuts: [String: [Row]]
    let suppressed: [String]
    let loss: ReportLoss?

    init(_ report: AnnualReport) {
        period = report.period.description
        cuts = Dictionary(
            uniqueKeysWithValues: report.parts.map { ($0.key.rawValue, $0.value.map(Row.init)) })
        suppressed = report.suppressed
        loss = report.loss
    }

    func restored(of municipality: MunicipalityCode) throws -> AnnualReport {
        var parts: [Cut: [FigureRow]] = [:]
        for cut in Cut.allCases {
            guard let rows = cuts[cut.rawValue] else { continue }
            parts[cut] = rows.map { $0.restored(in: cut) }
        }
        return AnnualReport(
            restored: try ReportPeriod(period), municipality: municipality, parts: parts, suppressed: suppressed,
            loss: loss)
    }
}
