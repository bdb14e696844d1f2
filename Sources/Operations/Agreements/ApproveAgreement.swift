public import Domain
import Postgres
import Store

/// What became of an approval or a check: which version, and whether it holds now.
public struct AgreementProgress: Sendable, Hashable {
    public let version: Int
    /// Whether everybody has approved it and every check is made.
    public let isInForce: Bool
    public let state: PlacementState
}

extension Operations {
    /// Gives one party's word on the newest version. A registrar's account speaks for the host, a referrer's for the
    /// referrer, a participant for themselves; the coordinator on behalf of any, with a ground. The last word brings the
    /// version into force, if its checks are made.
    ///
    /// - Parameter version: The version as it was read: a newer one is refused, since nobody approves what they have not seen.
    public func approveAgreement(
        _ actor: Actor, _ code: Code, for party: AgreementParty? = nil, ground: AnswerGround? = nil,
        expecting version: Int? = nil, dryRun: Bool = false
    ) async throws -> AgreementProgress {
        let own = AgreementParty(of: actor.role)
        // Whom one speaks for stands in the log.
        var speaker = actor
        if own == nil {
            speaker.onBehalfOf = party?.role
            speaker.reason = try ground.map { try Line($0.label.sv) }
        }
        return try await change(speaker, .approveAgreement, dryRun: dryRun) { connection in
            let found = try await connection.placementToChange(code, actor, orAwaited: true)
            guard AgreementSheet.openStates.contains(found.placement.state) else {
                throw Refusal.agreement(.notOpen(found.placement.state))
            }
            if let own, let party, party != own { throw Refusal.agreement(.partyNotYours(party, actor.role)) }
            guard let party = own ?? party else { throw Refusal.agreement(.partyMissing) }
            if own == nil, ground == nil { throw Refusal.groundMissing }
            if own == .participant, actor.person != found.personID { throw Hidden(.placement, code.rawValue) }
            let newest = try await connection.newestAgreement(found, by: actor, at: clock.now())
            if let version, version != newest.number { throw Refusal.changedMeanwhile(.agreement, code.rawValue) }
            // A version that moves it is for its new host to approve.
            if own == .host, let units = try await connection.unitScope(actor),
                let unit = try await connection.unitAwaited(found.id, actor.municipality), !units.contains(unit)
            {
                throw Refusal.agreement(.partyNotYours(.host, actor.role))
            }
            guard newest.inForceAt == nil else { throw Refusal.agreement(.inForce(newest.number)) }
            guard newest.missingApprovals.contains(party) else { throw Refusal.agreement(.approvedAlready(party)) }
            try await connection.insertApproval(
                party, found.id, actor.municipality, version: newest.number, by: actor,
                ground: own == nil ? ground : nil)
            try await connection.revokePartyLinks(
                of: found.id, actor.municipality, purpose: .approveAgreement, party: party.party, at: clock.now())
            var after = ["code": code.rawValue, "version": "\(newest.number)", "party": party.rawValue]
            if own == nil { after["ground"] = ground?.rawValue }
            let approval = AuditRecord(entity: "agreement", id: found.id, after: after)
            let (progress, step) = try await bringIntoForce(found, connection, actor)
            return Changed(progress, records: [approval] + (step.map { [$0] } ?? []))
        }
    }

    /// Brings the newest version into force if nothing of it is missing: slot and days become its own, and what was accepted
    /// is agreed.
    func bringIntoForce(
        _ found: PlacementDetail, _ connection: Connection, _ actor: Actor, on day: Day? = nil, reason: Line? = nil
    ) async throws -> (AgreementProgress, AuditRecord?) {
        let standing = found.placement.state
        guard let newest = try await connection.agreementVersions(found.id, actor.municipality).last else {
            throw Refusal.agreement(.missing)
        }
        guard newest.inForceAt == nil, newest.missingApprovals.isEmpty, newest.missingChecks.isEmpty else {
            let isInForce = newest.inForceAt != nil
            return (AgreementProgress(version: newest.number, isInForce: isInForce, state: standing), nil)
        }
        let state = standing == .accepted ? PlacementState.agreed : standing
        try await connection.bringIntoForce(
            found.id, actor.municipality, version: newest.number, state: state, on: day ?? clock.today, reason: reason)
        let (before, after) = (found.placement, newest.terms)
        let record = AuditRecord(
            entity: "placement", id: found.id,
            before: [
                "code": before.code.rawValue, "state": standing.rawValue, "slot": before.slot.rawValue,
                "from": before.period.from.description, "to": before.period.to.description,
            ],
            after: [
                "code": before.code.rawValue, "state": state.rawValue, "slot": after.slot.rawValue,
                "from": after.period.from.description, "to": after.period.to.description,
                "agreement": "\(newest.number)",
            ])
        return (AgreementProgress(version: newest.number, isInForce: true, state: state), record)
    }
}
