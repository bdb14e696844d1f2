public import Domain

/// A column of the annual report; the raw values are its names in files and JSON.
public enum Figure: String, CaseIterable, Sendable, Hashable {
    case offered
    case filled
    case started
    case completed
    case interrupted
    case noShow = "no_show"
    case persons
    case employedAny = "employed_any"
    case sixtyNumerator = "sixty_numerator"
    case sixtyDenominator = "sixty_denominator"
    case koladaNumerator = "kolada_numerator"
    case koladaDenominator = "kolada_denominator"
    case known
    case unknown

    /// Whether small counts of it are kept back. Only places offered are not about people.
    public var countsPersons: Bool { self != .offered }

    /// Whether the rows of a cut add up to the total.
    public var addsUp: Bool { self != .persons }

    /// The rule it is counted by. Known and unknown divide the placements whose employment is asked for.
    public var rule: CountingRule {
        switch self {
        case .offered: .offeredInYear
        case .filled: .filled
        case .started: .started
        case .completed: .completed
        case .interrupted: .interrupted
        case .noShow: .noShow
        case .persons: .personsReceived
        case .employedAny, .known, .unknown: .employedAny
        case .sixtyNumerator, .sixtyDenominator: .sixty
        case .koladaNumerator, .koladaDenominator: .koladaLike
        }
    }

    public var label: Phrase {
        switch self {
        case .offered: Phrase(sv: "erbjudna", en: "offered")
        case .filled: Phrase(sv: "tillsatta", en: "filled")
        case .started: Phrase(sv: "påbörjade", en: "started")
        case .completed: Phrase(sv: "genomförda", en: "completed")
        case .interrupted: Phrase(sv: "avbrutna", en: "interrupted")
        case .noShow: Phrase(sv: "uteblivna", en: "no-show")
        case .persons: Phrase(sv: "personer", en: "persons")
        case .employedAny: Phrase(sv: "anställda", en: "employed")
        case .sixtyNumerator: Phrase(sv: "60 % täljare", en: "60 % numerator")
        case .sixtyDenominator: Phrase(sv: "60 % nämnare", en: "60 % denominator")
        case .koladaNumerator: Phrase(sv: "Kolada täljare", en: "Kolada numerator")
        case .koladaDenominator: Phrase(sv: "Kolada nämnare", en: "Kolada denominator")
        case .known: Phrase(sv: "kända", en: "known")
        case .unknown: Phrase(sv: "okända", en: "unknown")
        }
    }
}
