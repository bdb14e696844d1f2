public import Domain

/// A column of the report: what is counted. The raw values are its names in files and JSON.
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
    case hiredByHost = "hired_by_host"
    case koladaKnown = "kolada_known"
    case sixtyKnown = "sixty_known"
    case sfiNumerator = "sfi_d_numerator"
    case sfiDenominator = "sfi_d_denominator"
    /// Passed on a day that nobody has stated.
    case sfiUndated = "sfi_d_undated"

    /// What it is counted by. Known and unknown divide the placements whose employment is asked for.
    public var definition: Definition {
        switch self {
        case .offered: .offeredInYear
        case .filled: .filled
        case .started: .started
        case .completed: .completed
        case .interrupted: .interrupted
        case .noShow: .noShow
        case .persons: .personsReceived
        case .employedAny, .known, .unknown: .employedAny
        case .hiredByHost: .hiredByHost
        case .sixtyNumerator, .sixtyDenominator: .sixty
        case .koladaNumerator, .koladaDenominator: .koladaLike
        case .koladaKnown, .sixtyKnown: .responseRate
        case .sfiNumerator, .sfiDenominator, .sfiUndated: .sfiD
        }
    }

    /// What it tells of, so that a wide table may be parted.
    public enum Chapter: String, CaseIterable, Sendable {
        case happened
        case ledTo = "led_to"
        case introduction

        public var label: Phrase {
            switch self {
            case .happened: Phrase(sv: "platser och praktiker", en: "places and placements")
            case .ledTo: Phrase(sv: "efter praktiken", en: "after the placement")
            case .introduction: Phrase(sv: "efter introduktionen", en: "after the introduction")
            }
        }
    }

    public var chapter: Chapter {
        switch self {
        case .offered, .filled, .started, .completed, .interrupted, .noShow, .persons: .happened
        case .employedAny, .hiredByHost, .koladaNumerator, .koladaDenominator, .koladaKnown, .known, .unknown: .ledTo
        case .sixtyNumerator, .sixtyDenominator, .sixtyKnown, .sfiNumerator, .sfiDenominator, .sfiUndated: .introduction
        }
    }

    /// Whether small counts of it are kept back. Only places offered are not about people.
    public var countsPersons: Bool { definition.countsPersons }

    /// Whether the rows of a cut add up to the total.
    public var addsUp: Bool { definition.addsUp }

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
        case .sixtyNumerator: Phrase(sv: "60 % täljare", en: "60% numerator")
        case .sixtyDenominator: Phrase(sv: "60 % nämnare", en: "60% denominator")
        case .koladaNumerator: Phrase(sv: "Kolada täljare", en: "Kolada numerator")
        case .koladaDenominator: Phrase(sv: "Kolada nämnare", en: "Kolada denominator")
        case .known: Phrase(sv: "kända", en: "known")
        case .unknown: Phrase(sv: "okända", en: "unknown")
        case .hiredByHost: Phrase(sv: "hos värden", en: "at the host")
        case .koladaKnown: Phrase(sv: "Kolada kända", en: "Kolada known")
        case .sixtyKnown: Phrase(sv: "60 % kända", en: "60% known")
        case .sfiNumerator: Phrase(sv: "SFI D godkända", en: "SFI D passed")
        case .sfiDenominator: Phrase(sv: "SFI D nämnare", en: "SFI D denominator")
        case .sfiUndated: Phrase(sv: "SFI D utan dag", en: "SFI D undated")
        }
    }
}
