import Documents
import Domain
import FoundationEssentials
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

/// What was closed stays what was said, in every form.
struct FrozenFigureTests {
    @Test func `the frozen report is byte for byte the same after an outcome, a slot and a unit's name are changed`()
        async throws
    {
        try await ClosedYear.with { year in
            let before = try await year.forms(year.on())
            let closed = try await year.on().closePeriod(year.karin, .year(2026))
            let frozen = try await year.forms(year.on())
            // As it was but for what says that it is closed.
            #expect(frozen[0].contains(closed.rootDigest) && frozen[1].contains(closed.rootDigest))
            let counted = try await year.on().report(year.karin, .year(2026)).parts
            try await year.correct()
            #expect(try await year.forms(year.on("2028-01-15")) == frozen)
            #expect(try await year.on().report(year.karin, .year(2026)).parts == counted)
            let live = try await year.on().report(year.karin, .year(2026), live: true)
            #expect(live.parts != counted && live.mark?.state == .live)
            #expect(live[.unit, "SB"]?.name == "Samhällsbyggnad och miljö")
            #expect(!before.isEmpty)
            // The year after holds itself against what was said.
            let next = try await year.on().periodReport(year.karin, .year(2027))
            #expect(next.before?.parts == counted)
            let status = try await year.on().commitmentStatus(year.karin, year: 2026)
            #expect(status == (try await year.on().periodReport(year.karin, .year(2026))).commitment(status))
        }
    }

    @Test func `every cut and every figure opens the frozen rows, which add up to it`() async throws {
        try await ClosedYear.with { year in
            _ = try await year.on().closePeriod(year.karin, .year(2026))
            try await year.correct()
            let report = try await year.on().report(year.karin, .year(2026))
            for cut in Cut.allCases {
                for row in report[cut] {
                    for figure in Figure.allCases {
                        guard let count = row[figure] else { continue }
                        let rows = try await year.on().figureRows(
                            year.karin, .year(2026), figure, in: cut, key: cut == .total ? nil : row.key)
                        #expect(
                            rows.reduce(0) { $0 + $1.count } == count,
                            "\(cut.rawValue).\(row.key).\(figure.rawValue)")
                    }
                }
            }
        }
    }

    @Test func `a document is read back as it was, whole and published`() async throws {
        try await ClosedYear.with { year in
            for publication in [false, true] {
                let today = try await year.on().periodReport(year.karin, .year(2026), forPublication: publication)
                let frozen = FrozenPeriod(
                    municipalityName: "Uddevalla", number: 1, closedOn: try Day("2027-03-01"), threshold: 5,
                    isPublished: publication, whole: today,
                    commitment: try await year.on().commitmentStatus(
                        year.karin, year: 2026, forPublication: publication))
                let again = try FrozenPeriod(document: try frozen.document())
                #expect(again.whole.report.suppressed == today.report.suppressed)
                #expect(again.whole.report.loss == today.report.loss)
                #expect(again.whole.report.coverage?.departments == today.report.coverage?.departments)
                #expect(again.whole.quality == today.quality)
                #expect(try again.document() == frozen.document())
                let encoder = JSONEncoder()
                encoder.outputFormatting = .sortedKeys
                #expect(try encoder.encode(again.whole) == encoder.encode(today))
            }
        }
    }

    @Test func `what is published keeps nothing that the report keeps back`() async throws {
        try await ClosedYear.with { year in
            _ = try await year.on().closePeriod(year.karin, .year(2026))
            let export = try await year.on().exportSnapshot(year.anna, .year(2026))
            #expect(
                export.files.map(\.name) == ["published.json", "digests.txt", "verify.sh", "README.txt", "SHA256SUMS"])
            let published = try FrozenPeriod(
                document: String(decoding: try #require(export.files.first).bytes, as: UTF8.self))
            #expect(!published.whole.report.suppressed.isEmpty && published.isPublished)
            #expect(published.commitment.undertakings.allSatisfy { $0.count.filled == 0 && $0.count.persons == 0 })
            let figures = try await year.on().report(year.anna, .year(2026))
            #expect(published.whole.report.parts == figures.parts)
            await #expect(throws: Refusal.snapshot(.liveNotPublished)) {
                try await year.on().report(year.anna, .year(2026), live: true)
            }
        }
    }
}

extension PeriodReport {
    /// The standing of undertakings beside the report, in the shape of the year's.
    fileprivate func commitment(_ other: CommitmentStatus) -> CommitmentStatus {
        CommitmentStatus(
            year: report.year, undertakings: targets, unitsWithoutSlots: other.unitsWithoutSlots)
    }
}
