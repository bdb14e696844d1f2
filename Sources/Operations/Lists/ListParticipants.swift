public import Domain
import Postgres
public import Store

extension Operations {
    /// A page of the referrals within the actor's reach: a referrer's own. Persons with protected identity are left out of
    /// it; how many such referrals there are in reach, whatever the filter, is the second part of the answer.
    public func participantList(
        _ actor: Actor, _ filter: ParticipantListFilter = ParticipantListFilter(),
        by sort: ParticipantSort = .registered, isDescending: Bool = false, page: PageRequest = PageRequest()
    ) async throws -> (page: ListPage<ParticipantListRow>, protected: Int) {
        try await read(actor, .listParticipants) { connection in
            let own = try actor.referrerScope
            let found = try await connection.participantList(
                actor.municipality, filter, referrer: own, by: sort, isDescending: isDescending, today: clock.today,
                page)
            return (
                try found.orGone, try await connection.protectedReferrals(actor.municipality, referrer: own)
            )
        }
    }
}
