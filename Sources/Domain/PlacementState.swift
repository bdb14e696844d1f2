/// Where a placement stands; the steps between are in `PlacementLifecycle`.
public enum PlacementState: String, Vocabulary {
    case proposed
    case accepted
    case agreed
    case started
    case completed
    case declined
    case lapsed
    case withdrawn
    case cancelledByHost = "cancelled_by_host"
    case noShow = "no_show"
    case interrupted

    public var label: Phrase {
        switch self {
        case .proposed: Phrase(sv: "föreslagen", en: "proposed")
        case .accepted: Phrase(sv: "accepterad", en: "accepted")
        case .agreed: Phrase(sv: "överenskommen", en: "agreed")
        case .started: Phrase(sv: "påbörjad", en: "started")
        case .completed: Phrase(sv: "genomförd", en: "completed")
        case .declined: Phrase(sv: "avböjd", en: "declined")
        case .lapsed: Phrase(sv: "förfallen", en: "lapsed")
        case .withdrawn: Phrase(sv: "återtagen", en: "withdrawn")
        case .cancelledByHost: Phrase(sv: "inställd av värden", en: "cancelled by the host")
        case .noShow: Phrase(sv: "utebliven", en: "no-show")
        case .interrupted: Phrase(sv: "avbruten", en: "interrupted")
        }
    }
}
