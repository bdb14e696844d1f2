public import Domain
import Postgres
import Store

extension Operations {
    /// Asks those again whom a placement waits for: who has not answered its proposal, has not approved its agreement, has not
    /// said whether it started, or how it ended. At most once a day each.
    ///
    /// - Returns: to how many.
    @discardableResult
    public func remind(_ actor: Actor, placement code: Code, dryRun: Bool = false) async throws -> Int {
        try await change(actor, .remind, dryRun: dryRun) { connection in
            let found = try await connection.placementInReach(code, actor)
            let duty = try await reminding(connection, actor.municipality)
            var posted = 0
            posted += try await duty.remindOfProposals(connection, of: found.id)
            posted += try await duty.remindOfApprovals(connection, of: found.id)
            posted += try await duty.askAboutStarts(connection, of: found.id)
            posted += try await duty.askAboutEnds(connection, of: found.id)
            guard posted > 0 else { throw Refusal.nobodyToRemind }
            return Changed(
                posted,
                AuditRecord(
                    entity: "placement", id: found.id, after: ["code": code.rawValue, "reminded": "\(posted)"]))
        }
    }

    /// Asks again about a unit's offers that nobody has confirmed for the days set; at most once a day.
    @discardableResult
    public func remind(_ actor: Actor, unit code: Code, dryRun: Bool = false) async throws -> Int {
        try await change(actor, .remind, dryRun: dryRun) { connection in
            guard let found = try await connection.units(actor.municipality, code: code).first else {
                throw Refusal.noSuch(.unit, code.rawValue)
            }
            let posted = try await reminding(connection, actor.municipality)
                .askToConfirmOffers(connection, of: found.id)
            guard posted > 0 else { throw Refusal.nobodyToRemind }
            return Changed(
                posted,
                AuditRecord(
                    entity: "organisation_unit", id: found.id,
                    after: ["code": code.rawValue, "reminded": "\(posted)"]))
        }
    }

    private func reminding(_ connection: Connection, _ municipality: MunicipalityCode) async throws -> MailDuty {
        MailDuty(
            municipality: municipality, now: clock.now(), today: clock.today,
            settings: try await connection.municipalitySettings(municipality), again: clock.today.description)
    }
}
