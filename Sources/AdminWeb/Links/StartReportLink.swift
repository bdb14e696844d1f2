import Domain
import Operations

/// Whether a placement started as planned: asked of the supervisor on its first day.
enum StartReportLink {
    static let page = LinkPage(show: show, act: act)

    private static func show(_ asked: LinkVisit) async throws -> LinkQuestion {
        let placement = try await asked.operations.askedPlacement(asked.link)
        let name = placement.givenName?.rawValue
        let who = Phrase(sv: name ?? "Praktikanten", en: name ?? "The participant")
        let buttons = asked.choices(
            "answer",
            [
                ("started", Phrase(sv: "Började som planerat", en: "Started as planned"), true),
                ("no_show", Phrase(sv: "Kom inte", en: "Did not come"), false),
            ])
        return LinkQuestion(
            title: Phrase(sv: "Började praktiken som planerat?", en: "Did the placement start as planned?"),
            content: """
                <p class="lead">\(who) \(sv: "skulle börja sin praktik på", en: "was to start a placement at") \
                \(placement.unitName), \(placement.slotTitle), \(placement.period.from.longPhrase).</p>
                \(asked.form(buttons))
                <p>\(sv: "Började den en annan dag? Hör av dig till samordnaren i stället.",
                en: "Did it start another day? Get in touch with the coordinator instead.")</p>
                """)
    }

    private static func act(_ operations: Operations, _ asked: LinkVisit) async throws -> Phrase {
        let placement = try await operations.askedPlacement(asked.link)
        let actor = asked.link.actor
        // What is reported is the first day, however late the answer comes.
        let first = placement.period.from
        switch asked.form["answer"] {
        case "started":
            _ = try await operations.stepPlacement(actor, placement.code, to: .started, on: first)
            return Phrase(
                sv: "Vi har noterat att praktiken började som planerat.",
                en: "We have noted that the placement started as planned.")
        case "no_show":
            _ = try await operations.stepPlacement(actor, placement.code, to: .noShow, on: first)
            return Phrase(
                sv: "Vi har noterat att praktikanten inte kom. Samordnaren hör av sig.",
                en: "We have noted that nobody came. The coordinator will be in touch.")
        default:
            throw LinkFault(sv: "Välj ett av svaren.", en: "Choose one of the answers.")
        }
    }
}
