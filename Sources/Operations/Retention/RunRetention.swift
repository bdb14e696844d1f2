public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// Erases everything that is due by the municipality's rules, in one transaction, and writes the protocol.
    ///
    /// Nothing is half done: a run that is broken off has changed nothing, and the next one does all of it. While one runs
    /// another is refused.
    ///
    /// - Parameter day: another day than today, to see what would go then: in a dry run only.
    public func runRetention(
        _ actor: Actor, asOn day: Day? = nil, dryRun: Bool = false
    ) async throws -> RetentionReport {
        let today = dryRun ? day ?? clock.today : clock.today
        return try await change(actor, .runRetention, dryRun: dryRun) { connection in
            let municipality = actor.municipality
            guard try await connection.lockRetention(municipality) else { throw Refusal.retentionUnderWay }
            let run: Identifier<RetentionRun> = identifiers.next()
            var steps: [(record: RetentionStepRecord, gone: RetentionGone)] = []
            // Persons before their supervisors, whom their agreements hold.
            for rule in try await connection.retentionRules(municipality).map(RetentionRule.init) {
                let (before, subjects) = try await connection.retentionLook(rule.category, municipality, on: today)
                let due = subjects.filter(\.holds.isEmpty)
                guard !due.isEmpty else { continue }
                let gone = try await connection.erase(rule.category, due, municipality, on: today, run: run)
                let record = RetentionStepRecord(
                    category: rule.category, months: rule.months, basis: try Line(rule.basis.sv), before: before,
                    subjects: due.count, digest: gone.digest)
                steps.append((record, gone))
            }
            guard !steps.isEmpty else { return Changed(.nothing(on: today), records: []) }
            let code = try await connection.newRetentionCode(municipality)
            let digest = try await connection.insertRetentionRun(
                run, code, municipality, at: clock.now(), by: actor.name, on: today,
                auditEntries: steps.map(\.gone.auditEntries).reduce(0, +))
            for step in steps {
                try await connection.insert(step.record, of: run, municipality, counts: step.gone.counts)
            }
            guard let report = try await connection.retentionReport(code, municipality) else {
                throw Refusal.noSuch(.retentionRun, code.rawValue)
            }
            var said = ["code": code.rawValue, "on": today.description, "audit_digest": digest]
            for step in steps {
                said[step.record.category.rawValue] = "\(step.record.subjects) \(step.record.digest)"
            }
            return Changed(report, AuditRecord(entity: "retention_run", id: run, after: said))
        }
    }
}
