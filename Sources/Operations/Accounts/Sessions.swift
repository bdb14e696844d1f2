public import Domain
import FoundationEssentials
import Postgres
import Secrets
public import Store

extension Operations {
    /// Whoever a session's token belongs to; nil where it is none, is over, or its account is closed.
    public func signedIn(token text: String) async throws -> SignedIn? {
        guard let token = Token(.person, text) else { return nil }
        let now = clock.now()
        let found = try await pool.bearer(
            .session, token.municipality, id: token.id, secretHash: token.secret.hash)
        guard let found, found.isGood(at: now, today: clock.today), let used = found.lastUsedAt,
            now.timeIntervalSince(used) < accounts.idle.interval
        else { return nil }
        housekeeping.note(token.municipality)
        if now.timeIntervalSince(used) >= AccountRules.usesNotedEvery.interval {
            try await pool.transaction(for: token.municipality, by: found.name.rawValue) { connection in
                try await connection.touchSession(Identifier(token.id), token.municipality, at: now)
                // An address that was counted goes soon, whether or not anybody signs in again.
                try await connection.deleteSignInCounts(token.municipality, endedBy: now)
            }
        }
        return SignedIn(found, token: token)
    }

    /// Ends a session. Nothing happens where it is over already.
    public func signOut(token text: String) async throws {
        guard let token = Token(.person, text), let who = try await signedIn(token: text) else { return }
        try await change(who.actor, .signOut) { connection in
            let account = try await connection.deleteSession(
                who.session, token.municipality, secretHash: token.secret.hash)
            return Changed((), records: account.map { [AuditRecord(entity: "user", id: $0)] } ?? [])
        }
    }

    /// Ends every session of the actor's own account, this one too; answers how many.
    @discardableResult
    public func signOutEverywhere(_ actor: Actor) async throws -> Int {
        try await change(actor, .manageOwnAccount) { connection in
            let user = try await connection.ownAccount(actor)
            return try await endSessions(connection, actor, user)
        }
    }

    /// The actor's own sessions, the last used first.
    public func ownSessions(_ actor: Actor) async throws -> [SessionRecord] {
        try await read(actor, .manageOwnAccount) { connection in
            try await sessions(connection, actor, try await connection.ownAccount(actor))
        }
    }

    /// Ends one of the actor's own sessions.
    public func endOwnSession(_ actor: Actor, _ session: Identifier<UserSession>) async throws {
        try await change(actor, .manageOwnAccount) { connection in
            let user = try await connection.ownAccount(actor)
            guard try await connection.deleteSessions(of: user.id, actor.municipality, id: session) == 1 else {
                throw Refusal.noSuch(.session, session.description)
            }
            return Changed((), AuditRecord(entity: "user", id: user.id, after: ["sessions_ended": "1"]))
        }
    }

    /// A user's sessions, the last used first.
    public func sessions(_ actor: Actor, of name: Code) async throws -> [SessionRecord] {
        try await read(actor, .manageUsers) { connection in
            try await sessions(connection, actor, try await connection.account(name, actor))
        }
    }

    /// Ends every session of a user; answers how many.
    @discardableResult
    public func endSessions(_ actor: Actor, of name: Code, dryRun: Bool = false) async throws -> Int {
        try await change(actor, .manageUsers, dryRun: dryRun) { connection in
            try await endSessions(connection, actor, try await connection.account(name, actor))
        }
    }

    private func sessions(
        _ connection: Connection, _ actor: Actor, _ user: UserRecord
    ) async throws -> [SessionRecord] {
        let now = clock.now()
        return try await connection.sessions(
            of: user.id, actor.municipality, at: now, usedSince: now.addingTimeInterval(-accounts.idle.interval))
    }

    private func endSessions(
        _ connection: Connection, _ actor: Actor, _ user: UserRecord
    ) async throws -> Changed<Int> {
        let ended = try await connection.deleteSessions(of: user.id, actor.municipality)
        return Changed(
            ended,
            AuditRecord(
                entity: "user", id: user.id, after: ["code": user.name.rawValue, "sessions_ended": String(ended)]))
    }
}

extension BearerRow {
    /// Whether it has not expired and its account is open.
    func isGood(at now: Date, today: Day) -> Bool {
        expiresAt > now && Role.signingIn.contains(role) && disabledOn.map { $0 > today } ?? true
    }
}

extension Connection {
    /// The account that the actor is signed in to.
    func ownAccount(_ actor: Actor) async throws -> UserRecord {
        guard let name = try? Code(actor.name) else { throw Refusal.unknownUser(actor.name) }
        return try await account(name, actor)
    }

    /// An account of the actor's municipality.
    func account(_ name: Code, _ actor: Actor) async throws -> UserRecord {
        guard let user = try await users(actor.municipality, name: name).first else {
            throw Refusal.noSuch(.user, name.rawValue)
        }
        return user
    }
}
