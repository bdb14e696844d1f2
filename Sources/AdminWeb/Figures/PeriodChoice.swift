import Domain

/// The way from one period to another: the year before and after, the parts of the year, and days of one's own choice for
/// those who may see rows.
struct PeriodChoice {
    let period: ReportPeriod
    let isFree: Bool

    var html: HTML {
        """
        <nav class="pager" aria-label="\(sv: "År", en: "Years")"><ul>
        \(period.yearBefore.map { link($0, rel: "prev") } ?? .empty)
        <li><span aria-current="page">\(period.label)</span></li>
        \(yearAfter.map { link($0, rel: "next") } ?? .empty)</ul></nav>
        <nav class="tabs" aria-label="\(sv: "Delar av året", en: "Parts of the year")"><ul>\(HTML(parts.map(tab)))</ul></nav>
        \(isFree ? days : .empty)
        """
    }

    private var yearAfter: ReportPeriod? {
        switch period {
        case .year(let year): .year(year + 1)
        case .half(let year, let half): .half(year + 1, half)
        case .tertial(let year, let tertial): .tertial(year + 1, tertial)
        case .term(let term): (try? Term(term.season, term.year + 1)).map { .term($0) }
        case .range: nil
        }
    }

    private var parts: [ReportPeriod] {
        let year = period.year
        let terms = Term.Season.allCases.compactMap { season in (try? Term(season, year)).map { ReportPeriod.term($0) }
        }
        return [
            .year(year), .half(year, 1), .half(year, 2), .tertial(year, 1), .tertial(year, 2), .tertial(year, 3),
        ] + terms
    }

    private func link(_ other: ReportPeriod, rel: String) -> HTML {
        "<li><a href=\"/figures/\(other)\" rel=\"\(rel)\">\(other.label)</a></li>"
    }

    private func tab(_ other: ReportPeriod) -> HTML {
        "<li><a href=\"/figures/\(other)\"\(" aria-current=\"page\"", if: other == period)>\(name(other))</a></li>\n"
    }

    /// Shorter than the label: the year stands above.
    private func name(_ part: ReportPeriod) -> Phrase {
        switch part {
        case .year: Phrase(sv: "Hela året", en: "Whole year")
        case .half(_, let half):
            Phrase(sv: half == 1 ? "Första halvåret" : "Andra halvåret", en: half == 1 ? "First half" : "Second half")
        case .tertial(_, let tertial): Phrase(sv: "Tertial \(tertial)", en: "Tertial \(tertial)")
        case .term(let term): term.season.label.capitalized
        case .range: part.label
        }
    }

    private var days: HTML {
        let chosen = try? period.days
        return """
            <details class="more"><summary>\(sv: "Välj dagar", en: "Choose days")</summary>
            <form method="get" action="/figures">
            <p><label for="from">\(sv: "Från", en: "From")</label> \
            <input type="date" id="from" name="from" required value="\(chosen.map { "\($0.from)" } ?? "")"></p>
            <p><label for="to">\(sv: "Till", en: "To")</label> \
            <input type="date" id="to" name="to" required value="\(chosen.map { "\($0.to)" } ?? "")"></p>
            <p><button>\(sv: "Visa", en: "Show")</button></p></form></details>
            """
    }
}
