import Domain
import Operations

/// "What do I say to the board, and can I stand by it?": the commitment, and the years there are figures of.
enum StatisticianStartPage {
    static func page(_ visit: Visit) async throws -> Page {
        let start = try await visit.operations.statisticianStart(visit.actor)
        let years = start.years.map { year -> HTML in "<li><a href=\"/figures/\(year)\">\(year)</a></li>" }
        let reports = start.reports.map { report -> HTML in
            """
            <li><p><a href="/calendar">\(report.duty.title)</a>, \(sv: "till", en: "to") \(report.duty.recipient)</p>\
            <span class="age">\(HTML.day(report.dueOn))</span></li>
            """
        }
        return Page(
            Section.start.label, in: .start,
            action: Page.mainAction(
                "/figures/\(visit.today.year)", Phrase(sv: "Årets siffror", en: "This year's figures")),
            """
            \(CommitmentView.html(start.progress))
            \(reports.isEmpty ? HTML.empty : "<section class=\"card\"><h2>\(sv: "Att lämna", en: "Due")</h2><ul class=\"work\">\(reports)</ul></section>")
            <section class="card"><h2>\(sv: "År", en: "Years")</h2>
            \(years.isEmpty ? "<p>\(sv: "Inga siffror än.", en: "No figures yet.")</p>" : "<ul class=\"plain\">\(years)</ul>" as HTML)</section>
            """)
    }
}
