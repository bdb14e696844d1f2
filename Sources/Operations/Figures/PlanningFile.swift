public import Documents
public import Domain
import Postgres
public import Statistics
import Store

/// How one undertaking stands in a year or at the end of a part of it, as the planning system is told.
public struct PlanningLine: Sendable {
    public let undertaking: Undertaking
    public let result: UndertakingResult
    /// The part of the undertaking's time that lies in the year so far.
    public let period: Period

    /// In the order of ``PlanningColumn``.
    public var cells: [CSVCell] { PlanningColumn.allCases.map { $0.cell(self) } }

    var comment: String {
        guard let status = result.shownStatus else { return "Visas inte: talet gäller personer." }
        var words = status.label.sv.capitalizedFirst
        if let value = result.shownValue {
            words += ": \(Phrase.number(hundredths: value.hundredths).sv)"
            if let target = result.target, result.measure != .delta {
                words += " av \(Phrase.number(hundredths: target.hundredths).sv)"
            }
        }
        guard let forecast = result.shownForecast, forecast.method != .closed else { return words + "." }
        words += ". Prognos \(Phrase.number(hundredths: forecast.value.hundredths).sv)"
        if let low = forecast.low, let high = forecast.high {
            words += ", mellan \(Phrase.number(hundredths: low.hundredths).sv)"
            words += " och \(Phrase.number(hundredths: high.hundredths).sv)"
        }
        return words + "."
    }
}

extension Operations {
    /// The undertakings of a period's year as they stand at its end, for the planning system, by code. The file leaves the
    /// house, so that counts of people are left out whoever takes it, and days of one's own choice are refused.
    public func planningFile(_ actor: Actor, _ period: ReportPeriod) async throws -> [PlanningLine] {
        guard period.isFixed else { throw Refusal.value("period", .freePeriodPublished) }
        let days = try Self.days(of: period)
        let status = try await commitmentStatus(actor, through: period, forPublication: true)
        let tasks = try await read(actor, .readFigures) { connection in
            try await connection.undertakings(actor.municipality).map(\.record)
        }
        let byCode = Dictionary(tasks.map { ($0.code.rawValue, $0) }) { first, _ in first }
        let span = try Period(from: Day(days.to.year, 1, 1), to: days.to)
        return status.undertakings.compactMap { result in
            guard let task = byCode[result.code], let period = task.period.intersection(span) else { return nil }
            return PlanningLine(undertaking: task, result: result, period: period)
        }
    }

    /// The same as CSV for machines.
    public func planningDocument(_ actor: Actor, _ period: ReportPeriod) async throws -> PrintedDocument {
        var writer = CSVWriter(.machines)
        writer.write(PlanningColumn.allCases.map(\.rawValue))
        for line in try await planningFile(actor, period) { writer.write(line.cells) }
        return PrintedDocument(name: "praktik-planering-\(actor.municipality)-\(period).csv", bytes: writer.take())
    }
}
