package import Domain
package import FoundationEssentials
package import Postgres

/// One erasure in the protocol.
package struct RetentionRunRecord: Sendable, RowDecodable {
    package let id: Identifier<RetentionRun>
    package let code: Code
    package let ranAt: Date
    package let ranBy: String
    package let on: Day
    package let auditEntries: Int
    /// In hexadecimal.
    package let auditDigest: String

    package init(row: Row) throws {
        id = try row.value("id")
        code = try row.value("code")
        ranAt = try row.value("ran_at")
        ranBy = try row.value("ran_by")
        on = try row.value("on_day")
        auditEntries = try row.value("audit_entries")
        auditDigest = try row.value("audit_digest")
    }
}

/// One category of it.
package struct RetentionStepRecord: Sendable, RowDecodable {
    package let category: RetentionCategory
    package let months: Int
    package let basis: Line
    package let before: Day
    package let subjects: Int
    /// In hexadecimal.
    package let digest: String

    package init(row: Row) throws {
        category = try row.value("category")
        months = try row.value("months")
        basis = try row.value("basis")
        before = try row.value("before_day")
        subjects = try row.value("subjects")
        digest = try row.value("digest")
    }

    package init(
        category: RetentionCategory, months: Int, basis: Line, before: Day, subjects: Int, digest: String
    ) {
        self.category = category
        self.months = months
        self.basis = basis
        self.before = before
        self.subjects = subjects
        self.digest = digest
    }
}

package struct RetentionCountRecord: Sendable, RowDecodable {
    package let category: RetentionCategory
    package let table: String
    package let rows: Int

    package init(row: Row) throws {
        category = try row.value("category")
        table = try row.value("table_name")
        rows = try row.value("rows")
    }
}

extension Connection {
    package func newRetentionCode(_ municipality: MunicipalityCode) async throws -> Code {
        try Code("GA-\(try await nextNumber("retention_run", municipality))")
    }

    /// Writes the protocol's head, with the digest over what is left of the emptied entries of the audit log; returns that in
    /// hexadecimal.
    package func insertRetentionRun(
        _ id: Identifier<RetentionRun>, _ code: Code, _ municipality: MunicipalityCode, at moment: Date,
        by actor: String,
        on day: Day, auditEntries: Int
    ) async throws -> String {
        try await value(
            """
            INSERT INTO retention_run (municipality, id, code, ran_at, ran_by, on_day, audit_entries, audit_digest)
            VALUES (\(municipality), \(id), \(code), \(moment), \(actor), \(day), \(auditEntries),
                audit_erasure_digest(\(municipality), \(id)))
            RETURNING encode(audit_digest, 'hex')
            """, as: String.self)
    }

    package func insert(
        _ step: RetentionStepRecord, of run: Identifier<RetentionRun>, _ municipality: MunicipalityCode,
        counts: [String: Int]
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO retention_step (municipality, run_id, category, months, basis, before_day, subjects, digest)
            VALUES (\(municipality), \(run), \(step.category), \(step.months), \(step.basis), \(step.before),
                \(step.subjects), decode(\(step.digest), 'hex'))
            """)
        let tables = counts.sorted { $0.key < $1.key }
        _ = try await execute(
            """
            INSERT INTO retention_count (municipality, run_id, category, table_name, rows)
            SELECT \(municipality), \(run), \(step.category), c.name, c.rows
            FROM unnest(\(tables.map(\.key))::text[], \(tables.map(\.value))::bigint[]) AS c (name, rows)
            """)
    }

    /// The newest first.
    package func retentionRuns(
        _ municipality: MunicipalityCode, code: Code? = nil
    ) async throws -> [RetentionRunRecord] {
        try await query(
            """
            SELECT id, code, ran_at, ran_by, on_day, audit_entries, encode(audit_digest, 'hex') AS audit_digest
            FROM retention_run
            WHERE municipality = \(municipality)\(SQL.narrowed(by: code.map { "code = \($0)" }))
            ORDER BY ran_at DESC, id DESC
            """, as: RetentionRunRecord.self)
    }

    /// How many entries of the audit log each erasure emptied, the oldest erasure first; as the log stands now.
    package func auditErasures(_ municipality: MunicipalityCode) async throws -> [(run: Code, entries: Int)] {
        try await query(
            """
            SELECT r.code, count(*) AS entries FROM audit_erasure x
            JOIN retention_run r ON r.municipality = x.municipality AND r.id = x.run_id
            WHERE x.municipality = \(municipality) GROUP BY r.id, r.code, r.ran_at ORDER BY r.ran_at, r.id
            """
        ).map { (run: try $0.value("code"), entries: try $0.value("entries")) }
    }

    /// By category.
    package func retentionSteps(
        _ run: Identifier<RetentionRun>, _ municipality: MunicipalityCode
    ) async throws -> [RetentionStepRecord] {
        try await query(
            """
            SELECT category, months, basis, before_day, subjects, encode(digest, 'hex') AS digest FROM retention_step
            WHERE municipality = \(municipality) AND run_id = \(run)
            """, as: RetentionStepRecord.self
        ).sorted { $0.category < $1.category }
    }

    package func retentionCounts(
        _ run: Identifier<RetentionRun>, _ municipality: MunicipalityCode
    ) async throws -> [RetentionCountRecord] {
        try await query(
            """
            SELECT category, table_name, rows FROM retention_count
            WHERE municipality = \(municipality) AND run_id = \(run) ORDER BY table_name
            """, as: RetentionCountRecord.self)
    }
}
