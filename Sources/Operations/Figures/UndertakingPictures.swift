public import Domain
public import Pictures
public import Statistics

/// The pictures of a joint undertaking in places, for a page as for paper.
public struct UndertakingPictures: Sendable {
    /// Nil where there is no course of the year to draw: for places that are kept for a referrer.
    public let progress: YearProgressPicture?
    public let funnel: RowsPicture
    /// Nil without an earlier year, and of a part of the year: the years before are whole.
    public let years: YearsPicture?
    public let coverage: RowsPicture

    /// - Parameters:
    ///   - period: Up to whose end, from the year's first day, the undertaking's figures are.
    ///   - today: How far the year has come.
    ///   - names: Of the units, by code.
    public init(_ result: UndertakingResult, of period: ReportPeriod, today: Day, names: [String: String]) {
        let year = period.year
        var time = Phrase(sv: "\(year)", en: "\(year)")
        if period.kind != .year, let end = try? period.days.to.longPhrase {
            time = Phrase(sv: "till och med \(end.sv)", en: "through \(end.en)")
        }
        let isOfPlaces = result.measure == .places && !result.rule.countsPersons
        let target = isOfPlaces ? result.target.map { $0.hundredths / 100 } : nil
        progress = isOfPlaces ? result.progress(year, today, target) : nil
        funnel = RowsPicture(
            id: "funnel-\(result.code)",
            title: Phrase(
                sv: "\(result.code) \(time.sv): från avtal till arbete",
                en: "\(result.code) \(time.en): from agreement to work"),
            rows: [
                .init(Phrase(sv: "Avtalade platser", en: "Places agreed"), target),
                .init(Phrase(sv: "Erbjudna platser", en: "Places offered"), result.count.offered),
                .init(Phrase(sv: "Tillsatta platser", en: "Places filled"), result.shownFilled),
                .init(Phrase(sv: "Påbörjade praktiker", en: "Placements started"), result.shownStarted),
                .init(Phrase(sv: "Genomförda praktiker", en: "Placements completed"), result.shownCompleted),
                .init(Phrase(sv: "Ledde till anställning", en: "Led to employment"), result.shownEmployed),
            ])
        let totals = Forecast.telling(result.courses.filter { $0.year < year })
        years =
            totals.isEmpty || period.kind != .year
            ? nil
            : YearsPicture(
                id: "years-\(result.code)",
                subject: Phrase(sv: "Erbjudna platser per år", en: "Places offered by year"),
                bars: totals.map { .init(year: $0.year, value: $0.total) }
                    + [.init(year: year, value: result.count.offered)], current: year, target: target)
        coverage = RowsPicture(
            id: "coverage-\(result.code)",
            title: Phrase(
                sv: "\(result.code) \(time.sv): erbjudna platser per förvaltning",
                en: "\(result.code) \(time.en): places offered by department"),
            rows: result.shares.map { share in
                let name = names[share.unit] ?? share.unit
                return .init(Phrase(sv: name, en: name), share.offered)
            }, marksNone: true)
    }
}

extension UndertakingResult {
    fileprivate func progress(_ year: Int, _ today: Day, _ target: Int?) -> YearProgressPicture? {
        guard let course = courses.first(where: { $0.year == year }) else { return nil }
        let before = courses.first { $0.year == year - 1 && $0.total > 0 }
        let months = min(max(today.months(into: year) + 1, 0), 12)
        var expectation: YearProgressPicture.Expectation?
        if let forecast = shownForecast, forecast.method != .closed {
            let (low, high) = (forecast.low?.numerator, forecast.high?.numerator)
            expectation = .init(
                value: forecast.value.numerator,
                bounds: low.flatMap { low in high.map { low...max(low, $0) } })
        }
        return YearProgressPicture(
            id: "progress-\(code)", year: year, target: target,
            reached: Array(course.growing.prefix(months + 1)), before: before?.growing ?? [], expected: expectation)
    }
}

extension YearCourse {
    /// What had come to be known at the year's beginning and after each of its twelve months.
    var growing: [Int] {
        months.prefix(12).reduce(into: [opening]) { sums, count in sums.append((sums.last ?? 0) + count) }
    }
}
