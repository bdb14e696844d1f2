/// What an organisation unit is; only a `forvaltning` owes places of the joint undertaking.
public enum UnitKind: String, Vocabulary {
    case forvaltning
    case avdelning
    case bolag
    case stiftelse
    case foretag

    public var label: Phrase {
        switch self {
        case .forvaltning: Phrase(sv: "förvaltning", en: "department")
        case .avdelning: Phrase(sv: "avdelning", en: "division")
        case .bolag: Phrase(sv: "kommunalt bolag", en: "municipal company")
        case .stiftelse: Phrase(sv: "stiftelse", en: "foundation")
        case .foretag: Phrase(sv: "företag", en: "company")
        }
    }
}
