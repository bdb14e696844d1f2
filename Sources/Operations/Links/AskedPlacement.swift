public import Domain
import Postgres
import Store

/// A placement as whoever is asked about it by a link sees it.
public struct AskedPlacement: Sendable {
    public let code: Code
    public let state: PlacementState
    public let period: Period
    public let slotTitle: String
    public let unitName: String
    /// The first name alone.
    public let givenName: Line?
    public let supervisorName: String?
    /// Whom to ask, where the one who proposed it has an address.
    public let coordinatorEmail: EmailAddress?
}

extension Operations {
    /// The placement that an open link is about; refused where it is about none, or none within the party's reach.
    public func askedPlacement(_ opened: OpenedLink) async throws -> AskedPlacement {
        let actor = opened.actor
        return try await read(actor, .usePartyLink) { connection in
            guard let id = opened.placement, let code = try await connection.placementCode(id, actor.municipality),
                let background = try await connection.placementBackground(id, actor.municipality)
            else { throw Refusal.account(.linkInvalid) }
            let found = try await connection.placementInReach(code, actor)
            return AskedPlacement(
                code: code, state: found.placement.state, period: found.placement.period, slotTitle: found.slotTitle,
                unitName: background.unitName, givenName: background.givenName,
                supervisorName: background.supervisorName, coordinatorEmail: background.proposerEmail)
        }
    }
}
