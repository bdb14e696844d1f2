public import Domain
import Postgres
public import Statistics
public import Store

extension Operations {
    /// The rows behind a figure of the annual report: their counts add up to it. Of protected persons it is told that they
    /// count, and nothing else.
    ///
    /// - Parameter key: the row of the cut, by its key; nil for the total.
    public func figureRows(
        _ actor: Actor, year: Int, _ figure: Figure, in cut: Cut = .total, key: String? = nil
    ) async throws -> [FigureSource] {
        guard cut.holds(figure) else { return [] }
        return try await read(actor, .readFigureRows) { connection in
            let rows = try await connection.figureRows(
                actor.municipality, Period(year: year), figure.measure, cut.storedCut, key: key
            ).map(\.shown)
            // Last, so that no order gives away where they are.
            return rows.filter { !$0.isProtected } + rows.filter(\.isProtected)
        }
    }
}

extension Figure {
    fileprivate var measure: FigureMeasure {
        switch self {
        case .offered: .offered
        case .filled: .filled
        case .started: .started
        case .completed: .completed
        case .interrupted: .interrupted
        case .noShow: .noShow
        case .persons: .persons
        case .employedAny: .employedAny
        case .sixtyNumerator: .sixtyNumerator
        case .sixtyDenominator: .sixtyDenominator
        case .koladaNumerator: .koladaNumerator
        case .koladaDenominator: .ended
        case .known: .known
        case .unknown: .unknown
        }
    }
}
