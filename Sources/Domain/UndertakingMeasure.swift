/// What an undertaking is measured in; one is never converted into another.
public enum UndertakingMeasure: String, Vocabulary {
    case places
    case persons
    case hoursPerDay = "hours_per_day"
    case delta

    public var label: Phrase {
        switch self {
        case .places: Phrase(sv: "platser", en: "places")
        case .persons: Phrase(sv: "personer", en: "persons")
        case .hoursPerDay: Phrase(sv: "timmar per dag", en: "hours a day")
        case .delta: Phrase(sv: "förändring", en: "change")
        }
    }
}
