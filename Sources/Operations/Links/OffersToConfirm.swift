import Domain
import Postgres
public import Store

extension Operations {
    /// The offers that an open link asks about: the unit's and those of the units below it that nobody has confirmed for the
    /// days set; refused where there are none any more.
    public func offersToConfirm(_ opened: OpenedLink) async throws -> [SlotDetail] {
        let actor = opened.actor
        return try await read(actor, .usePartyLink) { connection in
            let filter = SlotFilter(state: .offered, units: try await connection.unitScope(actor))
            let settings = try await connection.municipalitySettings(actor.municipality)
            let asked = clock.today.adding(-settings.unconfirmedDays)
            let offers = try await connection.slots(actor.municipality, filter).filter { detail in
                detail.slot.period.to >= clock.today && detail.lastConfirmed <= asked
            }
            guard !offers.isEmpty else { throw Refusal.account(.linkInvalid) }
            return offers
        }
    }
}
