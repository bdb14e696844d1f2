import Domain
import Operations

/// Why somebody got what they got in a round, what else there was, and how one slot stands to them.
enum WhyPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let run = try visit.code("run")
        guard let participant = visit.query["participant"] else { throw WebFault.notFound }
        let slot = visit.query["slot"].flatMap { try? Code($0) }
        let (round, explanation) = try await visit.operations.explainMatch(
            visit.actor, code: run, participant: participant, slot: slot)
        let sentences = explanation.sentences.map { sentence -> HTML in "<p>\(sentence)</p>" }
        return .page(
            Page(
                Phrase(sv: "Varför? \(participant)", en: "Why? \(participant)"), in: .rounds,
                under: [Section.rounds.crumb, RoundPages.crumb(run)],
                """
                <div class="prose">\(sentences)</div>
                \(alternatives(explanation, round))
                \(question(visit, participant))\(RoundPages.slotNames(round))
                """))
    }

    private static func alternatives(_ explanation: MatchExplanation, _ run: StoredRun) -> HTML {
        let shown = explanation.alternatives.prefix(5)
        guard !shown.isEmpty else { return .empty }
        let labels = (
            score: Phrase(sv: "Poäng", en: "Score"), parts: Phrase(sv: "Delar", en: "Parts"),
            difference: Phrase(sv: "Skillnad", en: "Difference"),
            cost: Phrase(sv: "Om hen fick den", en: "If they had it")
        )
        let titles = RoundPages.titles(run)
        let rows = shown.map { option -> HTML in
            """
            <tr><th scope="row"><a href="\(RoundPages.slot(run.code, option.slot))">\(titles[option.slot] ?? "")</a>\
            <span class="sub">\(option.slot)</span></th>\
            \(HTML.cell(labels.score, HTML.number(option.score), isNumber: true))\
            \(HTML.cell(labels.parts, ScoreBar(parts: option.parts).html))\
            \(HTML.cell(labels.difference, option.difference.map { "\(Signed.text($0))" } ?? "–", isNumber: true))\
            \(HTML.cell(labels.cost, option.forced.map { "\($0.cost)" } ?? "–"))</tr>

            """
        }
        return """
            <h2>\(sv: "Andra platser som hade gått", en: "Other slots that would have done")</h2>\(ScoreBar.key)
            <table class="data"><caption>\(sv: "De bästa först", en: "The best first")</caption>
            <thead><tr><th scope="col">\(RoundPages.slotLabel)</th><th scope="col" class="number">\(labels.score)</th>\
            <th scope="col">\(labels.parts)</th><th scope="col" class="number">\(labels.difference)</th>\
            <th scope="col">\(labels.cost)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    /// "Why not that one?"
    private static func question(_ visit: Visit, _ participant: String) -> HTML {
        let field = Field(
            "slot", Phrase(sv: "Varför inte plats", en: "Why not slot"),
            hint: Phrase(
                sv: "Skriv en del av namnet och välj, eller platsens kod.",
                en: "Type part of the name and choose, or the slot's code."),
            .input(list: "slots", size: .medium), isRequired: true)
        return """
            <form class="filter" method="get" action="\(visit.path)">
            <input type="hidden" name="participant" value="\(participant)">
            \(field.html(FormState(visit.query), isFilter: true))<button>\(sv: "Fråga", en: "Ask")</button></form>
            """
    }
}

/// A difference as tables show it: with its sign, a true minus.
enum Signed {
    static func text(_ value: Int) -> String {
        value > 0 ? "+\(value)" : value < 0 ? "−\(value.magnitude)" : "0"
    }
}
