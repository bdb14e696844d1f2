package import Domain
package import FoundationEssentials
package import Postgres

extension JobRecord {
    fileprivate static var columns: SQL {
        """
        t.id, t.kind, t.subject, t.state, t.actor, t.dry_run, t.created_at, t.finished_at, t.steps_done, t.steps_total,
            t.result, t.failure, extract(epoch FROM clock_timestamp() - t.alive_at)::float8 AS silence
        """
    }
}

extension Connection {
    /// The newest first.
    package func jobs(
        _ municipality: MunicipalityCode, id: Identifier<JobEntity>? = nil, actor: String? = nil, limit: Int = 100
    ) async throws -> [JobRecord] {
        try await query(
            """
            SELECT \(JobRecord.columns) FROM job t
            WHERE t.municipality = \(municipality)\(SQL.narrowed(by: id.map { "t.id = \($0)" }))
               \(SQL.narrowed(by: actor.map { "t.actor = \($0)" }))
            ORDER BY t.created_at DESC, t.id DESC LIMIT \(limit)
            """, as: JobRecord.self)
    }

    /// The newest first: their keys are in order of time.
    package func jobPage(
        _ municipality: MunicipalityCode, actor: String?, _ request: PageRequest
    ) async throws -> ListPage<JobRecord>? {
        try await page(
            IndexedList(
                municipality, columns: JobRecord.columns, table: "job t", key: "t.id",
                conditions: actor.map { ["t.actor = \($0)"] } ?? [], isDescending: true),
            request, as: JobRecord.self)
    }

    package func insertJob(
        _ municipality: MunicipalityCode, id: Identifier<JobEntity>, kind: JobKind, subject: String, actor: String,
        isDryRun: Bool, daemon: UUID, total: Int?
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO job (municipality, id, kind, subject, state, actor, dry_run, daemon, created_at, alive_at,
                steps_total)
            VALUES (\(municipality), \(id), \(kind), \(subject), 'queued', \(actor), \(isDryRun), \(daemon),
                clock_timestamp(), clock_timestamp(), \(total))
            """)
    }

    /// Takes a job that waits; false where somebody has it, or it was given up.
    package func claimJob(
        _ municipality: MunicipalityCode, id: Identifier<JobEntity>, daemon: UUID
    ) async throws -> Bool {
        try await execute(
            """
            UPDATE job SET state = 'running', alive_at = clock_timestamp()
            WHERE municipality = \(municipality) AND id = \(id) AND daemon = \(daemon) AND state = 'queued'
            """) == 1
    }

    /// Says that the job is alive and how far it has come.
    package func jobIsAlive(
        _ municipality: MunicipalityCode, id: Identifier<JobEntity>, done: Int, total: Int?
    ) async throws {
        _ = try await execute(
            """
            UPDATE job SET alive_at = clock_timestamp(), steps_done = \(done), steps_total = coalesce(\(total), steps_total)
            WHERE municipality = \(municipality) AND id = \(id) AND state IN ('queued', 'running')
            """)
    }

    /// Ends a job; false where it has ended already.
    package func finishJob(
        _ municipality: MunicipalityCode, id: Identifier<JobEntity>, result: String?, failure: String?
    ) async throws -> Bool {
        try await execute(
            """
            UPDATE job SET state = CASE WHEN \(failure)::text IS NULL THEN 'done' ELSE 'failed' END,
                finished_at = clock_timestamp(), result = \(result), failure = \(failure),
                steps_done = CASE WHEN \(failure)::text IS NULL THEN coalesce(steps_total, steps_done) ELSE steps_done END
            WHERE municipality = \(municipality) AND id = \(id) AND state IN ('queued', 'running')
            """) == 1
    }

    /// Gives up the jobs whose daemon has been silent for so many seconds; a daemon that lives after all finds it ended.
    package func giveUpJobs(_ municipality: MunicipalityCode, silentFor seconds: Double, failure: String) async throws {
        _ = try await execute(
            """
            UPDATE job SET state = 'failed', finished_at = clock_timestamp(), failure = \(failure)
            WHERE municipality = \(municipality) AND state IN ('queued', 'running')
                AND alive_at < clock_timestamp() - make_interval(secs => \(seconds))
            """)
    }
}
