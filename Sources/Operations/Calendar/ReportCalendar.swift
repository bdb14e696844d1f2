public import Domain
import Postgres
import Store

extension Operations {
    /// What is due to whom, by day: what has not been handed in and is due within a year from today, or has been overdue for
    /// two years at most, and what was handed in that was due within the year before.
    public func reportCalendar(_ actor: Actor) async throws -> [DueReport] {
        try await read(actor, .readCalendar) { try await $0.dueReports(actor.municipality, today: clock.today) }
    }

    /// The reports that are due again and again, by code.
    public func reportDuties(_ actor: Actor, code: Code? = nil) async throws -> [ReportDuty] {
        try await read(actor, .readCalendar) { connection in
            let found = try await connection.reportDuties(actor.municipality, code: code).map(\.record)
            if let code, found.isEmpty { throw Refusal.noSuch(.reportDuty, code.rawValue) }
            return found
        }
    }

    /// Notes that a report was handed in, on a day (today if none is given).
    ///
    /// - Parameters:
    ///   - dueOn: one of the days on which it is due.
    ///   - note: such as the file's number; nothing of persons.
    public func deliverReport(
        _ actor: Actor, _ code: Code, dueOn: Day, on day: Day? = nil, note: Line? = nil, dryRun: Bool = false
    ) async throws {
        try await change(actor, .deliverReport, dryRun: dryRun) { connection in
            try checked(note, as: "note")
            let day = day ?? clock.today
            guard day <= clock.today else { throw Refusal.dayNotReached(day) }
            let duty = try await connection.reportDuty(code, actor.municipality)
            guard try duty.record.dueDays(in: Period(from: dueOn, to: dueOn)) == [dueOn] else {
                throw Refusal.reportNotDue(dueOn)
            }
            try await connection.insertDelivery(
                of: duty.id, actor.municipality, dueOn: dueOn, on: day, note: note)
            return Changed(
                (),
                AuditRecord(
                    entity: "report_duty", id: duty.id,
                    after: [
                        "code": code.rawValue, "due_on": dueOn.description, "delivered_on": day.description,
                        "note": note?.rawValue ?? "",
                    ]))
        }
    }

    /// Takes back what was noted by mistake.
    public func undeliverReport(_ actor: Actor, _ code: Code, dueOn: Day, dryRun: Bool = false) async throws {
        try await change(actor, .deliverReport, dryRun: dryRun) { connection in
            let duty = try await connection.reportDuty(code, actor.municipality)
            guard try await connection.deleteDelivery(of: duty.id, actor.municipality, dueOn: dueOn) else {
                throw Refusal.reportNotDelivered(dueOn)
            }
            return Changed(
                (),
                AuditRecord(
                    entity: "report_duty", id: duty.id,
                    before: ["code": code.rawValue, "due_on": dueOn.description, "delivered": "yes"],
                    after: ["code": code.rawValue, "due_on": dueOn.description]))
        }
    }
}

extension Connection {
    func reportDuty(_ code: Code, _ municipality: MunicipalityCode) async throws -> Stored<ReportDuty> {
        guard let found = try await reportDuties(municipality, code: code).first else {
            throw Refusal.noSuch(.reportDuty, code.rawValue)
        }
        return found
    }

    func dueReports(_ municipality: MunicipalityCode, today: Day) async throws -> [DueReport] {
        let duties = try await reportDuties(municipality)
        guard !duties.isEmpty else { return [] }
        let deliveries = Dictionary(grouping: try await reportDeliveries(municipality), by: \.duty)
        let asked = try Period(from: today.adding(years: -2), to: today.adding(years: 1))
        let oldestDelivered = today.adding(years: -1)
        var reports: [DueReport] = []
        for duty in duties {
            let delivered = Dictionary(
                (deliveries[duty.id] ?? []).map { ($0.dueOn, $0) }, uniquingKeysWith: { first, _ in first })
            // What was handed in stays on record when the duty's days are changed.
            let days = Set(duty.record.dueDays(in: asked)).union(delivered.keys.filter(asked.contains))
            for day in days where delivered[day] == nil || day >= oldestDelivered {
                reports.append(
                    try DueReport(
                        duty.record, dueOn: day, deliveredOn: delivered[day]?.deliveredOn, note: delivered[day]?.note,
                        today: today))
            }
        }
        return reports.sorted { ($0.dueOn, $0.duty.code.rawValue) < ($1.dueOn, $1.duty.code.rawValue) }
    }
}
