public import Domain

/// A report as it is published, with the figures that stand behind it.
public struct PublishedReport: Sendable, Hashable {
    /// Every figure. Not for publication.
    public let whole: AnnualReport
    /// What is shown: the same figures, without those that are kept back.
    public let form: AnnualReport

    public init(whole: AnnualReport, form: AnnualReport) {
        self.whole = whole
        self.form = form
    }
}

extension AnnualReport {
    /// The report as it may be taken out when nothing else is: counts of persons from 1 to `threshold` − 1 are nil and named
    /// in `suppressed`, and so is what would tell them. Audited; see ``Publication``. Of a year and its parts together, see
    /// ``PublicationProgramme/published(_:given:below:_:)``.
    public func suppressed(below threshold: Int = 5) throws(DisclosureRefusal) -> AnnualReport {
        let tables = ReportDisclosure([.init(report: self, form: nil)], below: threshold)
        let problem = try tables.problem()
        return try tables.form(of: 0, keptBack: Publication(of: problem).keptBack, in: problem)
    }

    /// The same figures under another name of the same days.
    public func named(_ period: ReportPeriod) -> AnnualReport {
        var report = self
        report.period = period
        return report
    }

    /// The tables that are published of such a period.
    var inProgramme: AnnualReport { divided { PublicationProgramme.cuts(of: period).contains($0) } }

    /// The tables that were published of it.
    fileprivate func divided(as form: AnnualReport) -> AnnualReport { divided { form.parts[$0] != nil } }

    private func divided(_ isShown: (Cut) -> Bool) -> AnnualReport {
        AnnualReport(period, municipality: municipality, parts: parts.filter { isShown($0.key) })
    }
}

extension PublicationProgramme {
    /// The form in which each report may be taken out, so that whoever has all of them and the earlier ones learns no small
    /// count of people.
    ///
    /// - Parameters:
    ///   - reports: What is not closed of one year's programme, in the order of ``periods(of:)``.
    ///   - earlier: What is closed of it, with what was published before it was reopened; the oldest first. It stands as it
    ///     is, whatever it tells.
    ///   - lineage: Under which unit each unit stands in each report.
    /// - Returns: A form of each of `reports`, in their order, with the tables of the programme.
    /// - Throws: ``DisclosureRefusal/exposed(_:)`` where the earlier ones leave no way.
    public static func published(
        _ reports: [AnnualReport], given earlier: [PublishedReport] = [], below threshold: Int,
        _ lineage: UnitLineage = UnitLineage()
    ) throws(DisclosureRefusal) -> [PublishedReport] {
        let reports = reports.map(\.inProgramme)
        let tables = ReportDisclosure(
            earlier.map { .init(report: $0.whole.divided(as: $0.form), form: $0.form) }
                + reports.map { .init(report: $0, form: nil) },
            below: threshold, lineage)
        let problem = try tables.problem()
        let publication = try Publication(of: problem, audit: .enough)
        return reports.enumerated().map { place, report in
            PublishedReport(
                whole: report,
                form: tables.form(of: earlier.count + place, keptBack: publication.keptBack, in: problem))
        }
    }
}

extension ReportDisclosure {
    /// A sheet without what is kept back, and how much that is.
    func form(of sheet: Int, keptBack: [Int], in problem: DisclosureProblem) -> AnnualReport {
        var report = sheets[sheet].report
        let kept = keptBack.filter { places.indices.contains($0) && places[$0].sheet == sheet }
        for cell in kept {
            let place = places[cell]
            report.withhold(place.figure, in: place.cut, key: place.key)
            report.suppressed.append(AnnualReport.name(of: place.figure, in: place.cut, row: place.key))
        }
        if !kept.isEmpty {
            let own = places.indices.filter { places[$0].sheet == sheet }
            report.loss = ReportLoss(InformationLoss(problem, keptBack: kept, among: own))
        }
        return report
    }
}
