import Domain
import Operations

/// Matching: the rounds, a new one, one's result with everybody's reasons, what changes would bring, and deciding.
enum RoundPages {
    static let routes: [PageRoute] = [
        .get("/rounds", .may(.listRuns), RoundListPage.show),
        .get("/rounds/new", .may(.runMatch), NewRoundPages.show),
        .post("/rounds/new", .may(.runMatch), NewRoundPages.start),
        .get("/rounds/:run", .may(.listRuns), RoundPage.show),
        .get("/rounds/:run/why", .may(.listRuns), WhyPage.show),
        .get("/rounds/:run/slots/:slot", .may(.listRuns), WhySlotPage.show),
        .get("/rounds/:run/try", .may(.listRuns), TrialPages.show),
        .post("/rounds/:run/try", .may(.runMatch), TrialPages.keep),
        .get("/rounds/:run/decide", .may(.decideMatch), DecidePages.show),
        .post("/rounds/:run/decide", .may(.decideMatch), DecidePages.decide),
    ]

    static func path(_ run: Code) -> String { "/rounds/" + URLEncoded.encode(run.rawValue) }

    static func why(_ run: Code, _ participant: String) -> String {
        path(run) + "/why?participant=" + URLEncoded.encode(participant)
    }

    static func slot(_ run: Code, _ slot: Code) -> String {
        path(run) + "/slots/" + URLEncoded.encode(slot.rawValue)
    }

    /// What the round's slots are called.
    static func titles(_ run: StoredRun) -> [Code: String] {
        Dictionary(run.slots.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// The round's slots to choose from by typing, under the name `slots`.
    static func slotNames(_ run: StoredRun) -> HTML {
        let slots = run.slots.sorted { SwedishOrder.isBefore($0.title, $1.title) }
        let names = slots.map { slot -> HTML in
            "<option value=\"\(slot.code)\">\(slot.title), \(slot.period.phrase)</option>"
        }
        return "<datalist id=\"slots\">\(names)</datalist>"
    }

    static func crumb(_ run: Code) -> Page.Crumb {
        Page.Crumb(path: path(run), label: Phrase(sv: run.rawValue, en: run.rawValue))
    }

    /// Where a run stands.
    static func badge(isDecided: Bool) -> HTML {
        isDecided
            ? .badge(Phrase(sv: "Beslutad", en: "Decided"), .good)
            : .badge(Phrase(sv: "Inte beslutad", en: "Not decided"), .now)
    }

    static let participant = Phrase(sv: "Deltagare", en: "Participant")
    static let slotLabel = Phrase(sv: "Plats", en: "Slot")
}
