import Domain
import Statistics

/// The undertakings of a year as a terminal, a script or a spreadsheet reads them.
struct CommitmentView {
    let status: CommitmentStatus

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
        forecasts(output)
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

    /// How the forecasts were reached, each way once, and what they say of transitions into employment.
    private func forecasts(_ output: Output) {
        let forecasts = status.undertakings.compactMap(\.shownForecast)
        for method in Forecast.Method.allCases where method != .closed {
            let years = forecasts.filter { $0.method == method }.flatMap(\.years)
            guard forecasts.contains(where: { $0.method == method }) else { continue }
            let span = Set(years).sorted().map(String.init).joined(separator: ", ")
            output.say(
                Phrase(
                    sv: "Prognos, \(method.label.sv)\(span.isEmpty ? "" : " (\(span))"): \(method.text.sv)",
                    en: "Forecast, \(method.label.en)\(span.isEmpty ? "" : " (\(span))"): \(method.text.en)"))
        }
        for result in status.undertakings where result.unit == nil && result.rule == .offeredInYear {
            guard let employed = result.shownEmployed, let forecast = result.shownTransitions,
                forecast.method != .closed
            else { continue }
            let expected = forecast.written
            output.say(
                Phrase(
                    sv: "\(result.code): \(employed) praktiker har lett till anställning; prognos \(expected.sv).",
                    en: "\(result.code): \(employed) placements have led to employment; forecast \(expected.en)."))
        }
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
                Cell(hundredths: result.shownValue?.hundredths), Cell(result.shownForecast?.written[language]),
                Cell(result.shownStatus?.label[language]), Cell(result.shownFilled))
        }
        return table
    }

    private var file: Table {
        var table = Table(
            [
                "year", "code", "unit", "measure", "rule", "target", "baseline", "value", "offered", "filled",
                "started",
                "completed", "status", "forecast", "forecast_low", "forecast_high", "forecast_method", "employed_any",
                "employed_forecast", "employed_forecast_low", "employed_forecast_high", "employed_forecast_method",
            ].map { Table.Column($0, sv: $0, en: $0) })
        for result in status.undertakings {
            table.add(
                .integer(status.year), .text(result.code), Cell(result.unit), .text(result.measure.rawValue),
                .text(result.rule.identifier), Cell(hundredths: result.target?.hundredths),
                Cell(hundredths: result.baseline?.hundredths), Cell(hundredths: result.shownValue?.hundredths),
                .integer(result.count.offered), Cell(result.shownFilled), Cell(result.shownStarted),
                Cell(result.shownCompleted), Cell(result.shownStatus?.rawValue),
                Cell(hundredths: result.shownForecast?.value.hundredths),
                Cell(hundredths: result.shownForecast?.low?.hundredths),
                Cell(hundredths: result.shownForecast?.high?.hundredths), Cell(result.shownForecast?.method.rawValue),
                Cell(result.shownEmployed), Cell(hundredths: result.shownTransitions?.value.hundredths),
                Cell(hundredths: result.shownTransitions?.low?.hundredths),
                Cell(hundredths: result.shownTransitions?.high?.hundredths),
                Cell(result.shownTransitions?.method.rawValue))
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

extension Forecast {
    /// With its range, as a cell has room for: `53 (51–56)`.
    fileprivate var written: Phrase {
        let value = Phrase.number(hundredths: value.hundredths)
        guard let low, let high, low != high else { return value }
        let (from, to) = (Phrase.number(hundredths: low.hundredths), Phrase.number(hundredths: high.hundredths))
        return Phrase(sv: "\(value.sv) (\(from.sv)–\(to.sv))", en: "\(value.en) (\(from.en)–\(to.en))")
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
