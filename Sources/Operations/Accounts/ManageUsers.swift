public import Domain
import Postgres
public import Store

/// What an account is, as those who manage it write it.
public struct UserDetails: Sendable, Hashable {
    public var role: Role
    /// A registrar's unit; others have none.
    public var unit: Code?
    /// A referrer's officer's referrer; others have none.
    public var referrer: Code?
    public var displayName: Line?
    public var email: EmailAddress?
    public var language: Language?
    /// A coordinator's right to see protected persons.
    public var isNamedOfficer: Bool

    public init(
        role: Role, unit: Code? = nil, referrer: Code? = nil, displayName: Line? = nil, email: EmailAddress? = nil,
        language: Language? = nil, isNamedOfficer: Bool = false
    ) {
        self.role = role
        self.unit = unit
        self.referrer = referrer
        self.displayName = displayName
        self.email = email
        self.language = language
        self.isNamedOfficer = isNamedOfficer
    }

    public init(_ user: UserRecord) {
        self.init(
            role: user.role, unit: user.unit, referrer: user.referrer, displayName: user.displayName, email: user.email,
            language: user.language, isNamedOfficer: user.isNamedOfficer)
    }
}

extension Operations {
    /// The actor that a user account stands for, with that account's rights.
    ///
    /// Throws `Refusal.unknownUser` when there is none, or it is disabled.
    public func actor(named name: String, in municipality: MunicipalityCode) async throws -> Actor {
        guard let code = try? Code(name) else { throw Refusal.unknownUser(name) }
        let user = try await pool.transaction(for: municipality, by: name, readOnly: true) { connection in
            try await connection.users(municipality, name: code).first
        }
        guard let user, !user.isDisabled(on: clock.today) else { throw Refusal.unknownUser(name) }
        return Actor(user, municipality)
    }

    public func users(_ actor: Actor, name: Code? = nil) async throws -> [UserRecord] {
        try await read(actor, .manageUsers) { connection in
            let users = try await connection.users(actor.municipality, name: name)
            if let name, users.isEmpty { throw Refusal.noSuch(.user, name.rawValue) }
            return users
        }
    }

    /// Adds an account, and makes the invitation with which its owner chooses a password; nil for an operator's, which signs in
    /// nowhere, and for one that a program adds: no token lets anybody in (``newLink(_:for:dryRun:)``).
    @discardableResult
    public func addUser(
        _ actor: Actor, name: Code, _ details: UserDetails, dryRun: Bool = false
    ) async throws -> NewLink? {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            try actor.checkMayManage(details.role)
            let values = try await connection.values(of: details, actor)
            let id: Identifier<UserAccount> = identifiers.next()
            try await connection.insertUser(actor.municipality, id: id, name: name, values)
            let fields = details.auditFields.merging(["code": name.rawValue]) { $1 }
            let made = AuditRecord(entity: "user", id: id, after: fields)
            guard Role.signingIn.contains(details.role), actor.scopes == nil else { return Changed(nil, made) }
            let (link, record) = try await makeLink(
                connection, actor.municipality, try await connection.account(name, actor))
            return Changed(link, made, record)
        }
    }

    /// Adds an account of no more than a role and what bounds it.
    @discardableResult
    public func addUser(
        _ actor: Actor, name: Code, role: Role, unit: Code?, referrer: Code?, dryRun: Bool = false
    ) async throws -> NewLink? {
        try await addUser(
            actor, name: name, UserDetails(role: role, unit: unit, referrer: referrer), dryRun: dryRun)
    }

    /// Changes an account to what is given, all of it. Its sessions end where its rights are others; its programs' tokens go on
    /// with the rights it has then.
    ///
    /// - Parameter version: What the account was when it was read; one that has been changed since is refused.
    public func changeUser(
        _ actor: Actor, name: Code, to details: UserDetails, expecting version: Version? = nil, dryRun: Bool = false
    ) async throws {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            try await connection.lockUser(name, actor.municipality)
            let user = try await connection.account(name, actor)
            try actor.checkMayManage(user.role)
            try actor.checkMayManage(details.role)
            try UserDetails(user).version.check(version, .user, name.rawValue)
            let values = try await connection.values(of: details, actor)
            let hasOtherRights = UserValues(user).rights != values.rights
            if hasOtherRights { try actor.checkIsNot(user) }
            let record = AuditRecord(
                entity: "user", id: user.id, code: name.rawValue, from: UserDetails(user), to: details)
            guard let record else { return Changed((), records: []) }
            try await connection.updateUser(user.id, actor.municipality, values)
            if hasOtherRights { _ = try await connection.deleteSessions(of: user.id, actor.municipality) }
            return Changed((), record)
        }
    }

    /// Disables an account from today: its sessions end, its link and its programs' tokens are taken back. It stays in the record
    /// for the audit log's sake.
    public func disableUser(_ actor: Actor, name: Code, dryRun: Bool = false) async throws {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            let user = try await connection.account(name, actor)
            try actor.checkMayManage(user.role)
            try actor.checkIsNot(user)
            let now = clock.now()
            try await connection.disableUser(user.id, actor.municipality, on: clock.today)
            _ = try await connection.deleteSessions(of: user.id, actor.municipality)
            try await connection.revokeLinks(of: user.id, actor.municipality, at: now)
            _ = try await connection.revokeTokens(of: user.id, actor.municipality, at: now)
            return Changed(
                (), AuditRecord(entity: "user", id: user.id, after: ["code": name.rawValue, "disabled": "yes"]))
        }
    }

    /// Opens a disabled account again. Its password is the one it had; sessions, links and tokens that ended stay ended.
    public func enableUser(_ actor: Actor, name: Code, dryRun: Bool = false) async throws {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            let user = try await connection.account(name, actor)
            try actor.checkMayManage(user.role)
            try await connection.disableUser(user.id, actor.municipality, on: nil)
            return Changed(
                (), AuditRecord(entity: "user", id: user.id, after: ["code": name.rawValue, "disabled": "no"]))
        }
    }
}

extension Actor {
    /// The operator's accounts are made and changed at the console only.
    func checkMayManage(_ other: Role) throws(Refusal) {
        guard role == .operator || other != .operator else { throw .account(.roleNotYours(other)) }
        guard Role.ofAccounts.contains(other) else { throw .account(.roleNotYours(other)) }
    }

    /// Nobody locks themselves out. The console's operator is nobody's account, whatever the name.
    fileprivate func checkIsNot(_ user: UserRecord) throws(Refusal) {
        guard role == .operator || name != user.name.rawValue else { throw .account(.own) }
    }
}

extension UserValues {
    /// What the account may, apart from what it is called.
    fileprivate var rights: UserValues {
        UserValues(role: role, unit: unit, referrer: referrer, isNamedOfficer: isNamedOfficer)
    }
}

extension UserDetails: Recorded {
    package var auditFields: [String: String] {
        var fields = ["role": role.rawValue]
        fields["unit"] = unit?.rawValue
        fields["referrer"] = referrer?.rawValue
        fields["display_name"] = displayName?.rawValue
        fields["email"] = email?.rawValue
        fields["language"] = language?.rawValue
        fields["named_officer"] = isNamedOfficer ? "yes" : nil
        return fields
    }

    /// Changes with every change of it.
    public var version: Version { Version(of: auditFields) }
}

extension Connection {
    /// The details with their codes looked up. A registrar has a unit, a referrer's officer a referrer, others neither.
    func values(of details: UserDetails, _ actor: Actor) async throws -> UserValues {
        guard (details.role == .registrar) == (details.unit != nil),
            (details.role == .referrer) == (details.referrer != nil)
        else { throw Refusal.account(.scope) }
        guard !details.isNamedOfficer || details.role == .coordinator else {
            throw Refusal.account(.namedOfficerNeedsCoordinator)
        }
        var unitID: Identifier<OrganisationUnit>?
        if let unit = details.unit {
            guard let found = try await units(actor.municipality, code: unit).first else {
                throw Refusal.noSuch(.unit, unit.rawValue)
            }
            unitID = found.id
        }
        var referrerID: Identifier<Referrer>?
        if let referrer = details.referrer {
            guard let found = try await referrers(actor.municipality, code: referrer).first else {
                throw Refusal.noSuch(.referrer, referrer.rawValue)
            }
            referrerID = found.id
        }
        return UserValues(
            role: details.role, unit: unitID, referrer: referrerID, displayName: details.displayName,
            email: details.email, language: details.language, isNamedOfficer: details.isNamedOfficer)
    }
}
