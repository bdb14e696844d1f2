public import Documents
public import Domain
public import Statistics

/// The tables of a report as a workbook, a printed report and whoever else writes them out have them: the undertakings, the
/// shares with what is not known, one a cut, and what every figure means.
public struct ReportTables: Sendable {
    public let whole: PeriodReport
    public let language: Language

    public init(whole: PeriodReport, language: Language) {
        self.whole = whole
        self.language = language
    }

    public var report: AnnualReport { whole.report }

    /// Every table, in the order of a document.
    public var all: [DataTable] {
        [undertakings, shares, basis] + report.cuts.map { table($0) } + [definitions]
    }

    private func word(_ sv: String, _ en: String) -> String { Phrase(sv: sv, en: en)[language] }

    /// A row a key, the total and that of the year before; every figure that has a meaning in the cut, then the shares.
    ///
    /// - Parameter chapters: The figures that are shown.
    public func table(_ cut: Cut, _ chapters: [Figure.Chapter] = Figure.Chapter.allCases) -> DataTable {
        let figures = Figure.allCases.filter { cut.holds($0) && chapters.contains($0.chapter) }
        let shares = FigureShare.allCases.filter { share in
            [share.numerator, share.denominator].allSatisfy { cut.holds($0) && chapters.contains($0.chapter) }
        }
        let isAnswered = chapters.contains(Figure.known.chapter)
        var table = DataTable(
            word("Per \(cut.label.sv)", "By \(cut.label.en)"),
            [
                .init(cut.label[language].capitalizedFirst, .text), .init(word("Namn", "Name"), .text),
            ]
                + figures.map { .init($0.label[language].capitalizedFirst, .integer) }
                + shares.map { .init($0.heading[language].capitalizedFirst, .share) }
                + (isAnswered ? [.init(Definition.responseRate.label[language].capitalizedFirst, .share)] : []))
        func add(_ row: FigureRow, _ title: String, in own: Cut) {
            let counts = figures.map { figure in
                row[figure].map(DataTable.Value.integer) ?? (own.holds(figure) ? .withheld : .empty)
            }
            let answered = DataTable.Value(row[.known], of: row[.koladaDenominator])
            table.add(
                [.text(title), DataTable.Value(row.name)] + counts
                    + shares.map { DataTable.Value(row[$0.numerator], of: row[$0.denominator]) }
                    + (isAnswered ? [answered] : []))
        }
        for row in report.shown(cut) { add(row, cut.code(row)[language], in: cut) }
        add(report.total, word("Totalt", "Total"), in: .total)
        if let before = whole.before {
            add(before.total, before.period.label[language].capitalizedFirst, in: .total)
        }
        return table
    }

    /// The shares of the whole, with what is not known of them and how far that may move them.
    public var shares: DataTable {
        var table = DataTable(
            word("Andelar", "Shares"),
            [
                .init(word("Tal", "Figure"), .text), .init(word("Andel", "Share"), .share),
                .init(word("Antal", "Number"), .integer), .init(word("Av", "Of"), .integer),
                .init(word("Okända", "Unknown"), .integer),
                .init(Definition.responseRate.label[language].capitalizedFirst, .share),
                .init(word("Sämsta fall", "Worst case"), .share), .init(word("Bästa fall", "Best case"), .share),
            ])
        for share in FigureShare.allCases {
            let value = share.value(in: report.total)
            func count(_ count: Int?) -> DataTable.Value { count.map(DataTable.Value.integer) ?? .withheld }
            let (all, unknown) = (value.denominator, value.unknown)
            let known = all.flatMap { all in unknown.map { all - $0 } }
            let greatest = value.numerator.flatMap { counted in unknown.map { counted + $0 } }
            let part = DataTable.Value(value.numerator, of: all)
            table.add([
                .text(share.definition.label[language].capitalizedFirst), part, count(value.numerator), count(all),
                count(unknown), DataTable.Value(known, of: all), unknown == nil ? .withheld : part,
                DataTable.Value(greatest, of: all),
            ])
        }
        return table
    }

    /// What else the figures rest on, a sentence each.
    public var basis: DataTable {
        var table = DataTable(
            word("Underlaget", "Basis"), [.init(word("Vad siffrorna vilar på", "What the figures rest on"), .wide)])
        for note in whole.notes { table.add([.text(note[language])]) }
        for rule in FigureQuality.text {
            table.add([.text("\(rule.name[language].capitalizedFirst): \(rule.text[language])")])
        }
        return table
    }

    /// Each undertaking with its target, value, status and forecast.
    public var undertakings: DataTable {
        var table = DataTable(
            word("Åtaganden", "Undertakings"),
            [
                .init(word("Åtagande", "Undertaking"), .text), .init(word("Lydelse", "Wording"), .wide),
                .init(word("Enhet", "Unit"), .text), .init(word("Mått", "Measure"), .text),
                .init(word("Mål", "Target"), .decimal), .init(word("Nuläge", "Baseline"), .decimal),
                .init(word("Utfall", "Value"), .decimal), .init(word("Läge", "Status"), .text),
                .init(word("Prognos", "Forecast"), .decimal), .init(word("Prognos lägst", "Forecast, least"), .decimal),
                .init(word("Prognos högst", "Forecast, most"), .decimal),
                .init(word("Prognosens grund", "Forecast taken from"), .text),
            ])
        for result in whole.targets {
            let isHidden = result.shownStatus == nil
            func value(_ hundredths: Int?) -> DataTable.Value {
                guard let hundredths else { return .empty }
                return hundredths % 100 == 0 ? .integer(hundredths / 100) : .decimal(Double(hundredths) / 100)
            }
            let forecast = result.shownForecast
            table.add([
                .text(result.code), .text(result.text), .text(result.unit ?? word("alla", "all")),
                .text(result.measure.label[language]), value(result.target?.hundredths),
                value(result.baseline?.hundredths),
                isHidden ? .withheld : value(result.shownValue?.hundredths),
                isHidden ? .withheld : DataTable.Value(result.shownStatus?.label[language]),
                isHidden ? .withheld : value(forecast?.value.hundredths), value(forecast?.low?.hundredths),
                value(forecast?.high?.hundredths), DataTable.Value(forecast?.method.label[language]),
            ])
        }
        return table
    }

    /// What every figure means: the rule that it is counted by, in full, and the version of it.
    public var definitions: DataTable {
        var table = DataTable(
            word("Definitioner", "Definitions"),
            [
                .init(word("Tal", "Figure"), .text), .init(word("Namn i filer", "Name in files"), .text),
                .init(word("Regel", "Rule"), .text), .init(word("Så räknas det", "How it is counted"), .wide),
                .init(word("Källa", "Source"), .text),
            ])
        func add(_ label: Phrase, _ name: String, _ definition: Definition) {
            table.add([
                .text(label[language].capitalizedFirst), .text(name), .text(definition.identifier),
                .text(definition.text[language]), .text(definition.sources.map(\.text).joined(separator: ", ")),
            ])
        }
        for figure in Figure.allCases { add(figure.label, figure.rawValue, figure.definition) }
        add(Definition.timeToPlacement.label, FigureRow.daysToStartName, .timeToPlacement)
        for share in FigureShare.allCases {
            add(share.heading, "\(share.numerator.rawValue) / \(share.denominator.rawValue)", share.definition)
        }
        add(
            Definition.responseRate.label, "\(Figure.known.rawValue) / \(Figure.koladaDenominator.rawValue)",
            .responseRate)
        add(Definition.coverage.label, "coverage", .coverage)
        for method in Set(whole.targets.compactMap { $0.shownForecast?.method })
            .sorted(by: { $0.rawValue < $1.rawValue })
        {
            table.add([
                .text(word("Prognos: \(method.label.sv)", "Forecast: \(method.label.en)")), .text(method.rawValue),
                .text("forecast@\(Forecast.Method.version)"), .text(method.text[language]), .empty,
            ])
        }
        return table
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
