import Domain
import Store

enum OutcomeTable: ImportTable {
    static let columns = [
        ImportColumn("code", .code, required: true), ImportColumn("placement", .code), ImportColumn("referrer", .code),
        ImportColumn("participant", .code), ImportColumn("checked_on", .day, required: true),
        ImportColumn("status", .word(OutcomeStatus.self), required: true),
        ImportColumn("employer", .word(Employer.self)), ImportColumn("form", .word(EmploymentForm.self)),
        ImportColumn("subsidised", .word(YesNoUnknown.self)), ImportColumn("from", .day), ImportColumn("to", .day),
        ImportColumn("student_aid", .yesNo), ImportColumn("source", .word(OutcomeSource.self)),
    ]
    static var staging: any StagedImport.Type { StagedOutcomes.self }

    static func check(_ row: inout ImportRow, today: Day) {
        row.checkOrder("from", "to")
        let readable = ["placement", "referrer", "participant"].allSatisfy { row.isReadable($0) }
        if readable, row["placement"] == nil, row["referrer"] == nil || row["participant"] == nil {
            row.fault(
                "placement", sv: "Ange en placering, eller en anvisare och en deltagare.",
                en: "Give a placement, or a referrer and a participant.")
        }
        if readable, row["placement"] != nil, (row["referrer"] == nil) != (row["participant"] == nil) {
            row.fault(
                row["referrer"] == nil ? "referrer" : "participant",
                sv: "Anvisare och deltagare anges tillsammans; fyll i båda eller ingen.",
                en: "Referrer and participant are given together; fill in both or neither.")
        }
        guard let status = row["status"], status != OutcomeStatus.employed.rawValue else { return }
        for column in ["employer", "form", "subsidised"] {
            guard let value = row[column], value != YesNoUnknown.unknown.rawValue else { continue }
            row.fault(
                column, sv: "Gäller bara status employed; töm cellen eller ändra status.",
                en: "Only for the status employed; empty the cell or change the status.")
        }
    }
}
