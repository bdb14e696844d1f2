package import Domain
package import FoundationEssentials
public import Postgres

/// What a one-time link is for.
public enum LinkPurpose: String, Sendable, CaseIterable, PostgresEncodable, PostgresDecodable {
    case invitation
    case passwordReset = "password_reset"
}

/// A link that is still open, and the account it opens.
package struct OpenLink: Sendable, RowDecodable {
    package let account: Identifier<UserAccount>
    package let purpose: LinkPurpose
    package let expiresAt: Date

    package init(row: Row) throws {
        account = try row.value("account_id")
        purpose = try row.value("purpose")
        expiresAt = try row.value("expires_at")
    }
}

extension Connection {
    /// Takes back the account's open link, if it has one.
    package func revokeLinks(
        of account: Identifier<UserAccount>, _ municipality: MunicipalityCode, at now: Date
    ) async throws {
        _ = try await execute(
            """
            UPDATE account_link SET revoked_at = \(now)
            WHERE municipality = \(municipality) AND account_id = \(account) AND used_at IS NULL AND revoked_at IS NULL
            """)
    }

    package func insertLink(
        _ id: Identifier<AccountLink>, _ municipality: MunicipalityCode, account: Identifier<UserAccount>,
        purpose: LinkPurpose, secretHash: [UInt8], at now: Date, until expiry: Date
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO account_link (municipality, id, account_id, purpose, secret_hash, created_at, expires_at)
            VALUES (\(municipality), \(id), \(account), \(purpose), \(secretHash), \(now), \(expiry))
            """)
    }

    package func openLink(
        _ id: UUID, _ municipality: MunicipalityCode, secretHash: [UInt8], at now: Date
    ) async throws -> OpenLink? {
        try await queryFirst(
            """
            SELECT account_id, purpose, expires_at FROM account_link
            WHERE municipality = \(municipality) AND id = \(id) AND secret_hash = \(secretHash) AND used_at IS NULL
                AND revoked_at IS NULL AND expires_at > \(now)
            """, as: OpenLink.self)
    }

    /// Uses a link up. Of several at once, one gets it: the others wait for its row and find it used.
    package func useLink(
        _ id: UUID, _ municipality: MunicipalityCode, secretHash: [UInt8], at now: Date
    ) async throws -> OpenLink? {
        try await queryFirst(
            """
            UPDATE account_link SET used_at = \(now)
            WHERE municipality = \(municipality) AND id = \(id) AND secret_hash = \(secretHash) AND used_at IS NULL
                AND revoked_at IS NULL AND expires_at > \(now)
            RETURNING account_id, purpose, expires_at
            """, as: OpenLink.self)
    }

    /// Forgets links that have long been over.
    package func deleteLinks(_ municipality: MunicipalityCode, expiredBy moment: Date) async throws {
        _ = try await execute(
            "DELETE FROM account_link WHERE municipality = \(municipality) AND expires_at <= \(moment)")
    }
}
