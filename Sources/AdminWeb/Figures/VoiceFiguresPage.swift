import Domain
import Operations
import Statistics

/// How many participants answered in a year, by unit, and how their answers fall.
enum VoiceFiguresPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let year = try FigurePages.year(visit)
        let report = try await visit.operations.voiceReport(try visit.actor, year: year)
        let kept: HTML =
            report.suppressed.isEmpty
            ? .empty
            : "<p class=\"note\">\(sv: "– betyder att talet inte visas, för att ingens svar ska gå att gissa.", en: "– is a figure that is kept back, so that nobody's answers can be guessed.")</p>"
        return .page(
            Page(
                Phrase(sv: "Deltagarnas svar \(year)", en: "Participants' answers \(year)"), in: .figures,
                under: [
                    Section.figures.crumb,
                    Page.Crumb(path: "/figures/\(year)", label: Phrase(sv: "\(year)", en: "\(year)")),
                ],
                """
                <nav class="pager" aria-label="\(sv: "År", en: "Years")"><ul>
                <li><a href="/figures/\(year - 1)/voice" rel="prev">\(year - 1)</a></li>
                <li><span aria-current="page">\(year)</span></li>
                <li><a href="/figures/\(year + 1)/voice" rel="next">\(year + 1)</a></li></ul></nav>
                \(response(report))\(tallies(report))\(kept)
                <p>\(VoiceReport.rule)</p>
                """))
    }

    private static func response(_ report: VoiceReport) -> HTML {
        let labels = (
            occasion: Phrase(sv: "När", en: "When"), asked: Phrase(sv: "Att fråga", en: "To ask"),
            answered: Phrase(sv: "Svarat", en: "Answered"), share: Phrase(sv: "Procent", en: "Percent")
        )
        func line(_ row: VoiceReport.Response) -> HTML {
            """
            <tr\(" class=\"total\"", if: row.unit == nil)><th scope="row">\
            \(row.name.map { "\($0)" } ?? "\(sv: "Totalt", en: "Total")")</th>\
            \(HTML.cell(labels.occasion, "\(row.occasion.label.capitalized)"))\
            \(HTML.cell(labels.asked, number(row.asked), isNumber: true))\
            \(HTML.cell(labels.answered, number(row.answered), isNumber: true))\
            \(HTML.cell(labels.share, number(row.percent), isNumber: true))</tr>

            """
        }
        return """
            <table class="data"><caption>\(sv: "Svarsfrekvens per enhet", en: "Response rate by unit")</caption>
            <thead><tr><th scope="col">\(sv: "Enhet", en: "Unit")</th><th scope="col">\(labels.occasion)</th>\
            <th scope="col" class="number">\(labels.asked)</th><th scope="col" class="number">\(labels.answered)</th>\
            <th scope="col" class="number">\(labels.share)</th></tr></thead>
            <tbody>\(HTML(report.byUnit.map(line)))\(HTML(report.total.map(line)))</tbody></table>
            """
    }

    private static func tallies(_ report: VoiceReport) -> HTML {
        let rows = report.tallies.map { tally -> HTML in
            let cells = VoiceChoice.allCases.map { choice -> HTML in
                let count: HTML =
                    tally.counts.map { number($0[choice]) } ?? number(tally.percents?[choice])
                return HTML.cell(choice.label.capitalized, count, isNumber: true)
            }
            return "<tr><th scope=\"row\">\(tally.question.label)</th>\(cells)</tr>\n"
        }
        let caption =
            report.tallies.contains { $0.counts != nil }
            ? Phrase(sv: "Vad deltagarna svarar, antal", en: "What participants answer, how many")
            : Phrase(
                sv: "Vad deltagarna svarar, procent till närmaste tiotal",
                en: "What participants answer, percent to the nearest ten")
        let headings = VoiceChoice.allCases.map {
            "<th scope=\"col\" class=\"number\">\($0.label.capitalized)</th>" as HTML
        }
        return """
            <table class="data"><caption>\(caption)</caption>
            <thead><tr><th scope="col">\(sv: "Fråga", en: "Question")</th>\(headings)</tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }

    private static func number(_ count: Int?) -> HTML { count.map { HTML.number($0) } ?? "–" }
}
