/// Where a slot stands; whether it is filled is derived, never stored.
public enum SlotState: String, Vocabulary {
    case draft
    case offered
    case closed
    case withdrawn

    public var label: Phrase {
        switch self {
        case .draft: Phrase(sv: "utkast", en: "draft")
        case .offered: Phrase(sv: "erbjuden", en: "offered")
        case .closed: Phrase(sv: "avslutad", en: "closed")
        case .withdrawn: Phrase(sv: "tillbakadragen", en: "withdrawn")
        }
    }
}
