import Domain

/// One figure over some years, a bar a year with its number above.
struct YearBars: Sendable {
    struct Bar: Sendable {
        let year: Int
        /// Nil where the figure is unknown or kept back: a dash without a bar.
        let value: Int?
    }

    /// Unique on the page.
    let id: String
    /// What the bars show: `Erbjudna platser per år`.
    let title: Phrase
    /// In the order of the years.
    let bars: [Bar]
    /// The year that stands out.
    let current: Int

    private static let ground = 90
    private static let tallest = 70

    var html: HTML {
        let greatest = max(bars.compactMap(\.value).max() ?? 0, 1)
        let drawn = bars.enumerated().map { place, bar in draw(bar, at: place, greatest) }
        return """
            <figure class="years">
            <svg role="img" aria-labelledby="\(id)-title" height="112">
            <title id="\(id)-title">\(description)</title>
            <line class="axis" x1="0" x2="100%" y1="\(Self.ground)" y2="\(Self.ground)"/>\(drawn)
            </svg>
            </figure>
            """
    }

    private func draw(_ bar: Bar, at place: Int, _ greatest: Int) -> HTML {
        // A year has four quarters of width: a bar over the two in the middle.
        let quarters = bars.count * 4
        let middle = Share(place * 4 + 2, of: quarters)
        let height = (bar.value ?? 0) * Self.tallest / greatest
        let rect: HTML = """
            <rect class="bar\(" this", if: bar.year == current)" x="\(Share(place * 4 + 1, of: quarters))" \
            y="\(Self.ground - height)" width="\(Share(2, of: quarters))" height="\(height)"/>
            """
        return """
            \(rect, if: height > 0)\
            <text x="\(middle)" y="\(Self.ground - height - 6)" text-anchor="middle">\(written(bar))</text>\
            <text class="quiet-text" x="\(middle)" y="107" text-anchor="middle">\(bar.year)</text>
            """
    }

    private var description: Phrase {
        let years = bars.map { (year: $0.year, value: written($0)) }
        return Phrase(
            sv: "\(title.sv): " + years.map { "\($0.year) \($0.value.sv)" }.joined(separator: ", "),
            en: "\(title.en): " + years.map { "\($0.year) \($0.value.en)" }.joined(separator: ", "))
    }

    private func written(_ bar: Bar) -> Phrase { bar.value.map { .number($0) } ?? Phrase(sv: "–", en: "–") }
}
