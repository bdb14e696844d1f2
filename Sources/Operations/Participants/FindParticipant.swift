public import Domain
import Postgres
public import Store

extension Operations {
    /// Participants within the actor's reach: a referrer's own. Protected persons are left out of lists; how many there are
    /// in reach, whatever was asked for, is the second part of the answer.
    public func participants(
        _ actor: Actor, referrer: Code? = nil
    ) async throws -> (shown: [ParticipantDetail], protected: Int) {
        try await read(actor, .listParticipants) { connection in
            let own = try actor.referrerScope
            let filter = ParticipantFilter(referrer: own, referrerCode: referrer)
            let shown = try await connection.participants(actor.municipality, filter).filter { !$0.isPersonProtected }
            return (shown, try await connection.protectedReferrals(actor.municipality, referrer: own))
        }
    }

    /// One participant. A protected person's is for named officers, and each view is audited; for others it is refused,
    /// which is audited too.
    public func participant(_ actor: Actor, referrer: Code, reference: Code) async throws -> ParticipantDetail {
        let found = try await read(actor, .listParticipants) { connection in
            try await connection.participantInReach(referrer, reference, actor)
        }
        if found.isPersonProtected { try await viewProtected(actor, person: found.personID) }
        return found
    }

    /// Marks that a protected person was looked at; refused to all but those whose task it is.
    func viewProtected(_ actor: Actor, person: Identifier<Person>) async throws {
        try await change(actor, .viewProtectedPerson, outcome: .read) { _ in
            Changed((), AuditRecord(entity: "person", id: person))
        }
    }
}

extension Connection {
    /// Whether the person is protected is for the caller to look at.
    func participantInReach(_ referrer: Code, _ reference: Code, _ actor: Actor) async throws -> ParticipantDetail {
        let filter = ParticipantFilter(
            referrer: try actor.referrerScope, referrerCode: referrer, reference: reference)
        guard let found = try await participants(actor.municipality, filter).first else {
            throw try await missingOrHidden(referrer, reference, actor)
        }
        return found
    }

    /// Why a referral is not shown to somebody: it is not there, or it is another referrer's.
    func missingOrHidden(_ referrer: Code, _ reference: Code, _ actor: Actor) async throws -> any Error {
        let label = "\(referrer)/\(reference)"
        let filter = ParticipantFilter(referrerCode: referrer, reference: reference)
        let isMissing = try await participants(actor.municipality, filter).isEmpty
        return isMissing ? Refusal.noSuch(.participant, label) as any Error : Hidden(.participant, label)
    }
}
