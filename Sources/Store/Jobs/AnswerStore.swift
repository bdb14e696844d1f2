package import Domain
package import Postgres

/// A request that may be sent again: whose, by which key, and what it asks for.
package struct RequestKey: Sendable, Hashable {
    package let account: String
    /// 1…255 characters.
    package let key: String
    /// SHA-256 of method, path, precondition and body, in hexadecimal.
    package let fingerprint: String

    package init(account: String, key: String, fingerprint: String) {
        self.account = account
        self.key = key
        self.fingerprint = fingerprint
    }
}

/// What a request was answered.
package struct KeptAnswer: Sendable, Hashable, RowDecodable {
    package let status: Int
    package let headers: String
    package let body: String

    package init(status: Int, headers: String, body: String) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package init(row: Row) throws {
        status = Int(try row.value("status", as: Int16.self))
        headers = try row.value("headers")
        body = try row.value("body")
    }
}

extension Connection {
    /// Takes the key until the transaction ends; false where another transaction has it.
    package func tryLock(_ key: RequestKey, _ municipality: MunicipalityCode) async throws -> Bool {
        try await value(
            """
            SELECT pg_try_advisory_xact_lock(
                hashtextextended(\(municipality)::text || chr(31) || \(key.account) || chr(31) || \(key.key), 11))
            """, as: Bool.self)
    }

    /// What the key was answered within the last day, and to which request.
    package func keptAnswer(
        _ key: RequestKey, _ municipality: MunicipalityCode
    ) async throws -> (fingerprint: String, answer: KeptAnswer)? {
        try await query(
            """
            SELECT fingerprint, status, headers, body FROM api_answer
            WHERE municipality = \(municipality) AND account = \(key.account) AND key = \(key.key)
                AND made_at > clock_timestamp() - interval '1 day'
            """
        ).first.map { (try $0.value("fingerprint"), try KeptAnswer(row: $0)) }
    }

    /// Keeps an answer, and lets those go that are older than a day.
    package func keep(_ answer: KeptAnswer, for key: RequestKey, _ municipality: MunicipalityCode) async throws {
        try await deleteAnswers(municipality)
        _ = try await execute(
            """
            INSERT INTO api_answer (municipality, account, key, fingerprint, status, headers, body, made_at)
            VALUES (\(municipality), \(key.account), \(key.key), \(key.fingerprint), \(Int16(clamping: answer.status)),
                \(answer.headers), \(answer.body), clock_timestamp())
            """)
    }

    /// Forgets answers that are older than a day.
    package func deleteAnswers(_ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            """
            DELETE FROM api_answer
            WHERE municipality = \(municipality) AND made_at <= clock_timestamp() - interval '1 day'
            """)
    }
}
