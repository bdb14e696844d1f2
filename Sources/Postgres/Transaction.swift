import CLibPQ

/// How far transactions are kept apart (SQL's names).
public enum IsolationLevel: String, Sendable, CaseIterable {
    case readCommitted = "READ COMMITTED"
    case repeatableRead = "REPEATABLE READ"
    case serializable = "SERIALIZABLE"

    /// The statement that begins a transaction of this kind.
    fileprivate func beginning(readOnly: Bool) -> SQL {
        switch (self, readOnly) {
        case (.readCommitted, false): "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        case (.readCommitted, true): "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"
        case (.repeatableRead, false): "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"
        case (.repeatableRead, true): "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case (.serializable, false): "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
        case (.serializable, true): "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY"
        }
    }
}

extension Connection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws or the task is cancelled.
    ///
    /// It opens with the first statement of `body`, in the same round trip, and not at all where there is none. A read-only
    /// one is over for us when `body` is: its end is sent, not waited for.
    ///
    /// Tried once; ``Pool/transaction(isolation:readOnly:attempts:opening:_:)`` tries again what only another stood in the
    /// way of.
    ///
    /// - Parameter opening: Statements whose answer nobody reads, such as settings, run before all others in it.
    @discardableResult
    public func transaction<T>(
        isolation: IsolationLevel = .readCommitted, readOnly: Bool = false, opening: [SQL] = [],
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        try checkLease()
        guard !Task.isCancelled else { throw PostgresError.cancelled }
        session.abortedBy = nil
        session.opening = [isolation.beginning(readOnly: readOnly)] + opening
        do {
            let result = try await body(self)
            guard !Task.isCancelled else { throw PostgresError.cancelled }
            guard session.opening.isEmpty else {
                session.opening = []
                return result
            }
            // COMMIT of a transaction that the server has given up is a rollback without an error.
            if session.transactionStatus == PQTRANS_INERROR, let cause = session.abortedBy {
                throw PostgresError.server(cause)
            }
            // What only reads has nothing left to fail on, unless the server is to keep apart who read what.
            if readOnly, isolation != .serializable, session.transactionStatus == PQTRANS_INTRANS {
                try await session.commitUnawaited()
            } else {
                try await commit()
            }
            return result
        } catch {
            session.opening = []
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
