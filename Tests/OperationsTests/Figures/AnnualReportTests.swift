import Domain
import Operations
import Statistics
import TestSupport
import Testing

/// Every figure of `FigureTown`, counted by hand. The letter-number names are the slots (S), placements (K) and outcomes (U)
/// that the count is made of.
struct AnnualReportTests {
    /// offered, filled, started, completed, interrupted, no_show, persons, employed_any, sixty numerator and denominator,
    /// kolada numerator and denominator, known, unknown.
    private typealias Counts = [Int?]

    /// The others are counted in `StatedTown`.
    private static let columns = Figure.allCases.prefix { $0 != .hiredByHost }

    private func reports(
        _ years: [Int], as role: Role = .coordinator
    ) async throws -> [AnnualReport] {
        try await TestDatabase.with { database in
            try await FigureTown.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2027-03-01")))
            let actor = Actor(name: "karin", role: role, municipality: try MunicipalityCode(FigureTown.code))
            var reports: [AnnualReport] = []
            for year in years { reports.append(try await operations.annualReport(actor, year: year)) }
            return reports
        }
    }

    private func expect(_ rows: [FigureRow], _ expected: KeyValuePairs<String, Counts>) {
        #expect(rows.map(\.key) == expected.map(\.key))
        for (row, (key, counts)) in zip(rows, expected) {
            #expect(Self.columns.map { row[$0] } == counts, "\(key)")
        }
    }

    @Test func `the total`() async throws {
        let report = try #require(try await reports([2026]).first)
        expect(
            [report.total],
            [
                "total": [
                    // S1 2, S2 5 less the one withdrawn before its first day, S4 2 (withdrawn after), S5 3, S6 4, S8 1.
                    // Not S3, withdrawn on its first day, nor S7, a draft.
                    16,
                    // S1 2 (Anna and Bo at once), S2 2 (never more than two at once), S4 1 (K8, agreed days), S5 1, S6 1.
                    7,
                    // K2 K3 K4 K5 K6 K9 K10; K1 and K13 started in 2025.
                    7,
                    // K1 K3 K4 K6 K9, and K13 by the day of its end.
                    6,
                    // K2 K10.
                    2,
                    // K7.
                    1,
                    // Anna, Bo, Cilla, David, Erik, Fia, Gus: Anna and Bo with two placements each.
                    7,
                    // K1 by U1, though it was lost again; K2 and K3 both by U4, Bo's own, begun within 180 days of each;
                    // K4 by U5; K10 by U8, begun before the end and still held.
                    // Not K13: U9 is dated 208 days after the end.
                    5,
                    // Anna (U8 is her last status within 90 days), David (U10; U11 is unknown and passed over).
                    2,
                    // Anna, Bo (the later of his two), David, Hedda without a placement. Not Cilla: her last was in 2027.
                    4,
                    // K2 and K3 by U4, K6 by U6 (student aid), K10 by U8. Not K1: U1 comes first and is under a month.
                    // Not K4: municipal labour-market employment. Not K13: no beginning stated.
                    4,
                    // All that ended: 6 + 2.
                    8,
                    // K1 K2 K3 K4 K6 K10. K2's own answer was unknown, but Bo's U4 is a yes.
                    6,
                    // K9, answered by unknown; K13, not within 180 days.
                    2,
                ]
            ])
    }

    @Test func `by unit, where a sub-unit's figures are its root's`() async throws {
        let report = try #require(try await reports([2026]).first)
        expect(
            report[.unit],
            [
                // Valid in the year, but only a draft.
                "KF": [0, 0, 0, 0, 0, 0, 0, 0, nil, nil, 0, 0, 0, 0],
                // S4 2, S5 3; K8, K9; started and completed K9; no-show K7; persons Gus, Fia; K9 unknown.
                "KLK": [5, 2, 1, 1, 0, 1, 2, 0, nil, nil, 0, 1, 0, 1],
                // S1 2, S2 4 (of SB-P), S8 1; filled S1 2, S2 2; started K2–K6; completed K1 K3 K4 K6 K13; interrupted K2;
                // persons Anna, Bo, Cilla, David, Erik; employed K1 K2 K3 K4; kolada K2 K3 K6; unknown K13.
                "SB": [7, 4, 5, 5, 1, 0, 5, 4, nil, nil, 3, 6, 5, 1],
                // S6; K10 of Anna.
                "UE": [4, 1, 1, 0, 1, 0, 1, 1, nil, nil, 1, 1, 1, 0],
            ])
        #expect(report[.unit, "SB"]?.name == "Samhällsbyggnad")
    }

    @Test func `by referrer, where places have no meaning`() async throws {
        let report = try #require(try await reports([2026]).first)
        expect(
            report[.referrer],
            [
                // Started K2 K6 K9 K10; completed K1 K6 K9; interrupted K2 K10; no-show K7; persons Anna, Bo, Erik, Fia;
                // employed K1 K2 K10; introductions Anna's and Hedda's; kolada K2 K6 K10; unknown K9.
                "AMA": [nil, nil, 4, 3, 2, 1, 4, 3, 1, 2, 3, 5, 4, 1],
                // Started K3 K4 K5; completed K3 K4 K13; persons Bo, Cilla, David, Gus; employed K3 K4; introductions Bo's
                // and David's; kolada K3; unknown K13.
                "INV": [nil, nil, 3, 3, 0, 0, 4, 2, 1, 2, 1, 3, 2, 1],
                "SFI": [nil, nil, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            ])
    }

    @Test func `by sex`() async throws {
        let report = try #require(try await reports([2026]).first)
        expect(
            report[.sex],
            [
                // Started K4 K9 K10; completed K1 K4 K9 K13; interrupted K10; no-show K7; Anna, Cilla, Fia; employed K1 K4
                // K10; introductions Anna's and Hedda's; kolada K10; unknown K9 K13.
                "woman": [nil, nil, 3, 4, 1, 1, 3, 3, 1, 2, 1, 5, 3, 2],
                // Started K2 K3 K6; completed K3 K6; interrupted K2; Bo, Erik, Gus; employed K2 K3; Bo's introduction;
                // kolada K2 K3 K6.
                "man": [nil, nil, 3, 2, 1, 0, 3, 2, 0, 1, 3, 3, 3, 0],
                // David: K5 started; his introduction.
                "unknown": [nil, nil, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0],
            ])
    }

    @Test func `by kind`() async throws {
        let report = try #require(try await reports([2026]).first)
        let none: Counts = [0, 0, 0, 0, 0, 0, 0, 0, nil, nil, 0, 0, 0, 0]
        expect(
            report[.kind],
            [
                // S1 2, S4 2; filled 2 and 1; started K2; completed K1 K13; interrupted K2; no-show K7; Anna, Bo, Gus;
                // employed K1 K2; kolada K2; unknown K13.
                "arbetspraktik": [4, 3, 1, 2, 1, 1, 3, 2, nil, nil, 1, 3, 2, 1],
                "arbetstraning": none,
                // S2: started K3–K6; completed K3 K4 K6; Bo, Cilla, David, Erik; employed K3 K4; kolada K3 K6.
                "sprakpraktik": [4, 2, 4, 3, 0, 0, 4, 2, nil, nil, 2, 3, 3, 0],
                // S8, with K11 only proposed.
                "studiepraktik": [1, 0, 0, 0, 0, 0, 0, 0, nil, nil, 0, 0, 0, 0],
                "apl": none,
                // S6: K10.
                "larling": [4, 1, 1, 0, 1, 0, 1, 1, nil, nil, 1, 1, 1, 0],
                "prao": none,
                // S5: K9.
                "put": [3, 1, 1, 1, 0, 0, 1, 0, nil, nil, 0, 1, 0, 1],
                "extratjanst": none,
            ])
    }

    @Test func `the years before and after see their own part`() async throws {
        let reports = try await reports([2025, 2027, 2024])
        expect(
            reports.map(\.total),
            [
                // 2025: S1 with Anna and Cilla in it; K1 and K13 started; Erik's introduction, of whom nothing is known.
                // Bo's earlier end is not his last.
                "total": [2, 2, 2, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0],
                // 2027: S2 with 3 places left and David in one; Cilla's introduction.
                "total": [3, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0],
                "total": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            ])
        // The department that ceased at the end of 2024 has a row in that year alone.
        #expect(reports.map { $0[.unit].map(\.key).contains("GAMLA") } == [false, false, true])
    }

    @Test func `every figure but persons adds up in every cut where it has a meaning`() async throws {
        for report in try await reports([2025, 2026, 2027]) {
            for cut in Cut.allCases where cut != .total {
                for figure in Figure.allCases where cut.holds(figure) && figure.addsUp {
                    #expect(
                        report[cut].reduce(0) { $0 + ($1[figure] ?? 0) } == report.total[figure], "\(cut) \(figure)")
                }
            }
        }
    }

    @Test func `a statistician sees no small count of people`() async throws {
        let report = try #require(try await reports([2026], as: .statistician).first)
        #expect(report.total[.offered] == 16)
        #expect(report.total[.interrupted] == nil)
        #expect(report.suppressed.contains("total.interrupted"))
        #expect(report[.unit, "SB"]?[.employedAny] == nil)
        #expect(report[.referrer, "SFI"]?[.started] == 0)
        for cut in Cut.allCases {
            for row in report[cut] {
                for figure in Figure.allCases where figure.countsPersons {
                    #expect(!(1...4).contains(row[figure] ?? 0), "\(cut) \(row.key) \(figure)")
                }
            }
        }
    }

    @Test(arguments: [Role.registrar, .referrer, .supervisor, .participant])
    func `others are refused`(role: Role) async throws {
        await #expect(throws: Refusal.notAllowed(.readFigures, role)) { _ = try await reports([2026], as: role) }
    }
}
