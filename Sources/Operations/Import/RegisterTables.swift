import Domain
import Store

enum UnitTable: ImportTable {
    static let columns = [
        ImportColumn("code", .code, required: true), ImportColumn("name", .line, required: true),
        ImportColumn("kind", .word(UnitKind.self), required: true), ImportColumn("parent", .code),
        ImportColumn("email", .email), ImportColumn("valid_from", .day), ImportColumn("valid_to", .day),
        ImportColumn("successor", .code),
    ]
    static var staging: any StagedImport.Type { StagedUnits.self }

    static func check(_ row: inout ImportRow, today: Day) {
        row.checkOrder("valid_from", "valid_to")
        guard let code = row["code"] else { return }
        for column in ["parent", "successor"] where row[column] == code {
            row.fault(
                column,
                sv: "En enhet kan inte stå över eller efterträda sig själv; ange en annan enhet eller lämna tomt.",
                en: "A unit cannot stand above or succeed itself; name another unit or leave it empty.")
        }
    }
}

enum ReferrerTable: ImportTable {
    static let columns = [
        ImportColumn("code", .code, required: true), ImportColumn("name", .line, required: true),
        ImportColumn("email", .email),
    ]
    static var staging: any StagedImport.Type { StagedReferrers.self }
    static func check(_ row: inout ImportRow, today: Day) {}
}

enum SupervisorTable: ImportTable {
    static let columns = [
        ImportColumn("code", .code, required: true), ImportColumn("unit", .code, required: true),
        ImportColumn("name", .line, required: true), ImportColumn("email", .email), ImportColumn("trained_on", .day),
        ImportColumn("capacity", .supervision), ImportColumn("deputy", .code),
    ]
    static var staging: any StagedImport.Type { StagedSupervisors.self }

    static func check(_ row: inout ImportRow, today: Day) {
        guard let code = row["code"], row["deputy"] == code else { return }
        row.fault(
            "deputy", sv: "En handledare kan inte vara sin egen ersättare; ange en annan eller lämna tomt.",
            en: "A supervisor cannot be their own deputy; name another or leave it empty.")
    }
}

enum UndertakingTable: ImportTable {
    static let columns = [
        ImportColumn("code", .code, required: true), ImportColumn("document", .line), ImportColumn("section", .line),
        ImportColumn("number", .line), ImportColumn("unit", .code), ImportColumn("text", .line, required: true),
        ImportColumn("measure", .word(UndertakingMeasure.self), required: true), ImportColumn("target", .amount),
        ImportColumn("baseline", .amount), ImportColumn("earmark", .code),
        ImportColumn("from", .day, required: true), ImportColumn("to", .day, required: true),
        ImportColumn("cadence", .word(Cadence.self)), ImportColumn("rule", .word(CountingRule.self)),
    ]
    static var staging: any StagedImport.Type { StagedUndertakings.self }

    static func check(_ row: inout ImportRow, today: Day) {
        row.checkOrder("from", "to")
        if row["cadence"] == nil { row["cadence"] = Cadence.year.rawValue }
        if row["rule"] == nil {
            row["rule"] = row["measure"].flatMap(UndertakingMeasure.init(rawValue:))?.usualRule.rawValue
        }
    }
}
