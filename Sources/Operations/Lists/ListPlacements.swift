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
            let found = try await connection.placementList(
                actor.municipality, filter, units: try await connection.units(filter.unit, for: actor),
                referrer: own, by: sort, isDescending: isDescending, page)
            let rows = try found.orGone
            return (
                actor.role == .registrar ? rows.map(\.withoutFamilyName) : rows,
                try await connection.protectedPlacements(
                    actor.municipality, units: try await connection.unitScope(actor), referrer: own)
            )
        }
    }
}
