public import Domain
import Postgres
import Store

extension Operations {
    /// Records that a check before the start was made: that it was, when, and by whom; never what it showed. The last one
    /// that is missing brings an approved version into force.
    public func recordCheck(
        _ actor: Actor, _ code: Code, _ check: CheckBeforeStart, on day: Day? = nil, dryRun: Bool = false
    ) async throws -> AgreementProgress {
        try await change(actor, .recordCheck, dryRun: dryRun) { connection in
            let found = try await connection.placementToChange(code, actor)
            guard AgreementSheet.openStates.contains(found.placement.state) else {
                throw Refusal.agreement(.notOpen(found.placement.state))
            }
            guard check.isRecorded else { throw Refusal.agreement(.checkNotRecorded(check)) }
            let day = day ?? clock.today
            guard day <= clock.today else { throw Refusal.dayNotReached(day) }
            let newest = try await connection.newestAgreement(found, by: actor, at: clock.now())
            let isNew = try await connection.insertCheck(
                check, found.id, actor.municipality, version: newest.number, on: day, by: actor.name)
            guard isNew else { throw Refusal.agreement(.checkRecordedAlready(check)) }
            let record = AuditRecord(
                entity: "agreement", id: found.id,
                after: [
                    "code": code.rawValue, "version": "\(newest.number)", "check": check.rawValue,
                    "on": day.description,
                ])
            let (progress, step) = try await bringIntoForce(found, connection, actor)
            return Changed(progress, records: [record] + (step.map { [$0] } ?? []))
        }
    }
}
