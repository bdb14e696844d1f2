public import Domain
public import FoundationEssentials
import Postgres
import Secrets
public import Store

/// Whoever a program acts for. The actor carries the token's scopes, and every operation holds it to them.
public struct TokenBearer: Sendable, Hashable {
    public let actor: Actor
    public let account: Identifier<UserAccount>
    public let token: Identifier<APIToken>
    public let scopes: Set<TokenScope>
}

/// A program's token that was just made; the only time it is seen.
public struct NewToken: Sendable, CustomStringConvertible {
    /// `praktik_MUNICIPALITY.UUID.SECRET`.
    public let token: String
    public let id: Identifier<APIToken>
    public let expiresAt: Date

    /// Without the secret.
    public var description: String { "(token \(id))" }
}

extension Operations {
    /// Makes a token for one's own account; the console's operator may make one for any. A dry run's opens nothing.
    ///
    /// - Parameters:
    ///   - account: Whose; nil for the actor's own.
    ///   - scopes: What it may be used for, at least one; each must be of use to the account's role, and a program's token
    ///     can give no scope that it has not itself.
    ///   - days: How long it lasts, 1…366.
    public func createToken(
        _ actor: Actor, for account: Code? = nil, name: Line, scopes: Set<TokenScope>, days: Int, dryRun: Bool = false
    ) async throws -> NewToken {
        let isOwn = actor.owns(account)
        return try await change(actor, isOwn ? .manageOwnAccount : .manageUsers, dryRun: dryRun) { connection in
            guard isOwn || actor.role == .operator else { throw Refusal.account(.tokenOfAnother) }
            guard (1...accounts.longestTokenLife).contains(days) else {
                throw Refusal.account(.tokenLife(days: accounts.longestTokenLife))
            }
            let user = try await connection.account(account, orOwn: actor)
            guard user.canSignIn(on: clock.today) else {
                throw Refusal.account(user.isDisabled(on: clock.today) ? .disabled : .cannotSignIn(user.role))
            }
            guard !scopes.isEmpty else { throw Refusal.account(.scopesMissing) }
            let owner = Actor(user, actor.municipality)
            let sorted = scopes.sorted { $0.rawValue < $1.rawValue }
            for scope in sorted where !scope.isOfUse(to: owner) || !actor.holds(scope) {
                throw Refusal.account(.scopeNotYours(scope))
            }
            let now = clock.now()
            let expiry = now.addingTimeInterval(Double(days) * 24 * 60 * 60)
            let token = Token(.program, municipality: actor.municipality, id: identifiers.nextUUID())
            let id = Identifier<APIToken>(token.id)
            try await connection.insertToken(
                id, actor.municipality, account: user.id, name: name, scopes: sorted, secretHash: token.secret.hash,
                at: now, until: expiry)
            return Changed(
                NewToken(token: token.text, id: id, expiresAt: expiry),
                AuditRecord(
                    entity: "api_token", id: id,
                    after: [
                        "code": user.name.rawValue, "token": name.rawValue,
                        "scopes": sorted.map(\.rawValue).joined(separator: " "),
                    ]))
        }
    }

    /// Tokens that still work: the actor's own, those of an account, or with `isEverybodys` all of the municipality.
    public func tokens(
        _ actor: Actor, of account: Code? = nil, isEverybodys: Bool = false
    ) async throws -> [APITokenRecord] {
        let isOwn = account == nil && !isEverybodys
        return try await read(actor, isOwn ? .manageOwnAccount : .manageUsers) { connection in
            let owner = isEverybodys ? nil : try await connection.account(account, orOwn: actor).id
            return try await connection.tokens(of: owner, actor.municipality, at: clock.now())
        }
    }

    /// Revokes one of the actor's own tokens; for those who manage users one of an account's, or with `isEverybodys` anybody's.
    public func revokeToken(
        _ actor: Actor, _ id: Identifier<APIToken>, of account: Code? = nil, isEverybodys: Bool = false,
        dryRun: Bool = false
    ) async throws {
        let isOwn = account == nil && !isEverybodys
        try await change(actor, isOwn ? .manageOwnAccount : .manageUsers, dryRun: dryRun) { connection in
            let owner = isEverybodys ? nil : try await connection.account(account, orOwn: actor).id
            guard try await connection.revokeTokens(of: owner, actor.municipality, id: id, at: clock.now()) == 1 else {
                throw Refusal.noSuch(.token, id.description)
            }
            return Changed((), AuditRecord(entity: "api_token", id: id, after: ["code": "revoked"]))
        }
    }

    /// Whoever a program's token acts for; nil where it is none, is over, revoked, or its account is closed.
    public func bearer(_ text: String) async throws -> TokenBearer? {
        guard let token = Token(.program, text) else { return nil }
        let now = clock.now()
        let found = try await pool.bearer(
            .program, token.municipality, id: token.id, secretHash: token.secret.hash)
        guard let found, found.isGood(at: now, today: clock.today) else { return nil }
        let id = Identifier<APIToken>(token.id)
        if found.lastUsedAt.map({ now.timeIntervalSince($0) >= AccountRules.usesNotedEvery.interval }) ?? true {
            try await pool.transaction(for: token.municipality, by: found.name.rawValue) { connection in
                try await connection.touchToken(id, token.municipality, at: now)
            }
        }
        let actor = Actor(found, token.municipality)
        return TokenBearer(actor: actor, account: found.account, token: id, scopes: actor.scopes ?? [])
    }
}

extension Actor {
    /// Whether the account is the actor's own. The console's operator has none.
    fileprivate func owns(_ account: Code?) -> Bool {
        role != .operator && (account == nil || account?.rawValue == name)
    }

    /// Whether the scope is among those of the token that is used, or another of them holds it; so it is for whoever is signed in.
    fileprivate func holds(_ scope: TokenScope) -> Bool {
        scopes.map { !$0.isDisjoint(with: scope.covering) } ?? true
    }
}

extension Connection {
    fileprivate func account(_ name: Code?, orOwn actor: Actor) async throws -> UserRecord {
        if let name { try await account(name, actor) } else { try await ownAccount(actor) }
    }
}

extension TokenScope {
    /// Whether there is anything that an owner may do and this scope is good for.
    public func isOfUse(to owner: Actor) -> Bool {
        Action.allCases.contains { action in
            guard let needed = action.scope, action.refusal(of: owner) == nil else { return false }
            return needed == self || [.read, .write].contains(self) && needed.covering.contains(self)
        }
    }
}
