public import Domain
public import Postgres
package import Store

/// The use cases. Each is an extension in a file of its own that authorises first and does its work in one transaction,
/// with its audit entry in the same.
public struct Operations: Sendable {
    package let pool: Pool
    public let clock: WallClock
    package let identifiers: Identifiers
    /// Where everything is to be done; nil: each operation has a transaction of its own.
    let bound: BoundTransaction?
    let jobs: JobRunner
    let housekeeping: Housekeeping
    public let accounts: AccountRules

    public init(
        pool: Pool, clock: WallClock = .system, identifiers: Identifiers? = nil, accounts: AccountRules = .standard
    ) {
        self.pool = pool
        self.clock = clock
        self.accounts = accounts
        self.identifiers = identifiers ?? Identifiers(clock: clock)
        bound = nil
        jobs = JobRunner()
        housekeeping = Housekeeping()
    }

    /// The same operations, done within one transaction that is another's to end.
    init(_ operations: Operations, within bound: BoundTransaction?) {
        pool = operations.pool
        clock = operations.clock
        identifiers = operations.identifiers
        accounts = operations.accounts
        self.bound = bound
        jobs = operations.jobs
        housekeeping = operations.housekeeping
    }

    /// Where tasks that do little but read from the database run fastest, a thread a processor.
    public static var executors: [any TaskExecutor] { Pool.taskExecutors }

    /// With transactions of their own again.
    var unbound: Operations { Operations(self, within: nil) }

    /// Waits for the long work under way, and breaks off what takes longer.
    public func endJobs(within patience: Duration = .seconds(10)) async {
        await jobs.end(within: patience)
    }

    /// Makes a change: authorises, runs the body in one transaction for the actor's municipality, and writes the audit
    /// entries the body returns in the same transaction. A dry run does all of it, deferred checks too, and rolls back.
    ///
    /// Throws a `Refusal`, which is audited in a transaction of its own, or a `PostgresError`.
    package func change<Result: Sendable>(
        _ actor: Actor, _ action: Action, dryRun: Bool = false, outcome: AuditOutcome = .done,
        isolation: IsolationLevel = .readCommitted, _ body: (Connection) async throws -> Changed<Result>
    ) async throws -> Result {
        try await refusing(actor, action) {
            if let bound {
                return try await bound.change(actor, action, dryRun: dryRun, outcome, identifiers, body)
            }
            do {
                return try await pool.transaction(
                    for: actor.municipality, by: actor.name, as: actor.role, isolation: isolation
                ) { connection in
                    let changed = try await body(connection)
                    for record in changed.records {
                        try await connection.insertAudit(
                            record, actor: actor, action: action.rawValue, outcome: outcome, id: identifiers.next())
                    }
                    if dryRun {
                        try await connection.checkDeferredConstraints()
                        throw RolledBack(result: changed.result)
                    }
                    return changed.result
                }
            } catch let rolledBack as RolledBack<Result> {
                return rolledBack.result
            }
        }
    }

    /// Reads: authorises and runs the body in one read-only transaction, all of it in one snapshot.
    package func read<Result: Sendable>(
        _ actor: Actor, _ action: Action, _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await refusing(actor, action) {
            if let bound { return try await body(bound.connection) }
            return try await pool.transaction(
                for: actor.municipality, by: actor.name, as: actor.role, isolation: .repeatableRead, readOnly: true,
                body)
        }
    }

    /// Refuses whoever's role may not do it, with its audit entry: for what is asked before the operation itself, such as
    /// the form that leads to it.
    public func require(_ action: Action, of actor: Actor) async throws {
        try await refusing(actor, action) {}
    }

    /// Authorises, turns constraint names into refusals, and audits what is refused.
    private func refusing<Result>(
        _ actor: Actor, _ action: Action, _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            if let refusal = action.refusal(of: actor) { throw refusal }
            return try await body()
        } catch let refusal as Refusal {
            try await audit(refusal, actor, action)
            throw refusal
        } catch let hidden as Hidden {
            try await audit(.outsideScope(action), actor, action)
            throw Refusal.noSuch(hidden.kind, hidden.code)
        } catch let error as PostgresError {
            guard let refusal = Refusal(error) else { throw error }
            try await audit(refusal, actor, action)
            throw refusal
        }
    }

    private func audit(_ refusal: Refusal, _ actor: Actor, _ action: Action) async throws {
        let record = AuditRecord(entity: "refusal", id: nil, after: ["refusal": refusal.code])
        if let bound { return bound.keep(record, actor, action, .refused) }
        try await pool.transaction(for: actor.municipality, by: actor.name, as: actor.role) { connection in
            try await connection.insertAudit(
                record, actor: actor, action: action.rawValue, outcome: .refused, id: identifiers.next())
        }
    }
}

/// What a change's body answers with: its result, and what the audit log is to say of it.
package struct Changed<Result: Sendable>: Sendable {
    package let result: Result
    package let records: [AuditRecord]

    package init(_ result: Result, _ records: AuditRecord...) {
        self.result = result
        self.records = records
    }

    package init(_ result: Result, records: [AuditRecord]) {
        self.result = result
        self.records = records
    }
}

/// Ends a dry run's transaction with its result in hand.
private struct RolledBack<Result: Sendable>: Error {
    let result: Result
}
