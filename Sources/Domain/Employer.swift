/// Who employs, where the status is employed.
public enum Employer: String, Vocabulary {
    case host
    case municipality
    case other
    case own

    public var label: Phrase {
        switch self {
        case .host: Phrase(sv: "värden", en: "the host")
        case .municipality: Phrase(sv: "kommunen i övrigt", en: "elsewhere in the municipality")
        case .other: Phrase(sv: "annan arbetsgivare", en: "another employer")
        case .own: Phrase(sv: "eget företag", en: "own firm")
        }
    }
}
