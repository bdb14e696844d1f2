public import Domain
import Postgres
public import Store

extension Operations {
    /// The actor that a user account stands for, with that account's rights.
    ///
    /// Throws `Refusal.unknownUser` when there is none, or it is disabled.
    public func actor(named name: String, in municipality: MunicipalityCode) async throws -> Actor {
        guard let code = try? Code(name) else { throw Refusal.unknownUser(name) }
        let user = try await pool.transaction(for: municipality, by: name, readOnly: true) { connection in
            try await connection.users(municipality, name: code).first
        }
        guard let user, user.disabledOn.map({ $0 > clock.today }) ?? true else { throw Refusal.unknownUser(name) }
        return Actor(
            name: name, role: user.role, municipality: municipality, unit: user.unitID, referrer: user.referrerID)
    }

    public func users(_ actor: Actor, name: Code? = nil) async throws -> [UserRecord] {
        try await read(actor, .manageUsers) { connection in
            let users = try await connection.users(actor.municipality, name: name)
            if let name, users.isEmpty { throw Refusal.noSuch(.user, name.rawValue) }
            return users
        }
    }

    /// Adds an account. A registrar is bound to a unit, a referrer's officer to a referrer; other roles to neither.
    public func addUser(
        _ actor: Actor, name: Code, role: Role, unit: Code?, referrer: Code?, dryRun: Bool = false
    ) async throws {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            var unitID: Identifier<OrganisationUnit>?
            if let unit {
                guard let found = try await connection.units(actor.municipality, code: unit).first else {
                    throw Refusal.noSuch(.unit, unit.rawValue)
                }
                unitID = found.id
            }
            var referrerID: Identifier<Referrer>?
            if let referrer {
                guard let found = try await connection.referrers(actor.municipality, code: referrer).first else {
                    throw Refusal.noSuch(.referrer, referrer.rawValue)
                }
                referrerID = found.id
            }
            let id: Identifier<UserAccount> = identifiers.next()
            try await connection.insertUser(
                actor.municipality, id: id, name: name, role: role, unit: unitID, referrer: referrerID)
            return Changed(
                (), AuditRecord(entity: "user", id: id, after: ["code": name.rawValue, "role": role.rawValue]))
        }
    }

    /// Disables an account from today; it stays in the record for the audit log's sake.
    public func disableUser(_ actor: Actor, name: Code, dryRun: Bool = false) async throws {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            guard let user = try await connection.users(actor.municipality, name: name).first else {
                throw Refusal.noSuch(.user, name.rawValue)
            }
            try await connection.disableUser(user.id, actor.municipality, on: clock.today)
            return Changed(
                (), AuditRecord(entity: "user", id: user.id, after: ["code": name.rawValue, "disabled": "yes"]))
        }
    }
}
