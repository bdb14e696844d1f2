package import Database
package import Postgres

extension Connection {
    /// Refuses a schema that is not the program's. One small query: every command asks it.
    package func requireCurrentSchema(_ known: [Migration] = Embedded.migrations) async throws {
        guard let applied = try await lastAppliedMigration() else { throw SchemaError.missing }
        let last = known.last?.number ?? 0
        if applied < last { throw SchemaError.older(applied: applied, known: last) }
        if applied > last { throw SchemaError.newer(applied: applied, known: last) }
    }

    /// Refuses migrations that were edited after they had been applied.
    package func requireUnchangedMigrations(_ known: [Migration] = Embedded.migrations) async throws {
        guard try await lastAppliedMigration() != nil else { return }
        let changed = try await queryFirst(
            """
            SELECT a.number
            FROM schema_migration a
            JOIN unnest(\(known.map(\.number)), \(known.map(\.sql))) AS k (number, sql) ON k.number = a.number
            WHERE a.checksum <> encode(sha256(convert_to(k.sql, 'UTF8')), 'hex')
            ORDER BY a.number
            """, as: NumberRow.self)
        if let changed { throw SchemaError.changed(number: changed.number) }
    }

    package func appliedMigrations() async throws -> [AppliedMigration] {
        guard try await hasMigrationTable() else { return [] }
        return try await query(
            "SELECT number, name, checksum, applied_at FROM schema_migration ORDER BY number", as: AppliedMigration.self
        )
    }

    /// The number of the last one, or nil for a database without any.
    func lastAppliedMigration() async throws -> Int? {
        guard try await hasMigrationTable() else { return nil }
        return try await value("SELECT max(number) FROM schema_migration", as: Int?.self)
    }

    private func hasMigrationTable() async throws -> Bool {
        try await value("SELECT to_regclass('schema_migration') IS NOT NULL", as: Bool.self)
    }
}

private struct NumberRow: RowDecodable {
    let number: Int

    init(row: Row) throws {
        number = try row.value("number")
    }
}
