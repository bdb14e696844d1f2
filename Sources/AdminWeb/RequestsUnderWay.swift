import Synchronization

/// How many requests are being answered, so that an end can wait for them.
final class RequestsUnderWay: Sendable {
    private struct State {
        var count = 0
        var isEnding = false
    }

    private let state = Mutex(State())

    /// Requests under way when the end is asked for have this long to finish.
    private static let patience: Duration = .seconds(10)

    /// Whether the end has been asked for: still answering, no longer ready for more.
    var isEnding: Bool { state.withLock { $0.isEnding } }

    func begin() {
        state.withLock { $0.count += 1 }
    }

    func finish() {
        state.withLock { $0.count -= 1 }
    }

    /// Returns when nothing is under way, or patience is at its end.
    func end() async {
        state.withLock { $0.isEnding = true }
        let deadline = ContinuousClock.now + Self.patience
        while state.withLock({ $0.count }) > 0, ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}
