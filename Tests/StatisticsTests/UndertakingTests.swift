import Domain
import Statistics
import Testing

struct UndertakingTests {
    private func status(
        _ value: Int, target: String?, baseline: String? = nil, measure: UndertakingMeasure = .places
    ) throws -> UndertakingResult.Status {
        var count = UndertakingCount()
        count.offered = value
        return UndertakingResult(
            code: "U", text: "…", unit: nil, measure: measure, rule: .offeredInYear,
            target: try target.map { try Amount($0) },
            baseline: try baseline.map { try Amount($0) }, count: count, books: count, shares: []
        ).status
    }

    @Test(arguments: [(49, UndertakingResult.Status.notMet), (50, .met), (51, .met), (0, .notMet)])
    func `fifty places are met with fifty`(offered: Int, expected: UndertakingResult.Status) throws {
        #expect(try status(offered, target: "50") == expected)
    }

    @Test func `without a target nothing can be said`() throws {
        #expect(try status(50, target: nil) == .notAssessable)
        #expect(try status(50, target: nil, baseline: "3", measure: .delta) == .notAssessable)
    }

    /// An increase is more than the baseline and the target together, so a target of 0 asks for one more.
    @Test(arguments: [
        (12, "10", "2", UndertakingResult.Status.notMet), (13, "10", "2", .met), (10, "10", "0", .notMet),
        (11, "10", "0", .met), (11, "10.5", "0", .met), (10, "9.5", "0.5", .notMet),
    ])
    func `a change is measured against the baseline`(
        value: Int, baseline: String, target: String, expected: UndertakingResult.Status
    ) throws {
        #expect(try status(value, target: target, baseline: baseline, measure: .delta) == expected)
    }

    @Test func `a change without a baseline is not assessable, however many there are`() throws {
        #expect(try status(1_000, target: "0", measure: .delta) == .notAssessable)
    }

    @Test(arguments: CountingRule.allCases)
    func `each rule has its own figure and a text in both languages`(rule: CountingRule) {
        #expect(rule.text.sv.hasSuffix(".") && rule.text.en.hasSuffix("."))
        #expect(rule.text.sv != rule.text.en)
        #expect(rule.identifier == "\(rule.rawValue)@1")
        var count = UndertakingCount()
        (count.offered, count.filled, count.started, count.completed) = (1, 2, 3, 4)
        (count.interrupted, count.noShow, count.persons, count.employedAny) = (5, 6, 7, 8)
        (count.koladaNumerator, count.sixtyNumerator, count.sixtyDenominator) = (3, 3, 5)
        count.hoursPerDay = Quantity(5, over: 2)
        let expected: [CountingRule: Int] = [
            .offeredInYear: 100, .putInYear: 100, .delta: 100, .filled: 200, .started: 300, .completed: 400,
            .interrupted: 500, .noShow: 600, .personsReceived: 700, .employedAny: 800, .hoursPerDay: 250,
            // 3 of 5, and 3 of the 9 that ended, in per cent.
            .sixty: 6_000, .koladaLike: 3_333,
        ]
        #expect(count.figure(rule)?.hundredths == expected[rule])
    }

    @Test func `a share of nobody is no figure`() {
        var count = UndertakingCount()
        #expect(count.figure(.sixty) == nil)
        count.sixtyDenominator = 0
        #expect(count.figure(.sixty) == nil)
        #expect(count.figure(.koladaLike) == nil)
    }

    @Test func `a statistician is told places and status, and what is kept back by name`() throws {
        var count = UndertakingCount()
        (count.offered, count.filled, count.persons) = (20, 12, 9)
        let whole = UndertakingResult(
            code: "U", text: "…", unit: "SB", measure: .persons, rule: .personsReceived, target: try Amount("8"),
            baseline: nil, count: count, books: count, shares: [])
        let published = whole.withoutPersons
        #expect(published.count.offered == 20)
        #expect(published.status == .met)
        #expect(published.shownFilled == nil && published.shownValue == nil && published.shownForecast == nil)
        #expect(
            published.suppressed == [
                "filled", "started", "completed", "employed_any", "employed_forecast", "value", "forecast", "status",
            ])
        #expect(whole.shownFilled == 12)
    }

    // MARK: Hours a day

    @Test func `two hours every weekday are two hours a day`() throws {
        let year = try Period(year: 2026)
        let open = OpenPlaces(period: year, places: 1, hours: try WorkHours("2"), weekdays: .mondayToFriday)
        #expect(offeredHoursPerDay([open], in: year) == Quantity(120 * 261, over: 60 * 261))
        #expect(offeredHoursPerDay([open], in: year)?.hundredths == 200)
    }

    @Test func `weekends do not count and give nothing`() throws {
        let weekend = try Period(from: Day("2026-03-07"), to: Day("2026-03-08"))
        let all = OpenPlaces(period: weekend, places: 3, hours: nil, weekdays: .all)
        #expect(offeredHoursPerDay([all], in: weekend) == nil)
        let week = try Period(from: Day("2026-03-02"), to: Day("2026-03-08"))
        #expect(offeredHoursPerDay([all], in: week)?.hundredths == 0)
    }

    @Test(arguments: 0..<UInt64(40))
    func `the mean agrees with walking through every day`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        func period() throws -> Period {
            let from = try Day("2026-01-01").adding(Int.random(in: 0..<400, using: &random))
            return try Period(from: from, to: from.adding(Int.random(in: 0..<200, using: &random)))
        }
        let open = try (0..<8).map { _ in
            OpenPlaces(
                period: try period(), places: Int.random(in: -2...6, using: &random),
                hours: Bool.random(using: &random)
                    ? nil : try WorkHours(minutes: Int.random(in: 1...600, using: &random)),
                weekdays: Bool.random(using: &random)
                    ? nil : Weekdays(rawValue: UInt8.random(in: 1...127, using: &random)))
        }
        let asked = try period()
        var minutes = 0
        var days = 0
        var day = asked.from
        while day <= asked.to {
            if day.weekday <= 5 {
                days += 1
                for open in open where open.period.contains(day) && open.weekdays.contains(day) {
                    minutes += open.places * open.minutesPerDay
                }
            }
            day = day.adding(1)
        }
        #expect(offeredHoursPerDay(open, in: asked) == Quantity(minutes, over: 60 * days))
    }
}
