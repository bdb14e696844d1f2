public import Domain

/// A year's count growing month by month, with its target, the year before and where it is expected to end.
public struct YearProgressPicture: Picture {
    /// What the year is expected to end with; the bounds are nil where nothing is known of them.
    public struct Expectation: Sendable, Hashable {
        public let value: Int
        public let bounds: ClosedRange<Int>?

        public init(value: Int, bounds: ClosedRange<Int>?) {
            self.value = value
            self.bounds = bounds
        }
    }

    public let id: String
    public let year: Int
    public let target: Int?
    /// At the year's beginning and after each of its months, as far as it has come: 1 to 13 numbers.
    public let reached: [Int]
    /// The same of the year before, whole; empty where it is not known.
    public let before: [Int]
    public let expected: Expectation?

    public init(id: String, year: Int, target: Int?, reached: [Int], before: [Int], expected: Expectation?) {
        self.id = id
        self.year = year
        self.target = target
        self.reached = Array(reached.prefix(13))
        self.before = Array(before.prefix(13))
        self.expected = expected
    }

    public var height: Int { 216 + (before.isEmpty ? 0 : 18) + (expected == nil ? 0 : 18) }

    private static let (top, ground) = (26, 170)

    public var title: Phrase {
        let now = Phrase.number(reached.last ?? 0)
        guard let target else {
            return Phrase(
                sv: "\(year) månad för månad: \(now.sv) platser erbjudna",
                en: "\(year) month by month: \(now.en) places offered")
        }
        let wanted = Phrase.number(target)
        return Phrase(
            sv: "\(year) månad för månad: \(now.sv) av \(wanted.sv) platser erbjudna",
            en: "\(year) month by month: \(now.en) of \(wanted.en) places offered")
    }

    public var description: Phrase {
        let counts = reached.enumerated().map { place, count in
            let (column, number) = (Self.name(place), Phrase.number(count))
            return Phrase(sv: "\(column.sv) \(number.sv)", en: "\(column.en) \(number.en)")
        }
        let all = counts + (expectedText.map { [$0] } ?? [])
        return Phrase(sv: all.map(\.sv).joined(separator: ", "), en: all.map(\.en).joined(separator: ", "))
    }

    /// The beginning of the year, or the end of a month.
    public static func name(_ place: Int) -> Phrase {
        guard place > 0 else { return Phrase(sv: "vid årets början", en: "at the beginning of the year") }
        let months: [Phrase] = [
            Phrase(sv: "januari", en: "January"), Phrase(sv: "februari", en: "February"),
            Phrase(sv: "mars", en: "March"), Phrase(sv: "april", en: "April"), Phrase(sv: "maj", en: "May"),
            Phrase(sv: "juni", en: "June"), Phrase(sv: "juli", en: "July"), Phrase(sv: "augusti", en: "August"),
            Phrase(sv: "september", en: "September"), Phrase(sv: "oktober", en: "October"),
            Phrase(sv: "november", en: "November"), Phrase(sv: "december", en: "December"),
        ]
        return months[(place - 1) % 12]
    }

    private var expectedText: Phrase? {
        guard let expected else { return nil }
        let value = Phrase.number(expected.value)
        guard let bounds = expected.bounds, bounds.lowerBound < bounds.upperBound else {
            return Phrase(sv: "prognos \(value.sv)", en: "forecast \(value.en)")
        }
        let (low, high) = (Phrase.number(bounds.lowerBound), Phrase.number(bounds.upperBound))
        return Phrase(
            sv: "prognos \(value.sv), mellan \(low.sv) och \(high.sv)",
            en: "forecast \(value.en), between \(low.en) and \(high.en)")
    }

    public func draw(in sketch: inout Sketch) {
        let values = reached + before + [target, expected?.value, expected?.bounds?.upperBound].compactMap(\.self)
        let scale = PictureScale(reaching: values)
        func y(_ value: Int) -> Int {
            Self.ground - (Self.ground - Self.top) * scale.share(value).hundredths / 10_000
        }
        for tick in scale.ticks.dropFirst() {
            sketch.line(.grid, from: Share(0, of: 1), y(tick), to: Share(1, of: 1), y(tick))
            sketch.text(.number(tick), Share(1, of: 1), y(tick) - 3, .end)
        }
        for (place, count) in reached.enumerated() {
            let x = Share(place * 8 + 2, of: Self.parts)
            sketch.bar(.light, from: x, width: Share(4, of: Self.parts), y: y(count), height: Self.ground - y(count))
        }
        for (place, count) in before.enumerated() {
            sketch.line(
                .before, from: Share(place * 8 + 1, of: Self.parts), y(count), to: Share(place * 8 + 7, of: Self.parts),
                y(count))
        }
        sketch.line(.axis, from: Share(0, of: 1), Self.ground, to: Share(1, of: 1), Self.ground)
        for place in 0...12 { sketch.text(Self.letter(place), Self.middle(place), Self.ground + 16, .middle) }
        drawTarget(in: &sketch, y)
        drawExpected(in: &sketch, y)
        drawKey(in: &sketch)
    }

    private func drawTarget(in sketch: inout Sketch, _ y: (Int) -> Int) {
        guard let target else { return }
        sketch.line(.target, from: Share(0, of: 1), y(target), to: Share(1, of: 1), y(target))
        let words = Phrase.number(target, sv: { "Mål \($0)" }, en: { "Target \($0)" })
        sketch.text(words, Share(0, of: 1), y(target) - 5, isStrong: true)
    }

    /// From where the year stands, a line to where it is expected to end, and one to each bound.
    private func drawExpected(in sketch: inout Sketch, _ y: (Int) -> Int) {
        guard let expected, let now = reached.last else { return }
        let (start, end) = (Self.middle(reached.count - 1), Self.middle(12))
        sketch.line(.expected, from: start, y(now), to: end, y(expected.value))
        if let bounds = expected.bounds {
            for bound in [bounds.lowerBound, bounds.upperBound] {
                sketch.line(.bound, from: start, y(now), to: end, y(bound))
            }
            sketch.line(.axis, from: end, y(bounds.lowerBound), to: end, y(bounds.upperBound))
        }
        sketch.dot(end, y(expected.value))
    }

    private func drawKey(in sketch: inout Sketch) {
        var y = Self.ground + 38
        let words = Share(600, of: 10_000)
        sketch.bar(.light, from: Share(100, of: 10_000), width: Share(400, of: 10_000), y: y - 10, height: 10)
        sketch.text(Phrase(sv: "vid månadens slut", en: "at the end of the month"), words, y)
        if !before.isEmpty {
            y += 18
            sketch.line(.before, from: Share(100, of: 10_000), y - 4, to: Share(500, of: 10_000), y - 4)
            sketch.text(Phrase(sv: "\(year - 1)", en: "\(year - 1)"), words, y)
        }
        if let expectedText {
            y += 18
            sketch.line(.expected, from: Share(100, of: 10_000), y - 4, to: Share(500, of: 10_000), y - 4)
            sketch.text(expectedText, words, y)
        }
    }

    /// Thirteen columns of eight parts.
    private static let parts = 13 * 8

    private static func middle(_ place: Int) -> Share { Share(place * 8 + 4, of: parts) }

    /// A month's first letter; the beginning of the year is 0.
    private static func letter(_ place: Int) -> Phrase {
        guard place > 0 else { return Phrase(sv: "0", en: "0") }
        let name = name(place)
        return Phrase(sv: name.sv.prefix(1).uppercased(), en: String(name.en.prefix(1)))
    }
}
