import Domain
import Testing

struct ReportDutyTests {
    @Test(arguments: [
        ("2027-01-31", ReportCoverage.year, "2026-01-01", "2026-12-31"),
        ("2027-12-31", .year, "2026-01-01", "2026-12-31"),
        ("2027-01-31", .half, "2026-07-01", "2026-12-31"), ("2027-08-15", .half, "2027-01-01", "2027-06-30"),
        ("2027-01-31", .tertial, "2026-09-01", "2026-12-31"), ("2027-05-31", .tertial, "2027-01-01", "2027-04-30"),
        ("2027-04-30", .tertial, "2026-09-01", "2026-12-31"), ("2027-09-30", .tertial, "2027-05-01", "2027-08-31"),
        ("2027-01-15", .soFar, "2026-01-01", "2026-12-31"), ("2027-02-28", .soFar, "2027-01-01", "2027-01-31"),
        ("2028-03-15", .soFar, "2028-01-01", "2028-02-29"), ("2027-12-15", .soFar, "2027-01-01", "2027-11-30"),
    ])
    func `a report tells of days that are over`(due: String, covers: ReportCoverage, from: String, to: String) throws {
        #expect(try covers.period(dueOn: Day(due)) == Period(from: Day(from), to: Day(to)))
    }

    @Test(arguments: ["02-28", "02-29", "12-31", "01-01", "04-30"])
    func `a day of every year is read as it is written`(text: String) throws {
        #expect(try MonthDay(text).description == text)
    }

    @Test(arguments: [
        "", "02-30", "04-31", "13-01", "00-10", "1-01", "01-1", "01-01-01", "+1-01", "0１-01", "01/01", "٠1-01",
    ])
    func `what is no day of any year is refused`(text: String) {
        #expect(throws: ValueError.monthDay) { try MonthDay(text) }
    }

    @Test func `the 29th of February is the 28th in common years`() throws {
        #expect(try MonthDay("02-29").day(in: 2027) == Day("2027-02-28"))
        #expect(try MonthDay("02-29").day(in: 2028) == Day("2028-02-29"))
    }

    @Test func `it is due on its days between its first and its last, in order`() throws {
        let duty = try ReportDuty(
            municipality: MunicipalityCode("1485"), code: Code("KS"), title: Line("Läge"), recipient: Line("KS"),
            covers: .soFar, days: [MonthDay("12-15"), MonthDay("02-28"), MonthDay("12-15")], from: Day("2026-03-01"),
            to: Day("2028-02-28"))
        let days = duty.dueDays(in: try Period(from: Day("2025-01-01"), to: Day("2030-12-31")))
        #expect(days.map(\.description) == ["2026-12-15", "2027-02-28", "2027-12-15", "2028-02-28"])
    }

    @Test func `no days, too many and a reversed time are refused`() throws {
        func make(_ days: [String], remind: Int = 30, to: String = "2030-01-01") throws {
            _ = try ReportDuty(
                municipality: MunicipalityCode("1485"), code: Code("KS"), title: Line("Läge"), recipient: Line("KS"),
                covers: .year, days: days.map { try MonthDay($0) }, remindDays: remind, from: Day("2026-01-01"),
                to: Day(to))
        }
        #expect(throws: ValueError.monthDay) { try make([]) }
        #expect(throws: ValueError.monthDay) { try make((1...13).map { "01-\($0 < 10 ? "0" : "")\($0)" }) }
        #expect(throws: ValueError.remindDays) { try make(["01-31"], remind: 181) }
        #expect(throws: ValueError.periodReversed) { try make(["01-31"], to: "2025-12-31") }
    }

    @Test func `what is usual holds to its own rules`() throws {
        let usual = try ReportDuty.usual(MunicipalityCode("1485"), from: Day("2026-11-22"))
        #expect(Set(usual.map(\.code)).count == usual.count)
        let board = try #require(usual.first { $0.code.rawValue == "KS" })
        #expect(board.days.map(\.month) == [2, 12])
    }
}
