public import Domain

extension CountingRule {
    /// Its definition's.
    public var version: Int { Definition(self).version }

    /// The rule's name with its version, such as `offered_in_year@1`.
    public var identifier: String { Definition(self).identifier }

    /// What is counted, in full: printed beside every figure.
    public var text: Phrase { Definition(self).text }

    /// Whether its figure counts people, so that no statistician sees it undivided beside the annual report.
    public var countsPersons: Bool { Definition(self).countsPersons }
}

extension Definition {
    /// What is counted, in full: printed beside every figure.
    public var text: Phrase {
        switch self {
        case .offeredInYear, .filled, .personsReceived, .hoursPerDay, .putInYear, .coverage, .agreed: placeText
        case .started, .completed, .interrupted, .noShow, .delivered, .timeToPlacement: placementText
        case .employedAny, .hiredByHost, .sixty, .koladaLike, .sfiD, .responseRate, .delta: outcomeText
        }
    }

    private var placementText: Phrase {
        switch self {
        case .completed:
            Phrase(
                sv: "Praktiker som genomfördes till slut under perioden, efter slutdagen.",
                en: "Placements completed in the period, by the day of their end.")
        case .interrupted:
            Phrase(
                sv: "Praktiker som avbröts under perioden, efter sista dagen.",
                en: "Placements interrupted in the period, by their last day.")
        case .noShow:
            Phrase(
                sv: "Praktiker där deltagaren uteblev, efter dagen det skedde.",
                en: "Placements where the participant did not come, by the day it happened.")
        case .delivered:
            Phrase(
                sv: "Genomförda praktiker av alla slag utom PUT och extratjänst, mot de avtalade platserna. I samma "
                    + "tabell räknas också de andra talen utan PUT och extratjänst.",
                en: "Placements completed of all kinds but PUT and extratjänst, against the places agreed. The other "
                    + "figures of the same table are without PUT and extratjänst too.")
        case .timeToPlacement:
            Phrase(
                sv: "Dagar från den dag deltagaren anmäldes av anvisaren till den dag praktiken började: medianen för "
                    + "praktiker som påbörjades under perioden, den lägre av de två mittersta. Den som anmäldes först "
                    + "när praktiken hade börjat räknas som 0. Medianer kan inte summeras. I det som publiceras "
                    + "visas den bara där de påbörjade visas och inte är för få.",
                en: "Days from the day the participant was registered by the referrer to the day the placement "
                    + "started: the median over placements started in the period, the lower of the two in the middle. "
                    + "Who was registered after the start counts as 0. Medians do not add up. In what is published it "
                    + "is shown only where the started are shown and not too few.")
        default: Phrase(sv: "Praktiker som påbörjades under perioden.", en: "Placements that started in the period.")
        }
    }

    private var placeText: Phrase {
        switch self {
        case .filled:
            Phrase(
                sv: "De erbjudna platser som var upptagna minst en dag under perioden: så många som samtidigt var "
                    + "upptagna när det var flest.",
                en: "The places offered that were occupied on at least one day in the period: as many as were "
                    + "occupied at the same time when they were the most.")
        case .personsReceived:
            Phrase(
                sv: "Olika personer med minst en upptagen dag under perioden; avtalade dagar räknas som upptagna. "
                    + "Talet kan inte summeras över enheter, anvisare eller slag: en person kan finnas i flera.",
                en: "Distinct persons with at least one occupied day in the period; days agreed count as occupied. "
                    + "The figure does not add up over units, referrers or kinds: a person may be in several.")
        case .hoursPerDay:
            Phrase(
                sv: "Medelvärdet av erbjudna timmar per dag, måndag till fredag, under den del av åtagandets tid som "
                    + "ligger i perioden. En plats utan angivna timmar räknas som 8. Görs aldrig om till platser.",
                en: "The mean of offered hours a day, Monday to Friday, over the part of the undertaking's time that "
                    + "lies in the period. A place with no hours given counts as 8. Never turned into places.")
        case .putInYear:
            Phrase(
                sv: "Platser av slaget PUT (personlig utvecklingstjänst), i övrigt som erbjudna platser.",
                en: "Places of kind PUT (personal development post), otherwise as places offered.")
        case .coverage:
            Phrase(
                sv: "Förvaltningar med minst en erbjuden plats under perioden, av de förvaltningar som finns vid "
                    + "periodens slut eller har funnits under den utan att en annan har tagit över.",
                en: "Departments with at least one place offered in the period, of the departments that are there at "
                    + "the end of the period, or were in it without another taking over.")
        case .agreed:
            Phrase(
                sv: "Målen i enhetens egna åtaganden i platser som gäller någon dag under perioden, med dem under "
                    + "enheten. Ett åtagande för en viss anvisare är en del av de andra: det större av de båda talen "
                    + "räknas. Det gemensamma åtagandet är ingen enskild enhets, och PUT räknas för sig.",
                en: "The targets of the unit's own undertakings in places that are in force on a day of the period, "
                    + "with those of the units below it. An undertaking for one referrer is a part of the others: the "
                    + "larger of the two numbers counts. The joint undertaking is no single unit's, and PUT counts by "
                    + "itself.")
        default:
            Phrase(
                sv: "Platser som erbjudits och som under minst en dag i perioden inte var återtagna. "
                    + "Återtagandets dag är den första dagen som platsen inte erbjuds. En plats räknas en gång i "
                    + "perioden; en plats vars tid går över gränsen mellan två perioder, som ett årsskifte, räknas i "
                    + "båda. Utkast räknas inte.",
                en: "Places offered that were not withdrawn on at least one day in the period. The day of a withdrawal "
                    + "is the first day on which the place is not offered. A place counts once in the period; one "
                    + "whose time crosses from one period to the next, as at New Year, counts in both. Drafts do not "
                    + "count.")
        }
    }

    private var outcomeText: Phrase {
        switch self {
        case .hiredByHost:
            Phrase(
                sv: "Praktiker som slutade under perioden (genomförda eller avbrutna) med en anställning hos värden "
                    + "på en dag inom 180 dagar efter slutet, av alla som slutade. Räknas som ”ledde till någon "
                    + "anställning”, men bara anställning där praktiken var.",
                en: "Placements that ended in the period (completed or interrupted) with employment at the host on a "
                    + "day within 180 days after the end, of all that ended. Counted as \"led to any employment\", but "
                    + "only employment where the placement was.")
        case .sixty:
            Phrase(
                sv: "Personer vars introduktion slutade under perioden, med eller utan praktik, hos den anvisare som "
                    + "angett slutet, det sista om flera har angetts; täljaren är de som var i arbete eller studier vid "
                    + "sista kända uppgiften från slutet till 90 dagar efter. Okända ingår i nämnaren. En uppgift som står tillbaka för en bekräftad räknas inte.",
                en: "Persons whose introduction ended in the period, with or without a placement, at the referrer "
                    + "that states its end, the last if several are stated; the numerator is those in work or studies "
                    + "at the last known status from the end to 90 days after. Unknown is in the denominator. A status that stands back for a confirmed one is not "
                    + "counted.")
        case .koladaLike:
            Phrase(
                sv:
                    "Praktiker som slutade under perioden; täljaren är de som vid första kända uppgiften från slutdagen "
                    + "hade en anställning med angiven början i minst en sammanhängande månad eller fortfarande, dock "
                    + "inte kommunal arbetsmarknadsanställning, eller studerade med rätt till studiemedel. En uppgift "
                    + "som står tillbaka för en bekräftad räknas inte.",
                en: "Placements that ended in the period; the numerator is those who at the first known status from "
                    + "the day of the end had employment with a stated beginning for at least one continuous month or still, "
                    + "though not in municipal labour-market employment, or studied with right to student aid. A "
                    + "status that stands back for a confirmed one is not counted.")
        case .sfiD:
            Phrase(
                sv: "Av personerna vars introduktion slutade under perioden, utom dem som inte behöver SFI: de som är "
                    + "godkända på SFI D med en dag senast 90 dagar efter slutet, hos den anvisare som angett slutet. "
                    + "De som är godkända utan att dagen är känd ingår i nämnaren, räknas inte i täljaren och visas för "
                    + "sig. Ett eget tal, som aldrig läggs ihop med arbete eller studier.",
                en: "Of the persons whose introduction ended in the period, without those who need no SFI: those who "
                    + "passed SFI D on a day no later than 90 days after its end, at the referrer that states the "
                    + "end. Those who passed on an unknown day are in the denominator, not in the numerator, and "
                    + "shown by themselves. A figure of its own, never merged with work or studies.")
        case .responseRate:
            Phrase(
                sv: "De som något är känt om, av alla som talet gäller: för anställning inom 180 dagar efter slutet, "
                    + "för Kolada när som helst efter slutet, för introduktionen inom 90 dagar. Sämsta fall räknar de "
                    + "okända som nej, bästa fall som ja.",
                en: "Those of whom anything is known, of all whom the figure is about: for employment within 180 days "
                    + "after the end, for Kolada at any time after the end, for the introduction within 90 days. The "
                    + "worst case counts the unknown as no, the best case as yes.")
        case .delta:
            Phrase(
                sv: "Årets tal enligt regeln mot nuläget; uppfyllt när talet är större än nuläget plus målet. "
                    + "Utan nuläge eller mål: ej bedömbar.",
                en: "The rule's figure for the year against the baseline; met when greater than baseline plus target. "
                    + "Without a baseline or a target: not assessable.")
        default:
            Phrase(
                sv: "Praktiker som slutade under perioden (genomförda eller avbrutna) med någon anställning på en dag "
                    + "inom 180 dagar efter slutet, slutdagen inräknad, även om den sedan upphörde. Okända är de utan "
                    + "svar eller anställning inom 180 dagar; de ingår i nämnaren och är inte nej. En uppgift som "
                    + "nämner en praktik gäller den, annars gäller den alla personens praktiker. Säger källor emot "
                    + "varandra räknas den uppgift som samordnaren har bekräftat, annars alla.",
                en: "Placements that ended in the period (completed or interrupted) with any employment on a day "
                    + "within 180 days after the end, the day of the end with them, even if it was lost again later. "
                    + "Unknown are those without an answer or employment within 180 days; they are in the denominator "
                    + "and are not a no. A status that names a placement is that placement's, else it is every "
                    + "placement's of the person. Where sources contradict each other the one that the coordinator has "
                    + "confirmed counts, else all.")
        }
    }
}
