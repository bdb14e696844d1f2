public import Domain
public import FoundationEssentials
public import Postgres

/// How somebody signed in.
public enum SignInMeans: String, Sendable, CaseIterable, PostgresEncodable, PostgresDecodable {
    /// Name and password.
    case password
    /// An invitation or password reset.
    case link
    /// An identity provider.
    case provider
}

/// One of an account's sessions, as its owner sees it.
public struct SessionRecord: Sendable, RowDecodable {
    public let id: Identifier<UserSession>
    public let means: SignInMeans
    public let createdAt: Date
    public let lastUsedAt: Date
    public let expiresAt: Date

    public init(row: Row) throws {
        id = try row.value("id")
        means = try row.value("means")
        createdAt = try row.value("created_at")
        lastUsedAt = try row.value("last_used_at")
        expiresAt = try row.value("expires_at")
    }
}

/// Whoever a session or a program's token belongs to, as the account stands now.
package struct BearerRow: Sendable, RowDecodable {
    package let account: Identifier<UserAccount>
    package let name: Code
    package let role: Role
    package let unit: Identifier<OrganisationUnit>?
    package let referrer: Identifier<Referrer>?
    package let isNamedOfficer: Bool
    package let displayName: Line?
    package let language: Language?
    package let disabledOn: Day?
    package let expiresAt: Date
    package let lastUsedAt: Date?
    package let scopes: [String]?

    package init(row: Row) throws {
        account = try row.value("account_id")
        name = try row.value("name")
        role = try row.value("role")
        unit = try row.value("unit_id")
        referrer = try row.value("referrer_id")
        isNamedOfficer = try row.value("named_officer")
        displayName = try row.value("display_name")
        language = try row.value("language")
        disabledOn = try row.value("disabled_on")
        expiresAt = try row.value("expires_at")
        lastUsedAt = try row.value("last_used_at")
        scopes = try row.value("scopes")
    }
}

/// Which table a bearer's secret is in.
package enum BearerKind: Sendable {
    case session, program
}

extension Pool {
    /// Whoever has the secret; in one round trip and a transaction of its own.
    package func bearer(
        _ kind: BearerKind, _ municipality: MunicipalityCode, id: UUID, secretHash: [UInt8]
    ) async throws -> BearerRow? {
        let holder: SQL =
            switch kind {
            case .session: "NULL::text[] AS scopes FROM user_session t"
            case .program: "t.scopes FROM api_token t"
            }
        let isGood: SQL = kind == .program ? " AND t.revoked_at IS NULL" : ""
        return try await queryFirst(
            """
            SELECT a.id AS account_id, a.name, a.role, a.unit_id, a.referrer_id, a.named_officer, a.display_name, a.language,
                a.disabled_on, t.expires_at, t.last_used_at, \(holder)
            JOIN user_account a ON a.municipality = t.municipality AND a.id = t.account_id
            WHERE t.municipality = \(municipality) AND t.id = \(id) AND t.secret_hash = \(secretHash)\(isGood)
            """, as: BearerRow.self, opening: [.opening(for: municipality, by: "–")])
    }
}

extension Connection {
    package func insertSession(
        _ id: Identifier<UserSession>, _ municipality: MunicipalityCode, account: Identifier<UserAccount>,
        secretHash: [UInt8], means: SignInMeans, at now: Date, until expiry: Date
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO user_session (municipality, id, account_id, secret_hash, means, created_at, last_used_at,
                expires_at)
            VALUES (\(municipality), \(id), \(account), \(secretHash), \(means), \(now), \(now), \(expiry))
            """)
    }

    package func touchSession(
        _ id: Identifier<UserSession>, _ municipality: MunicipalityCode, at now: Date
    ) async throws {
        _ = try await execute(
            """
            UPDATE user_session SET last_used_at = \(now)
            WHERE municipality = \(municipality) AND id = \(id) AND last_used_at < \(now)
            """)
    }

    /// Those that are still good, the last used first.
    package func sessions(
        of account: Identifier<UserAccount>, _ municipality: MunicipalityCode, at now: Date, usedSince idle: Date
    ) async throws -> [SessionRecord] {
        try await query(
            """
            SELECT id, means, created_at, last_used_at, expires_at FROM user_session
            WHERE municipality = \(municipality) AND account_id = \(account) AND expires_at > \(now)
                AND last_used_at > \(idle)
            ORDER BY last_used_at DESC, id
            """, as: SessionRecord.self)
    }

    /// Ends the session that has the secret; answers whose it was.
    package func deleteSession(
        _ id: Identifier<UserSession>, _ municipality: MunicipalityCode, secretHash: [UInt8]
    ) async throws -> Identifier<UserAccount>? {
        try await query(
            """
            DELETE FROM user_session WHERE municipality = \(municipality) AND id = \(id) AND secret_hash = \(secretHash)
            RETURNING account_id
            """
        ).first.map { try $0.value("account_id") }
    }

    /// Ends one session of an account, or all of them; answers how many.
    package func deleteSessions(
        of account: Identifier<UserAccount>, _ municipality: MunicipalityCode, id: Identifier<UserSession>? = nil
    ) async throws -> Int {
        try await execute(
            """
            DELETE FROM user_session WHERE municipality = \(municipality) AND account_id = \(account)
                AND (\(id)::uuid IS NULL OR id = \(id))
            """)
    }

    /// Forgets sessions that are over.
    package func deleteSessions(
        _ municipality: MunicipalityCode, expiredBy now: Date, unusedSince idle: Date
    ) async throws {
        _ = try await execute(
            """
            DELETE FROM user_session
            WHERE municipality = \(municipality) AND (expires_at <= \(now) OR last_used_at <= \(idle))
            """)
    }
}
