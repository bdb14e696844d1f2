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
            let slots = try await connection.slots(actor.municipality, filter)
            if let code, slots.isEmpty { throw Refusal.noSuch(.slot, code.rawValue) }
            // A referrer sees what is on offer, not what hosts are still drafting.
            return actor.role == .referrer ? slots.filter { $0.slot.state == .offered } : slots
        }
    }
}

extension Connection {
    /// The slot for a change, its row locked, within the actor's reach.
    func slotToChange(_ code: Code, _ actor: Actor, _ action: Action) async throws -> SlotDetail {
        guard let found = try await slots(actor.municipality, SlotFilter(code: code)).first else {
            throw Refusal.noSuch(.slot, code.rawValue)
        }
        if let units = try await unitScope(actor), !units.contains(found.unitID) { throw Refusal.outsideScope(action) }
        try await lockSlot(found.id, actor.municipality)
        // Read again behind the lock: it may have been waited for.
        guard let locked = try await slots(actor.municipality, SlotFilter(code: code)).first else {
            throw Refusal.noSuch(.slot, code.rawValue)
        }
        return locked
    }
}
