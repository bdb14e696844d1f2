public import Documents
import Domain
public import Statistics

extension AnnualReport {
    /// The columns of the report as a file.
    public static let fileColumns =
        ["year", "municipality", "cut", "key", "name"] + Figure.allCases.map(\.rawValue)
        + ["suppressed", FigureRow.daysToStartName, "period", "from", "to", "snapshot", "closed_on"]

    /// One row for each key of each cut, with every figure, in the order of ``fileColumns``; what is kept back is empty and
    /// named in the column `suppressed`.
    public var fileRows: [[CSVCell]] {
        let names = Figure.allCases.map(\.rawValue) + [FigureRow.daysToStartName]
        let withheld = Set(withheld)
        return Cut.allCases.flatMap { cut in
            self[cut].map { row in
                let prefix = cut == .total ? "\(cut.rawValue)." : "\(cut.rawValue).\(row.key)."
                let hidden = names.filter { withheld.contains(prefix + $0) }
                let keys: [CSVCell] = [
                    .integer(year), .text(municipality.rawValue), .text(cut.rawValue), .text(row.key),
                    CSVCell(row.name),
                ]
                return keys + Figure.allCases.map { CSVCell(row[$0]) } + [
                    .text(hidden.joined(separator: "|")), CSVCell(row.daysToStart), .text(period.description),
                    CSVCell((try? period.days)?.from.description), CSVCell((try? period.days)?.to.description),
                    CSVCell(mark?.closedDigest),
                    CSVCell(mark.flatMap { $0.state == .closed ? $0.closedOn.description : nil }),
                ]
            }
        }
    }
}
