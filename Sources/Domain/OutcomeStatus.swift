/// What a person did on the day it was checked.
public enum OutcomeStatus: String, Vocabulary {
    case employed
    case studying
    case furtherPlacement = "further_placement"
    case seeking
    case other
    case unknown

    public var label: Phrase {
        switch self {
        case .employed: Phrase(sv: "anställd", en: "employed")
        case .studying: Phrase(sv: "studerar", en: "studying")
        case .furtherPlacement: Phrase(sv: "ny praktik", en: "further placement")
        case .seeking: Phrase(sv: "arbetssökande", en: "seeking work")
        case .other: Phrase(sv: "annat", en: "other")
        case .unknown: Phrase(sv: "okänt", en: "unknown")
        }
    }
}
