import Domain
import Operations
import Statistics

/// One period: the undertakings as pictures, the report's tables by what one chooses, the same period last year beside, and
/// the definitions.
enum ReportPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let period = try FigurePages.period(visit)
        let actor = try visit.actor
        let whole = try await visit.operations.periodReport(actor, period, live: FigurePages.isLive(visit))
        let report = whole.report
        // What is published of a part of the year is not divided by everything.
        let asked = visit.query["cut"].flatMap { Cut(rawValue: $0) } ?? .unit
        let cut = report.cuts.contains(asked) ? asked : .unit
        // In a part of the year what has been reached by its end, against the year's target.
        let joint = whole.targets.filter { $0.unit == nil }
        let closing = try await ClosingNote(visit, report)
        let names = Dictionary(report[.unit].map { ($0.key, $0.name ?? $0.key) }) { first, _ in first }
        return .page(
            Page(
                Phrase(sv: "Siffror \(period.label.sv)", en: "Figures \(period.label.en)"), in: .figures,
                action: "\(closing.button)\(downloads(period))",
                """
                \(PeriodChoice(period: period, isFree: visit.may(.readFigureRows)).html)
                \(closing.html)
                \(HTML(joint.map { UndertakingView(result: $0, period: period, today: visit.today, names: names).html }))
                \(FigureTable(visit: visit, report: report, before: whole.before, cut: cut).html)
                \(QualityView(report: whole).html)
                \(suppressed(report))\(definitions(cut))
                """))
    }

    private static func downloads(_ period: ReportPeriod) -> HTML {
        guard period.isFixed else { return .empty }
        let path = "/figures/\(period)"
        let ofYear: HTML =
            period.kind != .year
            ? .empty
            : """
            <a class="button" href="\(path)/delivery">\(sv: "Från avtal till leverans", en: "From agreement to delivery")</a> \
            <a class="button" href="\(path)/voice">\(sv: "Deltagarnas svar", en: "Participants' answers")</a>\u{20}
            """
        return """
            \(ofYear)<a class="button" href="\(path)/file?for=xlsx">\(sv: "Hämta arbetsbok (xlsx)", en: "Get workbook (xlsx)")</a> \
            \("<a class=\"button\" href=\"\(path)/file?for=pdf\">\(sv: "Hämta rapport (pdf)", en: "Get report (pdf, in Swedish)")</a>", if: Operations.canPrint) \
            <a class="button" href="\(path)/file?for=planning">\(sv: "Till planeringssystemet", en: "For the planning system")</a> \
            <a class="button" href="\(path)/file?for=people">\(sv: "Hämta kalkylblad", en: "Get spreadsheet")</a> \
            <a class="button" href="\(path)/file?for=machines">CSV</a> \
            <a class="button" href="/closed-periods">\(ClosedPeriodsPage.title)</a>
            """
    }

    private static func suppressed(_ report: AnnualReport) -> HTML {
        let count = report.withheld.count
        guard count > 0 else { return .empty }
        return """
            <p class="note">\(sv: "\(count) tal visas inte: de är 1–4 personer, eller skulle röja ett sådant tal. De står som –.", en: "\(count) figures are not shown: they are 1–4 persons, or would tell such a figure. They stand as –.")\(report.loss.map { " \($0.phrase)" as HTML } ?? .empty)</p>
            <p class="note">\(sv: "Vad som visas är bestämt för året, dess halvår och dess tertial på en gång, så att de inte tillsammans röjer ett litet tal.", en: "What is shown is settled for the year, its halves and its tertials at once, so that they do not together tell a small figure.")</p>
            """
    }

    private static func definitions(_ cut: Cut) -> HTML {
        let texts = AnnualReport.definitions.map { definition -> HTML in
            """
            <p id="rule-\(definition.rawValue)"><strong>\(definition.label.capitalized).</strong> \(definition.text) \
            <span class="muted">\(definition.identifier)</span></p>
            """
        }
        let quality = FigureQuality.text.map { rule -> HTML in
            "<p><strong>\(rule.name.capitalized).</strong> \(rule.text)</p>"
        }
        let division: HTML = cut.text.map { "<p>\($0)</p>" } ?? .empty
        return """
            <details class="more" open><summary>\(sv: "Så räknas siffrorna", en: "How the figures are counted")</summary>
            \(division)\(texts)\(quality)</details>
            """
    }
}
