package import Domain
package import Postgres
import Store
import Synchronization

/// A transaction that several operations share, ended by whoever opened it (``Operations/together(_:dryRun:_:)``).
///
/// The connection is used by the one task that runs the body, one statement after another, as any lease is.
final class BoundTransaction: @unchecked Sendable {
    struct Mark: Sendable {
        let record: AuditRecord
        let actor: Actor
        let action: Action
        let outcome: AuditOutcome
    }

    let connection: Connection
    /// What the log is to say whatever becomes of the rest: refusals, and looks at protected persons.
    private let marks = Mutex<[Mark]>([])

    init(_ connection: Connection) {
        self.connection = connection
    }

    func keep(_ record: AuditRecord, _ actor: Actor, _ action: Action, _ outcome: AuditOutcome) {
        marks.withLock { $0.append(Mark(record: record, actor: actor, action: action, outcome: outcome)) }
    }

    /// A change in the manner of ``Operations/change(_:_:dryRun:outcome:_:)``: what only the end of a transaction would
    /// check is checked at once, so that its refusal is this operation's.
    func change<Result: Sendable>(
        _ actor: Actor, _ action: Action, dryRun: Bool, _ outcome: AuditOutcome, _ identifiers: Identifiers,
        _ body: (Connection) async throws -> Changed<Result>
    ) async throws -> Result {
        if dryRun { _ = try await connection.execute("SAVEPOINT dry_run") }
        let changed = try await body(connection)
        for record in changed.records {
            if outcome == .read {
                keep(record, actor, action, outcome)
            } else {
                try await connection.insertAudit(
                    record, actor: actor, action: action.rawValue, outcome: outcome, id: identifiers.next())
            }
        }
        try await connection.checkDeferredConstraints()
        if dryRun {
            _ = try await connection.execute("ROLLBACK TO SAVEPOINT dry_run")
        } else {
            // An audit entry is sealed by such a check, and takes its values only until then.
            _ = try await connection.execute("SET CONSTRAINTS ALL DEFERRED")
        }
        return changed.result
    }

    /// What the body came to, a refusal among the results.
    func refusable<Value>(_ body: () async throws -> Value) async throws -> Result<Value, Refusal> {
        do {
            return .success(try await body())
        } catch let refusal as Refusal {
            return .failure(refusal)
        }
    }

    /// Takes back everything but the marks, which are written now.
    func undo() async throws {
        _ = try await connection.execute("ROLLBACK TO SAVEPOINT together")
    }

    func writeMarks(_ identifiers: Identifiers) async throws {
        for mark in marks.withLock({ $0 }) {
            try await connection.insertAudit(
                mark.record, actor: mark.actor, action: mark.action.rawValue, outcome: mark.outcome,
                id: identifiers.next())
        }
    }
}

extension Operations {
    /// Does several operations in one transaction: all of them or none.
    ///
    /// A refusal takes everything back, is audited, and is thrown. In a dry run everything is taken back too, after the body
    /// has seen what it would have come to. Looks at protected persons are audited whatever happens. The body may be run
    /// again where another transaction stood in the way.
    ///
    /// - Parameter ending: What is to be written in the end, in the same transaction, also of a refusal and a dry run.
    package func together<Result: Sendable>(
        _ actor: Actor, dryRun: Bool = false, _ body: (Operations, Connection) async throws -> Result,
        ending: (Swift.Result<Result, Refusal>, Connection) async throws -> Void = { _, _ in }
    ) async throws -> Result {
        let outcome: Swift.Result<Result, Refusal> = try await pool.transaction(
            for: actor.municipality, by: actor.name, as: actor.role
        ) { connection in
            let bound = BoundTransaction(connection)
            _ = try await connection.execute("SAVEPOINT together")
            let outcome = try await bound.refusable { try await body(Operations(self, within: bound), connection) }
            if dryRun || outcome.isFailure { try await bound.undo() }
            try await bound.writeMarks(identifiers)
            try await ending(outcome, connection)
            return outcome
        }
        return try outcome.get()
    }
}

extension Result {
    fileprivate var isFailure: Bool {
        if case .failure = self { true } else { false }
    }
}
