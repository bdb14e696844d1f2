public import Domain
import Postgres
public import Statistics

extension Operations {
    /// A period's figures with what they are held against: the same period last year, the targets and the quality; see
    /// ``report(_:_:forPublication:live:)`` for who may see what.
    public func periodReport(
        _ actor: Actor, _ period: ReportPeriod, forPublication: Bool = false, live: Bool = false
    ) async throws -> PeriodReport {
        let form = try Self.form(actor, period, forPublication, live)
        let today = clock.today
        return try await read(actor, period.isFixed ? .readFigures : .readFigureRows) { connection in
            let whole = try await connection.periodReport(actor.municipality, period, form, today: today)
            try Self.checkShown(whole.report.mark, form)
            return whole
        }
    }
}
