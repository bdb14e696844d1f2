public import Domain
import Postgres
public import Store

extension Operations {
    /// Participants within the actor's reach: a referrer's own. Protected persons are left out of lists; how many is the
    /// second part of the answer.
    public func participants(
        _ actor: Actor, referrer: Code? = nil
    ) async throws -> (shown: [ParticipantDetail], protected: Int) {
        try await read(actor, .listParticipants) { connection in
            let filter = ParticipantFilter(referrer: try actor.referrerScope, referrerCode: referrer)
            let all = try await connection.participants(actor.municipality, filter)
            let shown = all.filter { !$0.isPersonProtected }
            return (shown, all.count - shown.count)
        }
    }

    /// One participant. A protected person's is for named officers, and each view is audited; for others it is refused,
    /// which is audited too.
    public func participant(_ actor: Actor, referrer: Code, reference: Code) async throws -> ParticipantDetail {
        let found = try await read(actor, .listParticipants) { connection in
            let filter = ParticipantFilter(
                referrer: try actor.referrerScope, referrerCode: referrer, reference: reference)
            guard let found = try await connection.participants(actor.municipality, filter).first else {
                throw Refusal.noSuch(.participant, "\(referrer)/\(reference)")
            }
            return found
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
