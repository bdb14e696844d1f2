public import Domain

/// How a figure of a period follows from the same figure of its parts; what a reader of several reports reckons with.
public enum OverTime: String, CaseIterable, Sendable, Hashable {
    /// Everything counted has a day of its own, so that the parts' figures make up the whole's.
    case addsUp = "adds_up"
    /// The same thing counts in each part that it reaches into: a part's figure is at most the whole's, and the whole's at
    /// most the sum of the parts'.
    case atMost = "at_most"
    /// Nothing follows.
    case nothing = "none"
}

extension Definition {
    /// How its counts hang together between a period and its parts.
    public var overTime: OverTime {
        switch self {
        case .started, .completed, .interrupted, .noShow, .employedAny, .hiredByHost, .sixty, .koladaLike, .sfiD,
            .responseRate, .delivered:
            .addsUp
        case .offeredInYear, .putInYear, .filled, .personsReceived, .coverage: .atMost
        case .hoursPerDay, .timeToPlacement, .agreed, .delta: .nothing
        }
    }

    /// Why that is so.
    public var overTimeReason: Phrase {
        switch self {
        case .started, .completed, .interrupted, .noShow, .delivered:
            Phrase(
                sv: "Praktiken räknas den dag det hände, och den dagen ligger i en enda del.",
                en: "The placement counts on the day that it happened, which lies in one part only.")
        case .employedAny, .hiredByHost, .koladaLike:
            Phrase(
                sv:
                    "Praktiken räknas den dag den slutade, vad som än kom efter; andelen är ingen summa, men antalen är.",
                en: "The placement counts on the day that it ended, whatever came after; the share is no sum, but the "
                    + "numbers are.")
        case .sixty, .sfiD:
            Phrase(
                sv:
                    "Personen räknas den dag då introduktionen senast tog slut; andelen är ingen summa, men antalen är.",
                en: "The person counts on the day that the introduction last ended; the share is no sum, but the "
                    + "numbers are.")
        case .responseRate:
            Phrase(
                sv: "De kända räknas samma dag som det de är kända av; andelen är ingen summa.",
                en: "Those known count on the same day as what they are known of; the share is no sum.")
        case .offeredInYear, .putInYear:
            Phrase(
                sv: "En plats räknas i varje period som den når in i.",
                en: "A place counts in every period that it reaches into.")
        case .filled:
            Phrase(
                sv: "En plats räknas i varje period där någon har den; av flera i rad räknas de flesta på en gång.",
                en: "A place counts in every period in which somebody has it; of several in turn, the most at once.")
        case .personsReceived:
            Phrase(
                sv: "En person räknas i varje period som praktiken når in i, och en gång i den hela.",
                en: "A person counts in every period that the placement reaches into, and once in the whole.")
        case .coverage:
            Phrase(
                sv: "En förvaltning räknas i varje period där den har en plats.",
                en: "A department counts in every period in which it has a place.")
        case .hoursPerDay:
            Phrase(
                sv: "Ett medelvärde över dagar: delarna säger inte hur många dagar de har.",
                en: "A mean over days: the parts do not tell how many days they have.")
        case .timeToPlacement:
            Phrase(
                sv: "En median följer inte av delarnas medianer.",
                en: "A median does not follow from the parts' medians.")
        case .agreed:
            Phrase(sv: "Ett mål för året och inte för delarna.", en: "A target of the year and not of its parts.")
        case .delta:
            Phrase(
                sv: "Skillnaden mot ett nuläge som gäller året.",
                en: "The difference from a baseline that is the year's.")
        }
    }
}

extension Figure {
    /// How it hangs together between a period and its parts.
    public var overTime: OverTime { definition.overTime }
}
