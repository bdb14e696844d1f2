import Domain
import Testing

@testable import Console

struct TableTests {
    private func table(_ rows: [[Cell]]) -> Table {
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("title", sv: "Plats", en: "Place"),
            .init("hours", sv: "Tim", en: "Hours"))
        for row in rows { table.add(row) }
        return table
    }

    private func render(_ table: Table, width: Int?, _ language: Language = .swedish) -> [String] {
        let renderer = TableRenderer(language: language, width: width, isColoured: false)
        return renderer.render(table).text.split(separator: "\n").map(String.init)
    }

    @Test func `columns are as wide as they need, figures to the right, å ä ö one cell each`() {
        let lines = render(
            table([
                [.text("A-1"), .text("Räksmörgås"), .decimal(7.5, places: 1)], [.text("B"), .empty, .integer(40)],
            ]), width: nil)
        #expect(lines == ["Kod  Plats       Tim", "A-1  Räksmörgås  7,5", "B                 40"])
    }

    @Test(arguments: [30, 40, 60, 79])
    func `a table is no wider than the terminal, and only texts are cut`(width: Int) {
        let long = String(repeating: "handledare ", count: 12)
        let lines = render(table([[.text(long), .text(long), .integer(1_234_567)]]), width: width)
        for line in lines { #expect(DisplayWidth.of(line) <= width) }
        #expect(lines[1].hasSuffix("1234567"))
        #expect(lines[1].contains("…"))
    }

    @Test func `codes and dates are whole or left out, from the right, and named`() {
        let wide = table([[.text("A-2026-1"), .text("2026-09-01"), .integer(5)]])
        let renderer = TableRenderer(language: .swedish, width: 21, isColoured: false)
        #expect(renderer.render(wide).text == "Kod       Plats\nA-2026-1  2026-09-01\n")
        #expect(renderer.render(wide).leftOut == ["Tim"])
        let narrow = TableRenderer(language: .swedish, width: 5, isColoured: false)
        #expect(narrow.render(wide).text == "Kod\nA-20…\n")
    }

    @Test func `without a terminal nothing is cut`() {
        let long = String(repeating: "x", count: 500)
        #expect(render(table([[.text(long)]]), width: nil)[1] == long)
    }

    @Test func `a line break in a value does not break the table`() {
        #expect(render(table([[.text("a"), .text("b\nc\r\nd")]]), width: nil)[1] == "a    b c d")
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("åäö", 3), ("a\u{30A}", 1), ("日本", 4), ("🙂", 2), ("\u{200B}", 0),
    ])
    func `display width`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("abc", 5, false, "abc  "), ("abc", 5, true, "  abc"), ("abcdef", 4, false, "abc…"), ("日本語", 4, false, "日… "),
        ("abc", 0, false, ""),
    ])
    func `text is fitted to its cells`(text: String, width: Int, alignedRight: Bool, fitted: String) {
        #expect(DisplayWidth.fit(text, to: width, alignedRight: alignedRight) == fitted)
    }

    @Test func `flags and figures are in the reader's words`() {
        #expect(Cell.flag(true).text(.swedish) == "ja")
        #expect(Cell.flag(false).text(.english) == "no")
        #expect(Cell.decimal(0.5, places: 2).text(.english) == "0.50")
    }
}
