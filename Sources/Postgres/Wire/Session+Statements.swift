import CLibPQ

extension Session {
    /// Runs a statement by its prepared form, which is made when this session meets it for the first time.
    ///
    /// A prepared form that no longer fits its tables is made anew; within a transaction, which the server has then given
    /// up, that is for the next attempt.
    func run(_ sql: SQL) async throws -> ResultStorage {
        guard !Task.isCancelled else { throw PostgresError.cancelled }
        do {
            return try await runOnce(sql)
        } catch let error as PostgresError where error.server?.isStalePlan == true {
            if let stale = statements.forget(sql.template), error.server?.sqlState != .invalidStatementName {
                surplus.append(stale)
            }
            guard transactionStatus == PQTRANS_IDLE else { throw error }
            return try await runOnce(sql)
        }
    }

    private func runOnce(_ sql: SQL) async throws -> ResultStorage {
        let statement: PreparedStatement
        if let known = statements.find(sql.template), known.fits(sql.parameters) {
            statement = known
        } else {
            statement = try await prepare(sql)
        }
        let sent = parameters.with(sql.parameters) { buffer in
            PQsendQueryPrepared(
                handle, statement.cName, Int32(sql.parameters.count), buffer.values, buffer.lengths, buffer.formats, 1)
        }
        return try await answer(sent: sent)
    }

    private func prepare(_ sql: SQL) async throws -> PreparedStatement {
        // The same text with other types takes the place of the one before.
        if let other = statements.forget(sql.template) { surplus.append(other) }
        if let oldest = statements.makeRoom() { surplus.append(oldest) }
        if !surplus.isEmpty {
            let script = surplus.map { "DEALLOCATE \($0.name)" }.joined(separator: ";")
            surplus = []
            _ = try await answer(sent: PQsendQuery(handle, script))
        }
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
        return try await answer(sent: PQsendQuery(handle, text), isShielded: isShielded, isCopy: isCopy)
    }
}
