import Domain
import Operations
import Statistics

/// From agreement to delivery in a year: each unit's chain, the departments at zero, why slots do not come again, and the
/// agreements that are not delivered, with their age.
enum DeliveryPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let year = try FigurePages.year(visit)
        let report = try await visit.operations.deliveryReport(try visit.actor, year: year)
        return .page(
            Page(
                Phrase(sv: "Från avtal till leverans \(year)", en: "From agreement to delivery \(year)"), in: .figures,
                under: [
                    Section.figures.crumb,
                    Page.Crumb(path: "/figures/\(year)", label: Phrase(sv: "\(year)", en: "\(year)")),
                ],
                """
                \(years(year))
                \(departments(visit, report))\(atZero(report))\(notRenewed(report))\(undelivered(report))\(rules)
                """))
    }

    private static func years(_ year: Int) -> HTML {
        """
        <nav class="pager" aria-label="\(sv: "År", en: "Years")"><ul>
        <li><a href="/figures/\(year - 1)/delivery" rel="prev">\(year - 1)</a></li>
        <li><span aria-current="page">\(year)</span></li>
        <li><a href="/figures/\(year + 1)/delivery" rel="next">\(year + 1)</a></li></ul></nav>
        """
    }

    private static func departments(_ visit: Visit, _ report: DeliveryReport) -> HTML {
        let labels = [
            Phrase(sv: "Avtalade", en: "Agreed"), Phrase(sv: "Erbjudna", en: "Offered"),
            Phrase(sv: "Tillsatta", en: "Filled"), Phrase(sv: "Påbörjade", en: "Started"),
            Phrase(sv: "Levererade", en: "Delivered"),
        ]
        let rows = report.departments.map { row -> HTML in
            func person(_ count: Int) -> HTML { report.hidesPersons ? "–" : HTML.number(count) }
            let agreed: HTML = row.agreed.map { "\(Phrase.number(hundredths: $0.hundredths))" } ?? "–"
            let cells = zip(
                labels,
                [agreed, HTML.number(row.offered), person(row.filled), person(row.started), person(row.delivered)])
            return """
                <tr><th scope="row">\(row.name)<span class="sub">\(row.unit)</span></th>\
                \(HTML(cells.map { HTML.cell($0, $1, isNumber: true) }))</tr>

                """
        }
        let headings = labels.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML }
        return """
            <table class="data"><caption>\(sv: "Per enhet", en: "By unit")</caption>
            <thead><tr><th scope="col">\(sv: "Enhet", en: "Unit")</th>\(HTML(headings))</tr></thead>
            <tbody>\(HTML(rows))</tbody></table>
            """
    }

    private static func atZero(_ report: DeliveryReport) -> HTML {
        guard !report.unitsWithoutSlots.isEmpty else { return .empty }
        let names = Dictionary(report.departments.map { ($0.unit, $0.name) }, uniquingKeysWith: { first, _ in first })
        let list = report.unitsWithoutSlots.map { "<li>\(names[$0] ?? $0)</li>" as HTML }
        return """
            <h2>\(sv: "Förvaltningar som inte erbjuder någon plats", en: "Departments that offer no place")</h2>
            <ul>\(HTML(list))</ul>
            """
    }

    private static func notRenewed(_ report: DeliveryReport) -> HTML {
        let reason = Phrase(sv: "Skäl", en: "Reason")
        let slots = Phrase(sv: "Praktikplatser", en: "Slots")
        let rows = report.departments.flatMap { row in
            row.notRenewed.map { not -> HTML in
                """
                <tr><th scope="row">\(row.name)</th>\(HTML.cell(reason, "\(not.reason.label)"))\
                \(HTML.cell(slots, HTML.number(not.slots), isNumber: true))</tr>

                """
            }
        }
        guard !rows.isEmpty else { return .empty }
        return """
            <h2>\(sv: "Inte förnyade", en: "Not renewed")</h2>
            <table class="data"><caption>\(sv: "Platser som inte erbjuds igen, och varför", en: "Slots not offered again, and why")</caption>
            <thead><tr><th scope="col">\(sv: "Enhet", en: "Unit")</th><th scope="col">\(reason)</th>\
            <th scope="col" class="number">\(slots)</th></tr></thead><tbody>\(HTML(rows))</tbody></table>
            """
    }

    private static func undelivered(_ report: DeliveryReport) -> HTML {
        let heading: HTML = "<h2>\(sv: "Avtal som inte är levererade", en: "Agreements not delivered")</h2>"
        guard !report.undelivered.isEmpty else {
            return "\(heading)<p>\(sv: "Alla avtal är levererade.", en: "All agreements are delivered.")</p>"
        }
        let labels = (
            unit: Phrase(sv: "Enhet", en: "Unit"), missing: Phrase(sv: "Saknas", en: "Missing"),
            age: Phrase(sv: "Ålder", en: "Age")
        )
        let rows = report.undelivered.map { open -> HTML in
            """
            <tr><th scope="row">\(open.result.text)<span class="sub">\(open.result.code)</span></th>\
            \(HTML.cell(labels.unit, open.result.unit.map { "\($0)" } ?? "\(sv: "alla förvaltningar", en: "all departments")"))\
            \(HTML.cell(labels.missing, "\(open.lacking(hidingPersons: report.hidesPersons))"))\
            \(HTML.cell(labels.age, "\(Phrase.days(open.ageDays))"))</tr>

            """
        }
        return """
            \(heading)
            <table class="data"><caption>\(sv: "Äldst först", en: "The oldest first")</caption>
            <thead><tr><th scope="col">\(sv: "Åtagande", en: "Undertaking")</th><th scope="col">\(labels.unit)</th>\
            <th scope="col">\(labels.missing)</th><th scope="col">\(labels.age)</th></tr></thead>
            <tbody>\(HTML(rows))</tbody></table>
            """
    }

    private static var rules: HTML {
        let counted = DeliveryReport.definitions.map { rule -> HTML in
            "<p><strong>\(rule.label.capitalized).</strong> \(rule.text) <span class=\"muted\">\(rule.identifier)</span></p>"
        }
        let own = DeliveryReport.ruleTexts.map { rule -> HTML in
            "<p><strong>\(rule.name.capitalized).</strong> \(rule.text)</p>"
        }
        return """
            <details class="more" open><summary>\(sv: "Så räknas siffrorna", en: "How the figures are counted")</summary>
            \(HTML(own))\(HTML(counted))</details>
            """
    }
}
