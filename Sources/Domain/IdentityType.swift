/// What kind of number identifies a person.
public enum IdentityType: String, Vocabulary {
    case personnummer
    case samordningsnummer
    case reservnummer
    case none

    public var label: Phrase {
        switch self {
        case .personnummer: Phrase(sv: "personnummer", en: "personal identity number")
        case .samordningsnummer: Phrase(sv: "samordningsnummer", en: "coordination number")
        case .reservnummer: Phrase(sv: "reservnummer", en: "reserve number")
        case .none: Phrase(sv: "inget nummer", en: "no number")
        }
    }
}
