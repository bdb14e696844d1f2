import Domain
import Testing

@testable import Statistics

/// How far off the forecast has been on made-up years, beside the simplest forecast there is: last year's figure.
struct ForecastBackTest {
    @Test(arguments: [0.0, 0.1, 0.3])
    func `over random seasons the error falls through the year and ends below last year's figure`(growth: Double) {
        var random = SplitMix64(seed: 2026)
        var errors = Dictionary(uniqueKeysWithValues: [0, 3, 6, 9, 11].map { ($0, ForecastError()) })
        for _ in 0..<400 {
            let years = YearCourse.randomYears(6, growth: growth, &random)
            guard let this = years.last, this.total > 0 else { continue }
            for months in errors.keys.sorted() {
                let counted = Int(this.reached(after: Double(months)))
                let forecast = Forecast(
                    counted: counted, books: counted, after: Double(months), earlier: years.dropLast())
                errors[months]?.add(forecast, came: this.total, lastYear: years[4].total)
            }
        }
        for (months, error) in errors.sorted(by: { $0.key < $1.key }) {
            print("forecast, random seasons, growth \(growth), after \(months) months: \(error)")
        }
        let (start, end) = (errors[0], errors[11])
        #expect((end?.percent ?? 100) < (start?.percent ?? 0))
        #expect((end?.percent ?? 100) < (end?.naivePercent ?? 0))
    }
}

/// Mean absolute percentage errors, and how often what came lay within the range.
struct ForecastError: CustomStringConvertible {
    private(set) var count = 0
    private var sum = 0.0
    private var naive = 0.0
    private var within = 0

    mutating func add(_ forecast: Forecast, came: Int, lastYear: Int) {
        count += 1
        sum += abs(Double(forecast.value.numerator - came)) / Double(came)
        naive += abs(Double(lastYear - came)) / Double(came)
        guard let low = forecast.low, let high = forecast.high else { return }
        if low.numerator <= came && came <= high.numerator { within += 1 }
    }

    var percent: Double { 100 * sum / Double(max(1, count)) }
    var naivePercent: Double { 100 * naive / Double(max(1, count)) }

    var description: String {
        func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
        return "error \(tenths(percent)) %, last year's figure \(tenths(naivePercent)) %, within its range "
            + "\(within) of \(count)"
    }
}

extension YearCourse {
    /// A year with places all over it.
    static func random(_ year: Int, level: Int, _ random: inout SplitMix64) -> YearCourse {
        YearCourse(
            year: year,
            known: (0..<level).map { _ in
                (Int.random(in: -2...11, using: &random), Int.random(in: 0...2, using: &random))
            })
    }

    /// Years with one season in common, each with a little of its own and a level that wanders: `growth` is how far a year
    /// may lie from the one before, 0.1 being a tenth.
    static func randomYears(_ count: Int, growth: Double, _ random: inout SplitMix64) -> [YearCourse] {
        let season = (0..<13).map { _ in
            Double.random(in: 0.05...1, using: &random) * Double.random(in: 0.1...1, using: &random)
        }
        var level = [12.0, 50, 200][Int.random(in: 0..<3, using: &random)]
        return (0..<count).map { number in
            level *= 1 + Double.random(in: -1.7...1.7, using: &random) * growth
            let own = season.map { $0 * Double.random(in: 0.5...1.5, using: &random) }
            let sum = own.reduce(0, +)
            let known = own.enumerated().map { month, weight in
                let mean = level * weight / sum
                let hits = (0..<Int(mean * 4) + 1).filter { _ in Double.random(in: 0..<1, using: &random) < 0.25 }.count
                return (month: month - 1, count: hits)
            }
            return YearCourse(year: 2020 + number, known: known)
        }
    }
}
