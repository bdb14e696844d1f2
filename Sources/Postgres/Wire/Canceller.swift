import CLibPQ
import Glibc
import Synchronization
import Threads

/// Sends the server the request to cancel what a session is doing.
///
/// `PQcancel` opens a connection of its own and blocks, so it has a thread of its own. The request names the session, not
/// the statement: before anything else runs on the session, ``settle()`` must have waited for it.
final class Canceller: @unchecked Sendable {
    private let handle: OpaquePointer?
    /// -1 when libpq has closed it: its number may then be another connection's.
    private let socket: Atomic<Int32>
    private let wanted = Atomic<Bool>(false)
    private let state = Mutex(State())

    private struct State {
        var isRunning = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    /// `handle` is libpq's copy of the session's address and key.
    init(handle: OpaquePointer?, socket: Int32) {
        self.handle = handle
        self.socket = Atomic(socket)
    }

    deinit {
        if let handle { PQfreeCancel(handle) }
    }

    /// The connection is lost and its socket closed: there is nothing to hang up any more.
    func forgetSocket() { socket.store(-1, ordering: .releasing) }

    /// Whether there was a request since the last ``settle()``.
    var isWanted: Bool { wanted.load(ordering: .acquiring) }

    /// From any thread, while the session is at work.
    func request() {
        let isFirst = state.withLock { state in
            defer { state.isRunning = true }
            return !state.isRunning
        }
        guard isFirst else { return }
        wanted.store(true, ordering: .releasing)
        if !OwnThread.run({ self.send() }) { giveUp() }
    }

    private func send() {
        let capacity = 256
        let reason = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
        defer { reason.deallocate() }
        if let handle, PQcancel(handle, reason, Int32(capacity)) == 1 {
            finish()
        } else {
            giveUp()
        }
    }

    /// A request that does not get through: hang up instead, which the session notices.
    private func giveUp() {
        let socket = socket.load(ordering: .acquiring)
        if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
        finish()
    }

    private func finish() {
        let waiter = state.withLock { state in
            state.isRunning = false
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Waits until a request has been delivered, so that it cannot hit the session's next statement.
    func settle() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.isRunning { state.waiter = continuation }
                return !state.isRunning
            }
            if isOver { continuation.resume() }
        }
        wanted.store(false, ordering: .releasing)
    }
}
