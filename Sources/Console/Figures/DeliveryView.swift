import Domain
import Statistics

/// What was agreed and what became of it, as a terminal, a script or a spreadsheet reads it.
struct DeliveryView {
    let report: DeliveryReport

    func write(to output: Output) throws {
        switch output.format {
        case .json: try output.writeJSON(report)
        case .csv, .spreadsheet: try output.list(departments(output.language))
        case .table: try writeTables(to: output)
        }
    }

    private func writeTables(to output: Output) throws {
        let year = report.year
        output.heading(Phrase(sv: "Från avtal till leverans \(year)", en: "From agreement to delivery \(year)"))
        try output.list(departments(output.language))
        if !report.unitsWithoutSlots.isEmpty {
            let codes = report.unitsWithoutSlots.joined(separator: ", ")
            output.heading(Phrase(sv: "Förvaltningar utan platser", en: "Departments without places"))
            output.say(Phrase(sv: codes, en: codes))
        }
        try writeNotRenewed(to: output)
        output.heading(Phrase(sv: "Avtal som inte är levererade", en: "Agreements not delivered"))
        if report.undelivered.isEmpty {
            output.say(Phrase(sv: "Alla är levererade.", en: "All are delivered."))
        } else {
            try output.list(undelivered(output.language))
        }
        output.definitions(DeliveryReport.definitions)
        for rule in DeliveryReport.ruleTexts {
            output.say(
                Phrase(sv: "\(rule.name.sv): \(rule.text.sv)", en: "\(rule.name.en): \(rule.text.en)"))
        }
    }

    private func writeNotRenewed(to output: Output) throws {
        guard report.departments.contains(where: { !$0.notRenewed.isEmpty }) else { return }
        output.heading(Phrase(sv: "Inte förnyade, och varför", en: "Not renewed, and why"))
        var table = Table(
            .init("unit", sv: "Enhet", en: "Unit"), .init("reason", sv: "Skäl", en: "Reason"),
            .init("slots", sv: "Praktikplatser", en: "Slots"), .init("places", sv: "Platser", en: "Places"))
        for row in report.departments {
            for not in row.notRenewed {
                table.add(
                    .text(row.unit), .text(not.reason.label[output.language]), .integer(not.slots),
                    .integer(not.places))
            }
        }
        try output.list(table)
    }

    private func departments(_ language: Language) -> Table {
        var table = Table(
            .init("unit", sv: "Enhet", en: "Unit"), .init("name", sv: "Namn", en: "Name"),
            .init("agreed", sv: "Avtalade", en: "Agreed"), .init("offered", sv: "Erbjudna", en: "Offered"),
            .init("filled", sv: "Tillsatta", en: "Filled"), .init("started", sv: "Påbörjade", en: "Started"),
            .init("delivered", sv: "Levererade", en: "Delivered"),
            .init("not_renewed", sv: "Inte förnyade", en: "Not renewed"))
        for row in report.departments {
            func person(_ count: Int) -> Cell { report.hidesPersons ? .empty : .integer(count) }
            table.add(
                .text(row.unit), .text(row.name), Cell(hundredths: row.agreed?.hundredths), .integer(row.offered),
                person(row.filled), person(row.started), person(row.delivered),
                .integer(row.notRenewed.reduce(0) { $0 + $1.slots }))
        }
        return table
    }

    private func undelivered(_ language: Language) -> Table {
        var table = Table(
            .init("code", sv: "Åtagande", en: "Undertaking"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("target", sv: "Mål", en: "Target"), .init("value", sv: "Utfall", en: "Value"),
            .init("age_days", sv: "Dagar", en: "Days"), .init("missing", sv: "Saknas", en: "Missing"))
        for open in report.undelivered {
            let result = open.result
            table.add(
                .text(result.code), .text(result.unit ?? Phrase(sv: "alla", en: "all")[language]),
                Cell(hundredths: result.target?.hundredths), Cell(hundredths: result.value?.hundredths),
                .integer(open.ageDays), .text(open.lacking(hidingPersons: report.hidesPersons)[language]))
        }
        return table
    }
}
