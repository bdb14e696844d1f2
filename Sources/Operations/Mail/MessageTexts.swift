package import Domain

/// What a message may tell: a unit's name, a date and a link; nothing of a person.
package struct MessageFacts: Sendable {
    /// Nil where the message is about none.
    package let unit: String?
    package let day: Day?
    package let link: String?
    /// What the municipality is called.
    package let municipality: String

    package init(unit: String?, day: Day?, link: String?, municipality: String) {
        self.unit = unit
        self.day = day
        self.link = link
        self.municipality = municipality
    }
}

/// The text of every kind of message, in both languages.
package enum MessageTexts {
    package static func subject(_ kind: MessageKind, _ facts: MessageFacts) -> Phrase {
        switch kind {
        case .proposalToHost, .proposalToParticipant:
            Phrase(sv: "Förslag till praktik\(facts.at.sv)", en: "A proposed placement\(facts.at.en)")
        case .answerReminder:
            Phrase(
                sv: "Påminnelse: förslaget till praktik\(facts.at.sv) väntar på svar",
                en: "Reminder: the proposed placement\(facts.at.en) awaits an answer")
        case .startReport:
            Phrase(
                sv: "Började praktiken\(facts.at.sv) som planerat?",
                en: "Did the placement\(facts.at.en) start as planned?")
        case .voice:
            Phrase(sv: "Hur är praktiken\(facts.at.sv)?", en: "How is the placement\(facts.at.en)?")
        case .complaintRoute:
            Phrase(
                sv: "Om något inte är bra på praktiken\(facts.at.sv)",
                en: "If something is wrong at the placement\(facts.at.en)")
        case .endReport:
            Phrase(sv: "Hur slutade praktiken\(facts.at.sv)?", en: "How did the placement\(facts.at.en) end?")
        case .agreementToApprove:
            Phrase(
                sv: "Överenskommelse att godkänna: praktik\(facts.at.sv)",
                en: "An agreement to approve: a placement\(facts.at.en)")
        case .approvalReminder:
            Phrase(
                sv: "Påminnelse: överenskommelsen om praktik\(facts.at.sv) väntar på ditt godkännande",
                en: "Reminder: the agreement on the placement\(facts.at.en) awaits your approval")
        case .confirmOffers:
            Phrase(
                sv: "Stämmer praktikplatserna\(facts.at.sv) fortfarande?",
                en: "Do the places on offer\(facts.at.en) still hold?")
        case .reportDue:
            Phrase(sv: "En rapport ska lämnas\(facts.before.sv)", en: "A report is due\(facts.before.en)")
        case .followUpToHost:
            Phrase(sv: "Uppföljning av en praktik\(facts.at.sv)", en: "Follow-up of a placement\(facts.at.en)")
        case .followUpToParticipant:
            Phrase(sv: "Hur går det för dig nu?", en: "How are you doing now?")
        }
    }

    /// Lines end with `\n`.
    package static func body(_ kind: MessageKind, _ facts: MessageFacts) -> Phrase {
        let asked = asked(kind, facts)
        let link = facts.link.map { "\($0)\n\n" } ?? ""
        let use =
            kind == .complaintRoute
            ? Phrase(sv: "gäller till och med\(facts.on.sv)", en: "is valid until\(facts.on.en)")
            : Phrase(sv: "kan användas en gång", en: "can be used once")
        let once =
            facts.link == nil
            ? Phrase(sv: "", en: "")
            : Phrase(
                sv: "Länken är bara till för dig och \(use.sv).\n", en: "The link is for you only and \(use.en).\n")
        return Phrase(
            sv: """
                Hej!

                \(asked.sv)

                \(link)\(once.sv)Svara inte på det här meddelandet: ingen läser svaren.

                Hälsningar
                Praktik, \(facts.municipality)

                """,
            en: """
                Hello,

                \(asked.en)

                \(link)\(once.en)Do not reply to this message: nobody reads the replies.

                Kind regards
                Praktik, \(facts.municipality)

                """)
    }

    private static func asked(_ kind: MessageKind, _ facts: MessageFacts) -> Phrase {
        switch kind {
        case .proposalToHost:
            Phrase(
                sv: "Det finns ett förslag till praktik\(facts.at.sv)\(facts.from.sv). Läs förslaget och svara här:",
                en: "There is a proposed placement\(facts.at.en)\(facts.from.en). Read the proposal and answer here:")
        case .proposalToParticipant:
            Phrase(
                sv: "Du har fått ett förslag till praktik\(facts.at.sv)\(facts.from.sv). Läs förslaget och svara här:",
                en:
                    "You have been offered a placement\(facts.at.en)\(facts.from.en). Read the proposal and answer here:"
            )
        case .answerReminder:
            Phrase(
                sv: "Förslaget till praktik\(facts.at.sv) väntar på svar\(facts.before.sv). Svara här:",
                en: "The proposed placement\(facts.at.en) awaits your answer\(facts.before.en). Answer here:")
        case .startReport:
            Phrase(
                sv:
                    "En praktik\(facts.at.sv) skulle börja\(facts.on.sv). Började den som planerat? Svara här:",
                en:
                    "A placement\(facts.at.en) was to start\(facts.on.en). Did it start as planned? Answer here:"
            )
        case .voice:
            Phrase(
                sv: """
                    Berätta hur praktiken\(facts.at.sv) är. Det är några korta frågor. Bara samordnaren läser svaren.
                    Svara här\(facts.before.sv):
                    """,
                en: """
                    Tell us how the placement\(facts.at.en) is. There are a few short questions. Only the coordinator reads
                    the answers. Answer here\(facts.before.en):
                    """)
        case .complaintRoute:
            Phrase(
                sv: """
                    Är något inte bra på praktiken\(facts.at.sv)? Då kan du skriva till samordnaren, när du vill.
                    Arbetsplatsen får inte se vad du skriver. Spara det här meddelandet. Skriv här:
                    """,
                en: """
                    Is something wrong at the placement\(facts.at.en)? Then you can write to the coordinator, whenever you
                    like. The workplace cannot see what you write. Keep this message. Write here:
                    """)
        case .endReport:
            Phrase(
                sv: "En praktik\(facts.at.sv) skulle sluta\(facts.on.sv). Berätta här hur det gick:",
                en: "A placement\(facts.at.en) was to end\(facts.on.en). Tell us here how it went:")
        case .agreementToApprove:
            Phrase(
                sv: """
                    Det finns en överenskommelse om praktik\(facts.at.sv)\(facts.from.sv). Den gäller när alla har godkänt den. \
                    Läs och godkänn här:
                    """,
                en: """
                    There is an agreement on a placement\(facts.at.en)\(facts.from.en). It holds when everybody has approved \
                    it. Read and approve it here:
                    """)
        case .approvalReminder:
            Phrase(
                sv: """
                    Överenskommelsen om praktik\(facts.at.sv)\(facts.from.sv) väntar på ditt godkännande. Läs och godkänn här:
                    """,
                en: """
                    The agreement on a placement\(facts.at.en)\(facts.from.en) awaits your approval. Read and approve it here:
                    """)
        case .confirmOffers:
            Phrase(
                sv: """
                    Praktikplatser\(facts.at.sv) har inte bekräftats\(facts.since.sv), och utan ett svar matchas snart ingen dit. \
                    Säg här vilka som fortfarande stämmer:
                    """,
                en: """
                    Places on offer\(facts.at.en) have not been confirmed\(facts.since.en), and without an answer nobody will soon be matched to them. \
                    Say here which of them still hold:
                    """)
        case .reportDue:
            Phrase(
                sv: "En rapport om praktikplatserna ska lämnas\(facts.before.sv). Logga in i Praktik och se Rapporter.",
                en: "A report on the placements is due\(facts.before.en). Sign in to Praktik and see Reports.")
        case .followUpToHost:
            Phrase(
                sv: "Vi följer upp en praktik\(facts.at.sv)\(facts.dueOn.sv). Det tar en minut. Svara här:",
                en: "We are following up a placement\(facts.at.en)\(facts.dueOn.en). It takes a minute. Answer here:")
        case .followUpToParticipant:
            Phrase(
                sv: "Vi vill veta vad du gör nu, efter din praktik. Det tar en minut. Svara här:",
                en: "We would like to know what you do now, after your placement. It takes a minute. Answer here:")
        }
    }
}

extension MessageFacts {
    fileprivate var at: Phrase {
        Phrase(sv: unit.map { " på \($0)" } ?? "", en: unit.map { " at \($0)" } ?? "")
    }

    fileprivate var dueOn: Phrase { dated(sv: ", ", en: ", ") }
    fileprivate var from: Phrase { dated(sv: " från ", en: " from ") }
    fileprivate var on: Phrase { dated(sv: " ", en: " on ") }
    fileprivate var since: Phrase { dated(sv: " sedan ", en: " since ") }
    fileprivate var before: Phrase { dated(sv: " senast ", en: " by ") }

    private func dated(sv: String, en: String) -> Phrase {
        Phrase(sv: day.map { sv + $0.description } ?? "", en: day.map { en + $0.description } ?? "")
    }
}
