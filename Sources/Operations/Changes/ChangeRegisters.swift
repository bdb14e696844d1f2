public import Domain
import Postgres
import Store

extension Operations {
    /// Adds a unit. Refused if the code is taken, or the unit would stand above itself.
    public func addUnit(_ actor: Actor, _ unit: OrganisationUnit, dryRun: Bool = false) async throws {
        try await change(actor, .manageUnits, dryRun: dryRun) { connection in
            let id: Identifier<OrganisationUnit> = identifiers.next()
            guard try await connection.insert(unit, id: id) else { throw try await connection.missing(unit) }
            return Changed((), AuditRecord(entity: "unit", id: id, after: unit.auditFields))
        }
    }

    /// Changes a unit, its code apart; returns it as it then stands. A unit that has hosted is not removed: it is given a
    /// last day and a successor.
    @discardableResult
    public func changeUnit(
        _ actor: Actor, _ code: Code, expecting version: Version? = nil, dryRun: Bool = false,
        _ change: (inout OrganisationUnit) throws -> Void
    ) async throws -> OrganisationUnit {
        try await self.change(actor, .manageUnits, dryRun: dryRun) { connection in
            try await connection.lockRegister("organisation_unit", code, actor.municipality)
            guard let found = try await connection.units(actor.municipality, code: code).first else {
                throw Refusal.noSuch(.unit, code.rawValue)
            }
            try found.record.version.check(version, .unit, code.rawValue)
            var new = found.record
            try change(&new)
            new.municipality = actor.municipality
            new.code = code
            let record = AuditRecord(entity: "unit", id: found.id, code: code.rawValue, from: found.record, to: new)
            guard let record else { return Changed(new) }
            guard try await connection.update(new, id: found.id) else { throw try await connection.missing(new) }
            return Changed(new, record)
        }
    }

    /// Adds a supervisor; a registrar's within the own unit and those below it.
    public func addSupervisor(_ actor: Actor, _ supervisor: Supervisor, dryRun: Bool = false) async throws {
        try await change(actor, .manageSupervisors, dryRun: dryRun) { connection in
            try await connection.checkReach(of: supervisor, actor)
            let id: Identifier<Supervisor> = identifiers.next()
            guard try await connection.insert(supervisor, id: id) else {
                throw try await connection.missing(supervisor)
            }
            return Changed((), AuditRecord(entity: "supervisor", id: id, after: supervisor.auditFields))
        }
    }

    /// Changes a supervisor, the code apart; returns the record as it then stands.
    @discardableResult
    public func changeSupervisor(
        _ actor: Actor, _ code: Code, expecting version: Version? = nil, dryRun: Bool = false,
        _ change: (inout Supervisor) throws -> Void
    ) async throws -> Supervisor {
        try await self.change(actor, .manageSupervisors, dryRun: dryRun) { connection in
            try await connection.lockRegister("supervisor", code, actor.municipality)
            guard let found = try await connection.supervisors(actor.municipality, code: code).first else {
                throw Refusal.noSuch(.supervisor, code.rawValue)
            }
            if let units = try await connection.unitScope(actor),
                try await connection.supervisors(actor.municipality, code: code, units: units).isEmpty
            {
                throw Hidden(.supervisor, code.rawValue)
            }
            try found.record.version.check(version, .supervisor, code.rawValue)
            var new = found.record
            try change(&new)
            new.municipality = actor.municipality
            new.code = code
            let record = AuditRecord(
                entity: "supervisor", id: found.id, code: code.rawValue, from: found.record, to: new)
            guard let record else { return Changed(new) }
            try await connection.checkReach(of: new, actor, deputyBefore: found.record.deputy)
            guard try await connection.update(new, id: found.id) else { throw try await connection.missing(new) }
            return Changed(new, record)
        }
    }

    /// Adds a referrer. Refused if the code is taken.
    public func addReferrer(_ actor: Actor, _ referrer: Referrer, dryRun: Bool = false) async throws {
        try await change(actor, .manageReferrers, dryRun: dryRun) { connection in
            let id: Identifier<Referrer> = identifiers.next()
            try await connection.insert(referrer, id: id)
            return Changed((), AuditRecord(entity: "referrer", id: id, after: referrer.auditFields))
        }
    }

    /// Changes a referrer, the code apart; returns the record as it then stands.
    @discardableResult
    public func changeReferrer(
        _ actor: Actor, _ code: Code, expecting version: Version? = nil, dryRun: Bool = false,
        _ change: (inout Referrer) throws -> Void
    ) async throws -> Referrer {
        try await self.change(actor, .manageReferrers, dryRun: dryRun) { connection in
            try await connection.lockRegister("referrer", code, actor.municipality)
            guard let found = try await connection.referrers(actor.municipality, code: code).first else {
                throw Refusal.noSuch(.referrer, code.rawValue)
            }
            try found.record.version.check(version, .referrer, code.rawValue)
            var new = found.record
            try change(&new)
            new.municipality = actor.municipality
            new.code = code
            let record = AuditRecord(
                entity: "referrer", id: found.id, code: code.rawValue, from: found.record, to: new)
            guard let record else { return Changed(new) }
            try await connection.update(new, id: found.id)
            return Changed(new, record)
        }
    }
}

extension Connection {
    /// Refuses a supervisor who would be their own deputy, or of a unit that a registrar does not reach, or with a new deputy
    /// whom a registrar does not.
    fileprivate func checkReach(
        of supervisor: Supervisor, _ actor: Actor, deputyBefore: Code? = nil
    ) async throws {
        guard supervisor.deputy != supervisor.code else { throw Refusal.value("deputy", .ownDeputy) }
        guard let units = try await unitScope(actor) else { return }
        guard let unit = try await self.units(actor.municipality, code: supervisor.unit).first else {
            throw Refusal.noSuch(.unit, supervisor.unit.rawValue)
        }
        guard units.contains(unit.id) else { throw Refusal.outsideScope(.manageSupervisors) }
        if let deputy = supervisor.deputy, deputy != deputyBefore { try await checkReach(ofSupervisor: deputy, actor) }
    }

    /// Which of a unit's references is the one that is not there.
    fileprivate func missing(_ unit: OrganisationUnit) async throws -> Refusal {
        for code in [unit.parent, unit.successor].compactMap(\.self)
        where try await units(unit.municipality, code: code).isEmpty {
            return .noSuch(.unit, code.rawValue)
        }
        return .noSuch(.unit, unit.code.rawValue)
    }

    fileprivate func missing(_ supervisor: Supervisor) async throws -> Refusal {
        if try await units(supervisor.municipality, code: supervisor.unit).isEmpty {
            return .noSuch(.unit, supervisor.unit.rawValue)
        }
        return .noSuch(.supervisor, supervisor.deputy?.rawValue ?? "")
    }
}
