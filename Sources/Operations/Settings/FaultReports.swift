public import Domain
import FoundationEssentials
import Postgres
public import Store

extension Operations {
    /// So many reports a day are taken in a municipality: the form is open to anybody.
    static let faultReportsADay = 200

    /// Takes a report of something that keeps somebody from using a page. Open to anybody; who it is need not be said, and
    /// what is written stands in no log.
    ///
    /// - Parameters:
    ///   - actor: whoever is signed in, else a visitor of the municipality's pages.
    ///   - problem: 1 to 4,000 characters, lines allowed, no identity number.
    ///   - contact: where an answer is wanted, at most 254 characters.
    public func reportFault(
        _ actor: Actor, page: Line? = nil, problem: String, contact: Line? = nil
    ) async throws {
        try await change(actor, .reportFault) { connection in
            let problem = try checked(problem: problem)
            if let contact, contact.rawValue.count > 254 { throw Refusal.value("contact", .line) }
            guard try await connection.faultReportsToday(actor.municipality) < Self.faultReportsADay else {
                throw Refusal.value("problem", .tooManyReports)
            }
            let id: Identifier<FaultReport> = identifiers.next()
            try await connection.insertFaultReport(
                actor.municipality, id: id, page: page, problem: problem, contact: contact)
            return Changed(
                (), AuditRecord(entity: "fault_report", id: id, after: page.map { ["code": $0.rawValue] }))
        }
    }

    /// What has been reported: what nobody has handled first, the newest first.
    public func faultReports(_ actor: Actor) async throws -> [FaultReportRecord] {
        try await read(actor, .manageFaultReports) { try await $0.faultReports(actor.municipality) }
    }

    public func faultReport(_ actor: Actor, _ id: Identifier<FaultReport>) async throws -> FaultReportRecord {
        try await read(actor, .manageFaultReports) { connection in
            guard let report = try await connection.faultReport(id, actor.municipality) else {
                throw Refusal.noSuch(.faultReport, id.description)
            }
            return report
        }
    }

    /// Marks a report as handled today, with what was done about it.
    public func handleFaultReport(
        _ actor: Actor, _ id: Identifier<FaultReport>, answer: Line? = nil, dryRun: Bool = false
    ) async throws {
        try await change(actor, .manageFaultReports, dryRun: dryRun) { connection in
            guard
                try await connection.handleFaultReport(id, actor.municipality, on: clock.today, answer: answer)
            else { throw Refusal.noSuch(.faultReport, id.rawValue.uuidString.lowercased()) }
            return Changed(
                (),
                AuditRecord(
                    entity: "fault_report", id: id, after: ["handled_on": clock.today.description]))
        }
    }

    private func checked(problem: String) throws(Refusal) -> String {
        let lines = problem.split(whereSeparator: \.isNewline).map(String.init)
        guard problem.count <= 4000, !problem.contains("\0"), lines.contains(where: { (try? Line($0)) != nil }) else {
            throw .value("problem", .report)
        }
        for line in lines {
            guard let line = try? Line(line) else { continue }
            do { try line.checkHoldsNoIdentityNumber(today: clock.today) } catch { throw .value("problem", error) }
        }
        return lines.joined(separator: "\n")
    }
}
