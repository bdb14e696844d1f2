import CLibPQ
import Glibc
import Synchronization
import Threads

/// A thread that watches sockets of connections by `epoll`, and runs the tasks that prefer it; there is one a processor.
///
/// Each socket is armed for one event at a time (`EPOLLONESHOT`). From ``watch(_:for:)`` until `waitEnded` the session
/// belongs to the loop's thread, before and after it to the waiting task; that is what keeps the two apart. A task that runs
/// on the loop is resumed by the loop itself: an answer reaches it without waking another thread.
final class EventLoop: TaskExecutor {
    struct Interest: OptionSet {
        let rawValue: UInt32

        static let read = Interest(rawValue: EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
        static let write = Interest(rawValue: EPOLLOUT.rawValue)
    }

    private struct Jobs {
        var waiting: [UnownedJob] = []
        /// Whether the thread sleeps until a socket or the bell wakes it.
        var isAsleep = false
    }

    /// One a processor, at most eight.
    static let all = (0..<max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN))))).map { EventLoop(index: $0) }

    /// The loop whose thread this is; elsewhere one of them for each socket.
    static func here(for socket: Int32) -> EventLoop {
        let thread = UInt(pthread_self())
        return all.first { $0.thread.load(ordering: .relaxed) == thread } ?? all[Int(socket) % all.count]
    }

    let index: Int
    private let thread = Atomic<UInt>(0)
    private let descriptor: Int32
    /// An `eventfd` that wakes the thread for a job from elsewhere.
    private let bell: Int32
    private let jobs = Mutex(Jobs())

    private init(index: Int) {
        self.index = index
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.ptr = nil
        epoll_ctl(descriptor, EPOLL_CTL_ADD, bell, &event)
        OwnThread.run { [self] in run() }
    }

    /// Forgets the socket; before it is closed, and never while it is watched.
    func remove(_ socket: Int32) {
        epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, nil)
    }

    /// Waits for one event. The caller keeps the session alive until `waitEnded`.
    ///
    /// The first wait makes the socket known, not sooner: one that is known but was never armed would report its hanging up.
    /// Answers false, and watches nothing, when the system refuses.
    func watch(_ session: Session, for interest: Interest, first: Bool) -> Bool {
        arm(
            first ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, session.socket, Unmanaged.passUnretained(session).toOpaque(),
            interest)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustRing = jobs.withLock { jobs in
            jobs.waiting.append(job)
            defer { jobs.isAsleep = false }
            return jobs.isAsleep
        }
        if mustRing { eventfd_write(bell, 1) }
    }

    private func arm(
        _ change: Int32, _ socket: Int32, _ session: UnsafeMutableRawPointer, _ interest: Interest
    ) -> Bool {
        var event = epoll_event()
        event.events = interest.rawValue | EPOLLONESHOT.rawValue
        event.data.ptr = session
        return epoll_ctl(descriptor, change, socket, &event) == 0
    }

    /// Jobs first, then a look at the sockets; the thread sleeps only when there is no job.
    private func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        let capacity = 64
        let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: capacity)
        var due: [UnownedJob] = []
        while true {
            jobs.withLock { jobs in
                swap(&due, &jobs.waiting)
                jobs.isAsleep = due.isEmpty
            }
            let mayIdle = due.isEmpty
            for job in due { job.runSynchronously(on: asUnownedTaskExecutor()) }
            due.removeAll(keepingCapacity: true)
            let count = epoll_wait(descriptor, events, Int32(capacity), mayIdle ? -1 : 0)
            guard count > 0 else { continue }
            for index in 0..<Int(count) { socketEvent(events[index].data.ptr) }
        }
    }

    private func socketEvent(_ pointer: UnsafeMutableRawPointer?) {
        guard let pointer else {
            var rings: eventfd_t = 0
            eventfd_read(bell, &rings)
            return
        }
        let session = Unmanaged<Session>.fromOpaque(pointer).takeUnretainedValue()
        let interest = session.socketReady()
        if let interest, arm(EPOLL_CTL_MOD, session.socket, pointer, interest) { return }
        session.waitEnded()
    }
}
