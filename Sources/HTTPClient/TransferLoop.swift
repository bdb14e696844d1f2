import CurlShim
import Synchronization
import Threads

/// The thread that all transfers of a client share.
///
/// It is the only one that uses the handles; others leave transfers in `state` and wake it.
final class TransferLoop: Sendable {
    private struct State {
        var arriving: [Transfer] = []
        var hasThread = false
        var isEnding = false
        /// libcurl's handle for all transfers, while the thread lives. A pointer's bits, since pointers are not Sendable.
        var multi: UInt = 0
    }

    private let state = Mutex(State())

    func start(_ transfer: Transfer, _ continuation: CheckedContinuation<Transfer.Outcome, Never>) {
        transfer.await(continuation)
        let isTaken = state.withLock { state in
            guard Self.makeThread(&state, self) else { return false }
            state.arriving.append(transfer)
            Self.wake(state)
            return true
        }
        if !isTaken { transfer.finish(with: .failure(.exhausted)) }
    }

    func cancel(_ transfer: Transfer) {
        transfer.isCancelled.store(true, ordering: .releasing)
        state.withLock { Self.wake($0) }
    }

    /// Lets the thread end; nobody waits for a transfer any more.
    func end() {
        state.withLock { state in
            state.isEnding = true
            Self.wake(state)
        }
    }

    private static func wake(_ state: State) {
        guard let multi = UnsafeMutableRawPointer(bitPattern: state.multi) else { return }
        curl_multi_wakeup(multi)
    }

    private static func makeThread(_ state: inout State, _ loop: TransferLoop) -> Bool {
        if state.hasThread { return true }
        guard let multi = curl_multi_init() else { return false }
        state.multi = UInt(bitPattern: multi)
        state.hasThread = OwnThread.run { [loop] in loop.run() }
        if !state.hasThread {
            curl_multi_cleanup(multi)
            state.multi = 0
        }
        return state.hasThread
    }

    private func run() {
        guard let multi = UnsafeMutableRawPointer(bitPattern: state.withLock { $0.multi }) else { return }
        var underWay: [UnsafeMutableRawPointer: Transfer] = [:]
        while true {
            let (arrived, isEnding) = state.withLock { state in
                defer { state.arriving = [] }
                return (state.arriving, state.isEnding)
            }
            for transfer in arrived {
                if curl_multi_add_handle(multi, transfer.handle) == CURLM_OK {
                    underWay[transfer.handle] = transfer
                } else {
                    transfer.finish(with: .failure(.exhausted))
                }
            }
            for (handle, transfer) in underWay where isEnding || transfer.isCancelled.load(ordering: .acquiring) {
                curl_multi_remove_handle(multi, handle)
                underWay[handle] = nil
                transfer.finish(with: .failure(.cancelled))
            }
            if isEnding { break }
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            var code = CURLE_OK
            while let handle = praktik_curl_next_ended(multi, &code) {
                curl_multi_remove_handle(multi, handle)
                underWay.removeValue(forKey: handle)?.finish(code)
            }
            // Until a socket or a call to `wake`; libcurl knows its own deadlines.
            curl_multi_poll(multi, nil, 0, underWay.isEmpty ? 3_600_000 : 1000, nil)
        }
        state.withLock { $0.multi = 0 }
        curl_multi_cleanup(multi)
    }
}
