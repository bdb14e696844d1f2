import Domain
import Testing

@testable import Statistics

struct ForecastTests {
    /// 2024: 10 before the year, then 2 a month, 34. 2025: 20 before the year, then 4 in September alone, 24.
    private static let even = YearCourse(year: 2024, known: [(-3, 10)] + (0..<12).map { ($0, 2) })
    private static let late = YearCourse(year: 2025, known: [(-1, 20), (8, 4)])

    @Test func `a year is reached month by month, within a month evenly`() {
        #expect(Self.even.total == 34 && Self.even.opening == 10)
        #expect([-0.5, 0, 0.5, 3, 12, 40].map(Self.even.reached) == [0, 10, 11, 16, 34, 34])
        // What comes after the last month is counted in it.
        let after = YearCourse(year: 2024, known: [(30, 3)], monthCount: 18)
        #expect(after.months.count == 18 && after.months[17] == 3 && after.total == 3)
    }

    @Test func `one year by hand: half-way the pace and the rest weigh as much of a year as has come`() {
        // After six months 22 of 34 had come and 12 had not. With 11 counted the pace gives 17, the rest 23:
        // 22/34 × 17 + 12/34 × 23 = 19.1.
        let forecast = Forecast(counted: 11, books: 11, after: 6, earlier: [Self.even])
        #expect(forecast.value == Quantity(19) && forecast.method == .oneYear && forecast.years == [2024])
        #expect(forecast.low == nil && forecast.high == nil, "one year tells of no spread")
    }

    @Test func `two years by hand, with the range of what each gives alone`() {
        // Together 22 + 20 of 58 had come after six months, and 8 on average had not: 21 / (42/58) = 29, 21 + 8 = 29.
        let forecast = Forecast(counted: 21, books: 21, after: 6, earlier: [Self.late, Self.even])
        #expect(forecast.value == Quantity(29) && forecast.method == .seasonal && forecast.years == [2024, 2025])
        // 2024 alone: 22/34 × 32.45 + 12/34 × 33 = 32.6; 2025 alone: 20/24 × 25.2 + 4/24 × 25 = 25.2.
        #expect(forecast.low == Quantity(25) && forecast.high == Quantity(33))
    }

    @Test func `never below what stands in the books, and a year that is over is what it is`() {
        let forecast = Forecast(counted: 40, books: 60, after: 11, earlier: [Self.late, Self.even])
        #expect(forecast.value == Quantity(60) && forecast.low?.hundredths ?? 0 >= 4_000)
        let closed = Forecast(closed: Quantity(7))
        #expect(closed.low == closed.value && closed.high == closed.value)
        let ended = Forecast(counted: 31, books: 31, after: 12, earlier: [Self.late, Self.even])
        #expect(ended.value == Quantity(31) && ended.low == ended.value && ended.high == ended.value)
    }

    @Test func `without an earlier year that came to anything, the books are all there is`() {
        for earlier in [[], [YearCourse(year: 2025, known: [])]] {
            let forecast = Forecast(counted: 3, books: 9, after: 4, earlier: earlier)
            #expect(forecast.value == Quantity(9) && forecast.method == .books)
            #expect(forecast.low == nil && forecast.high == nil && forecast.years.isEmpty)
        }
    }

    @Test func `a first year that only reaches over New Year tells of no season`() {
        let stray = YearCourse(year: 2023, known: [(11, 3)])
        let forecast = Forecast(counted: 21, books: 21, after: 6, earlier: [stray, Self.even, Self.late])
        #expect(forecast == Forecast(counted: 21, books: 21, after: 6, earlier: [Self.even, Self.late]))
        #expect(Forecast.telling([stray]) == [stray], "alone it is what there is")
    }

    @Test func `before the year begins nothing has been reached, and earlier years are what is expected`() {
        let forecast = Forecast(counted: 2, books: 2, after: -2, earlier: [Self.late, Self.even])
        // The mean of 34 and 24, and what is there already.
        #expect(forecast.value == Quantity(31))
    }

    @Test func `more counted is never less expected, and the range holds the value`() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<500 {
            let years = (2021...2025).map { YearCourse.random($0, level: 30, &random) }
            let months = Double.random(in: -1...12, using: &random)
            var before = 0
            for counted in 0..<60 {
                let forecast = Forecast(counted: counted, books: counted, after: months, earlier: years)
                #expect(forecast.value.numerator >= max(before, counted))
                guard let low = forecast.low, let high = forecast.high else { continue }
                #expect(low.numerator <= forecast.value.numerator && forecast.value.numerator <= high.numerator)
                #expect(low.numerator >= counted)
                before = forecast.value.numerator
            }
        }
    }
}
