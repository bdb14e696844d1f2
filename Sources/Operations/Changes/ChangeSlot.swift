public import Domain
import Postgres
import Store

extension Operations {
    /// Changes what a slot says, whatever its state; returns it as it then stands, with its new version.
    ///
    /// The code and the state stay as they are, whatever `change` does: a slot's steps have operations of their own. A change
    /// that changes nothing leaves no trace. Refused while people would hold more places than there would be, when the slot
    /// has been changed since `version` was read (`Refusal.changedMeanwhile`), and out of the actor's reach, before or after.
    /// - Parameter change: is handed the slot as it stands, its row locked; may be called again with a newer one.
    @discardableResult
    public func changeSlot(
        _ actor: Actor, _ code: Code, expecting version: Version? = nil, dryRun: Bool = false,
        _ change: (inout Slot) throws -> Void
    ) async throws -> Slot {
        try await self.change(actor, .changeSlot, dryRun: dryRun) { connection in
            let found = try await connection.slotToChange(code, actor)
            let old = found.slot
            try old.version.check(version, .slot, code.rawValue)
            var new = old
            try change(&new)
            new.municipality = old.municipality
            new.code = old.code
            new.state = old.state
            new.offeredOn = old.offeredOn
            new.withdrawnOn = old.withdrawnOn
            new.withdrawnReason = old.withdrawnReason
            guard let record = AuditRecord(entity: "slot", id: found.id, code: code.rawValue, from: old, to: new) else {
                return Changed(old)
            }
            if new.unit != old.unit { try await connection.checkReach(of: new, actor) }
            if let supervisor = new.supervisor, supervisor != old.supervisor {
                try await connection.checkReach(ofSupervisor: supervisor, actor)
            }
            guard try await connection.update(new, id: found.id) else {
                throw try await connection.missingReference(new)
            }
            return Changed(new, record)
        }
    }
}

extension Connection {
    fileprivate func checkReach(of slot: Slot, _ actor: Actor) async throws {
        guard let units = try await unitScope(actor) else { return }
        guard let unit = try await self.units(actor.municipality, code: slot.unit).first else {
            throw Refusal.noSuch(.unit, slot.unit.rawValue)
        }
        guard units.contains(unit.id) else { throw Refusal.outsideScope(.changeSlot) }
    }
}
