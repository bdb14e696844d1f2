public import Domain
import Postgres
public import Statistics
import Store

extension Operations {
    /// What was agreed in a year and what became of it, unit by unit, and the agreements that are not delivered.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - forPublication: Leaves counts of people out, as for a statistician always.
    public func deliveryReport(
        _ actor: Actor, year: Int, forPublication: Bool = false
    ) async throws -> DeliveryReport {
        let report = try await read(actor, .readFigures) { connection in
            let period = try Period(year: year)
            let status = try await connection.commitmentStatus(actor.municipality, year: year, today: clock.today)
            let first = Dictionary(
                uniqueKeysWithValues: try await connection.undertakings(actor.municipality).map {
                    ($0.record.code.rawValue, max($0.record.period.from, period.from))
                })
            let figures = try await connection.deliveryFigures(
                actor.municipality, period, before: year > 1 ? Period(year: year - 1) : period)
            return DeliveryReport(
                year: year, departments: figures.map(DeliveryReport.Department.init),
                unitsWithoutSlots: status.unitsWithoutSlots,
                undelivered: status.undertakings.filter { $0.status != .met }.compactMap { result in
                    first[result.code].map { .init(result, since: $0, today: clock.today) }
                })
        }
        return forPublication || actor.role == .statistician ? report.withoutPersons : report
    }
}

extension DeliveryReport.Department {
    fileprivate init(_ figures: DeliveryFigures) {
        let counts = zip(figures.reasonSlots, figures.reasonPlaces)
        self.init(
            unit: figures.unit, name: figures.name, kind: figures.kind, agreed: figures.agreed,
            offered: figures.offered, filled: figures.filled, started: figures.started, delivered: figures.completed,
            notRenewed: zip(figures.reasons, counts).compactMap { reason, counts in
                NoRenewalReason(rawValue: reason).map { .init(reason: $0, slots: counts.0, places: counts.1) }
            })
    }
}
