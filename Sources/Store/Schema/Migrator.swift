package import Database
package import Postgres

/// Brings the schema forward, never back: each migration in a transaction of its own, so that what is done stays done.
///
/// Any number of programs may migrate at once: each step is taken under an advisory lock, by whoever comes first.
package struct Migrator: Sendable {
    private let pool: Pool
    private let known: [Migration]

    /// - Parameter pool: connected as the owner of the database's objects.
    package init(pool: Pool, known: [Migration] = Embedded.migrations) {
        self.pool = pool
        self.known = known
    }

    /// Applies what is missing.
    /// - Parameter report: told of each migration once it is committed.
    /// - Throws: ``SchemaError`` for a schema that is newer, or whose migrations have been edited.
    @discardableResult
    package func migrate(report: (Migration) -> Void = { _ in }) async throws -> [Migration] {
        var done: [Migration] = []
        while let migration = try await pool.transaction({ try await applyNext($0) }) {
            report(migration)
            done.append(migration)
        }
        return done
    }

    private func applyNext(_ connection: Connection) async throws -> Migration? {
        // The number is this program's own; it stands for "praktik migrates".
        try await connection.execute("SELECT pg_advisory_xact_lock(7232150517)")
        try await prepare(connection)
        try await connection.requireUnchangedMigrations(known)
        let applied = try await connection.lastAppliedMigration() ?? 0
        let last = known.last?.number ?? 0
        guard applied <= last else { throw SchemaError.newer(applied: applied, known: last) }
        guard let next = known.first(where: { $0.number > applied }) else { return nil }
        try await connection.batch(Script(trusted: next.sql))
        try await connection.execute(
            """
            INSERT INTO schema_migration (number, name, checksum)
            VALUES (\(next.number), \(next.name), encode(sha256(convert_to(\(next.sql), 'UTF8')), 'hex'))
            """)
        return next
    }

    /// What the first migration already leans on: the application's role, which we must be able to take on, and the list
    /// of migrations. The role belongs to the whole server, where another database's migration may just be making it.
    private func prepare(_ connection: Connection) async throws {
        try await connection.batch(
            """
            DO $$
            BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'praktik_app') THEN
                    CREATE ROLE praktik_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
                END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END
            $$;
            DO $$
            BEGIN
                IF NOT pg_has_role(current_user, 'praktik_app', 'MEMBER') THEN
                    GRANT praktik_app TO CURRENT_USER;
                END IF;
            END
            $$;
            SET LOCAL client_min_messages = warning;
            CREATE TABLE IF NOT EXISTS schema_migration (
                number integer NOT NULL PRIMARY KEY,
                name text NOT NULL,
                checksum text NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
            );
            SET LOCAL client_min_messages = notice;
            """)
    }
}
