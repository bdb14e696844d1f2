import CLibPQ
import Glibc
import Synchronization

/// One connection of libpq, driven without blocking.
///
/// It belongs to one task at a time: the one that leases it, or, while that task waits, the event loop's thread. Nothing
/// else touches it, which is why it may be called `Sendable`; only ``canceller`` is open to all.
final class Session: @unchecked Sendable {
    let handle: OpaquePointer
    let socket: Int32
    let canceller: Canceller
    var statements = StatementCache()
    var parameters = ParameterBuffer()
    /// Prepared statements to be given up on the server before the next is made.
    var surplus: [PreparedStatement] = []
    /// When it was last given back, to know whether it is worth a look before it is used.
    var idleSince = ContinuousClock.now
    /// What the server has given a transaction up for, for whoever tries to commit it nevertheless.
    var abortedBy: ServerError?
    /// What opens the transaction that is to begin; sent together with its first statement.
    var opening: [SQL] = []

    /// The loops that know the socket, a bit for each.
    private var loops: UInt8 = 0
    private var hasUnsent = false
    private var isOnlySending = false
    private var collected: OpaquePointer?
    /// Pipelines whose end the server has not told yet; of several, only the last one's answer is anybody's.
    private(set) var unreadEnds = 0
    /// How many statements of the pipeline being read have been answered well.
    private(set) var answered = 0
    private var waiter: UnsafeContinuation<Void, Never>?

    /// Takes over a connection that is made and idle.
    init(handle: OpaquePointer) {
        self.handle = handle
        socket = PQsocket(handle)
        canceller = Canceller(handle: PQgetCancel(handle), socket: socket)
        PQsetnonblocking(handle, 1)
    }

    deinit {
        if let collected { PQclear(collected) }
        // A socket that libpq has closed is gone from the loops already, and its number may be another's by now.
        for loop in EventLoop.all where PQsocket(handle) == socket && loops & 1 << UInt8(loop.index) != 0 {
            loop.remove(socket)
        }
        PQfinish(handle)
    }

    /// Whether the connection is lost, or in a state that nobody can go on from.
    var isBroken: Bool {
        PQstatus(handle) != CONNECTION_OK || PQtransactionStatus(handle) == PQTRANS_UNKNOWN
    }

    /// From here on statements may be sent before those ahead of them are answered.
    func enterPipeline() -> Bool {
        PQpipelineStatus(handle) != PQ_PIPELINE_OFF || PQenterPipelineMode(handle) == 1
    }

    /// Ends a pipeline: what was sent since the last one's end is answered together. Answers what libpq says to it.
    func endPipeline() -> Int32 {
        guard PQpipelineSync(handle) == 1 else { return 0 }
        unreadEnds += 1
        answered = 0
        return 1
    }

    /// Back to one statement at a time, as `COPY` and plain text need it.
    func leavePipeline(isShielded: Bool) async throws {
        if unreadEnds > 0 { _ = try await answer(sent: 1, isShielded: isShielded) }
        guard PQpipelineStatus(handle) == PQ_PIPELINE_OFF || PQexitPipelineMode(handle) == 1 else { throw lost() }
    }

    /// Whether a transaction is open, or will be with the next statement.
    var isInTransaction: Bool { !opening.isEmpty || transactionStatus != PQTRANS_IDLE }

    /// Where the server stands, or will once it has read what it was sent: a transaction that it was told to commit is over.
    var transactionStatus: PGTransactionStatusType {
        unreadEnds > 0 && !isBroken ? PQTRANS_IDLE : PQtransactionStatus(handle)
    }

    /// The error for a connection that failed us just now.
    func lost() -> PostgresError {
        .connection(ConnectionFailure(.lost, message: String(cString: PQerrorMessage(handle))))
    }

    /// Waits for everything the server answers to what was just sent; `sent` is what libpq said to that.
    ///
    /// - Parameters:
    ///   - isShielded: Whether a cancelled task still waits for the end, as for a rollback.
    ///   - isCopy: Whether the answer is that the server takes data; where nobody meant it, that is an error.
    func answer(sent: Int32, isShielded: Bool = false, isCopy: Bool = false) async throws -> ResultStorage {
        guard sent == 1 else { throw lost() }
        hasUnsent = PQflush(handle) != 0
        isOnlySending = false
        let wasCancelled = await waitForSocket(isShielded: isShielded)
        guard let collected else { throw lost() }
        self.collected = nil
        let storage = ResultStorage(collected)
        switch PQresultStatus(collected) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return storage
        case PGRES_COPY_IN where isCopy: return storage
        default: throw failure(storage, wasCancelled: wasCancelled)
        }
    }

    private func failure(_ storage: ResultStorage, wasCancelled: Bool) -> PostgresError {
        guard let error = ServerError(result: storage.result) else { return lost() }
        // What the server refuses because it has given up already is not what it gave up for.
        if transactionStatus == PQTRANS_INERROR, error.sqlState != .inFailedTransaction { abortedBy = error }
        if wasCancelled, error.sqlState == .queryCanceled { return .cancelled }
        if error.sqlState.endsSession { return .connection(ConnectionFailure(.lost, message: error.message)) }
        return .server(error)
    }

    /// Waits until what is collected for sending has been sent, so that it does not pile up here.
    func flush() async throws {
        switch PQflush(handle) {
        case 0: return
        case 1: hasUnsent = true
        default: throw lost()
        }
        isOnlySending = true
        if await waitForSocket(isShielded: false) { throw PostgresError.cancelled }
    }

    /// Answers whether the task was cancelled meanwhile, and with it what the server was doing.
    private func waitForSocket(isShielded: Bool) async -> Bool {
        guard !isShielded else {
            await wait()
            return false
        }
        await withTaskCancellationHandler {
            await wait()
        } onCancel: {
            canceller.request()
        }
        guard canceller.isWanted else { return false }
        await canceller.settle()
        return true
    }

    private func wait() async {
        await withUnsafeContinuation { continuation in
            waiter = continuation
            guard PQsocket(handle) == socket else { return waitEnded() }
            let loop = EventLoop.here(for: socket)
            let bit: UInt8 = 1 << UInt8(loop.index)
            let isFirst = loops & bit == 0
            loops |= bit
            let interest: EventLoop.Interest = hasUnsent ? [.read, .write] : .read
            // Refused (no memory for it): then there is no answer, which counts as the connection being lost.
            if !loop.watch(self, for: interest, first: isFirst) { waitEnded() }
        }
    }

    /// On the loop's thread: reads what there is; answers nothing when the wait is over.
    func socketReady() -> EventLoop.Interest? {
        let isAlive = PQconsumeInput(handle) == 1
        if PQsocket(handle) != socket { canceller.forgetSocket() }
        if hasUnsent { hasUnsent = isAlive && PQflush(handle) == 1 }
        if isOnlySending { return hasUnsent ? [.read, .write] : nil }
        guard !readResults(), isAlive else { return nil }
        return hasUnsent ? [.read, .write] : .read
    }

    /// Reads the results that are there; answers whether there are no more to come.
    func readResults() -> Bool {
        var isBetween = false
        while PQisBusy(handle) == 0 {
            guard let next = PQgetResult(handle) else {
                // In a pipeline this ends one statement's results; twice in a row, there is none left.
                if unreadEnds == 0 || isBetween { return true }
                isBetween = true
                continue
            }
            isBetween = false
            if collect(next) { return true }
        }
        return false
    }

    /// Keeps the first error, else the last result; answers whether this is the end of the last pipeline, or the server now
    /// waits for us (`COPY`).
    private func collect(_ next: OpaquePointer) -> Bool {
        if PQresultStatus(next) == PGRES_PIPELINE_SYNC {
            PQclear(next)
            unreadEnds -= 1
            guard unreadEnds > 0 else { return true }
            answered = 0
            // Nobody waits for what a pipeline before the last one came to, unless it failed.
            if let earlier = collected, PQresultStatus(earlier) != PGRES_FATAL_ERROR {
                PQclear(earlier)
                collected = nil
            }
            return false
        }
        if let collected {
            if PQresultStatus(collected) == PGRES_FATAL_ERROR {
                PQclear(next)
                return false
            }
            PQclear(collected)
        }
        collected = next
        let status = PQresultStatus(next)
        if status != PGRES_FATAL_ERROR { answered += 1 }
        return status == PGRES_COPY_IN || status == PGRES_COPY_OUT
    }

    /// Reads, without waiting, what the server has sent to an idle session; answers false where that was its end.
    func readFarewell() -> Bool {
        guard PQconsumeInput(handle) == 1 else { return false }
        guard unreadEnds > 0 else { return PQisBusy(handle) == 0 }
        _ = readResults()
        let isFailure = collected.map { PQresultStatus($0) == PGRES_FATAL_ERROR } ?? false
        if unreadEnds == 0, let collected {
            PQclear(collected)
            self.collected = nil
        }
        return !isFailure
    }

    /// On the loop's thread, which from here on leaves the session alone.
    func waitEnded() {
        let continuation = waiter
        waiter = nil
        continuation?.resume()
    }
}
