import Documents
import Domain
import FoundationEssentials
import Operations
import Statistics
import TestSupport
import Testing

/// What leaves the house says what the report says, and no more.
struct ReportFileTests {
    private func inTown<Value: Sendable>(
        _ body: (Operations, Actor) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.with { database in
            try await FigureTown.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-12-31")))
            let code = try MunicipalityCode(FigureTown.code)
            return try await body(operations, Actor(name: "karin", role: .coordinator, municipality: code))
        }
    }

    @Test func `the tables have the report's figures, a mark where one is kept back, and every rule`() async throws {
        try await inTown { operations, karin in
            let whole = try await operations.periodReport(karin, .year(2026), forPublication: true)
            let (report, tables) = (whole.report, ReportTables(whole: whole, language: .swedish))
            for cut in Cut.allCases where cut != .total {
                let figures = Figure.allCases.filter { cut.holds($0) }
                let table = tables.table(cut)
                let rows = report.shown(cut)
                #expect(table.rows.count == rows.count + 2)
                for (row, cells) in zip(rows, table.rows) {
                    for (place, figure) in figures.enumerated() {
                        let cell = row[figure].map(DataTable.Value.integer) ?? .withheld
                        #expect(cells[place + 2] == cell, "\(cut.rawValue).\(row.key).\(figure.rawValue)")
                    }
                }
            }
            let isMarked = tables.all.contains { $0.rows.contains { $0.contains(.withheld) } }
            #expect(isMarked && !report.suppressed.isEmpty)
            #expect(tables.definitions.rows.count >= Figure.allCases.count)
            #expect(Set(tables.all.map(\.title)).count == tables.all.count)
        }
    }

    @Test func `the workbook is the same the same day, for whoever takes it`() async throws {
        try await inTown { operations, karin in
            let once = try await operations.reportFile(karin, .year(2026), as: .workbook, in: .swedish)
            let anna = Actor(name: "anna", role: .statistician, municipality: karin.municipality)
            let twice = try await operations.reportFile(anna, .year(2026), as: .workbook, in: .swedish)
            #expect(once.bytes == twice.bytes && once.bytes.starts(with: "PK".utf8))
            #expect(once.name == "praktik-\(karin.municipality)-2026.xlsx")
        }
    }

    @Test(.enabled(if: Operations.canPrint, "there is no WeasyPrint to print with"))
    func `the printed report is a PDF`() async throws {
        try await inTown { operations, karin in
            let paper = try await operations.reportFile(karin, .year(2026), as: .paper, in: .english)
            #expect(paper.bytes.starts(with: "%PDF-".utf8) && paper.name.hasSuffix("-2026.pdf"))
        }
    }

    @Test(arguments: ["2026-H1", "2026-T3", "2026-VT"])
    func `a part of the year has its files too, with the year so far beside its targets`(_ word: String) async throws {
        let period = try ReportPeriod(word)
        try await inTown { operations, karin in
            let book = try await operations.reportFile(karin, period, as: .workbook, in: .swedish)
            #expect(book.name == "praktik-\(karin.municipality)-\(word).xlsx" && book.bytes.starts(with: "PK".utf8))
            let whole = try await operations.periodReport(karin, period, forPublication: true)
            let lines = try await operations.planningFile(karin, period)
            #expect(lines.map(\.result.code) == whole.targets.map(\.code))
            let end = try period.days.to
            #expect(lines.allSatisfy { $0.period.to <= end })
            // What is expected is of the whole year, whatever part of it is told of.
            let year = try await operations.commitmentStatus(karin, year: 2026, forPublication: true)
            for part in whole.targets {
                let same = year.undertakings.first { $0.code == part.code }
                #expect(same?.shownForecast == part.shownForecast && same?.courses == part.courses)
            }
        }
    }

    @Test func `days of one's own choice leave no file`() async throws {
        let period = try ReportPeriod("2026-03-01--2026-05-31")
        try await inTown { operations, karin in
            for kind in ReportFileKind.allCases {
                await #expect(throws: Refusal.value("period", .freePeriodPublished)) {
                    try await operations.reportFile(karin, period, as: kind, in: .swedish)
                }
            }
            await #expect(throws: Refusal.value("period", .freePeriodPublished)) {
                try await operations.planningDocument(karin, period)
            }
        }
    }

    @Test func `the planning system gets each undertaking with its decision, its figure and a sentence`() async throws {
        try await inTown { operations, karin in
            let file = try await operations.planningDocument(karin, .year(2026))
            let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
            #expect(lines.first == PlanningColumn.allCases.map(\.rawValue).joined(separator: ","))
            let status = try await operations.commitmentStatus(karin, year: 2026, forPublication: true)
            #expect(lines.count == status.undertakings.count + 1)
            let joint = try #require(lines.first { $0.contains("1-JOINT") })
            #expect(
                joint.contains(",offered_in_year@1,") && joint.contains(",met,") && joint.contains("Uppfyllt: 9 av "))
            // A count of people is not told to whom the file may come.
            let people = try #require(lines.first { $0.contains("6-MORE") })
            #expect(people.hasSuffix(",,,,,Visas inte: talet gäller personer."))
        }
    }

    @Test func `the README's table of the planning file is the file's`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let rows = PlanningColumn.allCases.map { "| `\($0.rawValue)` | \($0.text.en) |" }
        let table = (["| column | what stands in it |", "|---|---|"] + rows).joined(separator: "\n")
        #expect(readme.contains(table), "The README should have this table:\n\(table)")
    }
}
