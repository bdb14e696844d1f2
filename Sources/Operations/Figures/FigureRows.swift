public import Domain
import Postgres
public import Statistics
public import Store

extension Operations {
    /// The rows behind a figure of a report: their counts add up to it. Of protected persons it is told that they
    /// count, and nothing else. Of a closed period they are the rows that were closed, but for those erased since by rule.
    ///
    /// - Parameters:
    ///   - key: the row of the cut, by its key; nil for the total.
    ///   - live: Today's rows, also of a closed period.
    public func figureRows(
        _ actor: Actor, _ period: ReportPeriod, _ figure: Figure, in cut: Cut = .total, key: String? = nil,
        live: Bool = false
    ) async throws -> [FigureSource] {
        guard cut.holds(figure) else { return [] }
        let days = try Self.days(of: period)
        return try await read(actor, .readFigureRows) { connection in
            let municipality = actor.municipality
            let closed =
                live || !period.isFixed
                ? nil : try await connection.snapshots(municipality, of: period).first(where: \.isInForce)
            let found =
                if let closed {
                    try await connection.snapshotRows(closed.id, municipality).sources(of: figure, in: cut, key: key)
                } else {
                    try await connection.figureRows(municipality, days, figure.measure, cut.storedCut, key: key)
                }
            let rows = found.map(\.shown)
            // Last, so that no order gives away where they are.
            return rows.filter { !$0.isProtected } + rows.filter(\.isProtected)
        }
    }
}
