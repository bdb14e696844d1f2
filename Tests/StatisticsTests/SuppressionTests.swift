import Domain
import Statistics
import Testing

struct SuppressionTests {
    /// `by_unit.E1.completed` → its number in the whole report.
    private func number(_ name: String, in report: AnnualReport) throws -> Int {
        let parts = name.split(separator: ".").map(String.init)
        let cut = try #require(Cut(rawValue: parts[0]))
        let figure = try #require(Figure(rawValue: parts[parts.count - 1]))
        let row = cut == .total ? report.total : try #require(report[cut, parts[1]])
        return try #require(row[figure])
    }

    @Test(arguments: [(2, 1, 3), (2, 2, 7), (3, 2, 12), (4, 3, 25)])
    func `nothing kept back can be reckoned out`(units: Int, referrers: Int, placements: Int) throws {
        for seed in 0..<UInt64(placements < 20 ? 8 : 2) {
            let made = try RandomReport(seed: seed, units: units, referrers: referrers, placements: placements)
            let published = try made.report.suppressed()
            let numbers = try Dictionary(
                uniqueKeysWithValues: published.suppressed.map { ($0, try number($0, in: made.report)) })
            let attacker = Attacker(published: published, overlap: made.overlap)
            #expect(attacker.pinned { numbers[$0] ?? 1 } == [], "seed \(seed)")
        }
    }

    /// Too large for the attacker to try every number; here the audit within has the word.
    @Test(arguments: [(6, 4, 60), (12, 5, 150), (20, 6, 400)])
    func `large reports are published, and the loss is told`(units: Int, referrers: Int, placements: Int) throws {
        let report = try RandomReport(seed: 1, units: units, referrers: referrers, placements: placements).report
        let published = try report.suppressed()
        let loss = try #require(published.loss)
        #expect(loss.kept == published.suppressed.count)
        #expect(loss.kept > 0 && loss.kept < loss.figures)
    }

    @Test(arguments: 0..<UInt64(20))
    func `small counts go, zeros and offered places stay, the rest is true`(seed: UInt64) throws {
        let report = try RandomReport(seed: seed, units: 8, referrers: 4, placements: 90).report
        let published = try report.suppressed()
        for cut in Cut.allCases {
            for (row, shown) in zip(report[cut], published[cut]) {
                #expect(shown[.offered] == row[.offered])
                for figure in Figure.allCases where figure.countsPersons {
                    guard let count = row[figure] else { continue }
                    if (1...4).contains(count) { #expect(shown[figure] == nil) }
                    if count == 0 { #expect(shown[figure] == 0) }
                    if let number = shown[figure] {
                        #expect(number == count)
                    } else {
                        let place = cut == .total ? cut.rawValue : "\(cut.rawValue).\(row.key)"
                        #expect(published.suppressed.contains("\(place).\(figure.rawValue)"))
                    }
                }
            }
        }
    }

    @Test func `the attacker is one: it finds the only place a kept number can be`() throws {
        // Kept back alone, 3 of 22: the sum tells it.
        let published = try oneColumn(.noShow, units: [3, 12, 7], hiding: [0])
        #expect(Attacker(published: published, overlap: [:]).pinned { _ in 3 } == ["by_unit.E0.no_show"])
        let twoOnes = try oneColumn(.noShow, units: [1, 1, 9], hiding: [0, 1])
        #expect(Attacker(published: twoOnes, overlap: [:]).pinned { _ in 1 }.count == 2)
    }

    @Test func `two ones behind a sum of two take a third along`() throws {
        let report = try oneColumn(.noShow, units: [1, 1, 9, 30])
        let published = try report.suppressed()
        #expect(published[.unit].map { $0[.noShow] } == [nil, nil, nil, 30])
        #expect(published.suppressed == ["by_unit.E0.no_show", "by_unit.E1.no_show", "by_unit.E2.no_show"])
    }

    @Test func `one small count takes the smallest other along`() throws {
        let published = try oneColumn(.noShow, units: [3, 12, 7, 0, 40]).suppressed()
        #expect(published[.unit].map { $0[.noShow] } == [nil, 12, nil, 0, 40])
    }

    @Test func `a single row hides the total with it`() throws {
        let published = try oneColumn(.noShow, units: [2, 0]).suppressed()
        #expect(published.total[.noShow] == nil)
        #expect(published[.unit].map { $0[.noShow] } == [nil, 0])
    }

    @Test func `nothing is kept back where nothing is small`() throws {
        let report = try oneColumn(.noShow, units: [5, 8, 0])
        #expect(try report.suppressed() == report)
    }

    @Test func `a part of an ended row takes its counterpart along`() throws {
        var rows = [FigureRow(key: "E0", in: .unit), FigureRow(key: "E1", in: .unit)]
        var total = FigureRow(key: "total", in: .total)
        for (row, completed, interrupted) in [(0, 20, 2), (1, 30, 8)] {
            rows[row][.completed] = completed
            rows[row][.interrupted] = interrupted
            rows[row][.known] = completed + interrupted
        }
        (total[.completed], total[.interrupted], total[.known]) = (50, 10, 60)
        let report = AnnualReport(
            year: 2026, municipality: try MunicipalityCode("1485"), parts: [.total: [total], .unit: rows])
        let published = try report.suppressed()
        // 2 interrupted is the unit's 22 ended less its 20 completed, and the total's 10 less the other unit's 8.
        #expect(
            Set(published.suppressed) == [
                "by_unit.E0.interrupted", "by_unit.E0.completed", "by_unit.E1.interrupted", "by_unit.E1.completed",
            ])
        #expect(published.total[.completed] == 50)
    }

    /// One cut and one column; the rest is 0.
    private func oneColumn(_ figure: Figure, units: [Int], hiding hidden: [Int] = []) throws -> AnnualReport {
        var total = FigureRow(key: "total", in: .total)
        total[figure] = units.reduce(0, +)
        let rows = units.enumerated().map { number, count in
            var row = FigureRow(key: "E\(number)", in: .unit)
            row[figure] = hidden.contains(number) ? nil : count
            return row
        }
        return AnnualReport(
            year: 2026, municipality: try MunicipalityCode("1485"), parts: [.total: [total], .unit: rows],
            suppressed: hidden.map { "by_unit.E\($0).\(figure.rawValue)" })
    }
}
