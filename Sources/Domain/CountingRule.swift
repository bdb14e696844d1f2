/// How a figure is counted; the text stands beside every figure counted by it.
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

    /// Raised when a rule's text changes, so that an older figure can name the rule it was counted by.
    public static let version = 1

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

    /// What is counted, in words.
    public var text: Phrase {
        switch self {
        case .offeredInYear:
            Phrase(
                sv: "Platser som erbjudits och vars period har minst en dag under året då de inte var återtagna. "
                    + "En plats och period räknas en gång om året.",
                en: "Places offered whose period has at least one day in the year on which they were not withdrawn. "
                    + "One place and period counts once a year.")
        case .filled:
            Phrase(
                sv: "De erbjudna platser som var upptagna minst en dag under året.",
                en: "The places offered that were occupied on at least one day in the year.")
        case .started:
            Phrase(sv: "Praktiker som påbörjades under året.", en: "Placements that started in the year.")
        case .completed:
            Phrase(sv: "Praktiker som genomfördes till slut under året.", en: "Placements completed in the year.")
        case .interrupted:
            Phrase(sv: "Praktiker som avbröts under året.", en: "Placements interrupted in the year.")
        case .noShow:
            Phrase(
                sv: "Praktiker där deltagaren uteblev, efter dagen det skedde.",
                en: "Placements where the participant did not come, by the day it happened.")
        case .personsReceived:
            Phrase(
                sv: "Olika personer med minst en upptagen dag under året. Kan inte summeras över delar.",
                en: "Distinct persons with at least one occupied day in the year. Does not add up over parts.")
        case .hoursPerDay:
            Phrase(
                sv: "Medelvärdet av erbjudna timmar per dag över åtagandets veckodagar. Görs aldrig om till platser.",
                en: "The mean of offered hours a day over the undertaking's weekdays. Never turned into places.")
        case .putInYear:
            Phrase(
                sv: "Platser av typen PUT, i övrigt som erbjudna platser.",
                en: "Places of kind PUT, otherwise as places offered.")
        case .employedAny:
            Phrase(
                sv: "Praktiker som slutade under året (genomförda eller avbrutna) med någon daterad anställning inom "
                    + "180 dagar efter slutet, även om den sedan upphörde.",
                en: "Placements that ended in the year (completed or interrupted) with any dated employment within "
                    + "180 days after the end, even if it was lost again later.")
        case .sixty:
            Phrase(
                sv: "Personer vars introduktion slutade under året, med eller utan praktik; de som var i arbete eller "
                    + "studier vid sista uppgiften inom 90 dagar. Okända ingår i nämnaren.",
                en: "Persons whose introduction ended in the year, with or without a placement; those in work or "
                    + "studies at the last status within 90 days. Unknown is in the denominator.")
        case .koladaLike:
            Phrase(
                sv: "Praktiker som slutade under året; anställning minst en sammanhängande månad, inte kommunal "
                    + "arbetsmarknadsanställning, eller studier med rätt till studiemedel, vid första uppgiften.",
                en: "Placements that ended in the year; employed for at least one continuous month, not in municipal "
                    + "labour-market employment, or studying with right to student aid, at the first status.")
        case .delta:
            Phrase(
                sv: "Årets tal enligt regeln mot nuläget; uppfyllt när talet är större än nuläget plus målet. "
                    + "Utan nuläge: ej bedömbar.",
                en: "The rule's figure for the year against the baseline; met when greater than baseline plus target. "
                    + "Without a baseline: not assessable.")
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
