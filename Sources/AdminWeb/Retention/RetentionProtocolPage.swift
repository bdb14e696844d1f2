import Domain
import Operations

/// The protocol of what was erased by rule.
enum RetentionProtocolPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let report = try await visit.operations.retentionReport(visit.actor, visit.code("code"))
        let title = report.code.map { Phrase(sv: "Gallring \($0)", en: "Erasure \($0)") } ?? Section.retention.label
        return .page(
            Page(
                title, in: .retention, under: [Section.retention.crumb],
                """
                <dl class="facts">
                \(HTML.fact(Phrase(sv: "När", en: "When"), report.ranAt.map { "\(SwedishTime.text($0))" }))
                \(HTML.fact(Phrase(sv: "Av", en: "By"), "\(report.ranBy)"))
                \(HTML.fact(Phrase(sv: "Räknat till", en: "As of"), HTML.day(report.on)))
                \(HTML.fact(Phrase(sv: "Poster i loggen som tömts", en: "Log entries emptied"), HTML.number(report.auditEntries)))
                </dl>
                \(steps(report))
                <p class="small muted">\(sv: "Kontrollsumman är SHA-256 över nycklarna till det som gallrats. Ingen uppgift om någon person står i protokollet.", en: "The digest is SHA-256 over the keys of what was erased. The protocol has nothing about any person.")</p>
                """))
    }

    /// A table for each rule.
    static func steps(_ report: RetentionReport) -> HTML {
        let (table, number) = (Phrase(sv: "Tabell", en: "Table"), Phrase(sv: "Rader", en: "Rows"))
        return HTML(
            report.steps.map { step -> HTML in
                let rows = step.rows.map { row -> HTML in
                    "<tr><th scope=\"row\"><code>\(row.table)</code></th>\(HTML.cell(number, HTML.number(row.count), isNumber: true))</tr>\n"
                }
                return """
                    <section class="card"><h2>\(step.category.label.capitalized) <span class="count">\(HTML.number(step.subjects))</span></h2>
                    <p>\(step.basis)</p>
                    <p class="small">\(sv: "Sista händelse före ", en: "Last event before ")\(HTML.day(step.before)) (\(sv: "\(step.months) månader", en: "\(step.months) months")). \
                    <code>\(String(step.digest.prefix(16)))…</code></p>
                    <table class="data"><caption>\(sv: "Rader som gallras", en: "Rows erased")</caption>
                    <thead><tr><th scope="col">\(table)</th><th scope="col" class="number">\(number)</th></tr></thead>
                    <tbody>\(rows)</tbody></table></section>

                    """
            })
    }

    static func list(_ reports: [RetentionReport]) -> HTML {
        guard !reports.isEmpty else {
            return HTML.nothing(Phrase(sv: "Ingenting är gallrat än.", en: "Nothing has been erased yet."))
        }
        let labels = (
            on: Phrase(sv: "Dag", en: "Day"), by: Phrase(sv: "Av", en: "By"),
            subjects: Phrase(sv: "Personer och poster", en: "Persons and records"),
            rows: Phrase(sv: "Rader", en: "Rows")
        )
        let rows = reports.compactMap { report -> HTML? in
            guard let code = report.code else { return nil }
            return """
                <tr><th scope="row"><a href="/retention/protocol/\(code)">\(code)</a></th>\
                \(HTML.cell(labels.on, HTML.day(report.on)))\(HTML.cell(labels.by, "\(report.ranBy)"))\
                \(HTML.cell(labels.subjects, HTML.number(report.subjects), isNumber: true))\
                \(HTML.cell(labels.rows, HTML.number(report.rows), isNumber: true))</tr>

                """
        }
        return """
            <table class="data"><caption>\(sv: "Gallringar, den senaste först", en: "Erasures, the newest first")</caption>
            <thead><tr><th scope="col">\(sv: "Gallring", en: "Erasure")</th><th scope="col">\(labels.on)</th>\
            <th scope="col">\(labels.by)</th><th scope="col" class="number">\(labels.subjects)</th>\
            <th scope="col" class="number">\(labels.rows)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
