public import Documents
import Domain
public import Statistics

extension AnnualReport {
    /// The columns of the report as a file.
    public static let fileColumns =
        ["year", "municipality", "cut", "key", "name"] + Figure.allCases.map(\.rawValue) + ["suppressed"]

    /// One row for each key of each cut, with every figure, in the order of ``fileColumns``; what is kept back is empty and
    /// named in the last column.
    public var fileRows: [[CSVCell]] {
        Cut.allCases.flatMap { cut in
            self[cut].map { row in
                let prefix = cut == .total ? "\(cut.rawValue)." : "\(cut.rawValue).\(row.key)."
                let hidden = Figure.allCases.map(\.rawValue).filter { suppressed.contains(prefix + $0) }
                let keys: [CSVCell] = [
                    .integer(year), .text(municipality.rawValue), .text(cut.rawValue), .text(row.key),
                    CSVCell(row.name),
                ]
                return keys + Figure.allCases.map { CSVCell(row[$0]) } + [.text(hidden.joined(separator: "|"))]
            }
        }
    }
}
