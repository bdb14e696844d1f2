import Domain
import Operations
import Statistics
import Store
import TestSupport
import Testing

/// A figure can be stood by because the rows behind it can be shown.
struct FigureRowsTests {
    @Test func `the rows behind every figure of every cut add up to it`() async throws {
        try await TestDatabase.with { database in
            try await FigureTown.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2027-03-01")))
            let actor = Actor(name: "karin", role: .coordinator, municipality: try MunicipalityCode(FigureTown.code))
            var counted = 0
            for year in [2025, 2026] {
                let report = try await operations.annualReport(actor, year: year)
                for cut in Cut.allCases {
                    for row in report[cut] {
                        for figure in Figure.allCases {
                            guard let count = row[figure] else { continue }
                            let rows = try await operations.figureRows(
                                actor, .year(year), figure, in: cut, key: cut == .total ? nil : row.key)
                            let sum = rows.map(\.count).reduce(0, +)
                            #expect(sum == count, "\(year) \(cut.rawValue) \(row.key) \(figure.rawValue)")
                            counted += count
                        }
                    }
                }
            }
            #expect(counted > 100)
        }
    }

    @Test func `a statistician sees no rows`() async throws {
        try await TestDatabase.with { database in
            try await FigureTown.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2027-03-01")))
            let actor = Actor(name: "sten", role: .statistician, municipality: try MunicipalityCode(FigureTown.code))
            await #expect(throws: Refusal.notAllowed(.readFigureRows, .statistician)) {
                try await operations.figureRows(actor, .year(2026), .started)
            }
        }
    }
}
