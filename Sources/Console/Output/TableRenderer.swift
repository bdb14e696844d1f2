import Domain

/// Lays a table out in lines, no wider than asked.
struct TableRenderer {
    let language: Language
    /// Cells of the terminal; nil when nobody's terminal sets a bound.
    let width: Int?
    let isColoured: Bool

    private static let gap = "  "
    /// A column of text is not squeezed below this.
    private static let narrowest = 6

    func render(_ table: Table) -> String {
        let titles = table.columns.map { $0.title[language] }
        let texts = table.rows.map { row in row.map { Self.oneLine($0.text(language)) } }
        let isNumeric = table.columns.indices.map { column in
            let cells = table.rows.map { $0[column] }.filter { $0 != .empty }
            return !cells.isEmpty && cells.allSatisfy(\.isNumber)
        }
        var widths = titles.indices.map { column in
            max(DisplayWidth.of(titles[column]), texts.map { DisplayWidth.of($0[column]) }.max() ?? 0)
        }
        squeeze(&widths, isNumeric: isNumeric)
        func line(_ cells: [String]) -> String {
            let fitted = cells.indices.map { DisplayWidth.fit(cells[$0], to: widths[$0], alignedRight: isNumeric[$0]) }
            var line = fitted.joined(separator: Self.gap)
            while line.last == " " { line.removeLast() }
            return line
        }
        let head = isColoured ? "\u{1B}[1m\(line(titles))\u{1B}[0m" : line(titles)
        return ([head] + texts.map(line)).joined(separator: "\n") + "\n"
    }

    /// One row as a list of its columns.
    func renderRecord(_ table: Table) -> String {
        let titles = table.columns.map { $0.title[language] }
        let width = titles.map { DisplayWidth.of($0) }.max() ?? 0
        return table.rows.map { row in
            zip(titles, row).map { title, cell in
                let label = DisplayWidth.fit(title, to: width, alignedRight: false)
                let text = Self.oneLine(cell.text(language))
                return (isColoured ? "\u{1B}[1m\(label)\u{1B}[0m" : label) + (text.isEmpty ? "" : Self.gap + text)
            }.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    /// Takes from the widest column of text until the line fits; figures are never cut.
    private func squeeze(_ widths: inout [Int], isNumeric: [Bool]) {
        guard let width else { return }
        let gaps = Self.gap.count * max(0, widths.count - 1)
        while widths.reduce(gaps, +) > width {
            let candidates = widths.indices.filter { !isNumeric[$0] && widths[$0] > Self.narrowest }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.contains(where: \.isNewline) ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
    }
}
