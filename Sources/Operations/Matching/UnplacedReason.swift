/// The kinds of reason for not being placed.
public enum UnplacedReason: String, Sendable, Hashable, Codable, CaseIterable {
    case leftOut = "left_out"
    case noSlots = "no_slots"
    case notAvailable = "not_available"
    case alreadyPlaced = "already_placed"
    case noEligiblePlace = "no_eligible_place"
    /// Others have the places; `Competition.decidedBy` says what decided.
    case outcompeted
    /// Places are free, but set aside for a referrer.
    case share
    /// Places are free, but the supervisor takes no more.
    case supervisorFull = "supervisor_full"
    /// Places are free, but the unit takes no more.
    case unitFull = "unit_full"
    /// The coordinator has ruled the person's pairs out.
    case ruledOut = "ruled_out"
}

extension Competition {
    /// The kind of reason that all slots have in common; otherwise that others have the places.
    var reason: UnplacedReason {
        switch Set(slots.map(\.obstacle)) {
        case [.share]: .share
        case [.supervisor]: .supervisorFull
        case [.unit]: .unitFull
        default: .outcompeted
        }
    }
}
