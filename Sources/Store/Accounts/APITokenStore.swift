public import Domain
public import FoundationEssentials
public import Postgres

/// A program's token as its owner sees it; the secret is nowhere.
public struct APITokenRecord: Sendable, RowDecodable {
    public let id: Identifier<APIToken>
    public let account: Code
    public let name: Line
    public let scopes: [TokenScope]
    public let createdAt: Date
    public let expiresAt: Date
    /// To the minute.
    public let lastUsedAt: Date?

    public init(row: Row) throws {
        id = try row.value("id")
        account = try row.value("account")
        name = try row.value("name")
        // A scope that this version does not know gives nothing.
        scopes = try row.value("scopes", as: [String].self).compactMap(TokenScope.init)
        createdAt = try row.value("created_at")
        expiresAt = try row.value("expires_at")
        lastUsedAt = try row.value("last_used_at")
    }
}

extension Connection {
    package func insertToken(
        _ id: Identifier<APIToken>, _ municipality: MunicipalityCode, account: Identifier<UserAccount>, name: Line,
        scopes: [TokenScope], secretHash: [UInt8], at now: Date, until expiry: Date
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO api_token (municipality, id, account_id, name, secret_hash, scopes, created_at, expires_at)
            VALUES (\(municipality), \(id), \(account), \(name), \(secretHash), \(scopes.map(\.rawValue)), \(now),
                \(expiry))
            """)
    }

    /// Tokens that are neither revoked nor expired: one account's, or all.
    package func tokens(
        of account: Identifier<UserAccount>? = nil, _ municipality: MunicipalityCode, at now: Date
    ) async throws -> [APITokenRecord] {
        try await query(
            """
            SELECT t.id, a.name AS account, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at
            FROM api_token t JOIN user_account a ON a.municipality = t.municipality AND a.id = t.account_id
            WHERE t.municipality = \(municipality) AND (\(account)::uuid IS NULL OR t.account_id = \(account))
                AND t.revoked_at IS NULL AND t.expires_at > \(now)
            ORDER BY a.name COLLATE "C", t.created_at, t.id
            """, as: APITokenRecord.self)
    }

    /// Revokes one token, or all of an account's; answers how many.
    package func revokeTokens(
        of account: Identifier<UserAccount>? = nil, _ municipality: MunicipalityCode, id: Identifier<APIToken>? = nil,
        at now: Date
    ) async throws -> Int {
        guard account != nil || id != nil else { return 0 }
        return try await execute(
            """
            UPDATE api_token SET revoked_at = \(now)
            WHERE municipality = \(municipality) AND (\(account)::uuid IS NULL OR account_id = \(account))
                AND (\(id)::uuid IS NULL OR id = \(id)) AND revoked_at IS NULL
            """)
    }

    package func touchToken(
        _ id: Identifier<APIToken>, _ municipality: MunicipalityCode, at now: Date
    ) async throws {
        _ = try await execute(
            """
            UPDATE api_token SET last_used_at = \(now)
            WHERE municipality = \(municipality) AND id = \(id) AND (last_used_at IS NULL OR last_used_at < \(now))
            """)
    }
}
