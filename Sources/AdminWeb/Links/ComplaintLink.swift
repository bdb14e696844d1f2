import Domain
import Operations

/// A participant's way to the coordinator, from the first day on; the link stands, and can be used again.
enum ComplaintLink {
    static let page = LinkPage(
        show: show, act: { try await take($0, $1) }, stays: { _ in true }, isInFurtherLanguages: true)

    private static func show(_ asked: LinkVisit) async throws -> LinkQuestion {
        let placement = try await asked.operations.askedPlacement(asked.link)
        return LinkQuestion(
            title: asked.texts[.wrongTitle],
            content: """
                \(VoiceForm.languages(asked))
                <p class="lead">\(placement.unitName), \(placement.slotTitle).</p>
                <p class="note">\(asked.texts[.promise])</p>
                \(form(asked))
                """)
    }

    static func form(_ asked: LinkVisit) -> HTML {
        asked.form(
            """
            <div class="field"><label for="complaint">\(asked.texts[.wrongWords])</label>
            <textarea id="complaint" name="complaint" rows="5">\n\(asked.form["complaint"] ?? "")</textarea></div>
            \(asked.choices("what", [("complain", asked.texts[.wrongSend], false)]))
            """)
    }

    static func take(_ operations: Operations, _ asked: LinkVisit) async throws -> Phrase {
        let placement = try await operations.askedPlacement(asked.link)
        guard let words = try VoiceForm.words(asked.form["complaint"]) else {
            throw LinkFault(asked.texts[.wrongEmpty])
        }
        try await operations.complain(asked.link.actor, placement.code, words)
        return asked.texts[.wrongSent]
    }
}
