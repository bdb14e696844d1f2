import Domain
import Statistics
import Testing

@testable import ExampleMaker

/// The forecast held against what the example's years came to, beside the simplest there is: last year's figure.
struct ForecastBackTest {
    @Test func `the places of each example year, forecast at four days of it`() throws {
        let years = ExampleFiles.years
        let courses = try years.map { try course($0) }
        for (course, year) in zip(courses, years) { #expect(course.total == jointPlaces(year), "\(year)") }
        var said: [String] = []
        for months in [0, 3, 6, 9] {
            var (errors, naive, within, count) = (0.0, 0.0, 0, 0)
            for (place, this) in courses.enumerated().dropFirst(2) {
                let counted = Int(this.reached(after: Double(months)))
                let earlier = Array(courses[max(0, place - 5)..<place])
                let forecast = Forecast(
                    counted: counted, books: counted, after: Double(months), earlier: earlier)
                errors += abs(Double(forecast.value.numerator - this.total)) / Double(this.total)
                naive += abs(Double(courses[place - 1].total - this.total)) / Double(this.total)
                let range = (forecast.low?.numerator ?? 0)...(forecast.high?.numerator ?? 0)
                if range.contains(this.total) { within += 1 }
                count += 1
            }
            func percent(_ sum: Double) -> Double { (sum / Double(count) * 1000).rounded() / 10 }
            said.append(
                "forecast, example, after \(months) months: error \(percent(errors)) %, last year's figure "
                    + "\(percent(naive)) %, within its range \(within) of \(count)")
            #expect(percent(errors) < 25)
        }
        print(said.joined(separator: "\n"))
    }

    /// The joint places of a year by when they were offered, of the slots that the example makes for it.
    private func course(_ year: Int) throws -> YearCourse {
        let period = try Period(year: year)
        let slots = [year - 1, year].flatMap(makeSlots).filter { slot in
            slot.countsJointly && slot.from <= period.to && slot.to >= period.from
                && (slot.withdrawnOn.map { $0 > max(slot.from, period.from) } ?? true)
        }
        return YearCourse(
            year: year,
            known: slots.map { slot in
                let day = slot.offeredOn ?? slot.from
                return (month: (day.year - year) * 12 + day.month - 1, count: slot.places)
            })
    }
}
