public import Domain
import Postgres
public import Store

extension Operations {
    /// A page of the placements within the actor's reach: a registrar's own units', a referrer's own people's. Those of
    /// persons with protected identity are left out; how many there are in reach, whatever the filter, is the second part of
    /// the answer. A host is told first names only.
    public func placementList(
        _ actor: Actor, _ filter: PlacementListFilter = PlacementListFilter(), by sort: PlacementSort = .from,
        isDescending: Bool = false, page: PageRequest = PageRequest()
    ) async throws -> (page: ListPage<PlacementListRow>, protected: Int) {
        try await read(actor, .listPlacements) { connection in
            let own = try actor.referrerScope
            // Who referred the person would tell a host why.
            let isHost = actor.role == .registrar
            if isHost, filter.referrer != nil { throw Refusal.outsideScope(.listPlacements) }
            let found = try await connection.placementList(
                actor.municipality, filter, units: try await connection.units(filter.unit, for: actor),
                referrer: own, hidesReferrer: isHost, by: sort, isDescending: isDescending, page)
            let rows = try found.orGone
            return (
                isHost ? rows.map(\.withoutFamilyName) : rows,
                try await connection.protectedPlacements(toldTo: actor)
            )
        }
    }
}
