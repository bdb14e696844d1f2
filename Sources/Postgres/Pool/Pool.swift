import Synchronization
import Threads

/// Connections to one database, made when needed, up to a bound, and shared in turn.
///
/// Who finds none free waits in a queue, first come, first served. A connection that is lost is not given out again. While
/// the server cannot be reached, callers are told so at once, and it is asked again after a moment that grows to a second.
public final class Pool: Sendable {
    private let configuration: PoolConfiguration
    private let state: Mutex<PoolState>

    /// Where tasks that do little but ask the database run fastest: an answer resumes them on the thread that read it.
    ///
    /// One thread a processor, to spread tasks over; a task with much else to do belongs elsewhere.
    public static var taskExecutors: [any TaskExecutor] { EventLoop.all }

    /// Connects to nothing yet.
    public init(_ configuration: PoolConfiguration) {
        self.configuration = configuration
        state = Mutex(PoolState(configuration))
    }

    /// Leases a connection for as long as `body` runs. A transaction left open in it is rolled back.
    @discardableResult
    public func withConnection<T>(_ body: (Connection) async throws -> T) async throws -> T {
        let connection = Connection(session: try await acquire())
        do {
            let result = try await body(connection)
            await giveBack(connection)
            return result
        } catch {
            await giveBack(connection)
            throw error
        }
    }

    /// Runs a query and decodes its first row, in a transaction with what is to be run before it, all in one round trip.
    ///
    /// - Parameter opening: Statements whose answer nobody reads, such as settings for the transaction.
    public func queryFirst<R: RowDecodable>(_ sql: SQL, as type: R.Type, opening: [SQL]) async throws -> R? {
        try await withConnection { connection in
            try await Rows(storage: connection.session.runAtOnce(opening + [sql])).first.map { try R(row: $0) }
        }
    }

    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws or the task is cancelled.
    ///
    /// Where only another transaction stood in the way (SQLSTATE 40001, 40P01) it is tried again, after a random moment
    /// that grows, up to `attempts` times in all; so `body` must do nothing that a rollback does not undo.
    ///
    /// - Parameter opening: Statements whose answer nobody reads, such as settings, run before all others in it.
    @discardableResult
    public func transaction<T>(
        isolation: IsolationLevel = .readCommitted, readOnly: Bool = false, attempts: Int = 5,
        opening: [SQL] = [],
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        var attempt = 1
        while true {
            let outcome: Result<T, any Error> = try await withConnection { connection in
                do {
                    return .success(
                        try await connection.transaction(
                            isolation: isolation, readOnly: readOnly, opening: opening, body))
                } catch {
                    // The body may have made an error of its own of it: what counts is what the server gave up for.
                    let cause = connection.session.abortedBy.map { PostgresError.server($0) } ?? error as? PostgresError
                    guard cause?.isTransient == true, attempt < attempts, !Task.isCancelled else { throw error }
                    return .failure(error)
                }
            }
            if case .success(let result) = outcome { return result }
            let longest = min(500, 5 << attempt)
            do { try await Task.sleep(for: .milliseconds(Int.random(in: 1...longest))) } catch {
                throw PostgresError.cancelled
            }
            attempt += 1
        }
    }

    /// Refuses new leases, ends idle connections, and waits until the leased ones have been given back.
    public func close() async {
        await withCheckedContinuation { continuation in
            perform(state.withLock { $0.close(continuation) })
        }
    }

    /// How many connections are leased and how many callers wait, at this moment.
    public var load: (leased: Int, waiting: Int) {
        state.withLock { $0.load }
    }

    // MARK: Leases

    private func acquire() async throws -> Session {
        while true {
            guard !Task.isCancelled else { throw PostgresError.cancelled }
            let idle = state.withLock { $0.takeIdle() }
            let session = if let idle { idle } else { try await waitForSession() }
            guard session.idleSince.duration(to: .now) > .milliseconds(1), session.hasEnded() else { return session }
            perform(state.withLock { $0.giveBack(session, isFit: false) })
        }
    }

    private func waitForSession() async throws -> Session {
        let waiter = PoolWaiter(deadline: .now + configuration.acquireTimeout)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                perform(state.withLock { $0.enqueue(waiter, continuation) })
            }
        } onCancel: {
            perform(state.withLock { $0.cancel(waiter) })
        }
    }

    private func giveBack(_ connection: Connection) async {
        let isFit = await connection.endLease()
        connection.session.idleSince = .now
        perform(state.withLock { $0.giveBack(connection.session, isFit: isFit) })
    }

    /// Does outside the lock what was decided within it.
    private func perform(_ decisions: PoolState.Decisions) {
        for (continuation, outcome) in decisions.answers { continuation.resume(with: outcome) }
        for closing in decisions.closings { closing.resume() }
        for _ in 0..<decisions.openings { open() }
        if decisions.startsClock { Task { await self.watchClock() } }
    }

    private func open() {
        let hasThread = OwnThread.run { [self] in
            let outcome = Result { () throws(PostgresError) in try Session.connect(configuration) }
            perform(state.withLock { $0.opened(outcome) })
        }
        if !hasThread {
            let failure = ConnectionFailure(.unreachable, message: "no thread for it")
            perform(state.withLock { $0.opened(.failure(.connection(failure))) })
        }
    }

    /// Ends the waits that have lasted too long; runs while anybody waits.
    private func watchClock() async {
        while let next = state.withLock({ $0.nextDeadline() }) {
            try? await Task.sleep(until: next)
            perform(state.withLock { $0.expire() })
        }
    }
}
