public import Domain
import Postgres
public import Store

extension Operations {
    /// A page of the slots within the actor's reach: a registrar's own units', a referrer's what is on offer.
    ///
    /// Throws `Refusal.noSuch` for a unit that is not there or not the actor's, `Refusal.value` for a place in the list that
    /// is there no more.
    public func slotList(
        _ actor: Actor, _ filter: SlotListFilter = SlotListFilter(), by sort: SlotSort = .from,
        isDescending: Bool = false, page: PageRequest = PageRequest()
    ) async throws -> ListPage<SlotListRow> {
        try await read(actor, .listSlots) { connection in
            let found = try await connection.slotList(
                actor.municipality, filter, units: try await connection.units(filter.unit, for: actor),
                isOfferedOnly: actor.role == .referrer, by: sort, isDescending: isDescending, today: clock.today, page)
            let dormantBy = try await connection.dormantBy(actor.municipality, today: clock.today)
            return try found.orGone.map { $0.resting(by: dormantBy, today: clock.today) }
        }
    }
}

extension Connection {
    /// The last day on which a confirmation makes an offer dormant on a day.
    func dormantBy(_ municipality: MunicipalityCode, today: Day) async throws -> Day {
        try await municipalitySettings(municipality).slotRules(today).dormantBy
    }

    /// The units that a list is narrowed to: those the actor may see, of these the one asked for with those below it.
    func units(_ unit: Code?, for actor: Actor) async throws -> Set<Identifier<OrganisationUnit>>? {
        let scope = try await unitScope(actor)
        guard let unit else { return scope }
        guard let found = try await units(actor.municipality, code: unit).first, scope?.contains(found.id) ?? true
        else { throw Refusal.noSuch(.unit, unit.rawValue) }
        return try await unitsBelow(found.id, actor.municipality)
    }
}

extension Optional {
    /// The page, unless the row it begins beyond is gone.
    var orGone: Wrapped {
        get throws(Refusal) {
            guard let self else { throw .value("page", .cursor) }
            return self
        }
    }
}
