public import Domain
import Postgres
import Store

extension Operations {
    /// Gives a party's answer to a proposal. When both have accepted the placement is accepted; when one declines it is
    /// declined. Whether the person and the place are free is the database's to say.
    ///
    /// A party answers for itself. Whoever may answer for it does so on a ground, and the log says for whom.
    ///
    /// - Returns: where the placement stands then.
    @discardableResult
    public func answerPlacement(
        _ actor: Actor, _ code: Code, _ party: AnsweringParty, _ answer: ProposalAnswer, note: Line? = nil,
        onBehalf ground: AnswerGround? = nil, expecting version: Version? = nil, dryRun: Bool = false
    ) async throws -> PlacementState {
        var actor = actor
        if ground != nil { actor.onBehalfOf = party.role }
        return try await change(actor, .answerPlacement, dryRun: dryRun) { connection in
            try checked(note, as: "--note")
            let found = try await connection.placementToChange(code, actor)
            try found.placement.version.check(version, .placement, code.rawValue)
            return try await give(
                connection, actor, found, party, answer, note: note, onBehalf: ground, on: clock.today)
        }
    }

    /// The answer and what follows of it, within a change that has the placement's row.
    func give(
        _ connection: Connection, _ actor: Actor, _ found: PlacementDetail, _ party: AnsweringParty,
        _ answer: ProposalAnswer, note: Line?, onBehalf ground: AnswerGround?, on day: Day
    ) async throws -> Changed<PlacementState> {
        guard found.placement.state == .proposed else { throw Refusal.answersClosed }
        if actor.role == party.role {
            guard ground == nil else { throw Refusal.answerNotYours }
        } else {
            guard PlacementLifecycle.substitutes.contains(actor.role) else { throw Refusal.answerNotYours }
            guard ground != nil else { throw Refusal.groundMissing }
        }
        if let reason = answer.reason, !DeclineReason.list(of: party).contains(reason) {
            throw Refusal.value("reason", .declineReason)
        }
        let municipality = actor.municipality
        try await connection.insertPlacementAnswer(
            found.id, municipality, id: identifiers.next(), party, answer, note: note, ground: ground, on: day)
        var state = PlacementState.proposed
        switch answer {
        case .accepted where try await connection.isAcceptedByBoth(found.id, municipality):
            state = .accepted
            try await connection.setPlacementState(found.id, municipality, state, on: day, reason: nil)
            // What is accepted has an agreement to be approved.
            _ = try await connection.newestAgreement(found, by: actor, at: clock.now())
        case .accepted: break
        case .declined(let reason):
            state = .declined
            let stored = try Line(reason.placementReason(of: party).sv)
            try await connection.setPlacementState(found.id, municipality, state, on: day, reason: stored)
        }
        var said = [
            "code": found.placement.code.rawValue, "party": party.rawValue, "answer": answer.kind.rawValue,
            "state": state.rawValue,
        ]
        said["reason"] = answer.reason?.rawValue
        said["ground"] = ground?.rawValue
        return Changed(
            state,
            AuditRecord(
                entity: "placement", id: found.id,
                before: ["code": found.placement.code.rawValue, "state": found.placement.state.rawValue], after: said))
    }
}
