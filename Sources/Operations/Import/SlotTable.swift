import Domain
import Store

enum SlotTable: ImportTable {
    static let columns = [
        ImportColumn("code", .code, required: true), ImportColumn("unit", .code, required: true),
        ImportColumn("title", .line, required: true), ImportColumn("ssyk", .ssyk),
        ImportColumn("kind", .word(SlotKind.self), required: true), ImportColumn("purpose", .word(SlotPurpose.self)),
        ImportColumn("from", .day, required: true), ImportColumn("to", .day, required: true),
        ImportColumn("places", .places, required: true), ImportColumn("hours_per_day", .hours),
        ImportColumn("weekdays", .weekdays), ImportColumn("sfi_required", .word(SFICourse.self)),
        ImportColumn("licences", .keywords), ImportColumn("minimum_age", .age), ImportColumn("record_check", .yesNo),
        ImportColumn("earmark", .code), ImportColumn("supervisor", .code), ImportColumn("urgency", .word(Urgency.self)),
        ImportColumn("permanent_post", .yesNo), ImportColumn("area", .keyword),
        ImportColumn("state", .word(SlotState.self), required: true), ImportColumn("offered_on", .day),
        ImportColumn("withdrawn_on", .day), ImportColumn("withdrawn_reason", .line),
    ]
    static var staging: any StagedImport.Type { StagedSlots.self }

    static func check(_ row: inout ImportRow, today: Day) {
        row.checkOrder("from", "to")
        if row["licences"] == nil { row["licences"] = "{}" }
        let withdrawn = row["state"] == SlotState.withdrawn.rawValue
        if withdrawn, row["withdrawn_on"] == nil {
            row.fault(
                "withdrawn_on", sv: "En tillbakadragen plats behöver dagen från vilken den inte längre erbjuds.",
                en: "A withdrawn slot needs the day from which it is no longer offered.")
        }
        if !withdrawn, row["state"] != nil {
            for column in ["withdrawn_on", "withdrawn_reason"] where row[column] != nil {
                row.fault(
                    column, sv: "Platsen är inte tillbakadragen; töm cellen eller ändra state till withdrawn.",
                    en: "The slot is not withdrawn; empty the cell or change the state to withdrawn.")
            }
        }
        if let kind = row["kind"].flatMap(SlotKind.init(rawValue:)), let end = kind.closedFrom,
            let decided = row["offered_on"] ?? row["from"], decided >= end.description
        {
            row.fault(
                "kind", sv: "Inga nya beslut om \(kind.label.sv) fattas från \(end); välj en annan typ.",
                en: "No new decisions on \(kind.label.en) are made from \(end); choose another kind.")
        }
    }
}
