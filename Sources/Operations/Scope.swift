import Domain
import Postgres
import Store

extension Connection {
    /// The units an actor is bounded by: a registrar's own and those below it; nil for everybody else, who are not.
    func unitScope(_ actor: Actor) async throws -> Set<Identifier<OrganisationUnit>>? {
        guard actor.role == .registrar else { return nil }
        guard let unit = actor.unit else { return [] }
        return try await unitsBelow(unit, actor.municipality)
    }
}

extension Actor {
    /// The referrer an actor is bounded by; nil for those who are not.
    var referrerScope: Identifier<Referrer>? {
        get throws(Refusal) {
            guard role == .referrer else { return nil }
            guard let referrer else { throw .outsideScope(.listParticipants) }
            return referrer
        }
    }
}
