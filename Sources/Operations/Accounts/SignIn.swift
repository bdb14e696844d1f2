public import Domain
import FoundationEssentials
import Postgres
import Secrets
import Store

extension Operations {
    /// Signs in with name (or e-mail address) and password, and opens a session.
    ///
    /// Takes as long for an account that does not exist. Throws `Refusal.signInFailed`, or `.signInLimited` after too many
    /// attempts; both are audited, without what was typed.
    ///
    /// - Parameters:
    ///   - address: The client's, counted for as long as the window of attempts, and kept no longer.
    ///   - old: The token of a session that the browser has already; it ends, so that nobody rides on one they had planted.
    public func signIn(
        municipality: MunicipalityCode, name: String, password: String, from address: String,
        replacing old: String? = nil
    ) async throws -> NewSession {
        let (known, keys, verdict) = try await pool.transaction(for: municipality, by: "–") { connection in
            let known = try await connection.credentials(signingInAs: name, municipality)
            let keys = SignInKeys(account: known?.id.description ?? name, address: address)
            return (known, keys, try await countAttempt(connection, municipality, keys))
        }
        try await demandAllowed(verdict, municipality, .signIn)

        let today = clock.today
        let account = known.flatMap { $0.canSignIn(on: today) ? $0 : nil }
        let hash = account?.passwordHash.flatMap { PasswordHash($0) }
        let isTooLong = password.unicodeScalars.count > PasswordPolicy.length.upperBound
        let isRight = try await hashing {
            try await $0.verify(isTooLong ? "" : password, against: isTooLong ? nil : hash)
        }
        guard isRight, let account, let hash else {
            try await auditVisitor(.signInFailed, municipality, .signIn, account: known)
            throw Refusal.signInFailed
        }
        let renewed =
            accounts.hasher.isOutdated(hash) ? try await hashing { try await $0.hash(password) } : nil

        return try await openSession(municipality, account.id, .signIn, by: .password, replacing: old) {
            connection, _ in
            try await forgiveAttempts(connection, municipality, keys)
            if let renewed {
                _ = try await connection.setPassword(
                    account.id, municipality, hash: renewed.text, at: clock.now(), replacing: hash.text)
            }
        }
    }

    /// Opens a session for an account that has proved who it is, in one transaction with whatever else that means.
    ///
    /// - Parameter body: Runs first; what it throws keeps the session from being.
    func openSession(
        _ municipality: MunicipalityCode, _ account: Identifier<UserAccount>, _ action: Action, by means: SignInMeans,
        replacing old: String? = nil, _ body: (Connection, UserRecord) async throws -> Void = { _, _ in }
    ) async throws -> NewSession {
        guard
            let found = try await pool.transaction(
                for: municipality, by: "–", readOnly: true, { try await $0.user(account, municipality) })
        else { throw Refusal.signInFailed }
        return try await change(Actor(found, municipality), action) { connection in
            // Again, for what happened meanwhile.
            guard let user = try await connection.user(account, municipality), user.canSignIn(on: clock.today) else {
                throw Refusal.signInFailed
            }
            try await body(connection, user)
            if let old = old.flatMap({ Token(.person, $0) }), old.municipality == municipality {
                _ = try await connection.deleteSession(
                    Identifier(old.id), municipality, secretHash: old.secret.hash)
            }
            let now = clock.now()
            let token = Token(.person, municipality: municipality, id: identifiers.nextUUID())
            let expiry = now.addingTimeInterval(accounts.lifetime.interval)
            try await connection.insertSession(
                Identifier(token.id), municipality, account: account, secretHash: token.secret.hash, means: means,
                at: now, until: expiry)
            try await connection.markSignedIn(account, municipality, at: now)
            try await connection.deleteSessions(
                municipality, expiredBy: now, unusedSince: now.addingTimeInterval(-accounts.idle.interval))
            return Changed(
                NewSession(token: token.text, signedIn: SignedIn(user, token: token, expiresAt: expiry)),
                AuditRecord(
                    entity: "user", id: account, after: ["code": user.name.rawValue, "means": means.rawValue]))
        }
    }

    /// Works on a password hash, or says when to come back if too many are being worked on.
    func hashing<Value>(_ body: (PasswordHasher) async throws -> Value) async throws -> Value {
        do {
            return try await body(accounts.hasher)
        } catch is PasswordHasher.Busy {
            throw Refusal.signInLimited(retryAfter: .seconds(10))
        }
    }
}

extension Credentials {
    fileprivate func canSignIn(on day: Day) -> Bool {
        Role.signingIn.contains(role) && disabledOn.map { $0 > day } ?? true
    }
}

extension UserRecord {
    func canSignIn(on day: Day) -> Bool {
        Role.signingIn.contains(role) && !isDisabled(on: day)
    }
}
