public import Domain
public import Postgres

extension ReportDuty: RowDecodable {
    public init(row: Row) throws {
        try self.init(
            municipality: row.value("municipality"), code: row.value("code"), title: row.value("title"),
            recipient: row.value("recipient"), covers: row.value("covers"), days: row.value("days"),
            remindDays: row.value("remind_days"), from: row.value("starts_on"), to: row.value("ends_on"))
    }
}

/// A report that was handed in.
package struct ReportDelivery: Sendable, RowDecodable {
    package let duty: Identifier<ReportDuty>
    package let dueOn: Day
    package let deliveredOn: Day
    package let note: Line?

    package init(row: Row) throws {
        duty = try row.value("duty_id")
        dueOn = try row.value("due_on")
        deliveredOn = try row.value("delivered_on")
        note = try row.value("note")
    }
}

extension Connection {
    /// By code.
    package func reportDuties(_ municipality: MunicipalityCode, code: Code? = nil) async throws -> [Stored<ReportDuty>]
    {
        try await query(
            """
            SELECT municipality, id, code, title, recipient, covers, days, remind_days, starts_on, ends_on
            FROM report_duty
            WHERE municipality = \(municipality)\(SQL.narrowed(by: code.map { "code = \($0)" }))
            ORDER BY code COLLATE "C"
            """, as: Stored<ReportDuty>.self)
    }

    package func reportDeliveries(_ municipality: MunicipalityCode) async throws -> [ReportDelivery] {
        try await query(
            "SELECT duty_id, due_on, delivered_on, note FROM report_delivery WHERE municipality = \(municipality)",
            as: ReportDelivery.self)
    }

    package func insert(_ duty: ReportDuty, id: Identifier<ReportDuty>) async throws {
        _ = try await execute(
            """
            INSERT INTO report_duty (municipality, id, code, title, recipient, covers, days, remind_days, starts_on, ends_on)
            VALUES (\(duty.municipality), \(id), \(duty.code), \(duty.title), \(duty.recipient), \(duty.covers),
                \(duty.days), \(duty.remindDays), \(duty.from), \(duty.to))
            """)
    }

    package func update(_ duty: ReportDuty, id: Identifier<ReportDuty>) async throws {
        _ = try await execute(
            """
            UPDATE report_duty SET title = \(duty.title), recipient = \(duty.recipient), covers = \(duty.covers),
                days = \(duty.days), remind_days = \(duty.remindDays), starts_on = \(duty.from), ends_on = \(duty.to)
            WHERE municipality = \(duty.municipality) AND id = \(id)
            """)
    }

    package func insertDelivery(
        of duty: Identifier<ReportDuty>, _ municipality: MunicipalityCode, dueOn: Day, on day: Day, note: Line?
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO report_delivery (municipality, duty_id, due_on, delivered_on, note)
            VALUES (\(municipality), \(duty), \(dueOn), \(day), \(note))
            """)
    }

    /// Whether there was one.
    package func deleteDelivery(
        of duty: Identifier<ReportDuty>, _ municipality: MunicipalityCode, dueOn: Day
    ) async throws -> Bool {
        try await execute(
            """
            DELETE FROM report_delivery
            WHERE municipality = \(municipality) AND duty_id = \(duty) AND due_on = \(dueOn)
            """) == 1
    }
}
