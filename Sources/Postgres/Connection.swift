import CLibPQ

/// A connection leased from a ``Pool``, for one task at a time and only as long as the closure it was handed to.
///
/// Every function throws ``PostgresError``. A cancelled task's statement is cancelled on the server as well.
public final class Connection {
    let session: Session
    private var isLeased = true

    init(session: Session) {
        self.session = session
    }

    /// The server's process for this connection (`pg_backend_pid()`).
    public var serverProcess: Int32 { PQbackendPID(session.handle) }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { session.isInTransaction }

    /// Runs a statement; answers how many rows it touched.
    @discardableResult
    public func execute(_ sql: SQL) async throws -> Int {
        try await run(sql).affected
    }

    /// Runs a query; the rows are decoded as they are read.
    public func query(_ sql: SQL) async throws -> Rows {
        Rows(storage: try await run(sql))
    }

    /// Runs a query and decodes all its rows.
    public func query<R: RowDecodable>(_ sql: SQL, as type: R.Type) async throws -> [R] {
        try await query(sql).map { try R(row: $0) }
    }

    /// Runs a query and decodes its first row; nil when there is none.
    public func queryFirst<R: RowDecodable>(_ sql: SQL, as type: R.Type) async throws -> R? {
        try await query(sql).first.map { try R(row: $0) }
    }

    /// Runs a query whose answer is one row of one column; anything else is an error.
    public func value<T: PostgresDecodable>(
        _ sql: SQL, as type: T.Type = T.self, file: StaticString = #fileID, line: UInt = #line
    ) async throws -> T {
        let rows = try await query(sql)
        guard rows.count == 1, rows.storage.columns == 1 else {
            throw PostgresError.decoding(
                DecodingFailure(
                    column: "*", expected: "one row of one column",
                    found: "\(rows.count) rows of \(rows.storage.columns) columns", file: file, line: line))
        }
        return try rows[0].value(at: 0, file: file, line: line)
    }

    /// Runs the text of a migration or the like. Without a transaction around it, it is one of its own.
    public func batch(_ script: Script) async throws {
        try checkLease()
        try await session.runText(script.text)
    }

    private func run(_ sql: SQL) async throws -> ResultStorage {
        try checkLease()
        return try await session.run(sql)
    }

    func checkLease() throws {
        guard isLeased else { throw PostgresError.connection(ConnectionFailure(.closed)) }
    }

    /// Ends the lease: leaves no transaction behind. Answers whether the connection is fit for the next.
    func endLease() async -> Bool {
        isLeased = false
        guard !session.isBroken else { return false }
        switch session.transactionStatus {
        case PQTRANS_IDLE: return true
        case PQTRANS_INTRANS, PQTRANS_INERROR:
            guard (try? await session.runText("ROLLBACK", isShielded: true)) != nil else { return false }
            return session.transactionStatus == PQTRANS_IDLE && !session.isBroken
        default: return false
        }
    }
}
