import Domain
import HTTPTypes
import Operations

/// Placements: the list, one placement with its history and next steps, and proposing one without a round.
enum PlacementPages {
    static let routes: [PageRoute] = [
        .get("/placements", .may(.listPlacements), PlacementListPage.show),
        .get("/placements/new", .may(.addPlacement), NewPlacementPages.show),
        .post("/placements/new", .may(.addPlacement), NewPlacementPages.save),
        .get("/placements/:code", .may(.listPlacements), PlacementPage.show),
        .post("/placements/:code/step", .may(.stepPlacement), PlacementPage.step),
        .post("/placements/:code/correct", .may(.stepPlacement), PlacementPage.correct),
    ]

    static func path(_ code: Code) -> String { "/placements/" + URLEncoded.encode(code.rawValue) }

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
