import Domain
import Operations

/// A participant's way to the coordinator, from the first day on; the link stands, and can be used again.
enum ComplaintLink {
    static let page = LinkPage(show: show, act: { try await take($0, $1) }, stays: { _ in true })
    static let heading = Phrase(sv: "Är något fel?", en: "Is something wrong?")

    private static func show(_ asked: LinkVisit) async throws -> LinkQuestion {
        let placement = try await asked.operations.askedPlacement(asked.link)
        return LinkQuestion(
            title: heading,
            content: """
                <p class="lead">\(placement.unitName), \(placement.slotTitle).</p>
                <p class="note">\(VoiceForm.promise)</p>
                \(form(asked))
                """)
    }

    static func form(_ asked: LinkVisit) -> HTML {
        asked.form(
            """
            <div class="field"><label for="complaint">\(sv: "Skriv vad som är fel", en: "Write what is wrong")</label>
            <textarea id="complaint" name="complaint" rows="5">\n\(asked.form["complaint"] ?? "")</textarea></div>
            \(asked.choices("what", [("complain", Phrase(sv: "Skicka till samordnaren", en: "Send to the coordinator"), false)]))
            """)
    }

    static func take(_ operations: Operations, _ asked: LinkVisit) async throws -> Phrase {
        let placement = try await operations.askedPlacement(asked.link)
        guard let words = try VoiceForm.words(asked.form["complaint"]) else {
            throw LinkFault(sv: "Skriv vad som är fel.", en: "Write what is wrong.")
        }
        try await operations.complain(asked.link.actor, placement.code, words)
        return Phrase(
            sv: "Samordnaren har fått ditt meddelande och hör av sig.",
            en: "The coordinator has your message and will be in touch.")
    }
}
