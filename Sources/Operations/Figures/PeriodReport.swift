public import Domain
import Postgres
public import Statistics
import Store

extension Operations {
    /// A period's figures with what they are held against: the same period last year, the targets and the quality; see
    /// ``report(_:_:forPublication:)`` for who may see what.
    public func periodReport(
        _ actor: Actor, _ period: ReportPeriod, forPublication: Bool = false
    ) async throws -> PeriodReport {
        let isPublished = forPublication || actor.role == .statistician
        let report = try await report(actor, period, forPublication: forPublication)
        var before: AnnualReport?
        if let yearBefore = period.yearBefore {
            before = try await self.report(actor, yearBefore, forPublication: forPublication)
        }
        let targets =
            period.isFixed
            ? try await commitmentStatus(actor, through: period, forPublication: forPublication).undertakings : []
        let days = try Self.days(of: period)
        let today = clock.today
        let (found, threshold) = try await read(actor, period.isFixed ? .readFigures : .readFigureRows) { connection in
            (
                try await connection.qualityFigures(
                    actor.municipality, days, today: today, lateAfter: FigureQuality.lateAfterDays),
                try await connection.municipalitySettings(actor.municipality).suppressionThreshold
            )
        }
        let quality = FigureQuality(
            overdueFollowUps: found?.overdueFollowUps ?? 0, lateStarts: found?.lateStarts ?? 0,
            lateEnds: found?.lateEnds ?? 0)
        return PeriodReport(
            report: report, before: before, targets: targets,
            quality: isPublished ? quality.published(with: report, below: threshold) : quality)
    }
}
