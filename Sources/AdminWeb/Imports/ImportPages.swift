import Domain
import HTTPTypes
import Operations
import Store

/// Reading in a file: a trial first that shows every fault with its line, then for real. Both run in the background, and
/// their page shows how far they have come.
enum ImportPages {
    static let routes: [PageRoute] = [
        .get("/imports", .may(.importFile), show),
        .post("/imports", .may(.importFile), bodyLimit: 32 * 1024 * 1024, start),
    ]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        var values = FormData()
        values.set("trial", visit.query["trial"] == "no" ? nil : "yes")
        values.set("kind", visit.query["kind"])
        return .page(try await page(visit, FormState(values)))
    }

    private static func start(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let kind = reader.choice("kind", ImportKind.self)
        let file = visit.form.file("file")
        if file?.bytes.isEmpty ?? true {
            reader.fault("file", Phrase(sv: "Välj en fil.", en: "Choose a file."))
        }
        guard let kind, let file, reader.faults.isEmpty else {
            return .page(try await page(visit, reader.state), status: .unprocessableContent)
        }
        let job = try await visit.operations.startImport(
            visit.actor, kind, bytes: file.bytes, dryRun: reader.isChecked("trial"))
        return .redirect("/jobs/\(job)")
    }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let fields: [Field] = [
            Field(
                "kind", Phrase(sv: "Vad filen innehåller", en: "What the file holds"),
                .choice(
                    ImportKind.allCases.map { .init($0.rawValue, $0.label.capitalized) },
                    prompt: Phrase(sv: "Välj", en: "Choose")), isRequired: true),
            Field(
                "file", Phrase(sv: "Fil", en: "File"),
                hint: Phrase(
                    sv: "CSV ur ett kalkylblad: semikolon eller komma, med en rubrikrad.",
                    en: "CSV from a spreadsheet: semicolons or commas, with a row of headings."),
                .file(accept: ".csv,text/csv,text/plain"), isRequired: true),
            Field(
                "trial", Phrase(sv: "Provkör: visa felen, spara inget", en: "Trial: show the faults, save nothing"),
                .check),
        ]
        let form = Form(
            action: "/imports", state: state, button: Phrase(sv: "Läs in", en: "Import"), isMultipart: true)
        return Page(
            Section.imports.label, in: .imports, isFaulty: !state.faults.isEmpty,
            """
            <p class="lead">\(sv: "Allt eller inget: filen läses in bara om den är felfri.", en: "All or nothing: the file is imported only if it is free of faults.")</p>
            \(form.html(visit, fields))
            \(columns)\(try await earlier(visit))
            """)
    }

    private static var columns: HTML {
        let kinds = ImportKind.allCases.map { kind -> HTML in
            let required = Set(kind.requiredColumns)
            let names = kind.columns.map { name -> HTML in
                required.contains(name) ? "<strong><code>\(name)</code></strong>" : "<code>\(name)</code>"
            }
            return "<dt>\(kind.label.capitalized)</dt><dd>\(HTML(names, separator: ", "))</dd>"
        }
        return """
            <details class="more"><summary>\(sv: "Kolumnerna", en: "The columns")</summary>
            <p>\(sv: "De i fet stil måste finnas; ordningen är fri.", en: "Those in bold must be there; the order is free.")</p>
            <dl class="facts">\(kinds)</dl></details>
            """
    }

    private static func earlier(_ visit: Visit) async throws -> HTML {
        let jobs = try await visit.operations.jobs(visit.actor, limit: 20).filter { $0.kind == .import }
        guard !jobs.isEmpty else { return .empty }
        let labels = (
            state: Phrase(sv: "Hur det gick", en: "How it went"), by: Phrase(sv: "Av", en: "By")
        )
        let rows = jobs.map { job -> HTML in
            let kind = ImportKind(rawValue: job.subject)?.label.capitalized ?? Phrase(sv: job.subject, en: job.subject)
            return """
                <tr><th scope="row"><a href="/jobs/\(job.id.description)">\(kind)</a></th>\
                \(HTML.cell(labels.state, state(job)))\(HTML.cell(labels.by, "\(job.actor)"))</tr>

                """
        }
        return """
            <h2>\(sv: "Senast inlästa", en: "Latest imports")</h2>
            <table class="data"><caption>\(sv: "De senaste först", en: "The newest first")</caption>
            <thead><tr><th scope="col">\(sv: "Vad", en: "What")</th><th scope="col">\(labels.state)</th>\
            <th scope="col">\(labels.by)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func state(_ job: Job) -> HTML {
        if job.failure != nil { return .badge(Phrase(sv: "Fel i filen", en: "Faults"), .bad) }
        if !job.isOver { return .badge(Phrase(sv: "Pågår", en: "Under way"), .now) }
        return job.isDryRun
            ? .badge(Phrase(sv: "Provkörd", en: "Trial"), .plain) : .badge(Phrase(sv: "Inläst", en: "Imported"), .good)
    }
}
