public import Domain
import Postgres
import Secrets
public import Store

extension Operations {
    /// Changes one's own password. Every session ends, and a new one is opened in place of this.
    ///
    /// Throws `Refusal.account(.passwordWrong)`, `.account(.password(…))`, `.signInLimited`.
    public func changePassword(
        _ who: SignedIn, from present: String, to new: String, address: String
    ) async throws -> NewSession {
        let municipality = who.actor.municipality
        let keys = SignInKeys(account: who.account.description, address: address)
        let (user, held, verdict) = try await pool.transaction(for: municipality, by: who.actor.name) { connection in
            let user = try await connection.ownAccount(who.actor)
            let held = try await connection.credentials(signingInAs: user.name.rawValue, municipality)
            return (user, held?.passwordHash, try await countAttempt(connection, municipality, keys))
        }
        try await demandAllowed(verdict, municipality, .manageOwnAccount)
        let isTooLong = present.unicodeScalars.count > PasswordPolicy.length.upperBound
        let hash = held.flatMap { PasswordHash($0) }
        let isRight = try await hashing {
            try await $0.verify(isTooLong ? "" : present, against: isTooLong ? nil : hash)
        }
        guard isRight, let hash else {
            return try await change(who.actor, .manageOwnAccount) { _ in throw Refusal.account(.passwordWrong) }
        }
        if let fault = PasswordPolicy.fault(in: new, names: user.knownNames) { throw Refusal.account(.password(fault)) }
        let renewed = try await hashing { try await $0.hash(new) }
        return try await openSession(municipality, user.id, .manageOwnAccount, by: .password) { connection, _ in
            try await forgiveAttempts(connection, municipality, keys)
            guard
                try await connection.setPassword(
                    user.id, municipality, hash: renewed.text, at: clock.now(), replacing: hash.text)
            else { throw Refusal.account(.passwordWrong) }
            _ = try await connection.deleteSessions(of: user.id, municipality)
        }
    }

    /// The actor's own account.
    public func ownAccount(_ actor: Actor) async throws -> UserRecord {
        try await read(actor, .manageOwnAccount) { try await $0.ownAccount(actor) }
    }

    /// Changes what its owner may of an account: what they are called, and the language of their pages. The e-mail address is the
    /// administrator's to change, since a provider's sign-in finds its account by it.
    public func changeOwnAccount(_ actor: Actor, displayName: Line?, language: Language?) async throws {
        try await change(actor, .manageOwnAccount) { connection in
            let user = try await connection.ownAccount(actor)
            var values = UserValues(user)
            values.displayName = displayName
            values.language = language
            try await connection.updateUser(user.id, actor.municipality, values)
            return Changed((), AuditRecord(entity: "user", id: user.id, after: ["code": user.name.rawValue]))
        }
    }
}

extension UserValues {
    init(_ user: UserRecord) {
        self.init(
            role: user.role, unit: user.unitID, referrer: user.referrerID, displayName: user.displayName,
            email: user.email, language: user.language, isNamedOfficer: user.isNamedOfficer)
    }
}
