import Domain
import Statistics

/// The shares with what is not known of them, and what else the figures rest on.
struct QualityView {
    let report: PeriodReport

    var html: HTML {
        let labels = (
            share: Phrase(sv: "Andel", en: "Share"), of: Phrase(sv: "Antal", en: "Number"),
            unknown: Phrase(sv: "Okända", en: "Unknown"), response: Phrase(sv: "Svar", en: "Response"),
            range: Phrase(sv: "Sämsta–bästa fall", en: "Worst–best case")
        )
        let rows = FigureShare.allCases.map { share -> HTML in
            let value = share.value(in: report.report.total)
            let range: HTML = value.worst.flatMap { worst in value.best.map { "\(worst)–\($0) %" } } ?? "–"
            return """
                <tr><th scope="row"><a href="#rule-\(share.definition.rawValue)">\(share.definition.label.capitalized)</a></th>\
                \(HTML.cell(labels.share, Self.perCent(value.perCent), isNumber: true))\
                \(HTML.cell(labels.of, "\(Self.count(value.numerator)) / \(Self.count(value.denominator))", isNumber: true))\
                \(HTML.cell(labels.unknown, Self.count(value.unknown), isNumber: true))\
                \(HTML.cell(labels.response, Self.perCent(value.response), isNumber: true))\
                \(HTML.cell(labels.range, range, isNumber: true))</tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "Andelar, och vad som inte är känt", en: "Shares, and what is not known")</caption>
            <thead><tr><th scope="col">\(sv: "Tal", en: "Figure")</th><th scope="col" class="number">\(labels.share)</th>\
            <th scope="col" class="number">\(labels.of)</th><th scope="col" class="number">\(labels.unknown)</th>\
            <th scope="col" class="number">\(labels.response)</th><th scope="col" class="number">\(labels.range)</th></tr></thead>
            <tbody>\(HTML(rows))</tbody></table>
            <ul>\(HTML(report.notes.map { "<li>\($0)</li>" as HTML }))</ul>
            """
    }

    private static func count(_ count: Int?) -> HTML { count.map { HTML.number($0) } ?? "–" }
    private static func perCent(_ share: Int?) -> HTML { share.map { "\($0) %" } ?? "–" }
}
