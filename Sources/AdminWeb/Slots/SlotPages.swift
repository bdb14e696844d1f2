import Domain
import HTTPTypes
import Operations
import Store

/// Slots: the list, one slot's page, and what is done with it.
enum SlotPages {
    static let routes: [PageRoute] = [
        .get("/slots", .may(.listSlots), SlotListPage.show),
        .get("/slots/new", .may(.registerSlot), OfferPages.show),
        .post("/slots/new", .may(.registerSlot), OfferPages.save),
        .get("/slots/:code", .may(.listSlots), SlotPage.show),
        .get("/slots/:code/change", .may(.changeSlot), ChangeSlotPages.show),
        .post("/slots/:code/change", .may(.changeSlot), ChangeSlotPages.save),
        .post("/slots/:code/confirm", .may(.confirmSlot), confirm),
        .post("/slots/:code/offer", .may(.offerSlot), offer),
        .post("/slots/:code/close", .may(.closeSlot), close),
        .post("/slots/:code/renew", .may(.renewSlot), renew),
        .get("/slots/:code/withdraw", .may(.withdrawSlot), WithdrawPages.show),
        .post("/slots/:code/withdraw", .may(.withdrawSlot), WithdrawPages.save),
    ]

    static func path(_ code: Code) -> String { "/slots/" + URLEncoded.encode(code.rawValue) }

    static func badge(_ state: SlotState) -> HTML {
        let style: BadgeStyle =
            switch state {
            case .draft: .now
            case .offered: .good
            case .closed: .past
            case .withdrawn: .bad
            }
        return .badge(state.label.capitalized, style)
    }

    /// The state, and beside it that the offer rests.
    static func badge(_ detail: SlotDetail) -> HTML {
        guard detail.isDormant else { return badge(detail.slot.state) }
        return "\(badge(detail.slot.state)) \(HTML.badge(Phrase(sv: "Vilande", en: "Dormant"), .warn))"
    }

    /// Enough to tell a slot from its likes: `Park, Tekniska avdelningen, v. 37–51 2026`.
    static func written(_ detail: SlotDetail) -> Phrase {
        let (name, days) = ("\(detail.slot.title), \(detail.unitName)", detail.slot.period.phrase)
        return Phrase(sv: "\(name), \(days.sv)", en: "\(name), \(days.en)")
    }

    private static func confirm(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        try await visit.operations.confirmSlot(visit.actor, code)
        return .redirect(
            SignInPages.back(visit.form["back"] ?? path(code)),
            Phrase(sv: "\(code) är bekräftad i dag.", en: "\(code) is confirmed as of today."))
    }

    private static func offer(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        try await visit.operations.offerSlot(visit.actor, code)
        return .redirect(
            path(code),
            Phrase(sv: "Platsen syns nu för samordnaren.", en: "The coordinator sees the slot now."))
    }

    private static func close(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        try await visit.operations.closeSlot(visit.actor, code)
        return .redirect(
            path(code),
            Phrase(
                sv: "Platsen är avslutad: ingen mer matchas till den.",
                en: "The slot is closed: nobody more is matched to it."))
    }

    private static func renew(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        let renewed = try await visit.operations.renewSlot(visit.actor, code)
        return .redirect(
            SignInPages.back(visit.form["back"] ?? path(renewed)),
            Phrase(
                sv: "Samma igen: \(renewed) är erbjuden och syns för samordnaren.",
                en: "The same again: \(renewed) is on offer and the coordinator sees it."))
    }
}
