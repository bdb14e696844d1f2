import Postgres
import Synchronization

/// Holds tasks until it is opened.
final class Gate: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            defer { state = (true, []) }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

/// What several tasks note down together.
final class Notes: Sendable {
    let numbers = Mutex<[Int]>([])
    let count = Atomic<Int>(0)
    let most = Atomic<Int>(0)

    func enter() {
        most.max(count.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
    }

    func leave() {
        count.subtract(1, ordering: .relaxed)
    }

    /// Whether this is the first call.
    func isFirst() -> Bool {
        count.add(1, ordering: .relaxed).oldValue == 0
    }

    func note(_ number: Int) {
        numbers.withLock { $0.append(number) }
    }
}

extension Pool {
    /// Returns when that many connections are leased.
    func untilLeased(_ count: Int) async throws {
        while load.leased < count { try await Task.sleep(for: .milliseconds(1)) }
    }

    /// Returns when that many callers wait.
    func untilWaiting(_ count: Int) async throws {
        while load.waiting < count { try await Task.sleep(for: .milliseconds(1)) }
    }
}
