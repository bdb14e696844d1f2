/// What a pool knows, and its rules; no waiting and no calls to the outside, so that it can be decided under a lock.
struct PoolState {
    typealias Answer = (CheckedContinuation<Session, any Error>, Result<Session, any Error>)

    /// What is to be done once the lock is released.
    struct Decisions {
        var answers: [Answer] = []
        var closings: [CheckedContinuation<Void, Never>] = []
        var openings = 0
        var startsClock = false
        /// Ended with these decisions, outside the lock.
        var ended: [Session] = []
    }

    private let configuration: PoolConfiguration
    /// The one given back last is taken first: its caches are warm, on both sides.
    private var idle: [Session] = []
    private var leased = 0
    private var opening = 0
    private var waiters = WaitingQueue()
    private var isClosed = false
    private var closings: [CheckedContinuation<Void, Never>] = []
    private var isClockRunning = false

    private var failures = 0
    private var lastFailure: PostgresError?
    private var nextAttempt = ContinuousClock.now

    init(_ configuration: PoolConfiguration) {
        self.configuration = configuration
    }

    var load: (leased: Int, waiting: Int) { (leased, waiters.count) }

    private var isBackingOff: Bool { lastFailure != nil && ContinuousClock.now < nextAttempt }

    mutating func takeIdle() -> Session? {
        guard !isClosed, let session = idle.popLast() else { return nil }
        leased += 1
        return session
    }

    mutating func enqueue(_ waiter: PoolWaiter, _ continuation: CheckedContinuation<Session, any Error>) -> Decisions {
        var decisions = Decisions()
        if let session = takeIdle() {
            decisions.answers.append((continuation, .success(session)))
        } else if waiter.isCancelled {
            decisions.answers.append((continuation, .failure(PostgresError.cancelled)))
        } else if isClosed {
            decisions.answers.append((continuation, .failure(PostgresError.connection(ConnectionFailure(.closed)))))
        } else if waiters.count >= configuration.maximumWaiting + freeToOpen {
            decisions.answers.append((continuation, .failure(PostgresError.poolExhausted)))
        } else {
            waiter.continuation = continuation
            waiters.append(waiter)
            serve(&decisions)
            if !waiters.isEmpty, !isClockRunning {
                isClockRunning = true
                decisions.startsClock = true
            }
        }
        return decisions
    }

    /// Those whose connection is being made, or can be, do not count as waiting for somebody else's.
    private var freeToOpen: Int { configuration.maximumConnections - leased - idle.count }

    mutating func cancel(_ waiter: PoolWaiter) -> Decisions {
        waiter.isCancelled = true
        var decisions = Decisions()
        if let continuation = waiters.remove(waiter) {
            decisions.answers.append((continuation, .failure(PostgresError.cancelled)))
        }
        return decisions
    }

    mutating func giveBack(_ session: Session, isFit: Bool) -> Decisions {
        leased -= 1
        var decisions = Decisions()
        take(session, isFit: isFit && !isClosed, &decisions)
        return decisions
    }

    mutating func opened(_ outcome: Result<Session, PostgresError>) -> Decisions {
        opening -= 1
        var decisions = Decisions()
        switch outcome {
        case .success(let session):
            failures = 0
            lastFailure = nil
            take(session, isFit: !isClosed, &decisions)
        case .failure(let error):
            failures += 1
            lastFailure = error
            let longest = min(1000, 25 << min(failures, 10))
            nextAttempt = .now + .milliseconds(Int.random(in: longest / 2...longest))
            serve(&decisions)
        }
        return decisions
    }

    private mutating func take(_ session: Session, isFit: Bool, _ decisions: inout Decisions) {
        if !isFit {
            decisions.ended.append(session)
        } else if let continuation = waiters.removeFirst() {
            leased += 1
            decisions.answers.append((continuation, .success(session)))
        } else {
            idle.append(session)
        }
        serve(&decisions)
    }

    /// Makes connections for those who wait, or tells them that there will be none.
    private mutating func serve(_ decisions: inout Decisions) {
        if isBackingOff {
            if leased + opening == 0, let lastFailure {
                while let continuation = waiters.removeFirst() {
                    decisions.answers.append((continuation, .failure(lastFailure)))
                }
            }
        } else {
            let wanted = min(waiters.count, configuration.maximumConnections - leased - idle.count) - opening
            if wanted > 0 {
                opening += wanted
                decisions.openings += wanted
            }
        }
        if isClosed, leased + opening == 0 {
            decisions.closings += closings
            closings = []
        }
    }

    mutating func close(_ continuation: CheckedContinuation<Void, Never>) -> Decisions {
        var decisions = Decisions()
        isClosed = true
        decisions.ended = idle
        idle = []
        closings.append(continuation)
        while let waiting = waiters.removeFirst() {
            decisions.answers.append((waiting, .failure(PostgresError.connection(ConnectionFailure(.closed)))))
        }
        serve(&decisions)
        return decisions
    }

    /// When the first in the queue has waited long enough; nil, and the clock stops, when nobody waits.
    mutating func nextDeadline() -> ContinuousClock.Instant? {
        let next = waiters.first?.deadline
        if next == nil { isClockRunning = false }
        return next
    }

    mutating func expire() -> Decisions {
        var decisions = Decisions()
        let now = ContinuousClock.now
        while let first = waiters.first, first.deadline <= now, let continuation = waiters.removeFirst() {
            decisions.answers.append((continuation, .failure(lastFailure ?? PostgresError.poolExhausted)))
        }
        return decisions
    }
}
