import Domain
import Operations
import Statistics

/// The report in one cut, a table a chapter; each figure opens the rows behind it for those who may see them.
struct FigureTable {
    let visit: Visit
    let report: AnnualReport
    /// The same period the year before.
    let before: AnnualReport?
    let cut: Cut

    /// What goes along in an address where today's figures of a closed period are shown.
    private var live: String { report.mark?.state == .live ? "&live=1" : "" }

    var html: HTML {
        "\(tabs)\(Figure.Chapter.allCases.map(table))"
    }

    /// Nothing where the chapter has no meaning in the cut.
    private func table(_ chapter: Figure.Chapter) -> HTML {
        let figures = Figure.allCases.filter { $0.chapter == chapter && cut.holds($0) }
        guard !figures.isEmpty else { return .empty }
        let isWaitShown = chapter == .happened
        func line(_ row: FigureRow, _ title: Phrase, _ cell: (Figure) -> HTML) -> HTML {
            "<tr><th scope=\"row\">\(title)</th>\(figures.map(cell))\(wait(row), if: isWaitShown)</tr>\n"
        }
        let body = rows.map { row in line(row, FigurePages.title(row, in: cut)) { self.cell(row, $0, in: cut) } }
        let total = line(report.total, FigurePages.title(report.total, in: .total)) {
            self.cell(report.total, $0, in: .total)
        }
        let lastYear = before.map { before in
            line(before.total, before.period.label.capitalized) { Self.cell(before.total[$0]) }
        }
        return """
            <div class="scroll" role="region" aria-labelledby="figures-\(chapter.rawValue)" tabindex="0"><table>
            <caption id="figures-\(chapter.rawValue)"><strong>\(sv: "Per \(cut.label.sv): \(chapter.label.sv)", en: "By \(cut.label.en): \(chapter.label.en)")</strong>, \(report.period.label)</caption>
            <thead><tr><th scope="col">\(cut.label.capitalized)</th>\(figures.map(heading))\(waitHeading, if: isWaitShown)</tr></thead>
            <tbody>\(body)</tbody>
            <tfoot>\(total)\(lastYear ?? .empty)</tfoot></table></div>

            """
    }

    /// Units and referrers by name; the others in the order they have.
    private var rows: [FigureRow] {
        let rows = report.shown(cut)
        guard cut == .unit || cut == .referrer else { return rows }
        return rows.sorted { SwedishOrder.isBefore($0.name ?? $0.key, $1.name ?? $1.key) }
    }

    private var tabs: HTML {
        let links = report.cuts.map { other -> HTML in
            """
            <li><a href="/figures/\(report.period)?cut=\(other.rawValue)\(live)"\(" aria-current=\"page\"", if: other == cut)>\
            \(sv: "Per \(other.label.sv)", en: "By \(other.label.en)")</a></li>
            """
        }
        return "<nav class=\"tabs\" aria-label=\"\(sv: "Indelning", en: "Division")\"><ul>\(links)</ul></nav>"
    }

    private func heading(_ figure: Figure) -> HTML {
        "<th scope=\"col\" class=\"number\"><a href=\"#rule-\(figure.definition.rawValue)\">\(figure.label.capitalized)</a></th>"
    }

    private func cell(_ row: FigureRow, _ figure: Figure, in cut: Cut) -> HTML {
        guard let count = row[figure], count > 0, visit.may(.readFigureRows) else { return Self.cell(row[figure]) }
        let key = cut == .total ? "" : "&cut=\(cut.rawValue)&key=" + URLEncoded.encode(row.key)
        let address = "/figures/\(report.period)/rows?figure=\(figure.rawValue)\(key)\(live)"
        return "<td class=\"number\"><a href=\"\(address)\">\(HTML.number(count))</a></td>"
    }

    private static func cell(_ count: Int?) -> HTML {
        "<td class=\"number\">\(count.map { HTML.number($0) } ?? "–")</td>"
    }

    private var waitHeading: HTML {
        let definition = Definition.timeToPlacement
        return """
            <th scope="col" class="number"><a href="#rule-\(definition.rawValue)">\(definition.label.capitalized)</a></th>
            """
    }

    private func wait(_ row: FigureRow) -> HTML { Self.cell(row.daysToStart) }
}
