public import Domain
import FoundationEssentials
import Postgres
import Secrets
import Store

/// Whom an identity provider vouches for, its token checked already.
public struct ExternalIdentity: Sendable, Hashable {
    public var issuer: String
    /// The provider's name for the person, which it never gives to another.
    public var subject: String
    public var email: EmailAddress?
    /// Whether the provider says that the address is that person's. An unverified one finds no account.
    public var isEmailVerified: Bool
    public var displayName: Line?
    /// What a new account would best be called.
    public var preferredName: String?
    /// The values of the claim that the role rules look at.
    public var groups: Set<String>

    public init(
        issuer: String, subject: String, email: EmailAddress? = nil, isEmailVerified: Bool = false,
        displayName: Line? = nil, preferredName: String? = nil, groups: Set<String> = []
    ) {
        self.issuer = issuer
        self.subject = subject
        self.email = email
        self.isEmailVerified = isEmailVerified
        self.displayName = displayName
        self.preferredName = preferredName
        self.groups = groups
    }
}

/// A claim's value that makes somebody's account, and what it is then.
public struct ClaimedRole: Sendable, Hashable, Codable {
    public var value: String
    public var role: Role
    public var unit: Code?
    public var referrer: Code?
    public var isNamedOfficer: Bool

    public init(
        value: String, role: Role, unit: Code? = nil, referrer: Code? = nil, isNamedOfficer: Bool = false
    ) {
        self.value = value
        self.role = role
        self.unit = unit
        self.referrer = referrer
        self.isNamedOfficer = isNamedOfficer
    }
}

extension Operations {
    /// Signs in whoever an identity provider vouches for, and opens a session. The account is
    ///
    /// 1. the one bound to this issuer and subject; else
    /// 2. the open one with this e-mail address that is bound to none, if the provider says that the address is verified: it is
    ///    bound from now on; else
    /// 3. a new one, if a rule gives a role to one of the claim's values. Its role follows the claims at every sign-in, and
    ///    without any it is refused.
    ///
    /// Throws `Refusal.account(.externalUnknown)`, which is audited without name or address, or `.signInLimited` after too many
    /// refusals of the same person; those of the address were counted by ``countProviderAnswer(municipality:from:)``.
    ///
    /// - Parameter rules: In order; the first whose value is claimed counts. The operator's role is never given.
    public func externalSignIn(
        municipality: MunicipalityCode, _ identity: ExternalIdentity, rules: [ClaimedRole] = [],
        from address: String, replacing old: String? = nil
    ) async throws -> NewSession {
        let keys = SignInKeys(account: "provider \(identity.issuer) \(identity.subject)", address: address)
        try await demandOpen(municipality, keys, [.account])
        let rule = rules.first { identity.groups.contains($0.value) && Role.signingIn.contains($0.role) }
        let account = try await account(municipality, identity, rule)
        guard let account else {
            try await demandCounted(municipality, keys, [.account])
            let refusal = Refusal.account(.externalUnknown)
            try await auditVisitor(refusal, municipality, .signIn, account: nil)
            throw refusal
        }
        return try await openSession(municipality, account, .signIn, by: .provider, replacing: old) { connection, _ in
            try await forgiveAttempts(connection, municipality, keys)
        }
    }

    /// Refuses to begin a sign-in through a provider where too many from the address have failed. Counts nothing: one that is
    /// begun and left has not failed.
    ///
    /// Throws `Refusal.signInLimited`.
    public func requireSignInOpen(municipality: MunicipalityCode, from address: String) async throws {
        try await demandOpen(municipality, SignInKeys(account: nil, address: address), [.address])
    }

    /// Counts what a browser brings back from a provider, before the provider is asked what it is worth; a sign-in that
    /// succeeds gives it back.
    ///
    /// Throws `Refusal.signInLimited`.
    public func countProviderAnswer(municipality: MunicipalityCode, from address: String) async throws {
        try await demandCounted(municipality, SignInKeys(account: nil, address: address), [.address])
    }

    private func demandOpen(
        _ municipality: MunicipalityCode, _ keys: SignInKeys, _ kinds: Set<SignInCountKind>
    ) async throws {
        let verdict = try await pool.transaction(for: municipality, by: "–", readOnly: true) { connection in
            try await standing(connection, municipality, keys, by: kinds)
        }
        try await demandAllowed(verdict, municipality, .signIn)
    }

    private func demandCounted(
        _ municipality: MunicipalityCode, _ keys: SignInKeys, _ kinds: Set<SignInCountKind>
    ) async throws {
        let verdict = try await pool.transaction(for: municipality, by: "–") { connection in
            try await countAttempt(connection, municipality, keys, by: kinds)
        }
        try await demandAllowed(verdict, municipality, .signIn)
    }

    /// The account, found, bound or made; nil where there is none or it is closed.
    private func account(
        _ municipality: MunicipalityCode, _ identity: ExternalIdentity, _ rule: ClaimedRole?
    ) async throws -> Identifier<UserAccount>? {
        let known = try await pool.transaction(for: municipality, by: "–", readOnly: true) { connection in
            try await connection.user(issuer: identity.issuer, subject: identity.subject, municipality)
        }
        guard let known else { return try await newlyBound(municipality, identity, rule) }
        guard known.canSignIn(on: clock.today) else { return nil }
        guard known.roleFollowsClaims else { return known.id }
        guard let rule else { return nil }
        try await follow(municipality, known, rule)
        return known.id
    }

    /// Binds or makes the account of somebody who comes for the first time. One at a time: of several first sign-ins at once
    /// the later find what the earliest has made.
    private func newlyBound(
        _ municipality: MunicipalityCode, _ identity: ExternalIdentity, _ rule: ClaimedRole?
    ) async throws -> Identifier<UserAccount>? {
        try await change(.visitor(municipality), .signIn) { connection in
            try await connection.lockNewIdentities(municipality)
            let made = try await connection.user(
                issuer: identity.issuer, subject: identity.subject, municipality)
            if let made { return Changed(made.id, records: []) }
            if let email = identity.email, identity.isEmailVerified {
                let bound = try await connection.bindUser(
                    email: email, issuer: identity.issuer, subject: identity.subject, municipality,
                    today: clock.today)
                if let bound {
                    return Changed(bound, AuditRecord(entity: "user", id: bound, after: ["issuer": identity.issuer]))
                }
            }
            guard let rule else { return Changed(nil, records: []) }
            return try await make(connection, municipality, identity, rule)
        }
    }

    private func make(
        _ connection: Connection, _ municipality: MunicipalityCode, _ identity: ExternalIdentity, _ rule: ClaimedRole
    ) async throws -> Changed<Identifier<UserAccount>?> {
        let others = try await connection.users(municipality)
        let addresses = Set(others.compactMap { $0.email?.rawValue.lowercased() })
        // Somebody else's account with that address stays theirs.
        let email = identity.email.flatMap {
            identity.isEmailVerified && !addresses.contains($0.rawValue.lowercased()) ? $0 : nil
        }
        let details = UserDetails(
            role: rule.role, unit: rule.unit, referrer: rule.referrer, displayName: identity.displayName, email: email,
            isNamedOfficer: rule.isNamedOfficer)
        let name = try identity.freeName(besides: Set(others.map { $0.name.rawValue.lowercased() }))
        let id: Identifier<UserAccount> = identifiers.next()
        let values = try await connection.values(of: details, .visitor(municipality))
        try await connection.insertUser(municipality, id: id, name: name, values)
        try await connection.bindUser(id, municipality, issuer: identity.issuer, subject: identity.subject)
        return Changed(
            id,
            AuditRecord(
                entity: "user", id: id,
                after: ["code": name.rawValue, "role": rule.role.rawValue, "issuer": identity.issuer]))
    }

    /// Gives the account what the claims say today; where that is something else, its other sessions end.
    private func follow(_ municipality: MunicipalityCode, _ user: UserRecord, _ rule: ClaimedRole) async throws {
        var details = UserDetails(user)
        details.role = rule.role
        details.unit = rule.unit
        details.referrer = rule.referrer
        details.isNamedOfficer = rule.isNamedOfficer
        guard details != UserDetails(user) else { return }
        let claimed = details
        let visitor = Actor.visitor(municipality)
        try await change(visitor, .signIn) { connection in
            let values = try await connection.values(of: claimed, visitor)
            try await connection.updateUser(user.id, municipality, values)
            _ = try await connection.deleteSessions(of: user.id, municipality)
            return Changed(
                (),
                AuditRecord(
                    entity: "user", id: user.id, before: ["code": user.name.rawValue, "role": user.role.rawValue],
                    after: ["code": user.name.rawValue, "role": rule.role.rawValue]))
        }
    }
}

extension ExternalIdentity {
    /// What a new account is called: the provider's preferred name, else the address's first part, else the subject; with a
    /// number where that is taken.
    fileprivate func freeName(besides taken: Set<String>) throws -> Code {
        let local = (isEmailVerified ? email : nil)?.rawValue.prefix { $0 != "@" }.description
        let wanted =
            [preferredName, local, subject].compactMap(\.self).lazy
            .map { String($0.filter { !$0.isWhitespace && !",;|\"".contains($0) }.prefix(56)) }
            .first { (try? Code($0)) != nil } ?? "user"
        guard taken.contains(wanted.lowercased()) else { return try Code(wanted) }
        for number in 2... where !taken.contains("\(wanted)-\(number)".lowercased()) {
            return try Code("\(wanted)-\(number)")
        }
        throw Refusal.codeTaken(.user)
    }
}
