public import Domain
import Postgres
public import Statistics
public import Store

extension Operations {
    /// The rows behind a figure of a report: their counts add up to it. Of protected persons it is told that they
    /// count, and nothing else.
    ///
    /// - Parameter key: the row of the cut, by its key; nil for the total.
    public func figureRows(
        _ actor: Actor, _ period: ReportPeriod, _ figure: Figure, in cut: Cut = .total, key: String? = nil
    ) async throws -> [FigureSource] {
        guard cut.holds(figure) else { return [] }
        let days = try Self.days(of: period)
        return try await read(actor, .readFigureRows) { connection in
            let rows = try await connection.figureRows(
                actor.municipality, days, figure.measure, cut.storedCut, key: key
            ).map(\.shown)
            // Last, so that no order gives away where they are.
            return rows.filter { !$0.isProtected } + rows.filter(\.isProtected)
        }
    }
}
