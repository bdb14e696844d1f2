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
    /// The last error of a transaction that the server has given up, for whoever tries to commit it nevertheless.
    var abortedBy: ServerError?

    /// The loops that know the socket, a bit for each.
    private var loops: UInt8 = 0
    private var hasUnsent = false
    private var isOnlySending = false
    private var collected: OpaquePointer?
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

    var transactionStatus: PGTransactionStatusType { PQtransactionStatus(handle) }

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
        if transactionStatus == PQTRANS_INERROR { abortedBy = error }
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
        while PQisBusy(handle) == 0 {
            guard let next = PQgetResult(handle) else { return nil }
            if collect(next) { return nil }
        }
        guard isAlive else { return nil }
        return hasUnsent ? [.read, .write] : .read
    }

    /// Keeps the first error, else the last result; answers whether the server now waits for us (`COPY`).
    private func collect(_ next: OpaquePointer) -> Bool {
        if let collected {
            if PQresultStatus(collected) == PGRES_FATAL_ERROR {
                PQclear(next)
                return false
            }
            PQclear(collected)
        }
        collected = next
        let status = PQresultStatus(next)
        return status == PGRES_COPY_IN || status == PGRES_COPY_OUT
    }

    /// On the loop's thread, which from here on leaves the session alone.
    func waitEnded() {
        let continuation = waiter
        waiter = nil
        continuation?.resume()
    }
}
