public import Domain

/// Under which unit each unit stands in the report of a period. It is public who took over from whom, so that a reader who
/// holds reports from before and after adds the predecessor's row to its successor's.
public struct UnitLineage: Sendable, Hashable {
    private let rows: [ReportPeriod: [String: String]]

    /// - Parameter rows: By period, the code of the row of each unit's code; a unit that is not there has its own.
    public init(_ rows: [ReportPeriod: [String: String]] = [:]) { self.rows = rows }

    /// The row of the later period that a row of an earlier one has become.
    func row(of key: String, in cut: Cut, at period: ReportPeriod) -> String {
        cut == .unit ? rows[period]?[key] ?? key : key
    }
}
