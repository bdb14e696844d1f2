package import Domain
package import FoundationEssentials
package import Postgres

/// How often a sign-in was tried under one key, and until when that counts.
package struct SignInCount: Sendable, RowDecodable {
    package let attempts: Int
    package let endsAt: Date

    package init(row: Row) throws {
        attempts = try row.value("attempts")
        endsAt = try row.value("ends_at")
    }
}

/// What attempts are counted by. The order is the order in which rows are locked.
package enum SignInCountKind: String, Sendable, CaseIterable, PostgresEncodable {
    case account, address
}

extension Connection {
    /// Counts one more attempt. The first opens a window; what comes within it is added; one after it opens the next.
    package func countSignIn(
        _ kind: SignInCountKind, key: String, _ municipality: MunicipalityCode, at now: Date, until end: Date
    ) async throws -> SignInCount {
        let counts = try await query(
            """
            INSERT INTO sign_in_count AS c (municipality, kind, key, attempts, ends_at)
            VALUES (\(municipality), \(kind), \(key), 1, \(end))
            ON CONFLICT (municipality, kind, key) DO UPDATE SET
                attempts = CASE WHEN c.ends_at <= \(now) THEN 1 ELSE c.attempts + 1 END,
                ends_at = CASE WHEN c.ends_at <= \(now) THEN \(end) ELSE c.ends_at END
            RETURNING attempts, ends_at
            """, as: SignInCount.self)
        return counts[0]
    }

    /// What has been counted under a key in the window that is open; nil where none is.
    package func signInCount(
        _ kind: SignInCountKind, key: String, _ municipality: MunicipalityCode, at now: Date
    ) async throws -> SignInCount? {
        try await queryFirst(
            """
            SELECT attempts, ends_at FROM sign_in_count
            WHERE municipality = \(municipality) AND kind = \(kind) AND key = \(key) AND ends_at > \(now)
            """, as: SignInCount.self)
    }

    /// Takes a successful attempt back, or with `isWhole` all of a key's.
    package func forgiveSignIn(
        _ kind: SignInCountKind, key: String, _ municipality: MunicipalityCode, isWhole: Bool
    ) async throws {
        _ = try await execute(
            """
            UPDATE sign_in_count SET attempts = CASE WHEN \(isWhole) THEN 0 ELSE greatest(attempts - 1, 0) END
            WHERE municipality = \(municipality) AND kind = \(kind) AND key = \(key)
            """)
    }

    /// Forgets what no longer counts, addresses above all; rows that somebody is counting in are left to them.
    package func deleteSignInCounts(_ municipality: MunicipalityCode, endedBy now: Date) async throws {
        _ = try await execute(
            """
            DELETE FROM sign_in_count c USING (
                SELECT kind, key FROM sign_in_count WHERE municipality = \(municipality) AND ends_at <= \(now)
                FOR UPDATE SKIP LOCKED
            ) e
            WHERE c.municipality = \(municipality) AND c.kind = e.kind AND c.key = e.key
            """)
    }
}
