import Documents
public import Domain
import Statistics

/// A column of the file for the municipality's planning system (VUV-IT), in its order: what stands in it, and of what it is
/// made. A system that names them otherwise maps by this list; the raw values are a contract.
public enum PlanningColumn: String, CaseIterable, Sendable {
    case municipality, year, periodFrom = "period_from", periodTo = "period_to", undertaking, document, section, number
    case unit, text, measure, rule, target, baseline, value, status
    case forecast, forecastLow = "forecast_low", forecastHigh = "forecast_high", comment

    public var text: Phrase {
        switch self {
        case .municipality: Phrase(sv: "Kommunens kod.", en: "The municipality's code.")
        case .year: Phrase(sv: "Året som följs upp.", en: "The year that is followed up.")
        case .periodFrom: Phrase(sv: "Periodens första dag.", en: "The period's first day.")
        case .periodTo: Phrase(sv: "Periodens sista dag.", en: "The period's last day.")
        case .undertaking: Phrase(sv: "Åtagandets kod.", en: "The undertaking's code.")
        case .document: Phrase(sv: "Beslutets dokument.", en: "The document of the decision.")
        case .section: Phrase(sv: "Dess avsnitt.", en: "Its section.")
        case .number: Phrase(sv: "Uppdragets nummer i avsnittet.", en: "The task's number in the section.")
        case .unit: Phrase(sv: "Enheten; tomt är alla förvaltningar.", en: "The unit; empty is all departments.")
        case .text: Phrase(sv: "Åtagandets lydelse.", en: "The undertaking's wording.")
        case .measure: Phrase(sv: "Vad målet är antal av.", en: "What the target is a number of.")
        case .rule: Phrase(sv: "Räkneregeln med version.", en: "The counting rule with its version.")
        case .target: Phrase(sv: "Målet.", en: "The target.")
        case .baseline: Phrase(sv: "Nuläget som ökningen räknas från.", en: "What an increase is reckoned from.")
        case .value: Phrase(sv: "Utfallet.", en: "The value.")
        case .status:
            Phrase(
                sv: "met, not_met eller not_assessable; tomt där det skulle röja personer.",
                en: "met, not_met or not_assessable; empty where it would tell of persons.")
        case .forecast: Phrase(sv: "Prognosen för året.", en: "The forecast of the year.")
        case .forecastLow: Phrase(sv: "Det lägsta i den.", en: "The least of it.")
        case .forecastHigh: Phrase(sv: "Det högsta i den.", en: "The most of it.")
        case .comment: Phrase(sv: "Läget i en mening, på svenska.", en: "How it stands in a sentence, in Swedish.")
        }
    }

    func cell(_ line: PlanningLine) -> CSVCell {
        let (task, result) = (line.undertaking, line.result)
        switch self {
        case .municipality: return .text(task.municipality.rawValue)
        case .year: return .integer(line.period.from.year)
        case .periodFrom: return .text(line.period.from.description)
        case .periodTo: return .text(line.period.to.description)
        case .undertaking: return .text(task.code.rawValue)
        case .document: return CSVCell(task.document?.rawValue)
        case .section: return CSVCell(task.section?.rawValue)
        case .number: return CSVCell(task.number?.rawValue)
        case .unit: return CSVCell(task.unit?.rawValue)
        case .text: return .text(task.text.rawValue)
        case .measure: return .text(result.measure.rawValue)
        case .rule: return .text(result.rule.identifier)
        case .target: return Self.number(result.target?.hundredths)
        case .baseline: return Self.number(result.baseline?.hundredths)
        case .value: return Self.number(result.shownValue?.hundredths)
        case .status: return CSVCell(result.shownStatus?.rawValue)
        case .forecast: return Self.number(result.shownForecast?.value.hundredths)
        case .forecastLow: return Self.number(result.shownForecast?.low?.hundredths)
        case .forecastHigh: return Self.number(result.shownForecast?.high?.hundredths)
        case .comment: return .text(line.comment)
        }
    }

    private static func number(_ hundredths: Int?) -> CSVCell {
        guard let hundredths else { return .empty }
        return hundredths % 100 == 0 ? .integer(hundredths / 100) : .decimal(Double(hundredths) / 100, places: 2)
    }
}
