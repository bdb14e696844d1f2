import Domain
import Operations
import Pictures
import Testing

@testable import AdminWeb

struct PictureTests {
    @Test(arguments: [
        (0, 10, "0%"), (10, 10, "100%"), (1, 3, "33.33%"), (2, 3, "66.67%"), (1, 8, "12.50%"), (1, 1999, "0.05%"),
        (-4, 10, "0%"), (11, 10, "100%"), (5, 0, "0%"),
    ])
    func `a share is told in hundredths of a per cent, within the picture`(value: Int, whole: Int, text: String) {
        #expect(Share(value, of: whole).description == text)
    }

    @Test(arguments: [
        (1, [0, 1]), (7, [0, 1, 2, 3, 4, 5, 6, 7]), (50, [0, 10, 20, 30, 40, 50]), (57, [0, 10, 20, 30, 40, 50, 60]),
        (230, [0, 50, 100, 150, 200]), (0, [0, 1]),
    ])
    func `a scale is marked at round numbers`(greatest: Int, ticks: [Int]) {
        #expect(PictureScale(reaching: [greatest]).ticks == ticks)
    }

    @Test func `every scale has a few marks, all within the picture`() {
        for greatest in Array(1...2000) + [1_000_000, 999_999_999] {
            let scale = PictureScale(reaching: [3, greatest])
            #expect((2...9).contains(scale.ticks.count), "\(greatest)")
            #expect(scale.share(greatest).hundredths < 10_000)
        }
    }

    private static let bar: CommitmentBar = {
        var bar = CommitmentBar(
            id: "joint", title: Phrase(sv: "53 av 50 & fler", en: "53 of 50 & more"), target: 50,
            counts: [.pledged: 56, .offered: 53, .filled: 17, .started: 12, .completed: 8])
        bar.expected = 54
        bar.expectedRange = 52...57
        return bar
    }()

    @Test func `the commitment shows each stage to scale, the target and the forecast`() {
        let swedish = Self.bar.html.rendered(in: .swedish)
        // The width stands for 57 × 1.08.
        #expect(swedish.contains(#"<rect class="stage pledged" x="0" y="24" width="90.97%" height="44"/>"#))
        #expect(swedish.contains(#"<rect class="stage completed" x="0" y="42" width="13%" height="8"/>"#))
        #expect(swedish.contains(#"<line class="target" x1="81.22%" x2="81.22%" y1="17" y2="88"/>"#))
        #expect(swedish.contains(">Mål 50</text>"))
        #expect(swedish.contains("<title id=\"joint-title\">53 av 50 &amp; fler</title>"))
        #expect(
            swedish.contains(
                "mål 50, utlovade 56, erbjudna 53, tillsatta 17, påbörjade 12, genomförda 8, prognos 54 (52–57)</desc>")
        )
        let english = Self.bar.html.rendered(in: .english)
        #expect(english.contains(">Target 50</text>") && english.contains("Forecast 54 (52–57)</li>"))
    }

    @Test func `what is kept back is neither drawn nor told`() {
        var bar = Self.bar
        bar.expected = nil
        let shown = CommitmentBar(id: "x", title: bar.title, target: nil, counts: [.offered: 3]).html
        let text = shown.rendered(in: .swedish)
        #expect(text.contains("stage offered") && !text.contains("stage filled"))
        #expect(!text.contains("class=\"target\"") && !text.contains("forecast"))
        #expect(!bar.html.rendered(in: .english).contains("orecast"))
    }

    @Test func `a score's parts stand one after the other, in their order and to scale`() {
        let bar = ScoreBar(parts: [.waited: 150, .occupation: 400, .area: 0])
        let text = bar.html.rendered(in: .swedish)
        #expect(
            text == """
                <svg class="score" role="img" aria-label="yrke 400, väntetid 150">\
                <rect class="part-1" x="0%" y="2" width="40%" height="12"/>\
                <rect class="part-4" x="40%" y="2" width="15%" height="12"/></svg>
                """)
        #expect(ScoreBar(parts: [:]).html.rendered(in: .english).contains("aria-label=\"no points\""))
        #expect(ScoreBar.key.rendered(in: .english).ranges(of: "<li>").count == ScorePart.allCases.count)
    }

    @Test func `no picture needs what the content security policy forbids`() {
        let pictures = [Self.bar.html, ScoreBar(parts: [.wish: 9]).html, ScoreBar.key]
        for picture in pictures {
            let text = picture.rendered(in: .english)
            #expect(!text.contains("style") && !text.contains("<script"))
        }
    }
}
