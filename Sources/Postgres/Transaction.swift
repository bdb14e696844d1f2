import CLibPQ

/// How far transactions are kept apart (SQL's names).
public enum IsolationLevel: String, Sendable, CaseIterable {
    case readCommitted = "READ COMMITTED"
    case repeatableRead = "REPEATABLE READ"
    case serializable = "SERIALIZABLE"
}

extension Connection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws or the task is cancelled.
    ///
    /// Tried once; ``Pool/transaction(isolation:readOnly:attempts:_:)`` tries again what only another stood in the way of.
    @discardableResult
    public func transaction<T>(
        isolation: IsolationLevel = .readCommitted, readOnly: Bool = false, _ body: (Connection) async throws -> T
    ) async throws -> T {
        try checkLease()
        session.abortedBy = nil
        try await session.runText("BEGIN ISOLATION LEVEL \(isolation.rawValue) READ \(readOnly ? "ONLY" : "WRITE")")
        do {
            let result = try await body(self)
            guard !Task.isCancelled else { throw PostgresError.cancelled }
            // COMMIT of a transaction that the server has given up is a rollback without an error.
            if session.transactionStatus == PQTRANS_INERROR, let cause = session.abortedBy {
                throw PostgresError.server(cause)
            }
            try await commit()
            return result
        } catch {
            if session.transactionStatus != PQTRANS_IDLE, !session.isBroken {
                _ = try? await session.runText("ROLLBACK", isShielded: true)
            }
            throw error
        }
    }

    private func commit() async throws {
        do {
            try await session.runText("COMMIT", isShielded: true)
        } catch PostgresError.connection(let failure) where failure.reason == .lost {
            throw PostgresError.connection(ConnectionFailure(.commitUnknown, message: failure.message))
        }
    }
}
