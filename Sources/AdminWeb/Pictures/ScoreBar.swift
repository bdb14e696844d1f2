import Domain
import Operations
import Pictures

/// A score as one small bar, a piece for each part, always in the same order and the same colours.
struct ScoreBar: Sendable {
    let parts: [ScorePart: Int]
    /// The score that would fill the bar.
    var most = 1000

    var html: HTML {
        var before = 0
        var pieces: [HTML] = []
        for (place, part) in ScorePart.allCases.enumerated() {
            guard let points = parts[part], points > 0 else { continue }
            pieces.append(
                """
                <rect class="part-\(place + 1)" x="\(Share(before, of: most))" y="2" \
                width="\(Share(points, of: most))" height="12"/>
                """)
            before += points
        }
        return "<svg class=\"score\" role=\"img\" aria-label=\"\(text)\">\(pieces)</svg>"
    }

    /// The same in words: `yrke 400, väntetid 150`.
    var text: Phrase {
        let shown = ScorePart.allCases.filter { parts[$0, default: 0] > 0 }
        guard !shown.isEmpty else { return Phrase(sv: "inga poäng", en: "no points") }
        return Phrase(
            sv: shown.map { "\($0.label.sv) \(parts[$0, default: 0])" }.joined(separator: ", "),
            en: shown.map { "\($0.label.en) \(parts[$0, default: 0])" }.joined(separator: ", "))
    }

    /// What the colours stand for, once above the bars.
    static var key: HTML {
        let items = ScorePart.allCases.enumerated().map { place, part -> HTML in
            """
            <li><svg aria-hidden="true"><rect class="part part-\(place + 1)" x="0.5" y="2.5" width="15" height="11"/></svg> \
            \(part.label.capitalized)</li>
            """
        }
        return "<ul class=\"key\">\(items)</ul>"
    }
}
