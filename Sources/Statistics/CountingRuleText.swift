public import Domain

extension CountingRule {
    /// Raised when what a rule counts changes, so that an older figure names the rule it was counted by.
    public var version: Int { 1 }

    /// The rule's name with its version, such as `offered_in_year@1`.
    public var identifier: String { "\(rawValue)@\(version)" }

    /// What is counted, in full: printed beside every figure.
    public var text: Phrase {
        switch self {
        case .offeredInYear:
            Phrase(
                sv: "Platser som erbjudits och vars period har minst en dag under året då de inte var återtagna. "
                    + "Återtagandets dag är den första dagen som platsen inte erbjuds. En plats och period räknas en "
                    + "gång om året; en period över årsskiftet räknas i båda åren. Utkast räknas inte.",
                en: "Places offered whose period has at least one day in the year on which they were not withdrawn. "
                    + "The day of a withdrawal is the first day on which the place is not offered. One place and period "
                    + "counts once a year; a period across New Year counts in both years. Drafts do not count.")
        case .filled:
            Phrase(
                sv: "De erbjudna platser som var upptagna minst en dag under året: så många som samtidigt var upptagna "
                    + "när det var flest.",
                en: "The places offered that were occupied on at least one day in the year: as many as were occupied "
                    + "at the same time when they were the most.")
        case .started:
            Phrase(sv: "Praktiker som påbörjades under året.", en: "Placements that started in the year.")
        case .completed:
            Phrase(
                sv: "Praktiker som genomfördes till slut under året, efter slutdagen.",
                en: "Placements completed in the year, by the day of their end.")
        case .interrupted:
            Phrase(
                sv: "Praktiker som avbröts under året, efter sista dagen.",
                en: "Placements interrupted in the year, by their last day.")
        case .noShow:
            Phrase(
                sv: "Praktiker där deltagaren uteblev, efter dagen det skedde.",
                en: "Placements where the participant did not come, by the day it happened.")
        case .personsReceived:
            Phrase(
                sv:
                    "Olika personer med minst en upptagen dag under året; avtalade dagar räknas som upptagna. Talet kan "
                    + "inte summeras över enheter, anvisare eller slag: en person kan finnas i flera.",
                en: "Distinct persons with at least one occupied day in the year; days agreed count as occupied. The "
                    + "figure does not add up over units, referrers or kinds: a person may be in several.")
        case .hoursPerDay:
            Phrase(
                sv:
                    "Medelvärdet av erbjudna timmar per dag, måndag till fredag, under den del av åtagandets period som "
                    + "ligger i året. En plats utan angivna timmar räknas som 8. Görs aldrig om till platser.",
                en: "The mean of offered hours a day, Monday to Friday, over the part of the undertaking's period that "
                    + "lies in the year. A place with no hours given counts as 8. Never turned into places.")
        case .putInYear:
            Phrase(
                sv: "Platser av slaget PUT (personlig utvecklingstjänst), i övrigt som erbjudna platser.",
                en: "Places of kind PUT (personal development post), otherwise as places offered.")
        case .employedAny:
            Phrase(
                sv: "Praktiker som slutade under året (genomförda eller avbrutna) med någon anställning på en dag inom "
                    + "180 dagar efter slutet, även om den sedan upphörde. Okända är de utan svar inom 180 dagar; de "
                    + "ingår i nämnaren och är inte nej. Säger källor emot varandra räknas den uppgift som samordnaren "
                    + "har bekräftat, annars alla.",
                en: "Placements that ended in the year (completed or interrupted) with any employment on a day within "
                    + "180 days after the end, even if it was lost again later. Unknown are those without an answer "
                    + "within 180 days; they are in the denominator and are not a no. Where sources contradict each "
                    + "other the one that the coordinator has confirmed counts, else all.")
        case .sixty:
            Phrase(
                sv: "Personer vars introduktion slutade under året, med eller utan praktik, hos den anvisare som "
                    + "angett slutet; täljaren är de som var i arbete eller studier vid sista kända uppgiften inom 90 "
                    + "dagar. Okända ingår i nämnaren. En uppgift som står tillbaka för en bekräftad räknas inte.",
                en: "Persons whose introduction ended in the year, with or without a placement, at the referrer that "
                    + "states its end; the numerator is those in work or studies at the last known status within 90 "
                    + "days. Unknown is in the denominator. A status that stands back for a confirmed one is not counted."
            )
        case .koladaLike:
            Phrase(
                sv: "Praktiker som slutade under året; täljaren är de som vid första kända uppgiften efter slutet hade "
                    + "en anställning med angiven början i minst en sammanhängande månad eller fortfarande, dock inte "
                    + "kommunal arbetsmarknadsanställning, eller studerade med rätt till studiemedel. En uppgift som "
                    + "står tillbaka för en bekräftad räknas inte.",
                en: "Placements that ended in the year; the numerator is those who at the first known status after the "
                    + "end had employment with a stated beginning for at least one continuous month or still, though "
                    + "not in municipal labour-market employment, or studied with right to student aid. A status that "
                    + "stands back for a confirmed one is not counted.")
        case .delta:
            Phrase(
                sv: "Årets tal enligt regeln mot nuläget; uppfyllt när talet är större än nuläget plus målet. "
                    + "Utan nuläge eller mål: ej bedömbar.",
                en: "The rule's figure for the year against the baseline; met when greater than baseline plus target. "
                    + "Without a baseline or a target: not assessable.")
        }
    }
}
