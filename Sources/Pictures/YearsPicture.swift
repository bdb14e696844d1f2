public import Domain

/// One figure over at most five years, a bar a year with its number above.
public struct YearsPicture: Picture {
    public struct Bar: Sendable {
        public let year: Int
        /// Nil where the figure is unknown or kept back: a dash without a bar.
        public let value: Int?

        public init(year: Int, value: Int?) {
            self.year = year
            self.value = value
        }
    }

    public let id: String
    /// What the bars show: `Erbjudna platser per år`.
    public let subject: Phrase
    /// In the order of the years; the last five are drawn.
    public let bars: [Bar]
    /// The year that stands out.
    public let current: Int
    public let target: Int?

    public init(id: String, subject: Phrase, bars: [Bar], current: Int, target: Int? = nil) {
        self.id = id
        self.subject = subject
        self.bars = bars.suffix(5)
        self.current = current
        self.target = target
    }

    public var height: Int { 132 }

    private static let (top, ground) = (24, 110)

    public var title: Phrase {
        let years = bars.map { (year: $0.year, value: Self.written($0)) }
        return Phrase(
            sv: "\(subject.sv): " + years.map { "\($0.year) \($0.value.sv)" }.joined(separator: ", "),
            en: "\(subject.en): " + years.map { "\($0.year) \($0.value.en)" }.joined(separator: ", "))
    }

    public var description: Phrase {
        guard let target else { return Phrase(sv: "En stapel om året.", en: "A bar a year.") }
        return Phrase.number(
            target, sv: { "En stapel om året; målet \($0) som en linje." },
            en: { "A bar a year; the target \($0) as a line." })
    }

    public func draw(in sketch: inout Sketch) {
        let greatest = max(1, (bars.compactMap(\.value) + [target].compactMap(\.self)).max() ?? 1)
        func y(_ value: Int) -> Int { Self.ground - (Self.ground - Self.top) * max(0, value) / greatest }
        let quarters = bars.count * 4
        for (place, bar) in bars.enumerated() {
            let top = y(bar.value ?? 0)
            sketch.bar(
                bar.year == current ? .solid : .light, from: Share(place * 4 + 1, of: quarters),
                width: Share(2, of: quarters), y: top, height: Self.ground - top)
            let middle = Share(place * 4 + 2, of: quarters)
            sketch.text(Self.written(bar), middle, top - 6, .middle, isStrong: bar.year == current)
            sketch.text(Phrase(sv: "\(bar.year)", en: "\(bar.year)"), middle, Self.ground + 17, .middle)
        }
        sketch.line(.axis, from: Share(0, of: 1), Self.ground, to: Share(1, of: 1), Self.ground)
        if let target {
            sketch.line(.target, from: Share(0, of: 1), y(target), to: Share(1, of: 1), y(target))
        }
    }

    private static func written(_ bar: Bar) -> Phrase { bar.value.map { .number($0) } ?? Phrase(sv: "–", en: "–") }
}
