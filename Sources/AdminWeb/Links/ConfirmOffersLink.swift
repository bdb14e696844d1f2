import Domain
import Operations
import Store

/// Whether a unit's offers still hold: asked of its contact when nobody has said so for long.
enum ConfirmOffersLink {
    static let page = LinkPage(show: show, act: act)

    private static func show(_ asked: LinkVisit) async throws -> LinkQuestion {
        let offers = try await asked.operations.offersToConfirm(asked.link)
        let isRetried = asked.form["answer"] != nil
        let lines = offers.map { offer -> HTML in
            let code = offer.slot.code
            let isTicked = !isRetried || asked.form.all("slot").contains(code.rawValue)
            return """
                <p><label><input type="checkbox" name="slot" value="\(code)"\(" checked", if: isTicked)> \
                \(offer.slot.title), \(offer.unitName)</label><br>\
                <span class="muted">\(offer.slot.period.longPhrase), \
                \(sv: offer.slot.places.rawValue == 1 ? "1 plats" : "\(offer.slot.places.rawValue) platser", en: offer.slot.places.rawValue == 1 ? "1 place" : "\(offer.slot.places.rawValue) places")</span></p>
                """
        }
        let form = asked.form(
            """
            <fieldset><legend>\(sv: "De här stämmer fortfarande:", en: "These still hold:")</legend>
            \(lines)</fieldset>
            \(asked.choices("answer", [("confirmed", Phrase(sv: "De stämmer", en: "They hold"), true)]))
            """)
        return LinkQuestion(
            title: Phrase(sv: "Stämmer era praktikplatser?", en: "Do your places on offer still hold?"),
            content: """
                <p class="lead">\(sv: "Ta bort krysset vid dem som inte stämmer längre, och bekräfta de andra.",
                en: "Untick those that no longer hold, and confirm the others.")</p>
                \(form)
                <p>\(sv: "Det som inte bekräftas vilar: ingen matchas dit. Har något ändrats? Logga in i Praktik eller hör av dig till samordnaren.",
                en: "What is not confirmed rests: nobody is matched to it. Has something changed? Sign in to Praktik, or get in touch with the coordinator.")</p>
                """)
    }

    private static func act(_ operations: Operations, _ asked: LinkVisit) async throws -> Phrase {
        let ticked = Set(asked.form.all("slot"))
        let offers = try await operations.offersToConfirm(asked.link).filter { ticked.contains($0.slot.code.rawValue) }
        guard asked.form["answer"] == "confirmed", !offers.isEmpty else {
            throw LinkFault(
                sv: "Kryssa för minst en plats som stämmer. Stämmer ingen? Hör av dig till samordnaren.",
                en: "Tick at least one that holds. None does? Get in touch with the coordinator.")
        }
        for offer in offers { try await operations.confirmSlot(asked.link.actor, offer.slot.code) }
        return Phrase(
            sv: offers.count == 1 ? "En plats är bekräftad." : "\(offers.count) platser är bekräftade.",
            en: offers.count == 1 ? "One is confirmed." : "\(offers.count) are confirmed.")
    }
}
