import CLibPQ

extension Session {
    /// Runs a statement by its prepared form, which is made when this session meets it for the first time; with it goes what
    /// opens its transaction, all in one round trip.
    ///
    /// A prepared form that no longer fits its tables is made anew; within a transaction, which the server has then given
    /// up, that is for the next attempt.
    func run(_ sql: SQL) async throws -> ResultStorage {
        try await run(sql, mayRepeat: true)
    }

    private func run(_ sql: SQL, mayRepeat: Bool) async throws -> ResultStorage {
        guard !Task.isCancelled else { throw PostgresError.cancelled }
        if !opening.isEmpty, !(isPrepared(sql) && opening.allSatisfy(isPrepared)) { try await open() }
        let batch = opening + CollectionOfOne(sql)
        opening = []
        do {
            return try await runTogether(batch)
        } catch {
            // No transaction was opened, so nothing was done: what is to open it waits for the next statement again.
            let isUndone = transactionStatus == PQTRANS_IDLE
            if isUndone { opening = batch.dropLast() }
            guard forgetStale(batch, error), isUndone, mayRepeat else { throw error }
        }
        return try await run(sql, mayRepeat: false)
    }

    /// Runs statements in one round trip and a transaction of their own; answers the last one's rows.
    func runAtOnce(_ batch: [SQL]) async throws -> ResultStorage {
        // Each of them may be one that the server has forgotten.
        for _ in batch {
            guard !Task.isCancelled else { throw PostgresError.cancelled }
            do {
                return try await runTogether(batch)
            } catch {
                guard forgetStale(batch, error), transactionStatus == PQTRANS_IDLE else { throw error }
            }
        }
        return try await runTogether(batch)
    }

    /// Whether an error says that a prepared form no longer fits; the one that failed is then made anew when next asked for.
    private func forgetStale(_ batch: [SQL], _ error: any Error) -> Bool {
        guard let server = (error as? PostgresError)?.server, server.isStalePlan else { return false }
        if let stale = statements.forget(batch[min(answered, batch.count - 1)].template),
            server.sqlState != .invalidStatementName
        {
            surplus.append(stale)
        }
        return true
    }

    private func isPrepared(_ sql: SQL) -> Bool {
        statements.find(sql.template)?.fits(sql.parameters) ?? false
    }

    private func runTogether(_ batch: [SQL]) async throws -> ResultStorage {
        var prepared: [PreparedStatement] = []
        for sql in batch {
            if let known = statements.find(sql.template), known.fits(sql.parameters) {
                prepared.append(known)
            } else {
                prepared.append(try await prepare(sql))
            }
        }
        return try await answer(sent: send(batch, prepared))
    }

    private func send(_ batch: [SQL], _ prepared: [PreparedStatement]) -> Int32 {
        guard enterPipeline() else { return 0 }
        for (sql, statement) in zip(batch, prepared) {
            let sent = parameters.with(sql.parameters) { buffer in
                PQsendQueryPrepared(
                    handle, statement.cName, Int32(sql.parameters.count), buffer.values, buffer.lengths, buffer.formats,
                    1)
            }
            guard sent == 1 else { return 0 }
        }
        return endPipeline()
    }

    /// Commits a transaction that changed nothing, without waiting for the server to say so: nothing depends on it, and what
    /// is sent next comes after it.
    func commitUnawaited() async throws {
        guard enterPipeline(), PQsendQueryParams(handle, "COMMIT", 0, nil, nil, nil, nil, 1) == 1, endPipeline() == 1
        else { throw lost() }
        // Not all of it went out: the transaction must not stay open behind our back.
        if PQflush(handle) != 0 { _ = try await answer(sent: 1, isShielded: true) }
    }

    private func prepare(_ sql: SQL) async throws -> PreparedStatement {
        // The same text with other types takes the place of the one before.
        if let other = statements.forget(sql.template) { surplus.append(other) }
        if let oldest = statements.makeRoom() { surplus.append(oldest) }
        if !surplus.isEmpty {
            let script = surplus.map { "DEALLOCATE \($0.name)" }.joined(separator: ";")
            surplus = []
            try await runText(script)
        }
        try await leavePipeline(isShielded: false)
        let statement = statements.make(for: sql.parameters)
        _ = try await answer(
            sent: PQsendPrepare(
                handle, statement.cName, SQL.numbered(sql.template), Int32(sql.parameters.count), statement.types))
        statements.keep(statement, for: sql.template)
        return statement
    }

    /// Runs text as it stands, without parameters; several statements, if need be, in one go.
    @discardableResult
    func runText(_ text: String, isShielded: Bool = false, isCopy: Bool = false) async throws -> ResultStorage {
        if !isShielded, Task.isCancelled { throw PostgresError.cancelled }
        if !isShielded { try await open() }
        try await leavePipeline(isShielded: isShielded)
        return try await answer(sent: PQsendQuery(handle, text), isShielded: isShielded, isCopy: isCopy)
    }

    /// Opens the transaction that is to begin, where what comes next cannot be sent along with that.
    private func open() async throws {
        let statements = opening
        opening = []
        do {
            for sql in statements { _ = try await run(sql) }
        } catch {
            if transactionStatus == PQTRANS_IDLE { opening = statements }
            throw error
        }
    }
}
