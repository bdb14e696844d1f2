public import Domain
import Postgres
import Store

extension Operations {
    /// Adds a report that is due again and again. Refused if the code is taken.
    public func addReportDuty(_ actor: Actor, _ duty: ReportDuty, dryRun: Bool = false) async throws {
        try await change(actor, .manageCalendar, dryRun: dryRun) { connection in
            let id: Identifier<ReportDuty> = identifiers.next()
            try await connection.insert(duty, id: id)
            return Changed((), AuditRecord(entity: "report_duty", id: id, after: duty.auditFields))
        }
    }

    /// Changes one, its code apart; returns it as it then stands. One that is no longer due is given a last day.
    @discardableResult
    public func changeReportDuty(
        _ actor: Actor, _ code: Code, expecting version: Version? = nil, dryRun: Bool = false,
        _ change: (inout ReportDuty) throws -> Void
    ) async throws -> ReportDuty {
        try await self.change(actor, .manageCalendar, dryRun: dryRun) { connection in
            try await connection.lockRegister("report_duty", code, actor.municipality)
            let found = try await connection.reportDuty(code, actor.municipality)
            try found.record.version.check(version, .reportDuty, code.rawValue)
            var new = found.record
            try change(&new)
            new.municipality = actor.municipality
            new.code = code
            try new.checkOrRefuse()
            let record = AuditRecord(
                entity: "report_duty", id: found.id, code: code.rawValue, from: found.record, to: new)
            guard let record else { return Changed(new) }
            try await connection.update(new, id: found.id)
            return Changed(new, record)
        }
    }

    /// Adds those of ``ReportDuty/usual(_:from:)`` whose codes are free, from today on; returns their codes.
    public func addUsualReportDuties(_ actor: Actor, dryRun: Bool = false) async throws -> [Code] {
        try await change(actor, .manageCalendar, dryRun: dryRun) { connection in
            let taken = Set(try await connection.reportDuties(actor.municipality).map(\.record.code))
            let new = try ReportDuty.usual(actor.municipality, from: clock.today).filter { !taken.contains($0.code) }
            var records: [AuditRecord] = []
            for duty in new {
                let id: Identifier<ReportDuty> = identifiers.next()
                try await connection.insert(duty, id: id)
                records.append(AuditRecord(entity: "report_duty", id: id, after: duty.auditFields))
            }
            return Changed(new.map(\.code), records: records)
        }
    }
}

extension ReportDuty {
    fileprivate mutating func checkOrRefuse() throws(Refusal) {
        days = Set(days).sorted()
        do { try check() } catch {
            switch error {
            case .periodReversed: throw .value("to", error)
            case .remindDays: throw .value("remind_days", error)
            default: throw .value("days", error)
            }
        }
    }
}

extension ReportDuty: Recorded {
    package var auditFields: [String: String] {
        var fields = [
            "code": code.rawValue, "title": title.rawValue, "recipient": recipient.rawValue, "covers": covers.rawValue,
            "days": days.map(\.description).joined(separator: "|"), "remind_days": String(remindDays),
            "from": from.description,
        ]
        fields["to"] = to?.description
        return fields
    }

    public var version: Version { Version(of: auditFields) }
}
