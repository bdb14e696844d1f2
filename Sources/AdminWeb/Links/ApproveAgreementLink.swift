import Domain
import Operations
import Store

/// An agreement to be approved: by the unit's contact, the participant, or a referrer without an account.
enum ApproveAgreementLink {
    static let page = LinkPage(show: show, act: act)

    private static func show(_ asked: LinkVisit) async throws -> LinkQuestion {
        let agreement = try await asked.operations.askedAgreement(asked.link)
        let version = agreement.version
        let who: HTML =
            agreement.who.map { "<dl class=\"facts\"><dt>\(sv: "Vem", en: "Who")</dt><dd>\($0)</dd></dl>" } ?? .empty
        let labels = HTML(agreement.changes.map { "\($0.label)" }, separator: ", ")
        let changes: HTML =
            agreement.changes.isEmpty
            ? .empty
            : "<p class=\"note\">\(sv: "Det här är ändrat sedan förra versionen: ", en: "Changed since the version before: ")\(labels).</p>"
        let button = asked.choices("answer", [("approved", Phrase(sv: "Godkänn", en: "Approve"), true)])
        return LinkQuestion(
            title: Phrase(sv: "Överenskommelse om praktik", en: "An agreement on a placement"),
            content: """
                <p class="lead">\(sv: "Läs igenom och godkänn om det stämmer.",
                en: "Read it through, and approve it if it is right.")</p>
                \(changes)
                \(who)
                \(AgreementView.facts(version))
                \(asked.form("<input type=\"hidden\" name=\"version\" value=\"\(version.number)\">\(button)"))
                \(contact(agreement))
                """)
    }

    private static func act(_ operations: Operations, _ asked: LinkVisit) async throws -> Phrase {
        let agreement = try await operations.askedAgreement(asked.link)
        guard asked.form["answer"] == "approved", let version = asked.form["version"].flatMap({ Int($0) }) else {
            throw LinkFault(sv: "Tryck på Godkänn om det stämmer.", en: "Press Approve if it is right.")
        }
        let progress = try await operations.approveAgreement(asked.link.actor, agreement.code, expecting: version)
        return progress.isInForce
            ? Phrase(
                sv: "Alla har godkänt överenskommelsen. Nu gäller den.",
                en: "Everybody has approved the agreement. It holds now.")
            : Phrase(
                sv: "Du har godkänt överenskommelsen. Den gäller när alla andra också har gjort det.",
                en: "You have approved the agreement. It holds when everybody else has too.")
    }

    private static func contact(_ agreement: AskedAgreement) -> HTML {
        let wrong = Phrase(
            sv: "Stämmer något inte? Godkänn inte, utan hör av dig till samordnaren",
            en: "Is anything wrong? Do not approve it, but get in touch with the coordinator")
        guard let email = agreement.coordinatorEmail else { return "<p>\(wrong).</p>" }
        return "<p>\(wrong): <a href=\"mailto:\(email.rawValue)\">\(email.rawValue)</a></p>"
    }
}
