import Domain
import Operations

/// Two results side by side, and then everybody for whom they differ: who gains first, who loses last.
struct ComparisonView {
    let comparison: MatchComparison
    let run: Code

    /// More than these are not listed on one page.
    private static let limit = 200

    var html: HTML {
        """
        <div class="pair">\(side(comparison.before, Phrase(sv: "Nu", en: "Now")))\
        \(side(comparison.after, Phrase(sv: "Med ändringen", en: "With the change")))</div>
        \(comparison.notice.map { "<p class=\"note\">\($0)</p>" } ?? HTML.empty)
        \(stability.map { "<p class=\"note\">\($0)</p>" } ?? HTML.empty)
        \(comparison.differences.isEmpty ? nobody : table)
        """
    }

    private func side(_ side: MatchComparison.Side, _ title: Phrase) -> HTML {
        """
        <section class="card"><h2>\(title)\(side.run.map { " <span class=\"muted\">\($0)</span>" } ?? HTML.empty)</h2>
        <dl class="keys"><div><dt>\(sv: "placerade", en: "placed")</dt><dd>\(side.placed)</dd></div>\
        <div><dt>\(sv: "utan plats", en: "without")</dt><dd>\(side.persons - side.placed)</dd></div>\
        <div><dt>\(sv: "poäng", en: "points")</dt><dd>\(HTML.number(side.score))</dd></div>\
        <div><dt>\(sv: "blockerande par", en: "blocking pairs")</dt><dd>\(side.blockingPairs)</dd></div></dl>
        <p class="muted">\(proof(side))</p></section>
        """
    }

    private func proof(_ side: MatchComparison.Side) -> Phrase {
        switch (side.isVerified, side.mode) {
        case (true, .optimal): Phrase(sv: "Bevisat bästa möjliga.", en: "Proven to be the best possible.")
        case (true, .stable): Phrase(sv: "Stabilt, kontrollerat.", en: "Stable, checked.")
        case (false, _): Phrase(sv: "Inte bevisat.", en: "Not proven.")
        }
    }

    private var stability: Phrase? {
        let (before, after) = (comparison.before, comparison.after)
        guard before.mode == .optimal, after.mode == .stable else { return nil }
        let (places, points) = (before.placed - after.placed, before.score - after.score)
        return Phrase.number(
            points, sv: { "Stabiliteten kostar \(places) placerade och \($0) poäng." },
            en: { "Stability costs \(places) placed and \($0) points." })
    }

    private let nobody = HTML.nothing(
        Phrase(sv: "Ingen får något annat.", en: "Nobody gets anything else."))

    private var table: HTML {
        let labels = (
            before: Phrase(sv: "Nu", en: "Now"), after: Phrase(sv: "Med ändringen", en: "With the change"),
            change: Phrase(sv: "Skillnad", en: "Difference")
        )
        let rows = comparison.differences.prefix(Self.limit).map { difference -> HTML in
            """
            <tr class="\(difference.change.rowClass)"><th scope="row">\
            <a href="\(RoundPages.why(run, difference.participant))">\(difference.participant)</a></th>\
            \(HTML.cell(labels.before, standing(difference.before)))\(HTML.cell(labels.after, standing(difference.after)))\
            \(HTML.cell(labels.change, "<span class=\"\(difference.change.direction)\">\(difference.change.mark) \(difference.change.label)</span>"))</tr>

            """
        }
        let rest = comparison.differences.count - Self.limit
        return """
            <table class="data"><caption>\(summary)</caption>
            <thead><tr><th scope="col">\(RoundPages.participant)</th><th scope="col">\(labels.before)</th>\
            <th scope="col">\(labels.after)</th><th scope="col">\(labels.change)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            \(rest > 0 ? "<p class=\"muted\">\(sv: "… och \(rest) till.", en: "… and \(rest) more.")</p>" : HTML.empty)
            """
    }

    private func standing(_ standing: MatchComparison.Standing?) -> HTML {
        guard let standing else { return "<span class=\"muted\">\(sv: "utan plats", en: "no place")</span>" }
        return """
            <a href="\(RoundPages.slot(run, standing.slot))">\(standing.slot)</a> \
            <span class="muted">\(HTML.number(standing.score)) \(sv: "p", en: "p")</span>
            """
    }

    private var summary: Phrase {
        let kinds = MatchComparison.Change.allCases.filter { comparison.count($0) > 0 }
        func list(_ language: Language) -> String {
            kinds.map { "\(comparison.count($0)) \($0.label[language])" }.joined(separator: ", ")
        }
        return Phrase(
            sv: "Vad som ändras: \(list(.swedish))", en: "What changes: \(list(.english))")
    }
}

extension MatchComparison.Change {
    fileprivate var label: Phrase {
        switch self {
        case .gains: Phrase(sv: "får plats", en: "gets a place")
        case .better: Phrase(sv: "får en hellre önskad", en: "gets one they would rather have")
        case .alike: Phrase(sv: "får en likvärdig", en: "gets one as good")
        case .worse: Phrase(sv: "får en mindre önskad", en: "gets one they want less")
        case .loses: Phrase(sv: "mister sin plats", en: "loses the place")
        case .joins: Phrase(sv: "kommer till", en: "comes in")
        case .leaves: Phrase(sv: "är inte längre med", en: "is out")
        }
    }

    fileprivate var mark: String {
        switch self {
        case .gains, .better, .joins: "▲"
        case .worse, .loses, .leaves: "▼"
        case .alike: "="
        }
    }

    fileprivate var direction: String { mark == "▲" ? "up" : mark == "▼" ? "down" : "" }

    fileprivate var rowClass: String { mark == "▲" ? "gain" : mark == "▼" ? "loss" : "" }
}
