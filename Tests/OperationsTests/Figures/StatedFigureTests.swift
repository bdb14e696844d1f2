import Documents
import Domain
import FoundationEssentials
import Operations
import Statistics
import Store
import TestSupport
import Testing

/// Forty placements over three years, counted by hand, against the report in every figure, cut and format.
struct StatedFigureTests {
    private func with(
        reversed: Bool = false, _ body: (Operations, Actor) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            try await StatedTown.make(database.pool, reversed: reversed)
            let actor = Actor(name: "karin", role: .coordinator, municipality: try MunicipalityCode(StatedTown.code))
            try await body(Operations(pool: database.pool, clock: .fixed(try Day("2028-03-01"))), actor)
        }
    }

    @Test func `every figure of every row is what the hand counts`() async throws {
        try await with { operations, actor in
            for stated in StatedFigures.all {
                let report = try await operations.annualReport(actor, year: stated.year)
                for cut in Cut.allCases {
                    #expect(!report[cut].isEmpty)
                    for row in report[cut] {
                        for figure in Figure.allCases {
                            let name = "\(stated.year) \(cut.rawValue) \(row.key) \(figure.rawValue)"
                            #expect(row[figure] == stated.count(figure, in: cut, key: row.key), "\(name)")
                        }
                    }
                }
                #expect(report.total.daysToStart == stated.waits[(stated.waits.count - 1) / 2])
                let coverage = try #require(report.coverage)
                #expect(coverage == stated.coverage, "\(stated.year)")
            }
        }
    }

    @Test func `the rows behind a figure are those of the hand's list`() async throws {
        try await with { operations, actor in
            for stated in StatedFigures.all {
                for (figure, codes) in stated.placements {
                    let rows = try await operations.figureRows(actor, .year(stated.year), figure)
                    #expect(
                        Set(rows.compactMap { $0.placement?.rawValue }) == StatedFigures.list(codes),
                        "\(stated.year) \(figure.rawValue)")
                    #expect(rows.count == StatedFigures.list(codes).count)
                }
                for (figure, names) in stated.persons {
                    let rows = try await operations.figureRows(actor, .year(stated.year), figure)
                    #expect(
                        Set(rows.compactMap { $0.reference?.rawValue }) == StatedFigures.list(names),
                        "\(stated.year) \(figure.rawValue)")
                }
            }
        }
    }

    @Test func `the thirds, halves and terms of 2026`() async throws {
        try await with { operations, actor in
            func numbers(_ period: String, _ figures: [Figure]) async throws -> [Int?] {
                let report = try await operations.report(actor, ReportPeriod(period))
                return figures.map { report.total[$0] }
            }
            let figures: [Figure] = [.offered, .started, .completed, .interrupted]
            // A 4, B 5, C 4, D 3, E 2; K03 K07 K10 K13 K19 K22 K25 K27 K33 K36 K37; K03 K06 K13 K16 K36; K12 K25.
            #expect(try await numbers("2026-T1", figures) == [18, 11, 5, 2])
            // A 4, B 5, D 3, E 2, F 3; K04 K20 K23 K26 K34; K07 K10 K19 K22 K23 K27 K33 K37; K04.
            #expect(try await numbers("2026-T2", figures) == [17, 5, 8, 1])
            // A 4, B 4 (one withdrawn on the first of September), E 2, F 3; K08 K14 K18 K29; K14 K18 K26 K29 K34; K20.
            #expect(try await numbers("2026-T3", figures) == [13, 4, 5, 1])
            // H1: the first third and K04 and K23; K07 K10 K19 K22 K27 K33 K37 besides; K04.
            #expect(try await numbers("2026-H1", figures) == [18, 13, 12, 3])
            #expect(try await numbers("2026-VT", figures) == [18, 13, 12, 3])
            #expect(try await numbers("2026-H2", figures) == [14, 7, 6, 1])
            // A 4, B 5, C 4, D 3, E 2; K07 and K25 started on the second of March; K16, K03 and K36; nobody broke off.
            #expect(try await numbers("2026-03-01--2026-03-31", figures) == [18, 2, 3, 0])
            // TEK is there on the last day of June, and has its own row; at the end of the year it is SB's.
            let half = try await operations.report(actor, .half(2026, 1))
            #expect(
                half[.unit].map { ($0.key, $0[.offered]) }.map { "\($0) \($1 ?? -1)" }.sorted() == [
                    "KF 0", "KLK 6", "SB 9", "TEK 3", "UE 0",
                ])
            let year = try await operations.report(actor, .year(2026))
            #expect(
                year[.unit].map { "\($0.key) \($0[.offered] ?? -1)" }.sorted() == ["KF 0", "KLK 6", "SB 12", "UE 3"])
        }
    }

    @Test func `rows in another order change nothing`() async throws {
        var reports: [[AnnualReport]] = []
        for reversed in [false, true] {
            try await with(reversed: reversed) { operations, actor in
                var made: [AnnualReport] = []
                for stated in StatedFigures.all {
                    made.append(try await operations.annualReport(actor, year: stated.year))
                }
                reports.append(made)
            }
        }
        #expect(reports.first == reports.last)
    }

    @Test func `JSON and CSV say the same as the table`() async throws {
        try await with { operations, actor in
            for stated in StatedFigures.all {
                let whole = try await operations.periodReport(actor, .year(stated.year))
                let data = try JSONEncoder().encode(whole)
                let document = try JSONDecoder().decode(ReportDocument.self, from: data)
                #expect(document.total == values(of: whole.report.total, stated, .total))
                for (cut, rows) in [(Cut.unit, document.by_unit), (.age, document.by_age), (.kind, document.by_kind)] {
                    #expect(rows == whole.report[cut].map { values(of: $0, stated, cut) }, "\(cut.rawValue)")
                }
                let columns = AnnualReport.fileColumns
                let lines = whole.report.fileRows
                #expect(lines.count == Cut.allCases.reduce(0) { $0 + whole.report[$1].count })
                for line in lines {
                    let cells = Dictionary(uniqueKeysWithValues: zip(columns, line))
                    guard case .text(let cut)? = cells["cut"], case .text(let key)? = cells["key"] else {
                        Issue.record("a line without a key")
                        continue
                    }
                    for figure in Figure.allCases {
                        let counted = try stated.count(figure, in: #require(Cut(rawValue: cut)), key: key)
                        #expect(cells[figure.rawValue] == CSVCell(counted), "\(cut) \(key) \(figure.rawValue)")
                    }
                }
            }
        }
    }

    @Test func `so do the tables that workbook and paper are made of`() async throws {
        try await with { operations, actor in
            for stated in StatedFigures.all {
                let whole = try await operations.periodReport(actor, .year(stated.year))
                let tables = ReportTables(whole: whole, language: .swedish)
                for cut in Cut.allCases where cut != .total {
                    let figures = Figure.allCases.filter { cut.holds($0) }
                    let rows = whole.report.shown(cut)
                    let written = tables.table(cut).rows.prefix(rows.count)
                    #expect(written.count == rows.count && !rows.isEmpty)
                    for (row, cells) in zip(rows, written) {
                        for (cell, figure) in zip(cells.dropFirst(2), figures) {
                            #expect(
                                cell == DataTable.Value(stated.count(figure, in: cut, key: row.key)),
                                "\(stated.year) \(cut.rawValue) \(row.key) \(figure.rawValue)")
                        }
                    }
                }
            }
        }
    }

    @Test func `the shares, with what is not known as a no and as a yes`() async throws {
        try await with { operations, actor in
            let report = try await operations.periodReport(actor, .year(2026))
            func share(_ share: FigureShare) -> [Int?] {
                let value = share.value(in: report.report.total)
                return [value.perCent, value.response, value.worst, value.best]
            }
            // 8 of 22, 15 known; with the 7 unknown 15 of 22.
            #expect(share(.employedAny) == [36, 68, 36, 68])
            // 4 of 22; 11 of 22.
            #expect(share(.hiredByHost) == [18, 68, 18, 50])
            // 7 of 22, 16 known; 13 of 22.
            #expect(share(.koladaLike) == [32, 73, 32, 59])
            // 4 of 7, 5 known; 6 of 7.
            #expect(share(.sixty) == [57, 71, 57, 86])
            // 1 of 6, one undated; 2 of 6.
            #expect(share(.sfiD) == [17, 83, 17, 33])
            #expect(report.before?.total[.started] == 8)
            // p08.
            #expect(report.unknownSex == 1)
            // What is of 2025 was registered today, long after; and nobody told of all of 30, 90 and 180 days.
            let quality = try await operations.periodReport(actor, .year(2025)).quality
            #expect(quality.lateStarts == 8)
            #expect(quality.lateEnds == 5)
            #expect(quality.overdueFollowUps == 5)
        }
    }

    @Test func `days of one's own choice are for those who see rows, and never published`() async throws {
        try await with { operations, actor in
            let range = try ReportPeriod("2026-03-01--2026-03-31")
            await #expect(throws: Refusal.value("period", .freePeriodPublished)) {
                try await operations.report(actor, range, forPublication: true)
            }
            let sten = Actor(name: "sten", role: .statistician, municipality: actor.municipality)
            await #expect(throws: Refusal.value("period", .freePeriodPublished)) {
                try await operations.report(sten, range)
            }
            let term = try await operations.report(sten, ReportPeriod("2026-HT"))
            #expect(!term.suppressed.isEmpty)
        }
    }

    private func values(of row: FigureRow, _ stated: StatedFigures, _ cut: Cut) -> ReportDocument.Row {
        let counts = Figure.allCases.map { ($0.rawValue, stated.count($0, in: cut, key: row.key)) }
        return ReportDocument.Row(key: row.key, counts: Dictionary(uniqueKeysWithValues: counts))
    }
}

/// The parts of the document that a script reads.
private struct ReportDocument: Decodable {
    struct Row: Decodable, Equatable {
        let key: String
        let counts: [String: Int?]

        init(key: String, counts: [String: Int?]) {
            self.key = key
            self.counts = counts
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            key = try container.decode(String.self, forKey: Key("key"))
            counts = try Dictionary(
                uniqueKeysWithValues: Figure.allCases.map { figure in
                    (figure.rawValue, try container.decode(Int?.self, forKey: Key(figure.rawValue)))
                })
        }
    }

    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let total: Row
    let by_unit, by_age, by_kind: [Row]
}
