/// Where a referral stands for the one who follows it: a column of the referrer's board.
public enum BoardState: String, Vocabulary {
    /// Nobody has proposed anything, or what was proposed came to nothing.
    case waiting
    case proposed
    /// A place is accepted or agreed.
    case placed
    case started
    /// Completed or interrupted, or the own time has run out without a placement.
    case ended

    public var label: Phrase {
        switch self {
        case .waiting: Phrase(sv: "väntar", en: "waiting")
        case .proposed: Phrase(sv: "föreslagen", en: "proposed")
        case .placed: Phrase(sv: "placerad", en: "placed")
        case .started: Phrase(sv: "på praktik", en: "started")
        case .ended: Phrase(sv: "avslutad", en: "ended")
        }
    }

    /// - Parameter placement: the state of the referral's placement that counts: one that is open before one that is over,
    ///   and of these the newest.
    /// - Parameter hasRunOut: whether the referral's last day is past, after which nobody waits any more.
    public init(_ placement: PlacementState?, hasRunOut: Bool) {
        let state = Self(placement)
        self = hasRunOut && state == .waiting ? .ended : state
    }

    private init(_ placement: PlacementState?) {
        self =
            switch placement {
            case .proposed: .proposed
            case .accepted, .agreed: .placed
            case .started: .started
            case .completed, .interrupted: .ended
            case nil, .declined, .lapsed, .withdrawn, .cancelledByHost, .noShow: .waiting
            }
    }

    /// The states of the placement that counts, while the own time lasts; `waiting` is also without any.
    public var placementStates: [PlacementState] {
        PlacementState.allCases.filter { BoardState($0) == self }
    }
}
