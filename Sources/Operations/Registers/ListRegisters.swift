public import Domain
import Postgres
public import Store

extension Operations {
    public func units(_ actor: Actor, code: Code? = nil) async throws -> [OrganisationUnit] {
        try await register(actor, .listUnits, .unit, code) { connection in
            try await connection.units(actor.municipality, code: code).map(\.record)
        }
    }

    /// The units for which the actor may offer slots: a registrar's own with those below it, everybody else's all.
    public func ownUnits(_ actor: Actor) async throws -> [OrganisationUnit] {
        try await read(actor, .listUnits) { connection in
            let own = try await connection.unitScope(actor)
            return try await connection.units(actor.municipality).filter { own?.contains($0.id) ?? true }.map(\.record)
        }
    }

    public func referrers(_ actor: Actor, code: Code? = nil) async throws -> [Referrer] {
        try await register(actor, .listReferrers, .referrer, code) { connection in
            try await connection.referrers(actor.municipality, code: code).map(\.record)
        }
    }

    public func supervisors(_ actor: Actor, code: Code? = nil) async throws -> [Supervisor] {
        try await register(actor, .listSupervisors, .supervisor, code) { connection in
            let units = try await connection.unitScope(actor)
            let found = try await connection.supervisors(actor.municipality, code: code, units: units).map(\.record)
            if let code, found.isEmpty { throw try await connection.missingOrHidden(supervisor: code, actor) }
            return found
        }
    }

    public func undertakings(_ actor: Actor, code: Code? = nil) async throws -> [Undertaking] {
        try await register(actor, .listUndertakings, .undertaking, code) { connection in
            try await connection.undertakings(actor.municipality, code: code).map(\.record)
        }
    }

    /// Outcomes, of one placement, of one referral, or all. Those of protected persons are left out; how many there are in all, whatever was
    /// asked for, is the second part of the answer.
    public func outcomes(
        _ actor: Actor, placement: Code? = nil, of referral: ReferralLabel? = nil
    ) async throws -> (shown: [ToldOutcome], protected: Int) {
        try await read(actor, .listOutcomes) { connection in
            try await connection.outcomes(actor.municipality, placement: placement, of: referral)
        }
    }

    /// All of a register, or with a code exactly the one, which then must be there.
    private func register<Record: Sendable>(
        _ actor: Actor, _ action: Action, _ kind: EntityKind, _ code: Code?,
        _ body: (Connection) async throws -> [Record]
    ) async throws -> [Record] {
        try await read(actor, action) { connection in
            let records = try await body(connection)
            if let code, records.isEmpty { throw Refusal.noSuch(kind, code.rawValue) }
            return records
        }
    }
}
