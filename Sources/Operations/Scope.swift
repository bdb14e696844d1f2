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

extension Connection {
    /// Refuses a supervisor who is not there, and to a registrar one of others' units, who is told to be no more there.
    func checkReach(ofSupervisor code: Code, _ actor: Actor) async throws {
        let units = try await unitScope(actor)
        guard try await supervisors(actor.municipality, code: code, units: units).isEmpty else { return }
        throw try await missingOrHidden(supervisor: code, actor)
    }

    /// Why a supervisor is not shown to somebody.
    func missingOrHidden(supervisor code: Code, _ actor: Actor) async throws -> any Error {
        let isMissing = try await supervisors(actor.municipality, code: code).isEmpty
        return isMissing
            ? Refusal.noSuch(.supervisor, code.rawValue) as any Error : Hidden(.supervisor, code.rawValue)
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
