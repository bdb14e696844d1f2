import Domain
import Operations
import Statistics

/// The report in one cut, all its figures in one table; each opens the rows behind it for those who may see them.
struct FigureTable {
    let visit: Visit
    let report: AnnualReport
    /// The same period the year before.
    let before: AnnualReport?
    let cut: Cut

    private var figures: [Figure] { Figure.allCases.filter { cut.holds($0) } }

    var html: HTML {
        """
        \(tabs)
        <div class="scroll" role="region" aria-labelledby="figures-caption" tabindex="0"><table>
        <caption id="figures-caption"><strong>\(sv: "Per \(cut.label.sv)", en: "By \(cut.label.en)")</strong>, \(report.period.label)</caption>
        <thead><tr><th scope="col">\(cut.label.capitalized)</th>\(figures.map(heading))\(waitHeading)</tr></thead>
        <tbody>\(rows.map { row($0, in: cut) })</tbody>
        <tfoot>\(row(report.total, in: .total))\(lastYear)</tfoot></table></div>
        """
    }

    /// Units and referrers by name; the others in the order they have.
    private var rows: [FigureRow] {
        let rows = report.shown(cut)
        guard cut == .unit || cut == .referrer else { return rows }
        return rows.sorted { SwedishOrder.isBefore($0.name ?? $0.key, $1.name ?? $1.key) }
    }

    private var tabs: HTML {
        let links = Cut.allCases.filter { $0 != .total }.map { other -> HTML in
            """
            <li><a href="/figures/\(report.period)?cut=\(other.rawValue)"\(" aria-current=\"page\"", if: other == cut)>\
            \(sv: "Per \(other.label.sv)", en: "By \(other.label.en)")</a></li>
            """
        }
        return "<nav class=\"tabs\" aria-label=\"\(sv: "Indelning", en: "Division")\"><ul>\(links)</ul></nav>"
    }

    private func heading(_ figure: Figure) -> HTML {
        "<th scope=\"col\" class=\"number\"><a href=\"#rule-\(figure.definition.rawValue)\">\(figure.label.capitalized)</a></th>"
    }

    private func row(_ row: FigureRow, in cut: Cut) -> HTML {
        let cells = figures.map { figure -> HTML in
            guard let count = row[figure] else { return "<td class=\"number\">–</td>" }
            guard count > 0, visit.may(.readFigureRows) else {
                return "<td class=\"number\">\(HTML.number(count))</td>"
            }
            let key = cut == .total ? "" : "&cut=\(cut.rawValue)&key=" + URLEncoded.encode(row.key)
            let address = "/figures/\(report.period)/rows?figure=\(figure.rawValue)\(key)"
            return "<td class=\"number\"><a href=\"\(address)\">\(HTML.number(count))</a></td>"
        }
        return "<tr><th scope=\"row\">\(FigurePages.title(row, in: cut))</th>\(cells)\(wait(row))</tr>\n"
    }

    private var waitHeading: HTML {
        let definition = Definition.timeToPlacement
        return """
            <th scope="col" class="number"><a href="#rule-\(definition.rawValue)">\(definition.label.capitalized)</a></th>
            """
    }

    private func wait(_ row: FigureRow) -> HTML {
        "<td class=\"number\">\(row.daysToStart.map { HTML.number($0) } ?? "–")</td>"
    }

    private var lastYear: HTML {
        guard let before else { return .empty }
        let cells = figures.map { figure -> HTML in
            "<td class=\"number\">\(before.total[figure].map { HTML.number($0) } ?? "–")</td>"
        }
        return "<tr><th scope=\"row\">\(before.period.label.capitalized)</th>\(cells)\(wait(before.total))</tr>"
    }
}
