/// The kinds of reason for not being placed.
public enum UnplacedReason: String, Sendable, Hashable, Codable, CaseIterable {
    case leftOut = "left_out"
    case noSlots = "no_slots"
    case notAvailable = "not_available"
    case alreadyPlaced = "already_placed"
    case noEligiblePlace = "no_eligible_place"
    case outcompeted
}
