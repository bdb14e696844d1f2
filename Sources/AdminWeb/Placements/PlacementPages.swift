import Domain
import HTTPTypes
import Operations
import Store

/// Placements: the list, one placement with its history and next steps, and proposing one without a round.
enum PlacementPages {
    static let routes: [PageRoute] = [
        .get("/placements", .may(.listPlacements), PlacementListPage.show),
        .get("/placements/new", .may(.addPlacement), NewPlacementPages.show),
        .post("/placements/new", .may(.addPlacement), NewPlacementPages.save),
        .get("/placements/:code", .may(.listPlacements), PlacementPage.show),
        .post("/placements/:code/step", .may(.stepPlacement), PlacementPage.step),
        .post("/placements/:code/answer", .may(.answerPlacement), PlacementPage.answer),
        .post("/placements/:code/alternate", .may(.addPlacement), PlacementPage.proposeAlternate),
        .post("/placements/:code/correct", .may(.stepPlacement), PlacementPage.correct),
    ]

    static func path(_ code: Code) -> String { "/placements/" + URLEncoded.encode(code.rawValue) }

    /// Who is placed, so far as the visitor may know; the placement's code where no name is given.
    static func name(_ row: PlacementListRow) -> String {
        let name = [row.givenName, row.familyName].compactMap { $0?.rawValue }.joined(separator: " ")
        return name.isEmpty ? row.placement.code.rawValue : name
    }

    /// Which referral: to hosts by its reference alone, since who referred a person would tell why.
    static func label(_ placement: Placement, for visit: Visit) -> String {
        visit.who?.actor.role == .registrar
            ? placement.participant.rawValue : "\(placement.referrer)/\(placement.participant)"
    }

    static func badge(_ state: PlacementState) -> HTML {
        let style: BadgeStyle =
            switch state {
            case .proposed, .accepted: .now
            case .agreed, .started, .completed: .good
            case .lapsed, .withdrawn: .past
            case .declined, .cancelledByHost, .noShow, .interrupted: .bad
            }
        return .badge(state.label.capitalized, style)
    }
}
