import Domain
import Operations

/// The rounds that have been computed, the newest first.
enum RoundListPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let runs = try await visit.operations.matchRuns(visit.actor)
        let action =
            visit.may(.runMatch)
            ? Page.mainAction("/rounds/new", Phrase(sv: "Ny matchning", en: "New round")) : nil
        return .page(
            Page(
                Section.rounds.label, in: .rounds, action: action,
                runs.isEmpty
                    ? .nothing(
                        Phrase(sv: "Ingen matchning är gjord än.", en: "No round has been computed yet."),
                        Phrase(
                            sv: "En matchning föreslår vem som kan få vilken plats. Inget går ut förrän du beslutar.",
                            en: "A round proposes who can have which slot. Nothing goes out until you decide."))
                    : table(runs)))
    }

    private static func table(_ runs: [MatchRunSummary]) -> HTML {
        let labels = (
            from: Phrase(sv: "Från", en: "From"), placed: Phrase(sv: "Placerade", en: "Placed"),
            unplaced: Phrase(sv: "Utan plats", en: "Without"), score: Phrase(sv: "Poäng", en: "Score"),
            mode: Phrase(sv: "Metod", en: "Method"), state: Phrase(sv: "Läge", en: "State"),
            by: Phrase(sv: "Av", en: "By")
        )
        let rows = runs.map { run -> HTML in
            """
            <tr><th scope="row"><a href="\(RoundPages.path(run.code))">\(run.code)</a></th>\
            \(HTML.cell(labels.from, .day(run.roundStart)))\
            \(HTML.cell(labels.placed, HTML.number(run.placed), isNumber: true))\
            \(HTML.cell(labels.unplaced, HTML.number(run.unplaced), isNumber: true))\
            \(HTML.cell(labels.score, .number(run.score), isNumber: true))\
            \(HTML.cell(labels.mode, "\(run.mode.label)"))\
            \(HTML.cell(labels.state, RoundPages.badge(isDecided: run.decidedAt != nil)))\
            \(HTML.cell(labels.by, "\(run.decidedBy ?? run.computedBy)"))</tr>

            """
        }
        return """
            <table class="data"><caption>\(sv: "Matchningar, den senaste först", en: "Rounds, the newest first")</caption>
            <thead><tr><th scope="col">\(sv: "Matchning", en: "Round")</th><th scope="col">\(labels.from)</th>\
            <th scope="col" class="number">\(labels.placed)</th><th scope="col" class="number">\(labels.unplaced)</th>\
            <th scope="col" class="number">\(labels.score)</th><th scope="col">\(labels.mode)</th>\
            <th scope="col">\(labels.state)</th><th scope="col">\(labels.by)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }
}
