public import Domain
import Postgres
import Store

extension Operations {
    /// Lets every proposal lapse whose time to be answered is out, protected persons' too. Done again it finds none; one that
    /// somebody is answering at the moment is left for the next time.
    ///
    /// - Returns: their codes.
    @discardableResult
    public func lapseOverdue(_ actor: Actor, dryRun: Bool = false) async throws -> [Code] {
        try await change(actor, .stepPlacement, dryRun: dryRun) { connection in
            guard let step = PlacementLifecycle.transition(from: .proposed, to: .lapsed) else {
                throw Refusal.stepIllegal(from: .proposed, to: .lapsed)
            }
            guard step.roles.contains(actor.role) else { throw Refusal.stepNotYours(step, actor.role) }
            let settings = try await connection.municipalitySettings(actor.municipality)
            let overdue = try await connection.lockProposals(
                actor.municipality, madeUntil: clock.today.adding(-settings.lapseDays))
            for one in overdue {
                try await connection.setPlacementState(
                    one.id, actor.municipality, .lapsed, on: clock.today, reason: nil)
            }
            let records = overdue.map { one in
                AuditRecord(
                    entity: "placement", id: one.id,
                    before: ["code": one.code.rawValue, "state": PlacementState.proposed.rawValue],
                    after: [
                        "code": one.code.rawValue, "state": PlacementState.lapsed.rawValue,
                        "state_on": clock.today.description,
                    ])
            }
            return Changed(overdue.map(\.code), records: records)
        }
    }
}
