public import Domain
import Postgres
import Store

extension Operations {
    /// Records a dated status: of a placement, or of a person with or without one. Returns its code, made if none is given.
    ///
    /// - Parameter outcome: The status under its code; it names either a placement, or a referrer and a participant.
    public func recordOutcome(
        _ actor: Actor, code: Code? = nil, dryRun: Bool = false, _ outcome: (Code) -> Outcome
    ) async throws -> Code {
        try await change(actor, .recordOutcome, dryRun: dryRun) { connection in
            let made: Code = if let code { code } else { try await connection.newOutcomeCode(actor.municipality) }
            let outcome = outcome(made)
            guard outcome.checkedOn <= clock.today else { throw Refusal.dayNotReached(outcome.checkedOn) }
            let subject = try await connection.subject(of: outcome)
            let id: Identifier<Outcome> = identifiers.next()
            try await connection.insert(
                outcome, id: id, participant: subject.participant, person: subject.person, placement: subject.placement)
            if let placement = subject.placement {
                try await connection.standBack(id, of: placement, actor.municipality)
            }
            return Changed(made, AuditRecord(outcome: outcome, id))
        }
    }
}

extension Connection {
    /// Whose status it is.
    fileprivate func subject(
        of outcome: Outcome
    ) async throws -> (
        participant: Identifier<Participant>, person: Identifier<Person>, placement: Identifier<Placement>?
    ) {
        switch (outcome.placement, outcome.referrer, outcome.participant) {
        case (let code?, nil, nil):
            guard let found = try await placements(outcome.municipality, PlacementFilter(codes: [code])).first else {
                throw Refusal.noSuch(.placement, code.rawValue)
            }
            return (found.participantID, found.personID, found.id)
        case (nil, let referrer?, let reference?):
            let filter = ParticipantFilter(referrerCode: referrer, reference: reference)
            guard let found = try await participants(outcome.municipality, filter).first else {
                throw Refusal.noSuch(.participant, "\(referrer)/\(reference)")
            }
            return (found.id, found.personID, nil)
        default:
            throw Refusal.outcomeNeedsOneSubject
        }
    }
}
