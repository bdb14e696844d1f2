/// Why a text could not become a value of the domain.
///
/// Carries the kind of value and never the value itself, so that its sentence may be shown, logged and audited.
public enum ValueError: PhrasedError, Sendable, Hashable, CaseIterable {
    case date
    case periodReversed
    /// A period as people write it.
    case periodWritten
    /// No such week in the year.
    case week
    case weekdays
    case workHours
    case clockTime
    case clockHours
    case capacity
    case municipality
    case code
    case line
    case keyword
    case email
    case webAddress
    case amount
    case ssyk
    case priority
    case minimumAge
    case supervisionCapacity
    case identityForm
    case identityDate
    case identityCheckDigit
    case identityInFuture
    case identityEmpty
    case version
    case cursor
    case referral
    case kindClosed
    case unitCircle
    case weights
    case suppressionThreshold
    case unconfirmedDays
    case declineReason
    case lapseDays
    case minimumWeeks
    case monthDay
    case remindDays
    case report
    case ownWords
    case tooManyReports
    case supervisorPolicy
    case trainingPolicy
    case dormantDays
    case ownDeputy
    case identityInText
    case attendedDays
    case attendedHours
    case endingOnly
    case mailDays
    case retentionMonths
    case followUpMoment
    case followUpPlan
    case reportPeriod
    case freePeriodPublished

    /// What is asked for, as a sentence that says how to mend it.
    public var phrase: Phrase {
        switch self {
        case .date:
            Phrase(
                sv: "Ett datum skrivs ÅÅÅÅ-MM-DD och ska finnas i kalendern.",
                en: "A date is written YYYY-MM-DD and must exist in the calendar.")
        case .periodReversed:
            Phrase(
                sv: "Perioden slutar innan den börjar; byt plats på datumen eller rätta ett av dem.",
                en: "The period ends before it begins; swap the dates or correct one of them.")
        case .periodWritten:
            Phrase(
                sv: "Skriv veckor eller datum, till exempel v. 10–22 eller 2027-03-08 – 2027-06-04.",
                en: "Write weeks or dates, for example weeks 10–22 or 2027-03-08 – 2027-06-04.")
        case .week:
            Phrase(
                sv: "Den veckan finns inte det året. Skriv till exempel v. 10–22.",
                en: "There is no such week in that year. Write for example weeks 10–22.")
        case .weekdays:
            Phrase(
                sv: "Veckodagar skrivs som siffror 1–7 (1 är måndag) med | emellan, till exempel 1|2|3.",
                en: "Weekdays are written as digits 1–7 (1 is Monday) separated by |, for example 1|2|3.")
        case .clockTime:
            Phrase(
                sv: "Ett klockslag skrivs TT:MM, till exempel 08:30.", en: "A time is written HH:MM, for example 08:30."
            )
        case .clockHours:
            Phrase(
                sv: "Skriv från och till, till exempel 09:00-12:00; till ska vara senare än från.",
                en: "Write from and to, for example 09:00-12:00; the second must be later than the first.")
        case .workHours:
            Phrase(
                sv: "Timmar per dag är ett tal över 0 och högst 24, till exempel 6 eller 7,5.",
                en: "Hours a day is a number above 0 and at most 24, for example 6 or 7.5.")
        case .capacity:
            Phrase(
                sv: "Antalet platser är ett heltal från 1 till 500.",
                en: "The number of places is a whole number from 1 to 500.")
        case .municipality:
            Phrase(
                sv: "En kommunkod är fyra siffror, till exempel 1485.",
                en: "A municipality code is four digits, for example 1485.")
        case .code:
            Phrase(
                sv: "En kod är 1–64 synliga tecken utan blanksteg, citattecken, komma, semikolon eller |.",
                en: "A code is 1–64 visible characters without space, quotation mark, comma, semicolon or |.")
        case .line:
            Phrase(
                sv: "Texten är tom, längre än 1 000 tecken eller innehåller styrtecken; skriv en kort rad.",
                en: "The text is empty, longer than 1,000 characters or holds control characters; write a short line.")
        case .keyword:
            Phrase(
                sv: "Ett ord i en lista är 1–64 tecken utan |, till exempel B|C1.",
                en: "A word in a list is 1–64 characters without |, for example B|C1.")
        case .email:
            Phrase(
                sv: "E-postadressen ska ha formen namn@domän.",
                en: "The e-mail address must have the form name@domain.")
        case .webAddress:
            Phrase(
                sv: "En webbadress börjar med https:// och har varken användarnamn, blanksteg eller #.",
                en: "A web address begins with https:// and has no user name, space or #.")
        case .amount:
            Phrase(
                sv: "Skriv ett tal från 0 till 999 999 999 med högst två decimaler, till exempel 50 eller 2,5.",
                en: "Write a number from 0 to 999,999,999 with at most two decimals, for example 50 or 2.5.")
        case .ssyk:
            Phrase(
                sv: "En yrkeskod (SSYK 2012) är fyra siffror, till exempel 9412.",
                en: "An occupation code (SSYK 2012) is four digits, for example 9412.")
        case .priority:
            Phrase(
                sv: "Prioritet är en siffra 0–9, där 9 går först.",
                en: "Priority is a digit 0–9, where 9 goes first.")
        case .minimumAge:
            Phrase(
                sv: "En ålder är ett heltal från 0 till 120.",
                en: "An age is a whole number from 0 to 120.")
        case .supervisionCapacity:
            Phrase(
                sv: "Antalet personer samtidigt är ett heltal från 0 till 500.",
                en: "The number of people at a time is a whole number from 0 to 500.")
        case .identityForm:
            Phrase(
                sv:
                    "Ett personnummer eller samordningsnummer har 10 eller 12 siffror, ÅÅÅÅMMDD-NNNN eller ÅÅMMDD-NNNN.",
                en: "A personal or coordination number has 10 or 12 digits, YYYYMMDD-NNNN or YYMMDD-NNNN.")
        case .identityDate:
            Phrase(
                sv: "Numrets första del är inget födelsedatum; kontrollera år, månad och dag.",
                en: "The first part of the number is no date of birth; check year, month and day.")
        case .identityCheckDigit:
            Phrase(
                sv: "Numrets kontrollsiffra stämmer inte; jämför med handlingen.",
                en: "The check digit of the number is wrong; compare with the document.")
        case .identityInFuture:
            Phrase(
                sv: "Födelsedatumet i numret har inte inträffat ännu; kontrollera årtalet.",
                en: "The date of birth in the number has not come yet; check the year.")
        case .identityInText:
            Phrase(
                sv: "Texten innehåller ett personnummer; skriv skälet utan det, för texten sparas i loggen.",
                en: "The text holds an identity number; write the reason without it, since the text is kept in the log."
            )
        case .identityEmpty:
            Phrase(
                sv: "Numret saknas; ange det eller välj identitetstypen none.",
                en: "The number is missing; give it or choose the identity type none.")
        case .version:
            Phrase(
                sv: "Versionen är 16 tecken, 0–9 och a–f, så som den lämnades ut.",
                en: "A version is 16 characters, 0–9 and a–f, as it was handed out.")
        case .kindClosed:
            Phrase(
                sv: "Inga nya beslut om extratjänst fattas från 2022-01-01; välj ett annat slag.",
                en: "No new decisions on extratjänst are made from 2022-01-01; choose another kind.")
        case .unitCircle:
            Phrase(
                sv: "Enheten skulle stå över eller efterträda sig själv; välj en annan enhet.",
                en: "The unit would stand above or succeed itself; choose another unit.")
        case .weights:
            Phrase(
                sv: "Vikterna är heltal från 0, tillsammans högst 1 000.",
                en: "Weights are whole numbers from 0, at most 1,000 together.")
        case .suppressionThreshold:
            Phrase(
                sv: "Gränsen för små tal är ett heltal från 3 till 20.",
                en: "The threshold for small counts is a whole number from 3 to 20.")
        case .unconfirmedDays:
            Phrase(
                sv: "Antalet dagar är ett heltal från 1 till 365.",
                en: "The number of days is a whole number from 1 to 365.")
        case .lapseDays:
            Phrase(
                sv: "Antalet dagar är ett heltal till och med 365, större än antalet till påminnelsen.",
                en: "The number of days is a whole number to 365, greater than that of the reminder.")
        case .declineReason:
            Phrase(
                sv: "Välj ett skäl ur den partens lista.", en: "Choose a reason from that party's list.")
        case .minimumWeeks:
            Phrase(
                sv: "Antalet veckor är ett heltal från 1 till 52.",
                en: "The number of weeks is a whole number from 1 to 52.")
        case .monthDay:
            Phrase(
                sv: "Skriv ett till tolv datum som kommer varje år, MM-DD, till exempel 02-28, 12-15.",
                en: "Write one to twelve dates that come every year, MM-DD, for example 02-28, 12-15.")
        case .remindDays:
            Phrase(sv: "Påminnelsen kommer 0 till 180 dagar före.", en: "The reminder comes 0 to 180 days before.")
        case .ownWords:
            Phrase(
                sv: "Texten är tom eller längre än 4 000 tecken; skriv kortare.",
                en: "The text is empty or longer than 4,000 characters; write less.")
        case .report:
            Phrase(
                sv: "Skriv vad som är fel, högst 4 000 tecken.",
                en: "Write what is wrong, at most 4,000 characters.")
        case .reportPeriod:
            Phrase(
                sv: "Skriv perioden som 2026, 2026-H1, 2026-T3, 2026-VT eller 2026-03-01--2026-05-31.",
                en: "Write the period as 2026, 2026-H1, 2026-T3, 2026-VT or 2026-03-01--2026-05-31.")
        case .freePeriodPublished:
            Phrase(
                sv: "Valda dagar publiceras inte; välj ett år, ett halvår, ett tertial eller en termin.",
                en: "Chosen days are not published; choose a year, a half-year, a tertial or a school term.")
        case .tooManyReports:
            Phrase(
                sv: "Det har kommit ovanligt många anmälningar i dag; skriv eller ring till kommunen i stället.",
                en: "Unusually many reports have come today; write to or call the municipality instead.")
        case .supervisorPolicy:
            Phrase(sv: "Skriv block (hindra) eller warn (varna).", en: "Write block or warn.")
        case .trainingPolicy:
            Phrase(sv: "Skriv block (hindra), warn (varna) eller off (ingenting).", en: "Write block, warn or off.")
        case .attendedDays:
            Phrase(
                sv: "Dagar på plats är ett heltal från 0 och högst så många dagar som praktiken varade.",
                en: "Days attended is a whole number from 0, and at most as many days as the placement lasted.")
        case .attendedHours:
            Phrase(
                sv: "Timmar på plats är ett tal från 0 med högst två decimaler, och ryms i dagarna.",
                en: "Hours attended is a number from 0 with at most two decimals, and must fit within the days.")
        case .endingOnly:
            Phrase(
                sv: "Dagar och timmar sägs när praktiken slutar, och vem som avbröt när den avbryts.",
                en: "Days and hours are told when a placement ends, and who broke it off when it is broken off.")
        case .retentionMonths:
            Phrase(sv: "Månader är ett tal från 1 till 600.", en: "Months are a number from 1 to 600.")
        case .mailDays:
            Phrase(
                sv: "Antalet dagar är ett heltal från 200 till 3 650.",
                en: "The number of days is a whole number from 200 to 3,650.")
        case .dormantDays:
            Phrase(
                sv:
                    "Antalet dagar är ett heltal från 2 till 730, och större än dagarna innan ett erbjudande räknas som "
                    + "obekräftat.",
                en:
                    "The number of days is a whole number from 2 to 730, and more than the days before an offer is unconfirmed."
            )
        case .followUpMoment:
            Phrase(
                sv: "En uppföljning anges som mid, end eller antal dagar efter slutet, 1 till 730.",
                en: "A follow-up is given as mid, end or a number of days after the end, 1 to 730.")
        case .followUpPlan:
            Phrase(
                sv: "Skriv när det följs upp, till exempel mid|end|30|90|180; högst 12 dagar efter slutet, eller none.",
                en:
                    "Write when it is followed up, for example mid|end|30|90|180; at most 12 days after the end, or none."
            )
        case .ownDeputy:
            Phrase(
                sv: "En handledare kan inte vara sin egen ersättare; välj en annan.",
                en: "A supervisor cannot stand in for themselves; choose another.")
        case .referral:
            Phrase(
                sv: "Skriv anvisare och referens med snedstreck, till exempel AMA/K-114.",
                en: "Write referrer and reference with a slash, for example AMA/K-114.")
        case .cursor:
            Phrase(
                sv: "Listans läge går inte att läsa eller finns inte längre; börja om från första sidan.",
                en: "The place in the list cannot be read or is there no more; begin again at the first page.")
        }
    }
}
