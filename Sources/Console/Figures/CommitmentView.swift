import Domain
import Statistics

/// The undertakings of a year as a terminal, a script or a spreadsheet reads them.
struct CommitmentView {
    let status: CommitmentStatus

    static let forecast = Phrase(
        sv:
            "Prognosen är årets utfall om alla utkast erbjuds och alla föreslagna, accepterade och överenskomna praktiker "
            + "genomförs.",
        en: "The forecast is the year's figure if every draft is offered and every proposed, accepted and agreed "
            + "placement is carried through.")

    func write(to output: Output) throws {
        switch output.format {
        case .json: try output.writeJSON(status)
        case .csv, .spreadsheet: try output.list(file)
        case .table: try writeTables(to: output)
        }
    }

    private func writeTables(to output: Output) throws {
        let year = status.year
        guard !status.undertakings.isEmpty else {
            output.say(
                Phrase(sv: "Inget åtagande gäller år \(year).", en: "No undertaking is in force in \(year)."))
            return
        }
        output.heading(Phrase(sv: "Åtaganden \(year)", en: "Undertakings \(year)"))
        try output.list(overview(output.language))
        output.say(Self.forecast)
        for result in status.undertakings where result.unit == nil && result.rule.isOfPlaces {
            output.heading(
                Phrase(
                    sv: "\(result.code): erbjudna platser per förvaltning",
                    en: "\(result.code): places offered by department"))
            var table = Table(
                .init("unit", sv: "Förvaltning", en: "Department"), .init("offered", sv: "Erbjudna", en: "Offered"))
            for share in result.shares { table.add(.text(share.unit), .integer(share.offered)) }
            try output.list(table)
        }
        if !status.unitsWithoutSlots.isEmpty {
            let codes = status.unitsWithoutSlots.joined(separator: ", ")
            output.heading(Phrase(sv: "Förvaltningar utan platser", en: "Departments without places"))
            output.say(Phrase(sv: codes, en: codes))
        }
        output.rules(
            status.undertakings.map(\.rule).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
                + (status.undertakings.contains { $0.measure == .delta } ? [.delta] : []))
    }

    /// Fits 80 columns; the rest stands in CSV and JSON.
    private func overview(_ language: Language) -> Table {
        var table = Table(
            .init("code", sv: "Åtagande", en: "Undertaking"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("measure", sv: "Mått", en: "Measure"), .init("target", sv: "Mål", en: "Target"),
            .init("value", sv: "Utfall", en: "Value"), .init("forecast", sv: "Prognos", en: "Forecast"),
            .init("status", sv: "Läge", en: "Status"), .init("filled", sv: "Tillsatta", en: "Filled"))
        for result in status.undertakings {
            table.add(
                .text(result.code),
                .text(result.unit ?? Phrase(sv: "alla", en: "all")[language]),
                .text(result.measureLabel[language]), Cell(hundredths: result.target?.hundredths),
                Cell(hundredths: result.shownValue?.hundredths), Cell(hundredths: result.shownForecast?.hundredths),
                Cell(result.shownStatus?.label[language]), Cell(result.shownFilled))
        }
        return table
    }

    private var file: Table {
        var table = Table(
            [
                "year", "code", "unit", "measure", "rule", "target", "baseline", "value", "offered", "filled",
                "started",
                "completed", "status", "forecast",
            ].map { Table.Column($0, sv: $0, en: $0) })
        for result in status.undertakings {
            table.add(
                .integer(status.year), .text(result.code), Cell(result.unit), .text(result.measure.rawValue),
                .text(result.rule.identifier), Cell(hundredths: result.target?.hundredths),
                Cell(hundredths: result.baseline?.hundredths), Cell(hundredths: result.shownValue?.hundredths),
                .integer(result.count.offered), Cell(result.shownFilled), Cell(result.shownStarted),
                Cell(result.shownCompleted), Cell(result.shownStatus?.rawValue),
                Cell(hundredths: result.shownForecast?.hundredths))
        }
        return table
    }
}

extension UndertakingResult {
    /// What the target and the figure are numbers of.
    fileprivate var measureLabel: Phrase {
        switch rule {
        case .sixty, .koladaLike: Phrase(sv: "procent", en: "per cent")
        default: measure.label
        }
    }
}

extension CountingRule {
    fileprivate var isOfPlaces: Bool { self == .offeredInYear || self == .putInYear }
}

extension Cell {
    /// A whole number, or one with two decimals.
    init(hundredths: Int?) {
        guard let hundredths else {
            self = .empty
            return
        }
        self =
            hundredths % 100 == 0 ? .integer(hundredths / 100) : .decimal(Double(hundredths) / 100, places: 2)
    }
}
