import Domain
import Operations
import Statistics
import Store

/// The rows behind a figure: they add up to it, and the page says so.
enum FigureRowsPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let period = try FigurePages.period(visit)
        guard let figure = visit.query["figure"].flatMap({ Figure(rawValue: $0) }) else { throw WebFault.notFound }
        let cut = visit.query["cut"].flatMap { Cut(rawValue: $0) } ?? .total
        let rows = try await visit.operations.figureRows(
            visit.actor, period, figure, in: cut, key: cut == .total ? nil : visit.query["key"],
            live: FigurePages.isLive(visit))
        let sum = rows.reduce(0) { $0 + $1.count }
        let label = figure.label.capitalized
        return .page(
            Page(
                Phrase.number(
                    sum, sv: { "\(label.sv) \(period.label.sv): \($0)" },
                    en: { "\(label.en) \(period.label.en): \($0)" }),
                in: .figures,
                under: [
                    .init(
                        path: "/figures/\(period)",
                        label: Phrase(sv: "Siffror \(period.label.sv)", en: "Figures \(period.label.en)"))
                ],
                """
                <p class="lead">\(figure.definition.text)</p>
                \(rows.isEmpty ? .nothing(Phrase(sv: "Inga rader.", en: "No rows.")) : table(visit, rows, sum))
                """))
    }

    private static func table(_ visit: Visit, _ rows: [FigureSource], _ sum: Int) -> HTML {
        let labels = (
            count: Phrase(sv: "Räknas som", en: "Counts as"), unit: Phrase(sv: "Enhet", en: "Unit"),
            who: Phrase(sv: "Deltagare", en: "Participant"), from: Phrase(sv: "Från", en: "From"),
            to: Phrase(sv: "Till", en: "To")
        )
        let lines = rows.map { row -> HTML in
            """
            <tr><th scope="row">\(name(row))</th>\(HTML.cell(labels.unit, "\(row.unit ?? "–")"))\
            \(HTML.cell(labels.who, row.reference.map { "\(row.referrer)/\($0)" } ?? "–"))\
            \(HTML.cell(labels.from, .day(row.from)))\(HTML.cell(labels.to, .day(row.to)))\
            \(HTML.cell(labels.count, HTML.number(row.count), isNumber: true))</tr>

            """
        }
        return """
            <table class="data"><caption>\(HTML.number(rows.count)) \(sv: "rader, tillsammans", en: "rows, together") \(HTML.number(sum))</caption>
            <thead><tr><th scope="col">\(sv: "Vad", en: "What")</th><th scope="col">\(labels.unit)</th>\
            <th scope="col">\(labels.who)</th><th scope="col">\(labels.from)</th><th scope="col">\(labels.to)</th>\
            <th scope="col" class="number">\(labels.count)</th></tr></thead><tbody>\(lines)</tbody></table>
            """
    }

    private static func name(_ row: FigureSource) -> HTML {
        if row.isProtected { return "\(sv: "Skyddade uppgifter", en: "Protected identity")" }
        if let code = row.placement {
            return "<a href=\"\(PlacementPages.path(code))\">\(code)</a><span class=\"sub\">\(row.slotTitle)</span>"
        }
        if let code = row.slot {
            return "<a href=\"\(SlotPages.path(code))\">\(row.slotTitle)</a><span class=\"sub\">\(code)</span>"
        }
        return "\(sv: "Etablering som avslutats", en: "Introduction that ended")"
    }
}
