import Domain
import Pictures
import Testing

struct PictureTests {
    private static let progress = YearProgressPicture(
        id: "p", year: 2026, target: 50, reached: [20, 22, 30, 41], before: Array(repeating: 49, count: 13),
        expected: .init(value: 53, bounds: 48...57))

    private static let funnel = RowsPicture(
        id: "f", title: Phrase(sv: "Från avtal <till> arbete", en: "From agreement to work"),
        rows: [
            .init(Phrase(sv: "Avtalade", en: "Agreed"), 50), .init(Phrase(sv: "Erbjudna", en: "Offered"), 25),
            .init(Phrase(sv: "Anställda", en: "Employed"), nil), .init(Phrase(sv: "Inga", en: "None"), 0),
        ], marksNone: true)

    private static let years = YearsPicture(
        id: "y", subject: Phrase(sv: "Erbjudna", en: "Offered"),
        bars: [.init(year: 2024, value: 25), .init(year: 2025, value: nil), .init(year: 2026, value: 50)],
        current: 2026, target: 40)

    private static let all: [any Picture] = [progress, funnel, years]

    @Test func `a year's course is drawn to its day, with its target, the year before and its cone`() {
        let text = Self.progress.svg(.stretching, in: .swedish)
        #expect(text.contains(">2026 månad för månad: 41 av 50 platser erbjudna</title>"))
        #expect(
            text.contains(
                "vid årets början 20, januari 22, februari 30, mars 41, prognos 53, mellan 48 och 57</desc>"))
        // Four bars and one in the key; two bounds; the year before once a month and in the key.
        #expect(text.ranges(of: "class=\"shape light\"").count == 5)
        #expect(text.ranges(of: "line-bound").count == 2 && text.ranges(of: "line-before").count == 14)
        #expect(text.contains(">Mål 50</text>"))
    }

    @Test func `rows are to scale, what is kept back a dash, and none stands out`() {
        let text = Self.funnel.svg(.stretching, in: .swedish)
        #expect(text.contains(">Från avtal &lt;till&gt; arbete</title>"))
        #expect(text.contains(#"y="19" width="100%" height="12""#) && text.contains(#"y="57" width="50%""#))
        #expect(text.contains(">Anställda –</text>") && text.ranges(of: "shape solid").count == 2)
        #expect(text.ranges(of: "shape hatched").count == 1 && text.contains(#"font-weight="bold">Inga 0<"#))
    }

    @Test func `years stand side by side, the tallest whole, an unknown one a dash`() {
        let text = Self.years.svg(.stretching, in: .swedish)
        #expect(text.contains("Erbjudna: 2024 25, 2025 –, 2026 50</title>"))
        #expect(text.contains(#"x="8.33%" y="67" width="16.67%" height="43""#))
        #expect(text.contains(#"x="75%" y="24" width="16.67%" height="86""#))
        #expect(text.ranges(of: "<rect").count == 2)
    }

    @Test func `on paper places are units, and lie within the sheet`() {
        for picture in Self.all {
            let text = picture.svg(.units(600), in: .english)
            #expect(text.contains("viewBox=\"0 0 600 \(picture.height)\"") && !text.contains("%"))
            for match in text.matches(of: /\ x2?="([0-9.]+)"/) { #expect((Double(match.1) ?? -1) <= 600) }
        }
    }

    @Test func `every picture has a title, a description, and nothing that the security policy forbids`() {
        for picture in Self.all {
            for language in Language.allCases {
                let text = picture.svg(.stretching, in: language)
                #expect(text.contains("role=\"img\" aria-labelledby=\"\(picture.id)-title \(picture.id)-description\""))
                #expect(!text.contains("style") && !text.contains("<script"))
                #expect(!picture.title[language].isEmpty && !picture.description[language].isEmpty)
            }
        }
    }

    @Test func `a picture of nothing is still one`() {
        let empty: [any Picture] = [
            YearProgressPicture(id: "p", year: 2026, target: nil, reached: [0], before: [], expected: nil),
            RowsPicture(id: "r", title: Phrase(sv: "Inget", en: "Nothing"), rows: []),
            YearsPicture(id: "y", subject: Phrase(sv: "Inget", en: "Nothing"), bars: [], current: 2026),
        ]
        for picture in empty { #expect(picture.svg(.stretching, in: .swedish).hasSuffix("</svg>")) }
    }
}
