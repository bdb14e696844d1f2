/// Somebody who waits for a connection. Touched only under the pool's lock.
final class PoolWaiter: @unchecked Sendable {
    let deadline: ContinuousClock.Instant
    var continuation: CheckedContinuation<Session, any Error>?
    var isCancelled = false

    init(deadline: ContinuousClock.Instant) {
        self.deadline = deadline
    }
}
