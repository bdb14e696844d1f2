import Domain
import Statistics
import Store

/// When the figures of one undertaking came to be known, in the year and those before it.
struct YearCourses {
    /// Oldest first; years in which there was nothing are left out, the year itself never.
    let places: [YearCourse]
    /// Placements that led to employment, by the day of the first answer that tells it.
    let transitions: [YearCourse]
    private let year: Int
    private let today: Day

    /// An answer within 180 days after a year's last day counts in it: until June of the next.
    private static let monthsOfAnswers = 18

    init(_ figures: [CourseFigure], year: Int, today: Day) {
        self.year = year
        self.today = today
        func courses(_ isPlaces: Bool, _ months: Int) -> [YearCourse] {
            let byYear = Dictionary(grouping: figures.filter { $0.isPlaces == isPlaces }, by: \.year)
            return Set(byYear.keys).union([year]).sorted().map { year in
                let known = byYear[year, default: []].map { (month: $0.knownOn.months(into: year), count: $0.count) }
                return YearCourse(year: year, known: known, monthCount: months)
            }
        }
        places = courses(true, 12)
        transitions = courses(false, Self.monthsOfAnswers)
    }

    /// What the year's places come to. `books`: with every draft offered.
    func placesForecast(counted: Int, books: Int) -> Forecast {
        guard today.months(into: year) < 12 else { return Forecast(closed: Statistics.Quantity(counted)) }
        return Forecast(counted: counted, books: books, after: elapsed, earlier: settled(places, months: 12))
    }

    /// How many of the year's placements are known to have led to employment when all have had time to answer.
    func transitionsForecast(counted: Int) -> Forecast {
        let months = Self.monthsOfAnswers
        guard today.months(into: year) < months else { return Forecast(closed: Statistics.Quantity(counted)) }
        return Forecast(
            counted: counted, books: counted, after: elapsed, earlier: settled(transitions, months: months))
    }

    /// The years before whose figure nothing will change any more.
    private func settled(_ courses: [YearCourse], months: Int) -> [YearCourse] {
        courses.filter { $0.year < year && today.months(into: $0.year) >= months }
    }

    private var elapsed: Double { today.elapsedMonths(of: year) }
}

extension Day {
    /// Whole months from the beginning of that year; negative before it.
    func months(into year: Int) -> Int { (self.year - year) * 12 + month - 1 }

    /// The same with the days of the month that have gone, this one among them.
    func elapsedMonths(of year: Int) -> Double {
        let first = adding(1 - day)
        let next = first.adding(31)
        let length = next.adding(1 - next.day).days(since: first)
        return Double(months(into: year)) + Double(day) / Double(length)
    }
}
