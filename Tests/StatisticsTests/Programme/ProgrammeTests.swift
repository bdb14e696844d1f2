import Domain
import FoundationEssentials
import Statistics
import TableGenerator
import Testing

struct ProgrammeTests {
    private static let isLong = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] != nil

    private func year(_ seed: UInt64) throws -> RandomYear {
        let placements = [5, 12, 20, 35][Int(seed % 4)]
        return try RandomYear(
            seed: seed, units: 3 + Int(seed % 3), referrers: 2 + Int(seed % 2), placements: placements)
    }

    @Test(arguments: 0..<UInt64(isLong ? 1_000 : 3))
    func `who has every file of a year learns no small count`(seed: UInt64) throws {
        let year = try year(seed)
        let published = try PublicationProgramme.published(year.reports, below: 5, year.lineage)
        #expect(year.collector(published.map(\.form)).breaches(below: 5) == [])
        #expect(published.contains { !$0.form.suppressed.isEmpty })
    }

    @Test(arguments: 0..<UInt64(isLong ? 1_000 : 2))
    func `nor who has a tertial that was published before the rest`(seed: UInt64) throws {
        let year = try year(seed)
        let first = try PublicationProgramme.published([year.reports[3]], below: 5, year.lineage)
        let open = year.reports.filter { $0.period != first[0].whole.period }
        func files(given earlier: [PublishedReport]) throws -> [AnnualReport] {
            let rest = try PublicationProgramme.published(open, given: earlier, below: 5, year.lineage)
            return PublicationProgramme.periods(of: 2026).compactMap { period in
                (first + rest).first { $0.whole.period == period }?.form
            }
        }
        #expect(year.collector(try files(given: first)).breaches(below: 5) == [])
    }

    @Test func `leaving out what is published before, or the parts of the year, is found`() throws {
        var found = 0
        for seed in UInt64(1)...2 {
            let year = try year(seed)
            let alone = try year.reports.flatMap { try PublicationProgramme.published([$0], below: 5).map(\.form) }
            if !year.collector(alone).breaches(below: 5).isEmpty { found += 1 }
        }
        #expect(found == 2)
    }

    @Test func `a figure shown again is found`() throws {
        let year = try year(1)
        let published = try PublicationProgramme.published(year.reports, below: 5, year.lineage)
        var tried = 0
        var found = 0
        for (place, report) in published.enumerated() {
            for name in report.form.suppressed.indices where name % (Self.isLong ? 5 : 60) == 0 {
                guard let shown = report.showing(report.form.suppressed[name]) else { continue }
                var files = published.map(\.form)
                files[place] = shown.form
                tried += 1
                let isFound = !year.collector(files).breaches(below: 5).isEmpty
                // A small count always; most of the others, for what is kept back is not the least there is.
                if shown.isSmall { #expect(isFound) }
                if isFound { found += 1 }
            }
        }
        #expect(tried > 5 && found > tried * 3 / 4)
    }

    @Test func `school terms are the halves, chosen days are not published, and every definition says how it adds up`()
        throws
    {
        let spring = ReportPeriod.term(try Term(.spring, 2026))
        #expect(PublicationProgramme.period(spring) == .half(2026, 1))
        #expect(try PublicationProgramme.period(spring)?.days == spring.days)
        #expect(PublicationProgramme.period(.range(try Period(year: 2026))) == nil)
        for definition in Definition.allCases { #expect(!definition.overTimeReason.sv.isEmpty) }
        let year = try year(3)
        for figure in Figure.allCases where figure.overTime == .addsUp {
            let counts = year.reports.map { $0.total[figure] ?? 0 }
            #expect(counts[0] == counts[1] + counts[2] && counts[0] == counts[3...].reduce(0, +))
        }
    }
}

extension RandomYear {
    func collector(_ files: [AnnualReport]) -> Collector {
        Collector(files, wholes: reports) { unit, period in self.row(of: unit, in: period) }
    }
}

extension PublishedReport {
    /// The form with one figure that was kept back.
    fileprivate func showing(_ name: String) -> (form: AnnualReport, isSmall: Bool)? {
        let parts = name.split(separator: ".").map(String.init)
        guard let cut = Cut(rawValue: parts[0]), let figure = Figure(rawValue: parts[parts.count - 1]),
            let count = whole[cut, parts.count > 2 ? parts[1] : "total"]?[figure]
        else { return nil }
        let rows = form.parts.mapValues { $0 }
        let shown = Dictionary(
            uniqueKeysWithValues: rows.map { other, rows in
                (
                    other,
                    rows.map { row in
                        guard other == cut, cut == .total || row.key == parts[1] else { return row }
                        var row = row
                        row[figure] = count
                        return row
                    }
                )
            })
        return (AnnualReport(form.period, municipality: form.municipality, parts: shown), count < 5)
    }
}
