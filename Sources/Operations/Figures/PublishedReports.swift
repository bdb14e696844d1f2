import Domain
import Postgres
import Statistics
import Store

extension Connection {
    /// The form in which a period's report is published, the same in every page, file and answer: what is kept back of it
    /// is settled together with the rest of the year's programme, given what is closed of it. The figures are of one moment;
    /// the programme of a year that is not over changes with it.
    ///
    /// - Parameter period: A period of the programme, or a school term; else `Refusal.value` is thrown.
    func publishedReport(_ municipality: MunicipalityCode, _ period: ReportPeriod) async throws -> AnnualReport {
        guard let settled = PublicationProgramme.period(period) else {
            throw Refusal.value("period", .freePeriodPublished)
        }
        let year = try await programme(municipality, year: period.year)
        do throws(DisclosureRefusal) {
            guard let found = try await PublishedYears.shared.forms(of: year).last(where: { $0.period == settled })
            else { throw .refused(["\(period)"]) }
            return found.named(period)
        } catch {
            throw Refusal.disclosure(error)
        }
    }

    /// A year's programme as it is now.
    private func programme(_ municipality: MunicipalityCode, year: Int) async throws -> ProgrammeYear {
        let closed = try await closedForms(municipality, year: year)
        var reports: [AnnualReport] = []
        var rows: [ReportPeriod: [String: String]] = [:]
        for period in PublicationProgramme.periods(of: year) {
            let days = try Operations.days(of: period)
            rows[period] = Dictionary(
                try await unitRows(municipality, days).map { ($0.unit, $0.row) },
                uniquingKeysWith: { first, _ in first })
            guard !closed.standing.contains(period) else { continue }
            reports.append(AnnualReport(period, of: municipality, try await annualFigures(municipality, days)))
        }
        return ProgrammeYear(
            earlier: closed.forms, reports: reports,
            threshold: try await municipalitySettings(municipality).suppressionThreshold, lineage: UnitLineage(rows))
    }

    /// What is out already of a year's programme, reopened closings included, the oldest first, each by the programme's own
    /// name of its period; and the periods of which the last of them stands.
    private func closedForms(
        _ municipality: MunicipalityCode, year: Int
    ) async throws -> (forms: [PublishedReport], standing: Set<ReportPeriod>) {
        let closings = try await snapshots(municipality).filter { $0.period.year == year }
        var forms: [PublishedReport] = []
        var standing: Set<ReportPeriod> = []
        for closing in closings.sorted(by: { $0.closedAt < $1.closedAt }) {
            guard let period = PublicationProgramme.period(closing.period) else { continue }
            let whole = try await frozenFigures(closing, municipality, published: false).whole.report
            let form = try await frozenFigures(closing, municipality, published: true).whole.report
            forms.append(PublishedReport(whole: whole.named(period), form: form.named(period)))
            // What was closed last is what is said of those days.
            if closing.isInForce { standing.insert(period) } else { standing.remove(period) }
        }
        return (forms, standing)
    }
}
