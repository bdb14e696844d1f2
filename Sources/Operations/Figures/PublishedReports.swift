public import Domain
import Postgres
public import Statistics
import Store

extension Operations {
    /// The form in which a period's report is published, the same in every page, file and answer: what is kept back of it
    /// is settled together with the rest of the year's programme, given what is closed of it. The figures of one moment; the
    /// programme of a year that is not over changes with it.
    ///
    /// - Parameter period: A period of the programme, or a school term; else `Refusal.value` is thrown.
    public func publishedReport(_ actor: Actor, _ period: ReportPeriod) async throws -> AnnualReport {
        guard let settled = PublicationProgramme.period(period) else {
            throw Refusal.value("period", .freePeriodPublished)
        }
        _ = try Self.days(of: period)
        let year = try await read(actor, .readFigures) { connection in
            try await connection.programme(actor.municipality, year: period.year)
        }
        do throws(DisclosureRefusal) {
            guard let found = try await PublishedYears.shared.forms(of: year).last(where: { $0.period == settled })
            else { throw .refused(["\(period)"]) }
            return found.named(period)
        } catch {
            throw Refusal.disclosure(error)
        }
    }
}

/// All that the published forms of a year's programme follow from.
struct ProgrammeYear: Sendable, Hashable {
    /// Forms that are out already, with their figures, the oldest first.
    var earlier: [PublishedReport]
    /// What is not closed.
    var reports: [AnnualReport]
    let threshold: Int
    let lineage: UnitLineage
}

extension Connection {
    /// A year's programme as it is now.
    fileprivate func programme(_ municipality: MunicipalityCode, year: Int) async throws -> ProgrammeYear {
        let closed = try await closedForms(municipality, year: year)
        var reports: [AnnualReport] = []
        var rows: [ReportPeriod: [String: String]] = [:]
        for period in PublicationProgramme.periods(of: year) {
            let days = try Operations.days(of: period)
            rows[period] = Dictionary(
                try await unitRows(municipality, days).map { ($0.unit, $0.row) },
                uniquingKeysWith: { first, _ in first })
            guard !closed.standing.contains(period) else { continue }
            reports.append(
                AnnualReport(period, of: municipality, try await annualFigures(municipality, days)))
        }
        return ProgrammeYear(
            earlier: closed.forms, reports: reports,
            threshold: try await municipalitySettings(municipality).suppressionThreshold, lineage: UnitLineage(rows))
    }

    /// What is out already of a year's programme, the oldest first, and for which periods the last of it stands. Nothing is
    /// closed yet.
    private func closedForms(
        _ municipality: MunicipalityCode, year: Int
    ) async throws -> (forms: [PublishedReport], standing: Set<ReportPeriod>) {
        ([], [])
    }
}
