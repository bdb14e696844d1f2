import Domain
import Operations
import Statistics

/// An undertaking of a year as its sentence and picture, with the numbers beneath.
struct UndertakingView {
    let result: UndertakingResult
    let period: ReportPeriod
    let today: Day
    /// Of the units, by code.
    let names: [String: String]

    var html: HTML {
        """
        <section class="card"><h2>\(result.text)</h2>
        <p>\(status)\(through)</p>
        \(picture)
        \(forecasts)
        \(pictures)</section>
        """
    }

    private var status: HTML {
        guard let status = result.shownStatus else {
            return
                "<span class=\"muted\">\(sv: "Visas inte: siffran gäller personer.", en: "Not shown: the figure is about persons.")</span>"
        }
        let style: BadgeStyle =
            switch status {
            case .met: .good
            case .notMet: .warn
            case .notAssessable: .plain
            }
        let value = result.shownValue.map { quantity($0) }
        return """
            \(HTML.badge(status.label.capitalized, style)) \
            \(value)\(baseline) \(sv: "av", en: "of") \(result.target.map { Phrase.number(hundredths: $0.hundredths) } ?? Phrase(sv: "–", en: "–"))
            """
    }

    private var forecasts: HTML {
        let own = result.shownForecast.map { ForecastNote(forecast: $0).html } ?? .empty
        guard result.rule != .employedAny, let transitions = result.shownTransitions else { return own }
        let subject = Phrase(sv: "Prognos, anställda efter praktiken", en: "Forecast, employed after the placement")
        return "\(own)\(ForecastNote(forecast: transitions, subject: subject).html)"
    }

    private var through: HTML {
        guard period.kind != .year, let last = try? period.days.to else { return .empty }
        let words = Phrase(sv: "årets mål, hittills till och med", en: "the year's target, so far to")
        return " <span class=\"muted\">\(words) \(HTML.day(last))</span>"
    }

    private var baseline: HTML {
        guard let baseline = result.baseline else { return .empty }
        return " (\(sv: "nuläge", en: "baseline") \(Phrase.number(hundredths: baseline.hundredths)))"
    }

    private func quantity(_ quantity: Statistics.Quantity) -> Phrase {
        Phrase.number(hundredths: quantity.hundredths)
    }

    /// For places, the bar; other measures have their number only.
    private var picture: HTML {
        guard result.measure == .places else { return .empty }
        var counts: [CommitmentStage: Int] = [:]
        counts[.offered] = result.count.offered
        counts[.filled] = result.shownFilled
        counts[.started] = result.shownStarted
        counts[.completed] = result.shownCompleted
        let title = Phrase(
            sv: "\(result.code) \(period.year): \(result.count.offered) platser erbjudna",
            en: "\(result.code) \(period.year): \(result.count.offered) places offered")
        return CommitmentBar(
            id: "undertaking-\(result.code)", title: title, target: result.target.map { $0.hundredths / 100 },
            counts: counts, forecast: result.shownForecast
        ).html
    }

    /// Of what is counted in places; other measures have shares only.
    private var pictures: HTML {
        guard !result.shares.isEmpty else { return .empty }
        return UndertakingPicturesView(
            pictures: UndertakingPictures(result, of: period, today: today, names: names)
        ).html
    }
}
