import Documents
import Domain
import Pictures
import Statistics

/// The annual report as it is printed, in Swedish: how the undertakings stand with their pictures, the tables, and the rules
/// that everything is counted by.
struct ReportPaper {
    let tables: ReportTables
    let municipality: String
    let today: Day

    private var year: Int { tables.report.year }

    /// Units across a picture; the sheet has room for about as many points.
    private static let width = 560

    var page: PrintPage {
        PrintPage(
            title: "Praktikplatser \(year)", author: municipality, foot: "\(municipality) · praktikplatser \(year)",
            """
            <p>Framtagen \(today.longPhrase.sv). Strecket – står för tal som inte visas: 1–4 personer, eller tal som skulle \
            röja ett sådant.</p>
            \(joint)
            \(section(tables.undertakings, without: ["Nuläge", "Prognosens grund"]))
            \(Cut.allCases.filter { $0 != .total }.map(cut))
            <h2>Så räknas siffrorna</h2>
            \(rules)
            """)
    }

    /// The joint undertakings in places, each with its pictures.
    private var joint: PrintMarkup {
        let names = Dictionary(tables.report[.unit].map { ($0.key, $0.name ?? $0.key) }) { first, _ in first }
        let parts = tables.commitment.undertakings.filter { $0.unit == nil && $0.measure == .places }.map { result in
            let pictures = UndertakingPictures(result, year: year, today: today, names: names)
            let forecast: PrintMarkup =
                result.shownForecast.map { forecast in
                    if forecast.method == .closed { return "" }
                    return "<p><strong>Prognos \(forecast.phrase.sv).</strong> \(forecast.method.text.sv)</p>"
                } ?? ""
            return """
                <h2>\(result.text)</h2>
                <p>\(standing(result))</p>
                \(pictures.progress.map { drawing($0) } ?? "")\(forecast)\(drawing(pictures.coverage))\
                \(drawing(pictures.funnel))\(pictures.years.map { drawing($0) } ?? "")
                """ as PrintMarkup
        }
        return "\(parts)"
    }

    private func standing(_ result: UndertakingResult) -> String {
        guard let status = result.shownStatus, let value = result.shownValue else { return "Visas inte." }
        let target = result.target.map { " av \(Phrase.number(hundredths: $0.hundredths).sv)" } ?? ""
        return "\(Phrase.number(hundredths: value.hundredths).sv)\(target): \(status.label.sv)."
    }

    private func drawing(_ picture: some Picture) -> PrintMarkup {
        """
        <figure><figcaption>\(picture.title.sv)</figcaption>\
        \(PrintMarkup(drawn: picture.svg(.units(Self.width), in: .swedish)))</figure>
        """
    }

    /// A cut as two tables, so that each has room on the sheet: what happened, and what it led to.
    private func cut(_ cut: Cut) -> PrintMarkup {
        let table = tables.table(cut)
        let later = Set(
            [
                Figure.employedAny, .sixtyNumerator, .sixtyDenominator, .koladaNumerator, .koladaDenominator, .known,
                .unknown,
            ]
            .map { $0.label.sv.capitalizedFirst } + ReportShare.allCases.map(\.label.sv))
        let earlier = Set(table.columns.dropFirst(2).map(\.title)).subtracting(later)
        return """
            <h2>\(table.title)</h2>
            \(markup(table, caption: "\(table.title) \(year): platser och praktiker", without: later))
            \(markup(table, caption: "\(table.title) \(year): efter praktiken", without: earlier))
            """
    }

    private func section(_ table: DataTable, without: Set<String>) -> PrintMarkup {
        "<h2>\(table.title)</h2>\(markup(table, caption: "\(table.title) \(year)", without: without))"
    }

    private func markup(_ table: DataTable, caption: String, without: Set<String>) -> PrintMarkup {
        let shown = table.columns.indices.filter { place in
            let title = table.columns[place].title
            return !without.contains(title) && title != Self.name
        }
        let style = table.rows.count <= 14 ? "figures whole" : "figures"
        let heads = shown.map { place -> PrintMarkup in
            let column = table.columns[place]
            return column.kind.isNumber
                ? "<th scope=\"col\" class=\"number\">\(column.title)</th>" : "<th scope=\"col\">\(column.title)</th>"
        }
        let rows = table.rows.map { row -> PrintMarkup in
            let cells = shown.map { place -> PrintMarkup in
                let text = row[place].swedish
                if place == 0 { return "<th scope=\"row\">\(named(row, table) ?? text)</th>" }
                return table.columns[place].kind.isNumber
                    ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
            }
            return "<tr>\(cells)</tr>"
        }
        return """
            <table class="\(style)"><caption>\(caption)</caption><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    /// A unit or referrer by its name, which leaves room for the figures.
    private func named(_ row: [DataTable.Value], _ table: DataTable) -> String? {
        guard table.columns[1].title == Self.name, case .text(let name) = row[1] else { return nil }
        return name
    }

    private static let name = "Namn"

    private var rules: PrintMarkup {
        let texts = AnnualReport.definitions.map { rule -> PrintMarkup in
            "<p><strong>\(rule.label.sv.capitalizedFirst).</strong> \(rule.text.sv) (\(rule.identifier))</p>"
        }
        return "\(texts)"
    }
}

extension Forecast {
    /// `53, mellan 49 och 56`.
    fileprivate var phrase: Phrase {
        let value = Phrase.number(hundredths: value.hundredths)
        guard let low, let high, low != high else { return value }
        let (from, to) = (Phrase.number(hundredths: low.hundredths), Phrase.number(hundredths: high.hundredths))
        return Phrase(
            sv: "\(value.sv), mellan \(from.sv) och \(to.sv)", en: "\(value.en), between \(from.en) and \(to.en)")
    }
}

extension DataTable.Kind {
    fileprivate var isNumber: Bool { self != .text && self != .wide }
}

extension DataTable.Value {
    /// As Swedish readers have it.
    fileprivate var swedish: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): Phrase.number(number).sv
        case .decimal(let number): Phrase.number(hundredths: Int((number * 100).rounded())).sv
        case .share(let share): "\(Int((share * 100).rounded()))\u{A0}%"
        case .day(let year, let month, let day): (try? Day(year, month, day))?.description ?? ""
        case .withheld: "–"
        }
    }
}
