/// Waiters in the order they came; one that leaves early leaves a gap that is skipped later.
struct WaitingQueue {
    private var waiters: [PoolWaiter] = []
    private var head = 0
    /// How many still wait.
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    var first: PoolWaiter? {
        mutating get {
            skipGaps()
            return head < waiters.count ? waiters[head] : nil
        }
    }

    mutating func append(_ waiter: PoolWaiter) {
        waiters.append(waiter)
        count += 1
    }

    /// Takes the first out of the queue; the caller resumes it.
    mutating func removeFirst() -> CheckedContinuation<Session, any Error>? {
        first.flatMap { remove($0) }
    }

    /// Takes a waiter out wherever it stands; nil when it is no longer in the queue.
    mutating func remove(_ waiter: PoolWaiter) -> CheckedContinuation<Session, any Error>? {
        guard let continuation = waiter.continuation else { return nil }
        waiter.continuation = nil
        count -= 1
        skipGaps()
        return continuation
    }

    private mutating func skipGaps() {
        while head < waiters.count, waiters[head].continuation == nil { head += 1 }
        if head == waiters.count {
            waiters.removeAll(keepingCapacity: true)
            head = 0
        } else if head > 64, head * 2 > waiters.count {
            waiters.removeFirst(head)
            head = 0
        }
    }
}
