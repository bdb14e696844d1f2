import Domain
import Pictures
import Statistics

/// The commitment of a year as one bar: each stage lies within the one before it and is thinner, so that all can be seen
/// whatever their order, in colour or in black and white; across them the target, and below the forecast with its range.
struct CommitmentBar: Sendable {
    /// Unique on the page.
    let id: String
    /// What the picture says, in a sentence: `Åtagandet 2026: 53 av 50 platser erbjudna`.
    let title: Phrase
    let target: Int?
    /// Places, or placements, at each stage; what is unknown or kept back is left out.
    let counts: [CommitmentStage: Int]
    /// What the year is expected to end with.
    var expected: Int?
    var expectedRange: ClosedRange<Int>?

    init(id: String, title: Phrase, target: Int?, counts: [CommitmentStage: Int], forecast: Forecast? = nil) {
        self.id = id
        self.title = title
        self.target = target
        self.counts = counts
        // A year that is over has its number already.
        guard let forecast, forecast.method != .closed else { return }
        expected = forecast.value.hundredths / 100
        if let low = forecast.low, let high = forecast.high {
            expectedRange = low.hundredths / 100...max(low.hundredths, high.hundredths) / 100
        }
    }

    /// The picture with its key. The numbers stand in the key as text.
    var html: HTML {
        """
        <figure class="commitment">
        <svg role="img" aria-labelledby="\(id)-title \(id)-description" height="112">
        <title id="\(id)-title">\(title)</title>
        <desc id="\(id)-description">\(description)</desc>
        <line class="axis" x1="0" x2="100%" y1="88" y2="88"/>\(HTML(bars))\(targetMark)\(forecastMark)\(HTML(scale.ticks.map(tick)))
        </svg>
        <ul class="key">\(HTML(key))</ul>
        </figure>
        """
    }

    private var shown: [(stage: CommitmentStage, count: Int)] {
        CommitmentStage.allCases.compactMap { stage in counts[stage].map { (stage, $0) } }
    }

    private var scale: PictureScale {
        PictureScale(reaching: ([target, expected, expectedRange?.upperBound] + shown.map(\.count)).compactMap(\.self))
    }

    private var bars: [HTML] {
        shown.map { stage, count in
            let (y, height) = Self.band(of: stage)
            return """
                <rect class="stage \(stage.rawValue)" x="0" y="\(y)" width="\(scale.share(count))" height="\(height)"/>
                """
        }
    }

    private static func band(of stage: CommitmentStage) -> (y: Int, height: Int) {
        switch stage {
        case .pledged: (24, 44)
        case .offered: (28, 36)
        case .filled: (33, 26)
        case .started: (38, 16)
        case .completed: (42, 8)
        }
    }

    private var targetMark: HTML {
        guard let target else { return .empty }
        let place = scale.share(target)
        // Near an edge the word would stick out of the picture.
        let anchor = place.hundredths > 8_000 ? "end" : place.hundredths < 1_500 ? "start" : "middle"
        return """
            <line class="target" x1="\(place)" x2="\(place)" y1="17" y2="88"/>\
            <text class="target-text" x="\(place)" y="12" text-anchor="\(anchor)">\(sv: "Mål", en: "Target") \(HTML.number(target))</text>
            """
    }

    private var forecastMark: HTML {
        guard let expected else { return .empty }
        let dot: HTML = "<circle class=\"forecast\" cx=\"\(scale.share(expected))\" cy=\"79\" r=\"4\"/>"
        guard let range = expectedRange, range.lowerBound < range.upperBound else { return dot }
        let (low, high) = (scale.share(range.lowerBound), scale.share(range.upperBound))
        return """
            <line class="forecast" x1="\(low)" x2="\(high)" y1="79" y2="79"/>\
            <line class="forecast" x1="\(low)" x2="\(low)" y1="75" y2="83"/>\
            <line class="forecast" x1="\(high)" x2="\(high)" y1="75" y2="83"/>\(dot)
            """
    }

    private func tick(_ value: Int) -> HTML {
        let place = scale.share(value)
        let anchor = value == 0 ? "start" : "middle"
        return """
            <line class="axis" x1="\(place)" x2="\(place)" y1="88" y2="93"/>\
            <text class="quiet-text" x="\(place)" y="107" text-anchor="\(anchor)">\(HTML.number(value))</text>
            """
    }

    private var key: [HTML] {
        shown.map { stage, count -> HTML in
            """
            <li><svg aria-hidden="true"><rect class="stage \(stage.rawValue)" x="0.5" y="0.5" width="15" height="15"/></svg> \
            \(stage.label) \(HTML.number(count))</li>
            """
        } + forecastKey
    }

    private var forecastKey: [HTML] {
        guard let forecastText else { return [] }
        return [
            """
            <li><svg aria-hidden="true"><line class="forecast" x1="0" x2="16" y1="8" y2="8"/>\
            <circle class="forecast" cx="8" cy="8" r="4"/></svg> \(forecastText)</li>
            """
        ]
    }

    private var forecastText: Phrase? {
        guard let expected else { return nil }
        var numbers = Phrase.number(expected)
        if let range = expectedRange, range.lowerBound < range.upperBound {
            let (low, high) = (Phrase.number(range.lowerBound), Phrase.number(range.upperBound))
            numbers = Phrase(sv: "\(numbers.sv) (\(low.sv)–\(high.sv))", en: "\(numbers.en) (\(low.en)–\(high.en))")
        }
        return Phrase(sv: "Prognos \(numbers.sv)", en: "Forecast \(numbers.en)")
    }

    private var description: Phrase {
        let stages = shown.map { stage, count in
            Phrase.number(
                count, sv: { "\(stage.label.sv.lowercased()) \($0)" }, en: { "\(stage.label.en.lowercased()) \($0)" })
        }
        let all =
            (target.map { [Phrase.number($0, sv: { "mål \($0)" }, en: { "target \($0)" })] } ?? []) + stages
            + (forecastText.map { [Phrase(sv: $0.sv.lowercased(), en: $0.en.lowercased())] } ?? [])
        return Phrase(sv: all.map(\.sv).joined(separator: ", "), en: all.map(\.en).joined(separator: ", "))
    }
}
