package import Domain
package import FoundationEssentials
package import Postgres

/// What a sign-in needs to know of an account.
package struct Credentials: Sendable, RowDecodable {
    package let id: Identifier<UserAccount>
    package let name: Code
    package let role: Role
    package let disabledOn: Day?
    package let passwordHash: String?

    package init(row: Row) throws {
        id = try row.value("id")
        name = try row.value("name")
        role = try row.value("role")
        disabledOn = try row.value("disabled_on")
        passwordHash = try row.value("password_hash")
    }
}

extension Connection {
    /// The account that somebody means who types this: by its name, whatever the case, or by its e-mail address.
    package func credentials(signingInAs typed: String, _ municipality: MunicipalityCode) async throws -> Credentials? {
        guard typed.utf8.count <= 256, !typed.utf8.contains(0) else { return nil }
        return try await queryFirst(
            """
            SELECT id, name, role, disabled_on, password_hash FROM user_account
            WHERE municipality = \(municipality) AND (lower(name) = lower(\(typed)) OR lower(email) = lower(\(typed)))
            ORDER BY name = \(typed) DESC, lower(name) = lower(\(typed)) DESC, name COLLATE "C" LIMIT 1
            """, as: Credentials.self)
    }

    /// Whether anybody at all has an account.
    package func hasUsers(_ municipality: MunicipalityCode) async throws -> Bool {
        try await value(
            "SELECT EXISTS (SELECT FROM user_account WHERE municipality = \(municipality))", as: Bool.self)
    }

    /// - Parameter held: Sets it only while the present one is this, so that a change is not overwritten; nil: in any case.
    package func setPassword(
        _ id: Identifier<UserAccount>, _ municipality: MunicipalityCode, hash: String, at now: Date,
        replacing held: String? = nil
    ) async throws -> Bool {
        try await execute(
            """
            UPDATE user_account SET password_hash = \(hash), password_set_at = \(now)
            WHERE municipality = \(municipality) AND id = \(id)
                AND (\(held)::text IS NULL OR password_hash = \(held))
            """) == 1
    }

    package func markSignedIn(
        _ id: Identifier<UserAccount>, _ municipality: MunicipalityCode, at now: Date
    ) async throws {
        _ = try await execute(
            "UPDATE user_account SET last_signed_in_at = \(now) WHERE municipality = \(municipality) AND id = \(id)")
    }

    /// Lets nobody else bind or make an account for a new identity until the transaction ends.
    package func lockNewIdentities(_ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('praktik.identities:' || \(municipality), 0))")
    }

    /// Binds the open account with the address to an identity, if it has none yet; answers which.
    package func bindUser(
        email: EmailAddress, issuer: String, subject: String, _ municipality: MunicipalityCode, today: Day
    ) async throws -> Identifier<UserAccount>? {
        try await query(
            """
            UPDATE user_account SET issuer = \(issuer), subject = \(subject)
            WHERE municipality = \(municipality) AND lower(email) = lower(\(email)) AND issuer IS NULL
                AND role <> 'operator' AND (disabled_on IS NULL OR disabled_on > \(today))
            RETURNING id
            """
        ).first.map { try $0.value("id") }
    }

    /// Binds a new account, whose role follows the provider's claims.
    package func bindUser(
        _ id: Identifier<UserAccount>, _ municipality: MunicipalityCode, issuer: String, subject: String
    ) async throws {
        _ = try await execute(
            """
            UPDATE user_account SET issuer = \(issuer), subject = \(subject), role_source = 'claim'
            WHERE municipality = \(municipality) AND id = \(id)
            """)
    }
}
