import Domain
import Store

enum ParticipantTable: ImportTable {
    static let columns = [
        ImportColumn("referrer", .code, required: true), ImportColumn("reference", .code, required: true),
        ImportColumn("identity_type", .word(IdentityType.self)), ImportColumn("identity", .identity),
        ImportColumn("birth_date", .day), ImportColumn("sex", .word(Sex.self)), ImportColumn("given_name", .line),
        ImportColumn("family_name", .line), ImportColumn("email", .email), ImportColumn("phone", .line),
        ImportColumn("language", .line), ImportColumn("protected", .yesNo),
        ImportColumn("sfi_passed", .word(SFIPassed.self, except: [.none])), ImportColumn("licences", .keywords),
        ImportColumn("record_check_shown_on", .day), ImportColumn("occupations", .ssykList),
        ImportColumn("wishes", .codes), ImportColumn("available_from", .day), ImportColumn("available_to", .day),
        ImportColumn("weekdays", .weekdays), ImportColumn("hours_per_day", .hours), ImportColumn("areas", .keywords),
        ImportColumn("priority", .priority), ImportColumn("purpose", .word(SlotPurpose.self)),
        ImportColumn("registered_on", .day, required: true), ImportColumn("introduction_ended_on", .day),
        ImportColumn("sfi_passed_on", .day),
    ]
    static var staging: any StagedImport.Type { StagedParticipants.self }
    /// The referral's, the person's, the number's.
    static var keys: Int { 3 }

    static func check(_ row: inout ImportRow, today: Day) {
        row.checkOrder("available_from", "available_to")
        for column in ["licences", "occupations", "areas", "wishes"] where row[column] == nil { row[column] = "{}" }
        if row["protected"] == nil { row["protected"] = "f" }
        if row["priority"] == nil { row["priority"] = "0" }
        identify(&row, today)
        if row["sex"] == nil { row["sex"] = Sex.unknown.rawValue }
    }

    /// Reads the number by its type, and takes from it what the row leaves out.
    private static func identify(_ row: inout ImportRow, _ today: Day) {
        guard row.isReadable("identity_type") else { return }
        let type = row["identity_type"].flatMap(IdentityType.init(rawValue:)) ?? .none
        let text = row["identity"]
        row["identity_type"] = type == .none ? nil : type.rawValue
        guard let text else {
            if type != .none { row.fault("identity", ValueError.identityEmpty.phrase) }
            return
        }
        row["identity"] = nil
        do throws(ValueError) {
            let number: IdentityNumber
            switch type {
            case .none:
                row.fault(
                    "identity_type",
                    sv: "Det finns ett nummer men ingen typ; skriv personnummer, samordningsnummer eller reservnummer.",
                    en: "There is a number but no type; write personnummer, samordningsnummer or reservnummer.")
                return
            case .reservnummer: number = try IdentityNumber(reserve: text)
            case .personnummer, .samordningsnummer: number = try IdentityNumber(text, today: today)
            }
            guard number.type == type else {
                row.fault(
                    "identity_type", sv: "Numret är ett \(number.type.rawValue); ändra typen eller rätta numret.",
                    en: "The number is a \(number.type.rawValue); change the type or correct the number.")
                return
            }
            row["identity"] = number.rawValue
            if row["sex"] == nil { row["sex"] = number.sex.rawValue }
            birth(number, &row)
        } catch {
            row.fault("identity", error.phrase)
        }
    }

    private static func birth(_ number: IdentityNumber, _ row: inout ImportRow) {
        guard let birth = number.birthDate else { return }
        if let stated = row["birth_date"].flatMap({ try? Day($0) }), !birth.agrees(with: stated) {
            row.fault(
                "birth_date", sv: "Födelsedatumet stämmer inte med numret; rätta det ena eller töm cellen.",
                en: "The date of birth does not agree with the number; correct one or empty the cell.")
        }
        if let known = birth.known { row["birth_date"] = known.description }
    }
}
