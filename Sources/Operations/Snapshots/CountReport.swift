import Domain
import Postgres
import Statistics
import Store

/// Which form of a period's figures is asked for.
struct ReportForm {
    /// Without small counts of people.
    var isPublished = false
    /// Today's, also of a period that is closed.
    var isLive = false
}

extension Connection {
    /// A period's figures: those that were closed, else today's.
    func report(_ municipality: MunicipalityCode, _ period: ReportPeriod, _ form: ReportForm) async throws
        -> AnnualReport
    {
        if !form.isLive, let frozen = try await frozen(municipality, period, published: form.isPublished) {
            return frozen.whole.report
        }
        var report =
            form.isPublished
            ? try await publishedReport(municipality, period) : try await countedReport(municipality, period)
        report.mark = try await liveMark(municipality, period)
        return report
    }

    /// Today's figures of a period, with every count.
    func countedReport(_ municipality: MunicipalityCode, _ period: ReportPeriod) async throws -> AnnualReport {
        AnnualReport(period, of: municipality, try await annualFigures(municipality, Operations.days(of: period)))
    }

    /// A period's figures with what they are held against; see ``Operations/periodReport(_:_:forPublication:live:)``.
    func periodReport(
        _ municipality: MunicipalityCode, _ period: ReportPeriod, _ form: ReportForm, today: Day
    ) async throws -> PeriodReport {
        if !form.isLive, let frozen = try await frozen(municipality, period, published: form.isPublished) {
            return frozen.whole
        }
        var report = try await countedReport(municipality, period)
        report.mark = try await liveMark(municipality, period)
        // What was closed of the year before stays what was said, also beside today's figures.
        var before: AnnualReport?
        if let yearBefore = period.yearBefore {
            before = try await self.report(municipality, yearBefore, ReportForm())
        }
        let targets =
            period.isFixed
            ? try await countedCommitment(municipality, through: period, today: today).undertakings : []
        let found = try await qualityFigures(
            municipality, Operations.days(of: period), today: today, lateAfter: FigureQuality.lateAfterDays)
        let quality = FigureQuality(
            overdueFollowUps: found?.overdueFollowUps ?? 0, lateStarts: found?.lateStarts ?? 0,
            lateEnds: found?.lateEnds ?? 0)
        let whole = PeriodReport(report: report, before: before, targets: targets, quality: quality)
        return form.isPublished ? try await publishedForm(of: whole) : whole
    }

    /// The same without small counts of people.
    func publishedForm(of whole: PeriodReport) async throws -> PeriodReport {
        let municipality = whole.report.municipality
        let threshold = try await municipalitySettings(municipality).suppressionThreshold
        var before: AnnualReport?
        if let yearBefore = whole.report.period.yearBefore {
            before = try await report(municipality, yearBefore, ReportForm(isPublished: true))
        }
        var report = try await publishedReport(municipality, whole.report.period)
        report.mark = whole.report.mark
        return PeriodReport(
            report: report, before: before, targets: whole.targets.map(\.withoutPersons),
            quality: whole.quality.published(with: report, below: threshold))
    }

    /// How the undertakings stand at a period's end, from the year's first day, and what the whole year is
    /// expected to come to, with counts of people.
    func countedCommitment(
        _ municipality: MunicipalityCode, through period: ReportPeriod, today: Day
    ) async throws -> CommitmentStatus {
        let end = try Operations.days(of: period).to
        let year = try await commitmentStatus(municipality, year: end.year, today: today)
        guard period.kind != .year else { return year }
        let part = try await commitmentStatus(municipality, Period(from: Day(end.year, 1, 1), to: end), today: today)
        return part.expecting(year)
    }
}
