package import Domain
package import FoundationEssentials
package import Postgres

extension Connection {
    /// Has the database look anew at how many rows there are of what, and how they are spread.
    package func refreshStatistics() async throws {
        _ = try await query("SELECT refresh_statistics()")
    }

    package func prepareImport(_ staged: any StagedImport.Type) async throws {
        for statement in staged.tables { _ = try await execute(statement) }
        _ = try await execute(
            """
            CREATE TEMPORARY TABLE import_change (line integer, id uuid, change text, before jsonb) ON COMMIT DROP
            """)
    }

    /// Faults of the staged rows among each other and against the records there are, in the order of the lines.
    package func importFaults(_ staged: any StagedImport.Type, _ scope: ImportScope) async throws -> [StagedFault] {
        // Without its size a temporary table is taken for tiny, and the joins for loops; a column or two is enough to tell.
        _ = try await execute("ANALYZE import_row (line)")
        var faults = try await query(staged.referenceFaults(scope.municipality), as: StagedFault.self)
        _ = try await execute(staged.resolve(scope))
        _ = try await execute("ANALYZE import_next (line, is_new)")
        for statement in staged.recordFaults(scope) { faults += try await query(statement, as: StagedFault.self) }
        return faults
    }

    /// Writes a file without faults, with the history of its rows under the audit entry.
    package func writeImport(
        _ staged: any StagedImport.Type, _ scope: ImportScope, entry: Identifier<AuditEntry>
    ) async throws -> StagedCounts {
        let counts = try await stagedChanges(staged, scope)
        try await writeStaged(staged, scope, entry: entry)
        return counts
    }

    /// What the staged rows would make and change, before any of it is written.
    package func stagedChanges(_ staged: any StagedImport.Type, _ scope: ImportScope) async throws -> StagedCounts {
        for statement in staged.changes(scope) { _ = try await execute(statement) }
        guard
            let counts = try await queryFirst(
                """
                SELECT count(*) FILTER (WHERE c.change = 'created') AS created,
                    count(*) FILTER (WHERE c.change = 'updated') AS updated,
                    count(*) FILTER (WHERE c.change IS NULL) AS unchanged
                FROM import_row s LEFT JOIN import_change c ON c.line = s.line
                """, as: StagedCounts.self)
        else { throw PostgresError.cancelled }
        return counts
    }

    /// Writes what `stagedChanges` told of.
    package func writeStaged(
        _ staged: any StagedImport.Type, _ scope: ImportScope, entry: Identifier<AuditEntry>
    ) async throws {
        try await staged.write(self, scope)
        _ = try await execute(
            """
            INSERT INTO audit_row (municipality, entry_id, entity, entity_id, change, before)
            SELECT \(scope.municipality), \(entry), \(staged.entity), c.id, c.change, c.before FROM import_change c
            """)
    }

    /// The key of the only row that is staged.
    package func stagedKey() async throws -> UUID {
        try await value("SELECT id FROM import_next", as: UUID.self)
    }

    /// Adds the counts to the import's audit entry, whose chain is sealed when the transaction commits.
    package func insertAuditCounts(
        _ counts: StagedCounts, kind: String, entry: Identifier<AuditEntry>, _ municipality: MunicipalityCode
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO audit_value (municipality, entry_id, after)
            VALUES (\(municipality), \(entry), jsonb_build_object('code', \(kind)::text, 'created', \(counts.created)::text,
                'updated', \(counts.updated)::text, 'unchanged', \(counts.unchanged)::text))
            """)
    }
}

/// Statements that several kinds share.
enum Staged {
    /// Rows whose key another row has already, where the key is the column `code`.
    static let duplicateCodes: SQL = """
        SELECT s.line, 'code' AS at_column, 'duplicate' AS problem, d.first AS other FROM import_row s
        JOIN (SELECT code, min(line) AS first FROM import_row GROUP BY code HAVING count(*) > 1) d ON d.code = s.code
        WHERE s.line > d.first
        """

    /// Rows that name a unit that neither the file, where it could be in it, nor the municipality has.
    static func missing(
        _ column: StaticString, in table: StaticString, _ problem: StaticString, _ m: MunicipalityCode,
        orFile: Bool = false
    ) -> SQL {
        let inFile: SQL =
            orFile ? " AND NOT EXISTS (SELECT FROM import_row x WHERE x.code = s.\(raw: column))" : ""
        return """
             UNION ALL SELECT s.line, '\(raw: column)', '\(raw: problem)', NULL FROM import_row s
            WHERE s.\(raw: column) IS NOT NULL\(inFile) AND NOT EXISTS (SELECT FROM \(raw: table) x
                WHERE x.municipality = \(m) AND x.code = s.\(raw: column))
            """
    }

    static let created: SQL = """
        INSERT INTO import_change (line, id, change) SELECT line, id, 'created' FROM import_next WHERE is_new
        """
}
