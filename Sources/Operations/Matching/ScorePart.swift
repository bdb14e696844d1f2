public import Domain

/// The parts of a score, by the names they have in JSON.
public enum ScorePart: String, Vocabulary {
    case occupation
    case wish
    case area
    case waited
    case permanentPost = "permanent_post"
    case urgency

    public var label: Phrase {
        switch self {
        case .occupation: Phrase(sv: "yrke", en: "occupation")
        case .wish: Phrase(sv: "önskemål", en: "wish")
        case .area: Phrase(sv: "område", en: "area")
        case .waited: Phrase(sv: "väntetid", en: "time waited")
        case .permanentPost: Phrase(sv: "fast tjänst bakom", en: "permanent post")
        case .urgency: Phrase(sv: "brådska", en: "urgency")
        }
    }
}
