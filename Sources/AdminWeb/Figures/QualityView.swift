import Domain
import Statistics

/// The shares with what is not known of them, and what else the figures rest on.
struct QualityView {
    let report: PeriodReport

    var html: HTML {
        let labels = [
            Phrase(sv: "Procent", en: "Per cent"), Phrase(sv: "Antal", en: "Number"), Phrase(sv: "Av", en: "Of"),
            Phrase(sv: "Okända", en: "Unknown"), Phrase(sv: "Svar, procent", en: "Response, per cent"),
            Phrase(sv: "Sämsta fall, procent", en: "Worst case, per cent"),
            Phrase(sv: "Bästa fall, procent", en: "Best case, per cent"),
        ]
        let rows = FigureShare.allCases.map { share -> HTML in
            let value = share.value(in: report.report.total)
            let counts = [
                value.perCent, value.numerator, value.denominator, value.unknown, value.response, value.worst,
                value.best,
            ]
            let cells = zip(labels, counts).map { HTML.cell($0, Self.count($1), isNumber: true) }
            return """
                <tr><th scope="row"><a href="#rule-\(share.definition.rawValue)">\(share.definition.label.capitalized)</a></th>\
                \(HTML(cells))</tr>

                """
        }
        let headings = labels.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML }
        return """
            <table class="data"><caption>\(sv: "Andelar, och vad som inte är känt", en: "Shares, and what is not known")</caption>
            <thead><tr><th scope="col">\(sv: "Tal", en: "Figure")</th>\(HTML(headings))</tr></thead>
            <tbody>\(HTML(rows))</tbody></table>
            <ul>\(HTML(report.notes.map { "<li>\($0)</li>" as HTML }))</ul>
            """
    }

    private static func count(_ count: Int?) -> HTML { count.map { HTML.number($0) } ?? "–" }
}
