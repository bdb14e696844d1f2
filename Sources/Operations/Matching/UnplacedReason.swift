public import Domain

/// The kinds of reason for not being placed.
public enum UnplacedReason: String, Vocabulary, Codable {
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

    public var label: Phrase {
        switch self {
        case .leftOut: Phrase(sv: "placeras för hand", en: "placed by hand")
        case .noSlots: Phrase(sv: "inga lediga platser", en: "no free places")
        case .notAvailable: Phrase(sv: "egna tiden räcker inte", en: "own time too short")
        case .alreadyPlaced: Phrase(sv: "har redan praktik eller förslag", en: "placed or proposed already")
        case .noEligiblePlace: Phrase(sv: "ingen ledig plats passar", en: "no free place suits")
        case .outcompeted: Phrase(sv: "platserna gick till andra", en: "the places went to others")
        case .share: Phrase(sv: "platserna är avsatta för en anvisare", en: "the places are kept for a referrer")
        case .supervisorFull: Phrase(sv: "handledaren tar inte emot fler", en: "the supervisor takes no more")
        case .unitFull: Phrase(sv: "enheten tar inte emot fler", en: "the unit takes no more")
        case .ruledOut: Phrase(sv: "uteslutna av samordnaren", en: "ruled out by the coordinator")
        }
    }
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
