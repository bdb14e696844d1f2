import Synchronization

/// How many requests are being answered, and whether the end has been asked for: still answering, no longer ready for more.
final class RequestsUnderWay: Sendable {
    private struct State {
        var count = 0
        var begun = 0
        var isEnding = false
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.count } }

    /// How many there have been in all.
    var begun: Int { state.withLock { $0.begun } }

    var isEnding: Bool { state.withLock { $0.isEnding } }

    func begin() {
        state.withLock { state in
            state.count += 1
            state.begun += 1
        }
    }

    func finish() {
        state.withLock { $0.count -= 1 }
    }

    func end() {
        state.withLock { $0.isEnding = true }
    }
}
