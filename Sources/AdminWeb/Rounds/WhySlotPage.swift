import Domain
import Operations

/// What became of a slot's places in a round: who could have come, and why they went elsewhere.
enum WhySlotPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let run = try visit.code("run")
        let explanation = try await visit.operations.explainSlot(visit.actor, code: run, slot: visit.code("slot"))
        let sentences = explanation.sentences.map { sentence -> HTML in "<p>\(sentence)</p>" }
        return .page(
            Page(
                Phrase(sv: "\(explanation.title) i \(run)", en: "\(explanation.title) in \(run)"), in: .rounds,
                under: [Section.rounds.crumb, RoundPages.crumb(run)],
                """
                <p class="lead"><a href="\(SlotPages.path(explanation.slot))">\(explanation.slot)</a></p>
                <div class="prose">\(sentences)</div>
                \(candidates(explanation, run))
                """))
    }

    private static func candidates(_ explanation: SlotExplanation, _ run: Code) -> HTML {
        let followed = explanation.candidates.filter { $0.forced != nil }
        guard !followed.isEmpty else { return .empty }
        let labels = (
            got: Phrase(sv: "Fick", en: "Got"), more: Phrase(sv: "Poäng mer där", en: "Points more there"),
            cost: Phrase(sv: "Att ha hen här", en: "To have them here")
        )
        let rows = followed.map { candidate -> HTML in
            """
            <tr><th scope="row"><a href="\(RoundPages.why(run, candidate.participant))">\(candidate.participant)</a></th>\
            \(HTML.cell(labels.got, candidate.got.map { "\($0)" } ?? "–"))\
            \(HTML.cell(labels.more, candidate.difference.map { "\($0)" } ?? "–", isNumber: true))\
            \(HTML.cell(labels.cost, candidate.forced.map { "\($0.cost)" } ?? "–"))</tr>

            """
        }
        return """
            <h2>\(sv: "Kunde ha fått en plats här", en: "Could have had a place here")</h2>
            <table class="data"><caption>\(sv: "De som det kostar minst att ha här först", en: "Those it costs least to have here first")</caption>
            <thead><tr><th scope="col">\(RoundPages.participant)</th><th scope="col">\(labels.got)</th>\
            <th scope="col" class="number">\(labels.more)</th><th scope="col">\(labels.cost)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }
}
