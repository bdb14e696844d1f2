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

extension UserRecord {
    fileprivate static var columns: SQL {
        """
        t.id, t.name, t.role, u.code AS unit, t.unit_id, r.code AS referrer, t.referrer_id, t.disabled_on,
            t.display_name, t.email, t.language, t.named_officer, t.password_hash IS NOT NULL AS has_password,
            t.issuer, t.role_source = 'claim' AS role_follows_claims, t.last_signed_in_at,
            l.expires_at AS link_expires_at
        """
    }

    fileprivate static var joins: SQL {
        """
        LEFT JOIN organisation_unit u ON u.municipality = t.municipality AND u.id = t.unit_id
        LEFT JOIN referrer r ON r.municipality = t.municipality AND r.id = t.referrer_id
        LEFT JOIN account_link l ON l.municipality = t.municipality AND l.account_id = t.id
            AND l.used_at IS NULL AND l.revoked_at IS NULL
        """
    }
}

extension Connection {
    package func users(_ municipality: MunicipalityCode, name: Code? = nil) async throws -> [UserRecord] {
        try await users(municipality, where: "(\(name)::text IS NULL OR t.name = \(name))")
    }

    package func user(_ id: Identifier<UserAccount>, _ municipality: MunicipalityCode) async throws -> UserRecord? {
        try await users(municipality, where: "t.id = \(id)").first
    }

    package func user(issuer: String, subject: String, _ municipality: MunicipalityCode) async throws -> UserRecord? {
        try await users(municipality, where: "t.issuer = \(issuer) AND t.subject = \(subject)").first
    }

    private func users(_ municipality: MunicipalityCode, where condition: SQL) async throws -> [UserRecord] {
        try await query(
            """
            SELECT \(UserRecord.columns) FROM user_account t \(UserRecord.joins)
            WHERE t.municipality = \(municipality) AND \(condition)
            ORDER BY t.name COLLATE "C"
            """, as: UserRecord.self)
    }

    /// By name, as the database orders text.
    package func userPage(
        _ municipality: MunicipalityCode, _ request: PageRequest
    ) async throws -> ListPage<UserRecord>? {
        try await page(
            IndexedList(
                municipality, columns: UserRecord.columns, table: "user_account t", joins: UserRecord.joins,
                key: "t.name"), request, as: UserRecord.self)
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
