public import Domain
import Postgres
public import Store

extension Operations {
    /// Slots within the actor's reach; a registrar sees the own unit's and those below it.
    public func slots(
        _ actor: Actor, code: Code? = nil, state: SlotState? = nil, during: Period? = nil
    ) async throws -> [SlotDetail] {
        try await read(actor, .listSlots) { connection in
            let filter = SlotFilter(
                code: code, state: state, during: during, units: try await connection.unitScope(actor))
            var slots = try await connection.slots(actor.municipality, filter)
            // A referrer sees what is on offer, not what hosts are still drafting.
            if actor.role == .referrer { slots.removeAll { $0.slot.state != .offered } }
            if let code, slots.isEmpty { throw try await connection.missingOrHidden(code, actor.municipality) }
            let dormantBy = try await connection.dormantBy(actor.municipality, today: clock.today)
            return slots.map { $0.resting(by: dormantBy, today: clock.today) }
        }
    }
}

extension Connection {
    /// Why a slot is not shown to somebody: it is not there, or it is and not theirs to know.
    fileprivate func missingOrHidden(_ code: Code, _ municipality: MunicipalityCode) async throws -> any Error {
        let isMissing = try await slots(municipality, SlotFilter(code: code)).isEmpty
        return isMissing ? Refusal.noSuch(.slot, code.rawValue) as any Error : Hidden(.slot, code.rawValue)
    }

    /// The slot for a change, its row locked, within the actor's reach.
    func slotToChange(_ code: Code, _ actor: Actor) async throws -> SlotDetail {
        guard let found = try await slots(actor.municipality, SlotFilter(code: code)).first else {
            throw Refusal.noSuch(.slot, code.rawValue)
        }
        if let units = try await unitScope(actor), !units.contains(found.unitID) { throw Hidden(.slot, code.rawValue) }
        try await lockSlot(found.id, actor.municipality)
        // Read again behind the lock: it may have been waited for.
        guard let locked = try await slots(actor.municipality, SlotFilter(code: code)).first else {
            throw Refusal.noSuch(.slot, code.rawValue)
        }
        return locked
    }
}
