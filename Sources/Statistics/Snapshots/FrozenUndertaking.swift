import Domain

/// An undertaking's standing as a snapshot's document keeps it; in the published one without any count of people.
struct FrozenUndertaking: Codable {
    let code: String
    let text: String
    let unit: String?
    let measure: String
    let rule: String
    let targetHundredths: Int?
    let baselineHundredths: Int?
    let count: UndertakingCount
    let forecast: Forecast?
    let transitions: Forecast?
    let courses: [YearCourse]
    let shares: [UndertakingResult.Share]
    let withoutPersons: Bool

    enum CodingKeys: String, CodingKey {
        case code, text, unit, measure, rule, count, forecast, transitions, courses, shares
        case targetHundredths = "target_hundredths"
        case baselineHundredths = "baseline_hundredths"
        case withoutPersons = "without_persons"
    }

    init(_ result: UndertakingResult) {
        code = result.code
        text = result.text
        unit = result.unit
        measure = result.measure.rawValue
        rule = result.rule.rawValue
        targetHundredths = result.target?.hundredths
        baselineHundredths = result.baseline?.hundredths
        withoutPersons = !result.suppressed.isEmpty
        var shown = result.count
        if withoutPersons {
            shown = UndertakingCount()
            shown.offered = result.count.offered
            shown.hoursPerDay = result.count.hoursPerDay
        }
        count = shown
        forecast = result.shownForecast
        transitions = result.shownTransitions
        courses = result.courses
        shares = result.shares
    }

    func restored() throws -> UndertakingResult {
        guard let measure = UndertakingMeasure(rawValue: measure), let rule = CountingRule(rawValue: rule) else {
            throw FrozenFault.wordUnknown
        }
        let result = UndertakingResult(
            code: code, text: text, unit: unit, measure: measure, rule: rule,
            target: try targetHundredths.map { try Amount(hundredths: $0) },
            baseline: try baselineHundredths.map { try Amount(hundredths: $0) }, count: count, books: count,
            forecast: forecast, transitions: transitions, courses: courses, shares: shares)
        return withoutPersons ? result.withoutPersons : result
    }
}

/// What a document of a snapshot says that this program does not understand.
public enum FrozenFault: Error {
    case wordUnknown
    /// Of a form that is younger than the program.
    case format(String)
}
