import Documents
import Domain
import Store

extension CSVFault.Kind {
    /// What is wrong with the form of the file, and what to do about it.
    var sentence: Phrase {
        switch self {
        case .textAfterQuote:
            Phrase(
                sv: "Det står text efter ett avslutande citattecken; dubbla citattecken inuti cellen.",
                en: "Text stands after a closing quotation mark; double the quotation marks within the cell.")
        case .unclosedQuote:
            Phrase(
                sv: "Ett citattecken öppnas här men stängs aldrig; resten av filen kunde inte läsas.",
                en: "A quotation mark is opened here and never closed; the rest of the file could not be read.")
        case .fieldTooLong:
            Phrase(
                sv: "Cellen är längre än 64 KiB; resten av filen kunde inte läsas.",
                en: "The cell is longer than 64 KiB; the rest of the file could not be read.")
        case .recordTooLong:
            Phrase(
                sv: "Raden är längre än 1 MiB; resten av filen kunde inte läsas.",
                en: "The row is longer than 1 MiB; the rest of the file could not be read.")
        case .tooManyFields:
            Phrase(
                sv: "Raden har fler än 1 000 celler; resten av filen kunde inte läsas.",
                en: "The row has more than 1,000 cells; the rest of the file could not be read.")
        case .zeroByte:
            Phrase(
                sv: "Filen innehåller ett nolltecken och är ingen CSV-fil; spara den som CSV (UTF-8).",
                en: "The file holds a zero byte and is no CSV file; save it as CSV (UTF-8).")
        case .utf16:
            Phrase(
                sv: "Filen är sparad som Unicode-text (UTF-16); spara den som CSV (UTF-8).",
                en: "The file is saved as Unicode text (UTF-16); save it as CSV (UTF-8).")
        case .mixedEncoding:
            Phrase(
                sv: "Cellen har en annan teckenkodning än filen i övrigt; spara hela filen som CSV (UTF-8).",
                en: "The cell is in another encoding than the rest of the file; save the whole file as CSV (UTF-8).")
        case .undefinedByte:
            Phrase(
                sv: "Cellen har ett tecken som varken är UTF-8 eller Windows-1252; spara filen som CSV (UTF-8).",
                en: "The cell has a character of neither UTF-8 nor Windows-1252; save the file as CSV (UTF-8).")
        }
    }
}

extension StagedFault.Problem {
    /// What is wrong and how to mend it. `other` is the line it collides with.
    func sentence(other: Int?) -> Phrase {
        switch self {
        case .duplicate:
            Phrase(
                sv: "Samma nyckel står redan på rad \(other ?? 0); ta bort en av raderna eller ändra nyckeln.",
                en: "The same key stands on line \(other ?? 0) already; remove one of the rows or change the key.")
        case .noUnit: Self.unknown("enheten", "enheter", "unit", "units")
        case .noReferrer: Self.unknown("anvisaren", "anvisare", "referrer", "referrers")
        case .noSupervisor: Self.unknown("handledaren", "handledare", "supervisor", "supervisors")
        case .noSlot: Self.unknown("praktikplatsen", "praktikplatser", "slot", "slots")
        case .noParticipant:
            Self.unknown("deltagaren hos anvisaren", "deltagare", "participant of the referrer", "participants")
        case .noPlacement: Self.unknown("placeringen", "placeringar", "placement", "placements")
        case .circle:
            Phrase(
                sv: "Enheten skulle stå över sig själv, eller mer än 32 nivåer ner; rätta den överordnade enheten.",
                en: "The unit would stand above itself, or more than 32 levels down; correct the parent.")
        case .slotStep:
            Phrase(
                sv: "Platsen kan inte gå från sitt nuvarande läge till detta; ändra state, eller rätta platsen först.",
                en:
                    "The slot cannot go from its present state to this one; change the state, or correct the slot first."
            )
        case .slotOccupied:
            Phrase(
                sv: "Platsen skulle ha färre platser än människor någon dag; avsluta eller flytta deras praktik först.",
                en: "The slot would have fewer places than people on a day; end or move their placements first.")
        case .personTaken:
            Phrase(
                sv: "Numret kan inte föras in på deltagaren, vars praktik då skulle överlappa; tala med samordnaren.",
                en:
                    "The number cannot be entered for the participant, whose placements would overlap; ask the coordinator."
            )
        case .placementStep:
            Phrase(
                sv:
                    "Det finns ingen väg från placeringens nuvarande läge till detta; ändra state, eller rätta steget med skäl.",
                en:
                    "There is no way from the placement's present state to this one; change it, or correct the step with a reason."
            )
        case .agreementOpen:
            Phrase(
                sv: "Överenskommelsen saknar godkännanden eller kontroller; gör dem först.",
                en: "The agreement lacks approvals or checks; see to them first.")
        case .placementMoved:
            Phrase(
                sv: "Placeringen hör till en annan deltagare; ge raden en egen kod.",
                en: "The placement belongs to another participant; give the row a code of its own.")
        case .personOccupied:
            Phrase(
                sv: "Personen har redan en praktik någon av dagarna\(Self.on(other, "rad")); ändra perioden.",
                en:
                    "The person already has a placement on some of the days\(Self.on(other, "line")); change the period."
            )
        case .outsideSlot:
            Phrase(
                sv: "Dagarna ligger utanför platsens period; ändra placeringens eller platsens datum.",
                en: "The days lie outside the slot's period; change the placement's or the slot's dates.")
        case .slotWithdrawn:
            Phrase(
                sv: "Platsen är tillbakadragen någon av dagarna; förkorta praktiken eller rätta platsen.",
                en: "The slot is withdrawn on some of the days; shorten the placement or correct the withdrawal.")
        case .slotFull:
            Phrase(
                sv: "Alla platser är upptagna någon av dagarna; välj en annan plats eller period.",
                en: "All places are taken on some of the days; choose another slot or period.")
        case .supervisorFull: Refusal.supervisorFull.phrase
        case .supervisorUntrained: Refusal.supervisorUntrained.phrase
        case .otherParticipant:
            Phrase(
                sv: "Placeringen hör till en annan deltagare; rätta det ena eller töm anvisare och deltagare.",
                en: "The placement belongs to another participant; correct one or empty referrer and participant.")
        }
    }

    private static func on(_ line: Int?, _ word: String) -> String { line.map { " (\(word) \($0))" } ?? "" }

    private static func unknown(_ sv: String, _ files: String, _ en: String, _ fileKind: String) -> Phrase {
        Phrase(
            sv: "Den \(sv) finns inte i kommunen; rätta koden eller läs in \(files) först.",
            en: "There is no such \(en) in the municipality; correct the code or import \(fileKind) first.")
    }
}
