/// How a figure is counted. What each counts, in full and by version, is `Statistics/DefinitionText.swift`.
public enum CountingRule: String, Vocabulary {
    case offeredInYear = "offered_in_year"
    case filled
    case started
    case completed
    case interrupted
    case noShow = "no_show"
    case personsReceived = "persons_received"
    case hoursPerDay = "hours_per_day"
    case putInYear = "put_in_year"
    case employedAny = "employed_any"
    case sixty
    case koladaLike = "kolada_like"
    case delta

    public var label: Phrase {
        switch self {
        case .offeredInYear: Phrase(sv: "erbjudna platser", en: "places offered")
        case .filled: Phrase(sv: "tillsatta platser", en: "places filled")
        case .started: Phrase(sv: "påbörjade", en: "started")
        case .completed: Phrase(sv: "genomförda", en: "completed")
        case .interrupted: Phrase(sv: "avbrutna", en: "interrupted")
        case .noShow: Phrase(sv: "uteblivna", en: "no-shows")
        case .personsReceived: Phrase(sv: "mottagna personer", en: "persons received")
        case .hoursPerDay: Phrase(sv: "timmar per dag", en: "hours a day")
        case .putInYear: Phrase(sv: "erbjudna PUT-platser", en: "PUT places offered")
        case .employedAny: Phrase(sv: "ledde till någon anställning", en: "led to any employment")
        case .sixty:
            Phrase(sv: "i arbete eller studier efter introduktionen", en: "in work or studies after introduction")
        case .koladaLike:
            Phrase(
                sv: "arbete eller studier efter avslut (som Kolada)", en: "work or studies after the end (as Kolada)")
        case .delta: Phrase(sv: "förändring mot nuläget", en: "change against the baseline")
        }
    }
}

extension UndertakingMeasure {
    /// The rule of an undertaking whose decision names none.
    public var usualRule: CountingRule {
        switch self {
        case .places, .delta: .offeredInYear
        case .persons: .personsReceived
        case .hoursPerDay: .hoursPerDay
        }
    }
}
