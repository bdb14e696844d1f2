public import Domain
public import FoundationEssentials
public import Postgres

/// Somebody's account: a role, for some roles the unit or referrer that bounds it, and how they sign in.
public struct UserRecord: Sendable, RowDecodable {
    public let id: Identifier<UserAccount>
    public let name: Code
    public let role: Role
    public let unit: Code?
    public let unitID: Identifier<OrganisationUnit>?
    public let referrer: Code?
    public let referrerID: Identifier<Referrer>?
    public let disabledOn: Day?
    public let displayName: Line?
    public let email: EmailAddress?
    public let language: Language?
    /// Whether the account, a coordinator's, may see protected persons.
    public let isNamedOfficer: Bool
    public let hasPassword: Bool
    /// The identity provider that the account is bound to.
    public let issuer: String?
    /// Whether the role follows the provider's claims at every sign-in.
    public let roleFollowsClaims: Bool
    public let lastSignedInAt: Date?
    /// Until when an invitation or password reset is open.
    public let linkExpiresAt: Date?

    public init(row: Row) throws {
        id = try row.value("id")
        name = try row.value("name")
        role = try row.value("role")
        unit = try row.value("unit")
        unitID = try row.value("unit_id")
        referrer = try row.value("referrer")
        referrerID = try row.value("referrer_id")
        disabledOn = try row.value("disabled_on")
        displayName = try row.value("display_name")
        email = try row.value("email")
        language = try row.value("language")
        isNamedOfficer = try row.value("named_officer")
        hasPassword = try row.value("has_password")
        issuer = try row.value("issuer")
        roleFollowsClaims = try row.value("role_follows_claims")
        lastSignedInAt = try row.value("last_signed_in_at")
        linkExpiresAt = try row.value("link_expires_at")
    }

    /// Whether the account is closed on a day.
    public func isDisabled(on day: Day) -> Bool { disabledOn.map { $0 <= day } ?? false }

    /// What to call its owner.
    public var shownName: String { displayName?.rawValue ?? name.rawValue }
}

/// What is written of an account.
public struct UserValues: Sendable, Hashable {
    public var role: Role
    public var unit: Identifier<OrganisationUnit>?
    public var referrer: Identifier<Referrer>?
    public var displayName: Line?
    public var email: EmailAddress?
    public var language: Language?
    public var isNamedOfficer: Bool

    public init(
        role: Role, unit: Identifier<OrganisationUnit>? = nil, referrer: Identifier<Referrer>? = nil,
        displayName: Line? = nil, email: EmailAddress? = nil, language: Language? = nil, isNamedOfficer: Bool = false
    ) {
        self.role = role
        self.unit = unit
        self.referrer = referrer
        self.displayName = displayName
        self.email = email
        self.language = language
        self.isNamedOfficer = isNamedOfficer
    }
}

extension Connection {
    package func users(_ municipality: MunicipalityCode, name: Code? = nil) async throws -> [UserRecord] {
        try await users(municipality, where: "(\(name)::text IS NULL OR a.name = \(name))")
    }

    package func user(_ id: Identifier<UserAccount>, _ municipality: MunicipalityCode) async throws -> UserRecord? {
        try await users(municipality, where: "a.id = \(id)").first
    }

    package func user(issuer: String, subject: String, _ municipality: MunicipalityCode) async throws -> UserRecord? {
        try await users(municipality, where: "a.issuer = \(issuer) AND a.subject = \(subject)").first
    }

    private func users(_ municipality: MunicipalityCode, where condition: SQL) async throws -> [UserRecord] {
        try await query(
            """
            SELECT a.id, a.name, a.role, u.code AS unit, a.unit_id, r.code AS referrer, a.referrer_id, a.disabled_on,
                a.display_name, a.email, a.language, a.named_officer, a.password_hash IS NOT NULL AS has_password,
                a.issuer, a.role_source = 'claim' AS role_follows_claims, a.last_signed_in_at,
                l.expires_at AS link_expires_at
            FROM user_account a
            LEFT JOIN organisation_unit u ON u.municipality = a.municipality AND u.id = a.unit_id
            LEFT JOIN referrer r ON r.municipality = a.municipality AND r.id = a.referrer_id
            LEFT JOIN account_link l ON l.municipality = a.municipality AND l.account_id = a.id
                AND l.used_at IS NULL AND l.revoked_at IS NULL
            WHERE a.municipality = \(municipality) AND \(condition)
            ORDER BY a.name COLLATE "C"
            """, as: UserRecord.self)
    }

    /// Keeps others from changing the account until the transaction ends.
    package func lockUser(_ name: Code, _ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            "SELECT 1 FROM user_account WHERE municipality = \(municipality) AND name = \(name) FOR NO KEY UPDATE")
    }

    package func insertUser(
        _ municipality: MunicipalityCode, id: Identifier<UserAccount>, name: Code, _ values: UserValues
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO user_account (municipality, id, name, role, unit_id, referrer_id, display_name, email, language,
                named_officer)
            VALUES (\(municipality), \(id), \(name), \(values.role), \(values.unit), \(values.referrer),
                \(values.displayName), \(values.email), \(values.language), \(values.isNamedOfficer))
            """)
    }

    package func updateUser(
        _ id: Identifier<UserAccount>, _ municipality: MunicipalityCode, _ values: UserValues
    ) async throws {
        _ = try await execute(
            """
            UPDATE user_account SET role = \(values.role), unit_id = \(values.unit), referrer_id = \(values.referrer),
                display_name = \(values.displayName), email = \(values.email), language = \(values.language),
                named_officer = \(values.isNamedOfficer)
            WHERE municipality = \(municipality) AND id = \(id)
            """)
    }

    /// - Parameter day: From when the account is closed; nil opens it.
    package func disableUser(
        _ id: Identifier<UserAccount>, _ municipality: MunicipalityCode, on day: Day?
    ) async throws {
        _ = try await execute(
            "UPDATE user_account SET disabled_on = \(day) WHERE municipality = \(municipality) AND id = \(id)")
    }
}
