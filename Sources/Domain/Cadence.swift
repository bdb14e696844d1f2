/// How often an undertaking is followed up.
public enum Cadence: String, Vocabulary {
    case year
    case half
    case tertial

    public var label: Phrase {
        switch self {
        case .year: Phrase(sv: "år", en: "year")
        case .half: Phrase(sv: "halvår", en: "half-year")
        case .tertial: Phrase(sv: "tertial", en: "tertial")
        }
    }
}
