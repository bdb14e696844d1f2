import Domain
import Operations

/// A proposal to be answered: by the unit's contact, or by the participant.
enum AnswerProposalLink {
    static let page = LinkPage(show: show, act: act)

    private static func show(_ asked: LinkVisit) async throws -> LinkQuestion {
        guard let party = party(asked.link) else { throw WebFault.notFound }
        let placement = try await asked.operations.askedPlacement(asked.link)
        let reasons = DeclineReason.list(of: party).map { reason -> HTML in
            "<option value=\"\(reason.rawValue)\">\(reason.label)</option>"
        }
        let accept = asked.form(asked.choices("answer", [("accepted", yes(party), true)]))
        let decline = asked.form(
            """
            <div class="field"><label for="reason">\(sv: "Varför inte?", en: "Why not?")</label>
            <select id="reason" name="reason"><option value="">\(sv: "Välj", en: "Choose")</option>\(reasons)</select></div>
            \(asked.choices("answer", [("declined", no(party), false)]))
            """)
        let who: HTML =
            party == .host
            ? placement.givenName.map { "<dt>\(sv: "Vem", en: "Who")</dt><dd>\($0)</dd>" } ?? .empty : .empty
        return LinkQuestion(
            title: Phrase(sv: "Förslag till praktik", en: "A proposed placement"),
            content: """
                <dl class="facts"><dt>\(sv: "Var", en: "Where")</dt><dd>\(placement.unitName), \(placement.slotTitle)</dd>
                <dt>\(sv: "När", en: "When")</dt><dd>\(placement.period.longPhrase)</dd>\(who)</dl>
                \(accept)
                \(decline)
                \(contact(placement))
                """)
    }

    private static func act(_ operations: Operations, _ asked: LinkVisit) async throws -> Phrase {
        guard let party = party(asked.link) else { throw WebFault.notFound }
        let placement = try await operations.askedPlacement(asked.link)
        switch asked.form["answer"] {
        case "accepted":
            try await operations.answerPlacement(asked.link.actor, placement.code, party, .accepted)
            return Phrase(
                sv: "Vi har noterat ditt ja. Samordnaren hör av sig.",
                en: "We have noted your yes. The coordinator will be in touch.")
        case "declined":
            guard let reason = asked.form["reason"].flatMap({ DeclineReason(rawValue: $0) }) else {
                throw LinkFault(sv: "Välj varför du tackar nej.", en: "Choose why you decline.")
            }
            try await operations.answerPlacement(asked.link.actor, placement.code, party, .declined(reason))
            return Phrase(sv: "Vi har noterat ditt nej.", en: "We have noted your no.")
        default:
            throw LinkFault(sv: "Välj ett av svaren.", en: "Choose one of the answers.")
        }
    }

    private static func party(_ link: OpenedLink) -> AnsweringParty? {
        switch link.party {
        case .host: .host
        case .participant: .participant
        case .supervisor, .referrer, .coordinator: nil
        }
    }

    private static func yes(_ party: AnsweringParty) -> Phrase {
        party == .host
            ? Phrase(sv: "Vi tar emot", en: "We accept") : Phrase(sv: "Ja, jag vill", en: "Yes, I want to")
    }

    private static func no(_ party: AnsweringParty) -> Phrase {
        party == .host ? Phrase(sv: "Vi kan inte", en: "We cannot") : Phrase(sv: "Nej, tack", en: "No, thank you")
    }

    private static func contact(_ placement: AskedPlacement) -> HTML {
        guard let email = placement.coordinatorEmail else { return .empty }
        return """
            <p>\(sv: "Har du frågor? Skriv till samordnaren:", en: "Any questions? Write to the coordinator:") \
            <a href="mailto:\(email.rawValue)">\(email.rawValue)</a></p>
            """
    }
}
