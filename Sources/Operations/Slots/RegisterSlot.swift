public import Domain
import Postgres
import Store

extension Operations {
    /// Registers a new slot as a draft or offered at once; an offered one counts as confirmed today.
    ///
    /// - Parameter isNumbered: Whether the municipality's next free code is given to it, `P-12`, instead of the record's own.
    /// - Returns: its code.
    @discardableResult
    public func registerSlot(
        _ actor: Actor, _ slot: Slot, isNumbered: Bool = false, dryRun: Bool = false
    ) async throws -> Code {
        try await change(actor, .registerSlot, dryRun: dryRun) { connection in
            var slot = try await connection.checked(slot, actor)
            if isNumbered { slot.code = try await connection.nextSlotCode(actor.municipality) }
            let id: Identifier<Slot> = identifiers.next()
            let inserted = try await connection.insert(
                slot, id: id, confirmedOn: slot.state == .offered ? clock.today : nil)
            guard inserted else { throw try await connection.missingReference(slot) }
            return Changed(slot.code, AuditRecord(entity: "slot", id: id, after: slot.auditFields))
        }
    }

    /// Turns a draft into an offer.
    public func offerSlot(_ actor: Actor, _ code: Code, expecting version: Version? = nil, dryRun: Bool = false)
        async throws
    {
        try await change(actor, .offerSlot, dryRun: dryRun) { connection in
            let found = try await connection.slotToChange(code, actor)
            try found.slot.version.check(version, .slot, code.rawValue)
            try SlotLifecycle.check(found.slot.state, .offered)
            try await connection.setSlotState(found.id, actor.municipality, .offered, offeredOn: clock.today)
            return Changed((), AuditRecord(slot: found, after: ["state": "offered"]))
        }
    }

    /// Closes an offer: nobody more is matched to it, and it counts as it stood.
    public func closeSlot(_ actor: Actor, _ code: Code, expecting version: Version? = nil, dryRun: Bool = false)
        async throws
    {
        try await change(actor, .closeSlot, dryRun: dryRun) { connection in
            let found = try await connection.slotToChange(code, actor)
            try found.slot.version.check(version, .slot, code.rawValue)
            try SlotLifecycle.check(found.slot.state, .closed)
            try await connection.setSlotState(found.id, actor.municipality, .closed)
            return Changed((), AuditRecord(slot: found, after: ["state": "closed"]))
        }
    }

    /// Says that the offer still holds, as of today.
    public func confirmSlot(_ actor: Actor, _ code: Code, expecting version: Version? = nil, dryRun: Bool = false)
        async throws
    {
        try await change(actor, .confirmSlot, dryRun: dryRun) { connection in
            let found = try await connection.slotToChange(code, actor)
            try found.slot.version.check(version, .slot, code.rawValue)
            guard found.slot.state == .offered else {
                throw Refusal.slotStepIllegal(from: found.slot.state, to: .offered)
            }
            try await connection.confirmSlot(found.id, actor.municipality, on: clock.today)
            return Changed((), AuditRecord(slot: found, after: ["confirmed_on": clock.today.description]))
        }
    }
}

extension SlotLifecycle {
    static func check(_ from: SlotState, _ to: SlotState) throws(Refusal) {
        guard transition(from: from, to: to) != nil else { throw .slotStepIllegal(from: from, to: to) }
    }
}

extension AuditRecord {
    init(slot: SlotDetail, after: [String: String]) {
        var after = after
        after["code"] = slot.slot.code.rawValue
        self.init(entity: "slot", id: slot.id, before: slot.slot.auditFields, after: after)
    }
}

extension Connection {
    /// The slot as it may be registered by the actor.
    func checked(_ slot: Slot, _ actor: Actor) async throws -> Slot {
        guard slot.state == .draft || slot.state == .offered else {
            throw Refusal.slotStepIllegal(from: .draft, to: slot.state)
        }
        if let units = try await unitScope(actor) {
            guard let unit = try await self.units(actor.municipality, code: slot.unit).first else {
                throw Refusal.noSuch(.unit, slot.unit.rawValue)
            }
            guard units.contains(unit.id) else { throw Refusal.outsideScope(.registerSlot) }
            if let supervisor = slot.supervisor { try await checkReach(ofSupervisor: supervisor, actor) }
        }
        return slot
    }

    /// The next code of the municipality's own numbering that nobody has given to a slot by hand.
    func nextSlotCode(_ municipality: MunicipalityCode) async throws -> Code {
        while true {
            let code = try Code("P-\(try await nextNumber("slot", municipality))")
            if try await slots(municipality, SlotFilter(code: code)).isEmpty { return code }
        }
    }

    /// Which of a slot's references is the one that is not there.
    func missingReference(_ slot: Slot) async throws -> Refusal {
        if try await units(slot.municipality, code: slot.unit).isEmpty { return .noSuch(.unit, slot.unit.rawValue) }
        if let earmark = slot.earmark, try await referrers(slot.municipality, code: earmark).isEmpty {
            return .noSuch(.referrer, earmark.rawValue)
        }
        return .noSuch(.supervisor, slot.supervisor?.rawValue ?? "")
    }
}
