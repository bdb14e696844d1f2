import Domain
import FoundationEssentials
import Operations
import Store

/// How a job in the background stands: the page asks for itself again until it is over, without script.
enum JobPages {
    static let routes: [PageRoute] = [.get("/jobs/:id", .may(.listJobs), show)]

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        guard let id = visit.parameters["id"].flatMap({ UUID(uuidString: $0) }) else { throw WebFault.notFound }
        let job = try await visit.operations.job(visit.actor, Identifier(id))
        if let run = job.result?.run { return .redirect(RoundPages.path(run)) }
        let isMatch = job.kind == .match
        return .page(
            Page(
                isMatch
                    ? Phrase(sv: "Matchningen räknas", en: "The round is being computed")
                    : Phrase(sv: "Inläsning", en: "Import"),
                in: isMatch ? .rounds : .imports, under: [(isMatch ? Section.rounds : .imports).crumb],
                refresh: job.isOver ? nil : 1, "\(content(job))\(isMatch || !job.isOver ? .empty : next(job))"))
    }

    /// After a trial, the same file for real, or mended; after that, the next one.
    private static func next(_ job: Job) -> HTML {
        let text =
            job.failure != nil
            ? Phrase(sv: "Välj den rättade filen", en: "Choose the mended file")
            : job.isDryRun
                ? Phrase(sv: "Läs in filen på riktigt", en: "Import the file for real")
                : Phrase(sv: "Läs in en fil till", en: "Import another file")
        let trial = job.isDryRun && job.failure == nil ? "&trial=no" : ""
        return """
            <p class="actions"><a class="button main" href="/imports?kind=\(URLEncoded.encode(job.subject))\(trial)">\(text)</a></p>
            """
    }

    private static func content(_ job: Job) -> HTML {
        if let failure = job.failure {
            return """
                <div class="flash bad" role="alert"><p>\(Phrase(sv: failure.sv, en: failure.en))</p></div>
                \(JobFaults.html(failure))
                """
        }
        if let result = job.result, job.isOver { return done(job, result) }
        let total = job.total ?? 0
        return """
            <p role="status">\(sv: "Det här tar några sekunder. Sidan visar själv när det är klart.", en: "This takes a few seconds. The page shows by itself when it is done.")</p>
            <progress \(total > 0 ? "max=\"\(total)\" value=\"\(job.done)\"" : HTML.empty) aria-label="\(sv: "Hur långt det kommit", en: "How far it has come")"></progress>
            """
    }

    private static func done(_ job: Job, _ result: JobResult) -> HTML {
        """
        <div class="flash" role="status"><p>\(job.isDryRun ? Phrase(sv: "Provkörningen gick bra; inget är sparat.", en: "The trial went well; nothing is saved.") : Phrase(sv: "Klart.", en: "Done."))</p></div>
        <dl class="keys"><div><dt>\(sv: "nya", en: "created")</dt><dd>\(result.created.map { HTML.number($0) })</dd></div>\
        <div><dt>\(sv: "ändrade", en: "updated")</dt><dd>\(result.updated.map { HTML.number($0) })</dd></div>\
        <div><dt>\(sv: "oförändrade", en: "unchanged")</dt><dd>\(result.unchanged.map { HTML.number($0) })</dd></div></dl>
        """
    }
}

/// What is wrong with a file, a line at a time, with the remedy.
enum JobFaults {
    static func html(_ failure: JobFailure) -> HTML {
        guard !failure.faults.isEmpty else { return .empty }
        let labels = (
            line: Phrase(sv: "Rad", en: "Line"), column: Phrase(sv: "Kolumn", en: "Column"),
            kind: Phrase(sv: "Värdet är", en: "The value is"), what: Phrase(sv: "Vad som är fel", en: "What is wrong")
        )
        let rows = failure.faults.map { fault -> HTML in
            """
            <tr><th scope="row" class="number">\(fault.line)</th>\(HTML.cell(labels.column, "<code>\(fault.column)</code>"))\
            \(HTML.cell(labels.kind, "\(fault.kind)"))\(HTML.cell(labels.what, "\(fault.sentence)"))</tr>

            """
        }
        return """
            <table class="data"><caption>\(HTML.number(failure.faultCount)) \(sv: "fel i filen", en: "faults in the file")</caption>
            <thead><tr><th scope="col" class="number">\(labels.line)</th><th scope="col">\(labels.column)</th>\
            <th scope="col">\(labels.kind)</th><th scope="col">\(labels.what)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
