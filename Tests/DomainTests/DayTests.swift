import Domain
import FoundationEssentials
import Testing

struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-09", 20_521),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `a date is its number of days since 1970`(text: String, number: Int) throws {
        let day = try Day(text)
        #expect(day.daysSince1970 == number)
        #expect(try Day(daysSince1970: number).description == text)
    }

    @Test(arguments: [
        "", "2026-3-9", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "20260309", "2026-03-09 ",
        "0000-01-01", "2026/03/09", "9 mars 2026", "2026-03-0x", "+026-03-09",
    ])
    func `what is no date is refused`(text: String) {
        #expect(throws: ValueError.date) { try Day(text) }
    }

    @Test func `every day of eight hundred years follows the one before it`() throws {
        var (year, month, day) = (1600, 1, 1)
        let first = try Day(1600, 1, 1)
        var expectedWeekday = first.weekday
        for offset in 0..<292_194 {
            let current = first.adding(offset)
            if (current.year, current.month, current.day, current.weekday) != (year, month, day, expectedWeekday) {
                Issue.record("\(year)-\(month)-\(day) came out as \(current)")
            }
            expectedWeekday = expectedWeekday % 7 + 1
            if (try? Day(year, month, day + 1)) != nil {
                day += 1
            } else {
                (year, month, day) = month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
            }
        }
    }

    @Test(arguments: [
        ("2027-01-01", "v. 53 2026"), ("2026-12-31", "v. 53 2026"), ("2027-01-04", "v. 1 2027"),
        ("2026-01-01", "v. 1 2026"), ("2024-12-30", "v. 1 2025"), ("2021-01-03", "v. 53 2020"),
        ("2026-03-09", "v. 11 2026"),
    ])
    func `a week has a year of its own`(day: String, week: String) throws {
        #expect(try Day(day).isoWeek.description == week)
    }

    @Test(arguments: [
        ("2026-02-02", "2026-06-12", "2027-02-08", "2027-06-18"),
        ("2025-09-01", "2025-12-21", "2026-08-31", "2026-12-20"),
        // 2026 has 53 weeks.
        ("2026-03-02", "2026-03-06", "2027-03-08", "2027-03-12"),
        ("2026-12-28", "2027-01-01", "2027-12-27", "2027-12-31"),
        ("2026-11-30", "2027-01-08", "2027-12-06", "2028-01-07"),
        // Not whole weeks.
        ("2026-04-01", "2026-06-30", "2027-04-01", "2027-06-30"),
        ("2028-02-28", "2028-02-29", "2029-02-28", "2029-02-28"),
    ])
    func `the same next year is the same weeks, or the same dates`(
        from: String, to: String, nextFrom: String, nextTo: String
    ) throws {
        let next = try Period(from: Day(from), to: Day(to)).nextYear
        #expect(next == (try Period(from: Day(nextFrom), to: Day(nextTo))))
    }

    @Test func `a date is written as Swedes write it`() throws {
        #expect(try Day("2026-03-09").swedishLong == "9 mars 2026")
        #expect(try Day("2026-03-09").long(in: .english) == "9 March 2026")
    }

    @Test(arguments: [
        ("2026-03-29T00:59:59Z", 3600), ("2026-03-29T01:00:00Z", 7200), ("2026-10-25T00:59:59Z", 7200),
        ("2026-10-25T01:00:00Z", 3600), ("2026-07-01T12:00:00Z", 7200), ("2026-12-31T23:00:00Z", 3600),
        ("2024-03-31T01:00:00Z", 7200), ("2027-10-31T00:59:59Z", 7200),
    ])
    func `summer time follows the directive`(moment: String, offset: Int) throws {
        let date = try Date(moment, strategy: .iso8601)
        #expect(SwedishTime.offset(at: date) == offset)
    }

    @Test(arguments: [
        ("2026-12-31T23:00:00Z", "2027-01-01"), ("2026-12-31T22:59:59Z", "2026-12-31"),
        ("2026-06-30T22:00:00Z", "2026-07-01"), ("2026-06-30T21:59:59Z", "2026-06-30"),
    ])
    func `the day changes at midnight in Sweden`(moment: String, day: String) throws {
        let date = try Date(moment, strategy: .iso8601)
        #expect(SwedishTime.day(of: date).description == day)
        #expect(WallClock.fixed(date).today.description == day)
    }

    @Test func `a day begins where the day before ends`() throws {
        for offset in 0..<800 {
            let day = try Day("2025-12-01").adding(offset)
            let start = SwedishTime.start(of: day)
            #expect(SwedishTime.day(of: start) == day)
            #expect(SwedishTime.day(of: start.addingTimeInterval(-1)) == day.adding(-1))
            #expect(WallClock.fixed(day).today == day)
        }
        #expect(SwedishTime.text(try Date("2026-07-01T12:05:07Z", strategy: .iso8601)) == "2026-07-01 14:05:07")
    }

    @Test func `ages are whole years`() throws {
        let birth = try Day("2008-02-29")
        #expect(birth.age(on: try Day("2026-02-28")) == 17)
        #expect(birth.age(on: try Day("2026-03-01")) == 18)
        #expect(try Day("2010-05-05").age(on: try Day("2026-05-05")) == 16)
        #expect(birth.adding(years: 18).description == "2026-02-28")
    }

    @Test func `periods include both their ends`() throws {
        let spring = try Period(from: Day("2026-01-12"), to: Day("2026-06-12"))
        let june = try Period(from: Day("2026-06-12"), to: Day("2026-06-30"))
        #expect(spring.overlaps(june))
        #expect(spring.intersection(june)?.days == 1)
        #expect(try !spring.overlaps(Period(from: Day("2026-06-13"), to: Day("2026-06-30"))))
        #expect(try Period(year: 2026).days == 365)
        #expect(try Period(year: 2026).contains(spring))
        #expect(throws: ValueError.periodReversed) { try Period(from: Day("2026-02-02"), to: Day("2026-02-01")) }
    }
}
