public import Domain
public import FoundationEssentials
import Postgres
import Secrets
public import Store

/// A one-time link that was just made; the only time it is seen.
public struct NewLink: Sendable, CustomStringConvertible {
    /// What comes after the service's address, such as `/invitation/1485.….…`.
    public let path: String
    public let purpose: LinkPurpose
    public let expiresAt: Date

    /// Where the pages answer to such links.
    public static let folder = "/invitation/"

    /// Without the secret.
    public var description: String { "(link, \(purpose.rawValue))" }
}

/// Whom an open link is for.
public struct InvitedAccount: Sendable {
    public let municipality: MunicipalityCode
    public let name: Code
    public let displayName: String
    public let purpose: LinkPurpose
    public let language: Language?
    public let expiresAt: Date
}

extension Operations {
    /// Makes a one-time link for an account: an invitation, or for one that has a password a way to choose another. It takes
    /// the place of the one before. A dry run's link opens nothing.
    ///
    /// No program's token makes one: whoever has it signs in as another, with rights that the token was never given.
    public func newLink(_ actor: Actor, for name: Code, dryRun: Bool = false) async throws -> NewLink {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            guard actor.scopes == nil else { throw Refusal.account(.linkByToken) }
            let user = try await connection.account(name, actor)
            try actor.checkMayManage(user.role)
            let (link, record) = try await makeLink(connection, actor.municipality, user)
            return Changed(link, record)
        }
    }

    func makeLink(
        _ connection: Connection, _ municipality: MunicipalityCode, _ user: UserRecord
    ) async throws -> (NewLink, AuditRecord) {
        guard Role.signingIn.contains(user.role) else { throw Refusal.account(.cannotSignIn(user.role)) }
        guard !user.isDisabled(on: clock.today) else { throw Refusal.account(.disabled) }
        let now = clock.now()
        let purpose: LinkPurpose = user.hasPassword ? .passwordReset : .invitation
        let token = Token(.person, municipality: municipality, id: identifiers.nextUUID())
        let expiry = now.addingTimeInterval(accounts.linkLife.interval)
        try await connection.revokeLinks(of: user.id, municipality, at: now)
        try await connection.insertLink(
            Identifier(token.id), municipality, account: user.id, purpose: purpose, secretHash: token.secret.hash,
            at: now, until: expiry)
        return (
            NewLink(path: NewLink.folder + token.text, purpose: purpose, expiresAt: expiry),
            AuditRecord(entity: "user", id: user.id, after: ["code": user.name.rawValue, "link": purpose.rawValue])
        )
    }

    /// Takes back an account's open link.
    public func revokeLink(_ actor: Actor, for name: Code, dryRun: Bool = false) async throws {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            let user = try await connection.account(name, actor)
            try await connection.revokeLinks(of: user.id, actor.municipality, at: clock.now())
            return Changed(
                (), AuditRecord(entity: "user", id: user.id, after: ["code": user.name.rawValue, "link": "revoked"]))
        }
    }

    /// Whom a link is for; nil where it opens nothing (any more).
    ///
    /// A link that opens nothing is counted like a wrong password, by its address and by what it claims to be; after too many,
    /// this throws `Refusal.signInLimited`. One that is right is not counted: it is the way in for whoever is locked out.
    ///
    /// - Parameter text: What comes after ``NewLink/folder``.
    public func invitation(_ text: String, from address: String) async throws -> InvitedAccount? {
        if let opened = try await openedLink(text) { return opened.invited }
        _ = try await invalidLink(text, from: address)
        return nil
    }

    /// Uses a link up: its account has this password from now on, its other sessions end, and one is opened.
    ///
    /// Throws `Refusal.account(.linkInvalid)`, `.account(.password(…))`, `.signInLimited`.
    public func acceptInvitation(
        _ text: String, password: String, from address: String, replacing old: String? = nil
    ) async throws -> NewSession {
        guard let (invited, user) = try await openedLink(text), let token = Token(.person, text) else {
            throw try await invalidLink(text, from: address)
        }
        let municipality = invited.municipality
        if let fault = PasswordPolicy.fault(in: password, names: user.knownNames) {
            throw Refusal.account(.password(fault))
        }
        let hash = try await hashing { try await $0.hash(password) }
        let keys = SignInKeys(account: user.id.description, address: address)
        return try await openSession(
            municipality, user.id, .useAccountLink, by: .link, replacing: old
        ) { connection, user in
            let used = try await connection.useLink(
                token.id, municipality, secretHash: token.secret.hash, at: clock.now())
            guard used?.account == user.id else { throw Refusal.account(.linkInvalid) }
            try await forgiveAttempts(connection, municipality, keys)
            _ = try await connection.setPassword(user.id, municipality, hash: hash.text, at: clock.now())
            _ = try await connection.deleteSessions(of: user.id, municipality)
        }
    }

    private func openedLink(_ text: String) async throws -> (invited: InvitedAccount, user: UserRecord)? {
        guard let token = Token(.person, text) else { return nil }
        let municipality = token.municipality
        return try await pool.transaction(for: municipality, by: "–", readOnly: true) { connection in
            guard
                let link = try await connection.openLink(
                    token.id, municipality, secretHash: token.secret.hash, at: clock.now()),
                let user = try await connection.user(link.account, municipality), user.canSignIn(on: clock.today)
            else { return nil }
            let invited = InvitedAccount(
                municipality: municipality, name: user.name, displayName: user.shownName, purpose: link.purpose,
                language: user.language, expiresAt: link.expiresAt)
            return (invited, user)
        }
    }

    /// The refusal of a link that opens nothing: counted by address and put on record, where the link names a municipality.
    private func invalidLink(_ text: String, from address: String) async throws -> Refusal {
        let refusal = Refusal.account(.linkInvalid)
        guard let token = Token(.person, text) else { return refusal }
        let municipality = token.municipality
        let keys = SignInKeys(account: "link " + token.id.uuidString, address: address)
        let verdict = try await pool.transaction(for: municipality, by: "–") { connection in
            try await countAttempt(connection, municipality, keys)
        }
        try await demandAllowed(verdict, municipality, .useAccountLink)
        try await auditVisitor(refusal, municipality, .useAccountLink, account: nil)
        return refusal
    }
}

extension UserRecord {
    /// What a password must not lean on.
    var knownNames: [String] {
        [name.rawValue, displayName?.rawValue, email?.rawValue].compactMap(\.self)
    }
}
