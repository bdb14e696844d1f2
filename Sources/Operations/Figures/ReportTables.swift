public import Documents
public import Domain
public import Statistics

/// The tables of an annual report as a workbook, a printed report and whoever else writes them out have them: one a cut, the
/// undertakings, and what every figure means.
public struct ReportTables: Sendable {
    public let report: AnnualReport
    /// The year before, kept back in the same way.
    public let before: AnnualReport
    public let commitment: CommitmentStatus
    public let language: Language

    public init(report: AnnualReport, before: AnnualReport, commitment: CommitmentStatus, language: Language) {
        self.report = report
        self.before = before
        self.commitment = commitment
        self.language = language
    }

    /// Every table, in the order of a document.
    public var all: [DataTable] {
        [undertakings] + Cut.allCases.filter { $0 != .total }.map(table) + [definitions]
    }

    private func word(_ sv: String, _ en: String) -> String { Phrase(sv: sv, en: en)[language] }

    /// A row a key, the total and that of the year before; every figure that has a meaning in the cut, then the shares.
    public func table(_ cut: Cut) -> DataTable {
        let figures = Figure.allCases.filter { cut.holds($0) }
        let shares = ReportShare.allCases.filter { cut.holds($0.numerator) && cut.holds($0.denominator) }
        var table = DataTable(
            word("Per \(cut.label.sv)", "By \(cut.label.en)"),
            [
                .init(cut.label[language].capitalizedFirst, .text), .init(word("Namn", "Name"), .text),
            ]
                + figures.map { .init($0.label[language].capitalizedFirst, .integer) }
                + shares.map { .init($0.label[language], .share) })
        func add(_ row: FigureRow, _ title: String, in own: Cut) {
            table.add(
                [.text(title), DataTable.Value(row.name)]
                    + figures.map { figure in
                        row[figure].map(DataTable.Value.integer) ?? (own.holds(figure) ? .withheld : .empty)
                    }
                    + shares.map { DataTable.Value(row[$0.numerator], of: row[$0.denominator]) })
        }
        for row in report[cut] where cut != .kind || !row.isEmpty { add(row, row.title(in: cut)[language], in: cut) }
        add(report.total, word("Totalt", "Total"), in: .total)
        add(before.total, word("Totalt \(before.year)", "Total \(before.year)"), in: .total)
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
        for result in commitment.undertakings {
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
            ])
        for figure in Figure.allCases {
            table.add([
                .text(figure.label[language].capitalizedFirst), .text(figure.rawValue),
                .text(figure.definition.identifier), .text(figure.definition.text[language]),
            ])
        }
        for share in ReportShare.allCases {
            table.add([
                .text(share.label[language]), .text("\(share.numerator.rawValue) / \(share.denominator.rawValue)"),
                .text(share.numerator.definition.identifier), .text(share.text[language]),
            ])
        }
        for method in Set(commitment.undertakings.compactMap { $0.shownForecast?.method })
            .sorted(by: { $0.rawValue < $1.rawValue })
        {
            table.add([
                .text(word("Prognos: \(method.label.sv)", "Forecast: \(method.label.en)")), .text(method.rawValue),
                .text("forecast@\(Forecast.Method.version)"), .text(method.text[language]),
            ])
        }
        return table
    }
}

/// A share that stands beside the figures it is made of.
enum ReportShare: CaseIterable {
    case employed, kolada, sixty, response

    var numerator: Figure {
        switch self {
        case .employed: .employedAny
        case .kolada: .koladaNumerator
        case .sixty: .sixtyNumerator
        case .response: .known
        }
    }

    var denominator: Figure { self == .sixty ? .sixtyDenominator : .koladaDenominator }

    var label: Phrase {
        switch self {
        case .employed: Phrase(sv: "Anställda, andel", en: "Employed, share")
        case .kolada: Phrase(sv: "Kolada, andel", en: "Kolada, share")
        case .sixty: Phrase(sv: "60 %, andel", en: "60%, share")
        case .response: Phrase(sv: "Svarsandel", en: "Response rate")
        }
    }

    var text: Phrase {
        switch self {
        case .response:
            Phrase(
                sv: "De avslutade praktiker där man vet hur det gick, av alla som slutade under året.",
                en: "The placements of which it is known how it went, of all that ended in the year.")
        default:
            Phrase(
                sv: "Täljaren av nämnaren; okända ingår i nämnaren.",
                en: "The numerator of the denominator; the unknown are in the denominator.")
        }
    }
}

extension FigureRow {
    /// What the row is called: a code, or a word in the reader's language.
    func title(in cut: Cut) -> Phrase {
        if key == Cut.total.rawValue { return Phrase(sv: "Totalt", en: "Total") }
        switch cut {
        case .sex: return Sex(rawValue: key)?.label ?? Phrase(sv: key, en: key)
        case .kind: return SlotKind(rawValue: key)?.label ?? Phrase(sv: key, en: key)
        default: return Phrase(sv: key, en: key)
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
