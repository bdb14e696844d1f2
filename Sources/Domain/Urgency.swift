/// How much a host wants its slot filled.
public enum Urgency: String, Vocabulary {
    case low
    case normal
    case high

    public var label: Phrase {
        switch self {
        case .low: Phrase(sv: "låg", en: "low")
        case .normal: Phrase(sv: "normal", en: "normal")
        case .high: Phrase(sv: "hög", en: "high")
        }
    }
}
