import Documents
import Domain
import Pictures
import Statistics

/// A report as it is printed, in Swedish: how the undertakings stand with their pictures, the tables, and the rules that
/// everything is counted by.
struct ReportPaper {
    let tables: ReportTables
    let municipality: String
    let today: Day

    private var report: AnnualReport { tables.report }

    /// The period as it stands in a heading.
    private var period: String { report.period.label.sv }

    /// Units across a picture; the sheet has room for about as many points.
    private static let width = 560

    var page: PrintPage {
        PrintPage(
            title: "Praktikplatser \(period)", author: municipality, foot: "\(municipality) · praktikplatser \(period)",
            """
            <p>Framtagen \(today.longPhrase.sv). Strecket – står för tal som inte visas: 1–4 personer, eller tal som skulle \
            röja ett sådant. \(report.loss.map { $0.phrase.sv } ?? "")</p>
            \(closing)\(joint)
            \(section(tables.undertakings, without: ["Nuläge", "Prognosens grund"]))
            \(section(tables.shares))
            \(notes)
            \(report.cuts.map(cut))
            <h2>Så räknas siffrorna</h2>
            \(rules)
            """)
    }

    /// Whether the figures are closed, with what they can be held against.
    private var closing: PrintMarkup {
        guard let mark = tables.report.mark else { return "" }
        return "<p>\(mark.phrase.sv) Kontrollsumma (SHA-256): \(mark.digest)</p>"
    }

    /// The joint undertakings in places, each with its pictures.
    private var joint: PrintMarkup {
        let names = Dictionary(report[.unit].map { ($0.key, $0.name ?? $0.key) }) { first, _ in first }
        let parts = tables.whole.targets.filter { $0.unit == nil && $0.measure == .places }.map { result in
            let pictures = UndertakingPictures(result, of: report.period, today: today, names: names)
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
        let told = "\(Phrase.number(hundredths: value.hundredths).sv)\(target): \(status.label.sv)"
        guard report.period.kind != .year, let end = try? report.period.days.to else { return told + "." }
        return told + " till och med \(end.longPhrase.sv); målet gäller hela året."
    }

    private func drawing(_ picture: some Picture) -> PrintMarkup {
        """
        <figure><figcaption>\(picture.title.sv)</figcaption>\
        \(PrintMarkup(drawn: picture.svg(.units(Self.width), in: .swedish)))</figure>
        """
    }

    /// How much is known is said of the whole, under the shares.
    private static let told: Set<String> = Set(
        [Figure.koladaKnown, .sixtyKnown, .sfiUndated].map { $0.label.sv.capitalizedFirst })

    /// A cut as a table a chapter, so that each has room on the sheet.
    private func cut(_ cut: Cut) -> PrintMarkup {
        let parts = Figure.Chapter.allCases.compactMap { chapter -> PrintMarkup? in
            guard Figure.allCases.contains(where: { $0.chapter == chapter && cut.holds($0) }) else { return nil }
            let table = tables.table(cut, [chapter])
            return markup(table, caption: "\(table.title) \(period): \(chapter.label.sv)", without: Self.told)
        }
        return "<h2>Per \(cut.label.sv)</h2>\(parts)"
    }

    private var notes: PrintMarkup {
        let notes = tables.whole.notes.map { "<li>\($0.sv)</li>" as PrintMarkup }
        return "<ul>\(notes)</ul>"
    }

    private func section(_ table: DataTable, without: Set<String> = []) -> PrintMarkup {
        "<h2>\(table.title)</h2>\(markup(table, caption: "\(table.title) \(period)", without: without))"
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
        guard table.columns.count > 1, table.columns[1].title == Self.name, case .text(let name) = row[1] else {
            return nil
        }
        return name
    }

    private static let name = "Namn"

    private var rules: PrintMarkup {
        let texts = AnnualReport.definitions.map { rule -> PrintMarkup in
            let sources = rule.sources.map(\.text).joined(separator: ", ")
            return
                "<p><strong>\(rule.label.sv.capitalizedFirst).</strong> \(rule.text.sv) (\(rule.identifier); \(sources))</p>"
        }
        let quality = FigureQuality.text.map { rule -> PrintMarkup in
            "<p><strong>\(rule.name.sv.capitalizedFirst).</strong> \(rule.text.sv)</p>"
        }
        return "\(texts)\(quality)"
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
