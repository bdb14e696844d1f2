import Domain
import Store

enum PlacementTable: ImportTable {
    static let columns = [
        ImportColumn("code", .code, required: true), ImportColumn("referrer", .code, required: true),
        ImportColumn("participant", .code, required: true), ImportColumn("slot", .code, required: true),
        ImportColumn("from", .day, required: true), ImportColumn("to", .day, required: true),
        ImportColumn("state", .word(PlacementState.self), required: true), ImportColumn("state_on", .day),
        ImportColumn("reason", .line),
    ]
    static var staging: any StagedImport.Type { StagedPlacements.self }

    static func check(_ row: inout ImportRow, today: Day) {
        row.checkOrder("from", "to")
        guard let state = row["state"].flatMap(PlacementState.init(rawValue:)), row.isReadable("state_on") else {
            return
        }
        guard let day = row["state_on"] else {
            if state == .interrupted {
                row.fault(
                    "state_on", sv: "En avbruten praktik behöver sin sista dag.",
                    en: "An interrupted placement needs its last day.")
            }
            return
        }
        if [.started, .noShow, .completed, .interrupted].contains(state), let from = row["from"], day < from {
            row.fault(
                "state_on", sv: "Dagen ligger före praktikens första dag; rätta någon av dem, eller använd withdrawn.",
                en: "The day lies before the placement's first day; correct one of them, or use withdrawn.")
        }
        if state == .interrupted, let to = row["to"], day > to {
            row.fault(
                "state_on", sv: "Dagen ligger efter praktikens sista dag; en sådan praktik är completed.",
                en: "The day lies after the placement's last day; such a placement is completed.")
        }
    }
}
