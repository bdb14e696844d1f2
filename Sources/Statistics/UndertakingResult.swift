public import Domain

/// How an undertaking stands in a year.
public struct UndertakingResult: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case met
        case notMet = "not_met"
        case notAssessable = "not_assessable"

        public var label: Phrase {
            switch self {
            case .met: Phrase(sv: "uppfyllt", en: "met")
            case .notMet: Phrase(sv: "ej uppfyllt", en: "not met")
            case .notAssessable: Phrase(sv: "ej bedömbar", en: "not assessable")
            }
        }
    }

    /// A department's share of what was offered.
    public struct Share: Sendable, Hashable {
        public let unit: String
        public let offered: Int

        public init(unit: String, offered: Int) {
            self.unit = unit
            self.offered = offered
        }
    }

    public let code: String
    public let text: String
    /// Nil is the joint undertaking of all departments.
    public let unit: String?
    public let measure: UndertakingMeasure
    public let rule: CountingRule
    public let target: Amount?
    public let baseline: Amount?
    public let count: UndertakingCount
    public let value: Quantity?
    /// What the value is expected to come to; nil where there is no figure.
    public private(set) var forecast: Forecast?
    /// How many placements are expected to have led to employment, whatever the undertaking counts.
    public private(set) var transitions: Forecast?
    /// When the year's places and those of earlier years came to be known, oldest first; empty where no season is told.
    public private(set) var courses: [YearCourse]
    public let status: Status
    public let shares: [Share]
    /// The names of the figures that are kept back from those who may not see small counts of people.
    public private(set) var suppressed: [String] = []

    /// - Parameters:
    ///   - books: The counts if every draft of the year is offered and every placement under way is carried through.
    ///   - forecast: From earlier years; without it, what is in the books is the forecast.
    public init(
        code: String, text: String, unit: String?, measure: UndertakingMeasure, rule: CountingRule, target: Amount?,
        baseline: Amount?, count: UndertakingCount, books: UndertakingCount, forecast: Forecast? = nil,
        transitions: Forecast? = nil, courses: [YearCourse] = [], shares: [Share]
    ) {
        self.code = code
        self.text = text
        self.unit = unit
        self.measure = measure
        self.rule = rule
        self.target = target
        self.baseline = baseline
        self.count = count
        self.shares = shares
        value = count.figure(rule)
        self.forecast = forecast ?? books.figure(rule).map(Forecast.init(books:))
        self.transitions = transitions
        self.courses = courses
        status = Self.status(of: value, measure: measure, target: target, baseline: baseline)
    }

    /// Without a figure or a target, and for a change without a baseline, nothing can be said.
    static func status(
        of value: Quantity?, measure: UndertakingMeasure, target: Amount?, baseline: Amount?
    ) -> Status {
        guard let value, let target else { return .notAssessable }
        if measure == .delta {
            guard let baseline else { return .notAssessable }
            return value.exceeds(hundredths: baseline.hundredths + target.hundredths) ? .met : .notMet
        }
        return value.reaches(hundredths: target.hundredths) ? .met : .notMet
    }

    /// Without any count of people. An undertaking's scope cuts across the annual report's, so that the two together
    /// could tell what the report keeps back; people are counted there. Whether a count of people met its target would tell
    /// the count between two targets.
    public var withoutPersons: UndertakingResult {
        var result = self
        result.suppressed =
            ["filled", "started", "completed", "employed_any", "employed_forecast"]
            + (rule.countsPersons ? ["value", "forecast", "status"] : [])
        return result
    }

    /// The same with what is expected of another time: of the whole year, where this is a part of it.
    public func expecting(_ other: UndertakingResult) -> UndertakingResult {
        var result = self
        (result.forecast, result.transitions, result.courses) = (other.forecast, other.transitions, other.courses)
        return result
    }

    private func shown<T>(_ value: T?, _ name: String) -> T? { suppressed.contains(name) ? nil : value }

    public var shownFilled: Int? { shown(count.filled, "filled") }
    public var shownStarted: Int? { shown(count.started, "started") }
    public var shownCompleted: Int? { shown(count.completed, "completed") }
    public var shownValue: Quantity? { shown(value, "value") }
    public var shownStatus: Status? { shown(status, "status") }
    public var shownForecast: Forecast? { shown(forecast, "forecast") }
    public var shownEmployed: Int? { shown(count.employedAny, "employed_any") }
    public var shownTransitions: Forecast? { shown(transitions, "employed_forecast") }
}

extension UndertakingResult: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(code, forKey: Name("code"))
        try container.encode(text, forKey: Name("text"))
        try container.encode(unit, forKey: Name("unit"))
        try container.encode(measure.rawValue, forKey: Name("measure"))
        try container.encode(rule, forKey: Name("rule"))
        try container.encode(rule.version, forKey: Name("rule_version"))
        try container.encode(hundredths: target?.hundredths, forKey: Name("target"))
        try container.encode(hundredths: baseline?.hundredths, forKey: Name("baseline"))
        try container.encode(hundredths: shownValue?.hundredths, forKey: Name("value"))
        try container.encode(count.offered, forKey: Name("offered"))
        try container.encode(shownFilled, forKey: Name("filled"))
        try container.encode(shownStarted, forKey: Name("started"))
        try container.encode(shownCompleted, forKey: Name("completed"))
        try container.encode(shownStatus?.rawValue, forKey: Name("status"))
        try container.encode(shownForecast, forKey: "forecast")
        try container.encode(shownForecast?.method.rawValue, forKey: Name("forecast_method"))
        try container.encode(shownForecast?.years ?? [], forKey: Name("forecast_years"))
        try container.encode(shownEmployed, forKey: Name("employed_any"))
        try container.encode(shownTransitions, forKey: "employed_forecast")
        try container.encode(shownTransitions?.method.rawValue, forKey: Name("employed_forecast_method"))
        try container.encode(courses, forKey: Name("courses"))
        try container.encode(shares, forKey: Name("by_unit"))
        if !suppressed.isEmpty { try container.encode(suppressed, forKey: Name("suppressed")) }
    }
}

extension KeyedEncodingContainer<Name> {
    /// The value with its range in fields beside it.
    fileprivate mutating func encode(_ forecast: Forecast?, forKey key: String) throws {
        try encode(hundredths: forecast?.value.hundredths, forKey: Name(key))
        try encode(hundredths: forecast?.low?.hundredths, forKey: Name(key + "_low"))
        try encode(hundredths: forecast?.high?.hundredths, forKey: Name(key + "_high"))
    }
}

extension UndertakingResult.Share: Codable {}
