/// An answer that may be missing; unknown is never no.
public enum YesNoUnknown: String, Vocabulary {
    case yes
    case no
    case unknown

    public var label: Phrase {
        switch self {
        case .yes: Phrase(sv: "ja", en: "yes")
        case .no: Phrase(sv: "nej", en: "no")
        case .unknown: Phrase(sv: "okänt", en: "unknown")
        }
    }
}
