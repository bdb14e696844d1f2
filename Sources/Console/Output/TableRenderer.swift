import Domain

/// Lays a table out in lines, no wider than asked.
struct TableRenderer {
    let language: Language
    /// Cells of the terminal; nil when nobody's terminal sets a bound.
    let width: Int?
    let isColoured: Bool

    private static let gap = "  "

    /// The table in lines, and the titles of the columns that found no room.
    func render(_ table: Table) -> (text: String, leftOut: [String]) {
        let titles = table.columns.map { $0.title[language] }
        let texts = table.rows.map { row in row.map { Self.oneLine($0.text(language)) } }
        let columns = fit(
            titles.indices.map { index in
                TableColumnWidth(
                    title: titles[index], texts: texts.map { $0[index] }, cells: table.rows.map { $0[index] })
            })
        func line(_ texts: [String]) -> String {
            let fitted = zip(columns, texts).map { column, text in
                DisplayWidth.fit(text, to: column.width, alignedRight: column.isNumeric)
            }
            var line = fitted.joined(separator: Self.gap)
            while line.last == " " { line.removeLast() }
            return line
        }
        let head = isColoured ? "\u{1B}[1m\(line(titles))\u{1B}[0m" : line(titles)
        let text = ([head] + texts.map(line)).joined(separator: "\n") + "\n"
        return (text, Array(titles[columns.count...]))
    }

    /// As many columns from the left as there is room for, the widest narrowed until all fit.
    private func fit(_ columns: [TableColumnWidth]) -> [TableColumnWidth] {
        guard let width else { return columns }
        func total(_ columns: [TableColumnWidth], _ size: (TableColumnWidth) -> Int) -> Int {
            columns.reduce(Self.gap.count * max(0, columns.count - 1)) { $0 + size($1) }
        }
        var shown = columns
        while shown.count > 1, total(shown, \.least) > width { shown.removeLast() }
        while total(shown, \.width) > width {
            let loose = shown.indices.filter { shown[$0].width > shown[$0].least }
            // Nothing gives way any more: a single column of one long word.
            let widest = loose.max { shown[$0].width < shown[$1].width } ?? 0
            shown[widest].width -= 1
        }
        return shown
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

    private static func oneLine(_ text: String) -> String {
        text.contains(where: \.isNewline) ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
    }
}
