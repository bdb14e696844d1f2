public import Domain
import Postgres
public import Store

/// What offering a slot again would give, or has given.
public struct Renewal: Sendable {
    public let from: SlotDetail
    public let code: Code
    public let period: Period

    public var places: Capacity { from.slot.places }
}

/// How many people a supervisor would have at most at a time, if every place were filled.
public struct SupervisorLoad: Sendable, Hashable {
    public let code: Code
    public let name: String
    /// How many they take; nil where they have not said.
    public let capacity: Int?
    public let isTrained: Bool
    public let peak: Int

    public var isOver: Bool { capacity.map { peak > $0 } ?? false }
}

/// Last year's slots that wait for "still right?", and what "same again for all" would come to.
public struct RenewalPlan: Sendable {
    public let renewals: [Renewal]
    /// Slots that cannot be offered the same days again, since their new code is taken.
    public let blocked: [SlotDetail]
    public let supervisors: [SupervisorLoad]

    public var places: Int { renewals.reduce(0) { $0 + $1.places.rawValue } }
}

extension Operations {
    /// The slots within the actor's reach that are still to be answered for the coming year.
    public func renewalPlan(_ actor: Actor) async throws -> RenewalPlan {
        try await read(actor, .listRenewals) { connection in
            try await connection.renewalPlan(actor, today: clock.today)
        }
    }

    /// "Same again for all": offers every slot of the plan, or those of it that are named, for the same days a year later, all
    /// of them or none. A dry run shows dates and the supervisors' load beforehand.
    @discardableResult
    public func renewAll(
        _ actor: Actor, only codes: Set<Code>? = nil, dryRun: Bool = false
    ) async throws -> RenewalPlan {
        try await change(actor, .renewSlot, dryRun: dryRun) { connection in
            let plan = try await connection.renewalPlan(actor, today: clock.today, only: codes)
            if let missing = codes?.subtracting(plan.renewals.map(\.from.slot.code)).min() {
                throw Refusal.noSuch(.slot, missing.rawValue)
            }
            var locked: [Renewal] = []
            for renewal in plan.renewals {
                // Again behind its lock: it may have been renewed meanwhile, which the database refuses too.
                let found = try await connection.slotToChange(renewal.from.slot.code, actor)
                locked.append(Renewal(from: found, code: renewal.code, period: renewal.period))
            }
            return Changed(plan, records: try await renew(locked, connection))
        }
    }

    /// Offers them, confirmed today.
    func renew(_ renewals: [Renewal], _ connection: Connection) async throws -> [AuditRecord] {
        var records: [AuditRecord] = []
        for renewal in renewals {
            let renewed = try renewal.from.slot.renewed(as: renewal.code, for: renewal.period, on: clock.today)
            let id: Identifier<Slot> = identifiers.next()
            let inserted = try await connection.insert(
                renewed, id: id, confirmedOn: clock.today, renewedFrom: renewal.from.id)
            guard inserted else { throw try await connection.missingReference(renewed) }
            var after = renewed.auditFields
            after["renewed_from"] = renewal.from.slot.code.rawValue
            records.append(AuditRecord(entity: "slot", id: id, after: after))
        }
        return records
    }

    /// "Not this year": the slot is not asked about again, and why is counted.
    public func declineRenewal(
        _ actor: Actor, _ code: Code, _ reason: NoRenewalReason, dryRun: Bool = false
    ) async throws {
        try await change(actor, .renewSlot, dryRun: dryRun) { connection in
            let found = try await connection.slotToChange(code, actor)
            try await connection.insertNotRenewed(found.id, actor.municipality, on: clock.today, reason)
            return Changed(
                (),
                AuditRecord(
                    entity: "slot", id: found.id,
                    after: ["code": code.rawValue, "not_renewed": reason.rawValue]))
        }
    }

    /// Takes "not this year" back: the slot is asked about again.
    public func reconsiderRenewal(_ actor: Actor, _ code: Code, dryRun: Bool = false) async throws {
        try await change(actor, .renewSlot, dryRun: dryRun) { connection in
            let found = try await connection.slotToChange(code, actor)
            guard try await connection.deleteNotRenewed(found.id, actor.municipality) else {
                return Changed((), records: [])
            }
            return Changed(
                (),
                AuditRecord(
                    entity: "slot", id: found.id, after: ["code": code.rawValue, "not_renewed": "taken back"]))
        }
    }
}

extension Slot {
    /// The same slot for other days, offered today.
    func renewed(as code: Code, for period: Period, on today: Day) throws -> Slot {
        var renewed = self
        renewed.period = period
        renewed.code = code
        renewed.state = .offered
        renewed.offeredOn = today
        renewed.withdrawnOn = nil
        renewed.withdrawnReason = nil
        return renewed
    }
}

extension Connection {
    fileprivate func renewalPlan(_ actor: Actor, today: Day, only codes: Set<Code>? = nil) async throws -> RenewalPlan {
        let municipality = actor.municipality
        let slots = try await renewableSlots(municipality, units: try await unitScope(actor), today: today)
            .filter { codes?.contains($0.slot.code) ?? true }
        let wanted = try slots.map { detail in
            let period = try detail.slot.period.nextYear
            return Renewal(from: detail, code: try detail.slot.code.renewed(for: period.from.year), period: period)
        }
        var taken = try await takenSlotCodes(wanted.map(\.code), municipality)
        var renewals: [Renewal] = []
        var blocked: [SlotDetail] = []
        for renewal in wanted {
            if taken.insert(renewal.code).inserted { renewals.append(renewal) } else { blocked.append(renewal.from) }
        }
        return RenewalPlan(
            renewals: renewals, blocked: blocked, supervisors: try await loads(renewals, municipality))
    }

    /// The supervisors of slots that are to be renewed, if every place were filled.
    func loads(_ renewals: [Renewal], _ municipality: MunicipalityCode) async throws -> [SupervisorLoad] {
        let codes = Set(renewals.compactMap(\.from.slot.supervisor))
        return try await supervisorLoads(municipality, codes.sorted()).map { facts in
            SupervisorLoad(facts, with: renewals.filter { $0.from.slot.supervisor == facts.code })
        }
    }
}

extension SupervisorLoad {
    /// The most people on any day of the renewals, these and what is on offer already together.
    fileprivate init(_ facts: SupervisorLoadFacts, with renewals: [Renewal]) {
        code = facts.code
        name = facts.name
        capacity = facts.capacity
        isTrained = facts.isTrained
        let all = facts.slots + renewals.map { (period: $0.period, places: $0.places.rawValue) }
        // Load grows only where a slot begins.
        let first = renewals.map(\.period.from).min() ?? .latest
        let last = renewals.map(\.period.to).max() ?? .earliest
        let days = all.map(\.period.from).filter { $0 >= first && $0 <= last } + [first]
        peak = days.map { day in all.filter { $0.period.contains(day) }.reduce(0) { $0 + $1.places } }.max() ?? 0
    }
}
