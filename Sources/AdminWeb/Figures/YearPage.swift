import Domain
import Operations
import Statistics

/// One year: the undertakings as pictures, the report's tables by what one chooses, last year beside, and the rules.
enum YearPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let year = try FigurePages.year(visit)
        let actor = try visit.actor
        let cut = visit.query["cut"].flatMap { Cut(rawValue: $0) } ?? .unit
        let report = try await visit.operations.annualReport(actor, year: year)
        let before = try await visit.operations.annualReport(actor, year: year - 1)
        let status = try await visit.operations.commitmentStatus(actor, year: year)
        let names = Dictionary(report[.unit].map { ($0.key, $0.name ?? $0.key) }) { first, _ in first }
        return .page(
            Page(
                Phrase(sv: "Siffror \(year)", en: "Figures \(year)"), in: .figures, action: downloads(year),
                """
                \(years(year))
                \(HTML(status.undertakings.filter { $0.unit == nil }.map { result in
                    UndertakingView(result: result, year: year, today: visit.today, names: names).html
                }))
                \(FigureTable(visit: visit, report: report, before: before, cut: cut).html)
                \(suppressed(report))\(rules)
                """))
    }

    private static func downloads(_ year: Int) -> HTML {
        """
        <a class="button" href="/figures/\(year)/delivery">\(sv: "Från avtal till leverans", en: "From agreement to delivery")</a> \
        <a class="button" href="/figures/\(year)/voice">\(sv: "Deltagarnas svar", en: "Participants' answers")</a> \
        <a class="button" href="/figures/\(year)/file?for=xlsx">\(sv: "Hämta arbetsbok (xlsx)", en: "Get workbook (xlsx)")</a> \
        \("<a class=\"button\" href=\"/figures/\(year)/file?for=pdf\">\(sv: "Hämta rapport (pdf)", en: "Get report (pdf, in Swedish)")</a>", if: Operations.canPrint) \
        <a class="button" href="/figures/\(year)/file?for=people">\(sv: "Hämta kalkylblad", en: "Get spreadsheet")</a> \
        <a class="button" href="/figures/\(year)/file?for=machines">CSV</a> \
        <a class="button" href="/figures/\(year)/file?for=planning">\(sv: "Till planeringssystemet", en: "For the planning system")</a>
        """
    }

    private static func years(_ year: Int) -> HTML {
        """
        <nav class="pager" aria-label="\(sv: "År", en: "Years")"><ul>
        <li><a href="/figures/\(year - 1)" rel="prev">\(year - 1)</a></li>
        <li><span aria-current="page">\(year)</span></li>
        <li><a href="/figures/\(year + 1)" rel="next">\(year + 1)</a></li></ul></nav>
        """
    }

    private static func suppressed(_ report: AnnualReport) -> HTML {
        let count = report.suppressed.count
        guard count > 0 else { return .empty }
        return """
            <p class="note">\(sv: "\(count) tal visas inte: de är 1–4 personer, eller skulle röja ett sådant tal. De står som –.", en: "\(count) figures are not shown: they are 1–4 persons, or would tell such a figure. They stand as –.")</p>
            """
    }

    private static var rules: HTML {
        let texts = AnnualReport.rules.map { rule -> HTML in
            "<p id=\"rule-\(rule.rawValue)\"><strong>\(rule.label.capitalized).</strong> \(rule.text) <span class=\"muted\">\(rule.identifier)</span></p>"
        }
        return """
            <details class="more" open><summary>\(sv: "Så räknas siffrorna", en: "How the figures are counted")</summary>
            \(texts)</details>
            """
    }
}

/// An undertaking of a year as its sentence and picture, with the numbers beneath.
struct UndertakingView {
    let result: UndertakingResult
    let year: Int
    let today: Day
    /// Of the units, by code.
    let names: [String: String]

    var html: HTML {
        """
        <section class="card"><h2>\(result.text)</h2>
        <p>\(status)</p>
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
            \(value) \(sv: "av", en: "of") \(result.target.map { Phrase.number(hundredths: $0.hundredths) } ?? Phrase(sv: "–", en: "–"))
            """
    }

    private var forecasts: HTML {
        let own = result.shownForecast.map { ForecastNote(forecast: $0).html } ?? .empty
        guard result.rule != .employedAny, let transitions = result.shownTransitions else { return own }
        let subject = Phrase(sv: "Prognos, anställda efter praktiken", en: "Forecast, employed after the placement")
        return "\(own)\(ForecastNote(forecast: transitions, subject: subject).html)"
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
            sv: "\(result.code) \(year): \(result.count.offered) platser erbjudna",
            en: "\(result.code) \(year): \(result.count.offered) places offered")
        return CommitmentBar(
            id: "undertaking-\(result.code)", title: title, target: result.target.map { $0.hundredths / 100 },
            counts: counts, forecast: result.shownForecast
        ).html
    }

    /// Of what is counted in places; other measures have shares only.
    private var pictures: HTML {
        guard !result.shares.isEmpty else { return .empty }
        return UndertakingPicturesView(
            pictures: UndertakingPictures(result, year: year, today: today, names: names)
        ).html
    }
}
