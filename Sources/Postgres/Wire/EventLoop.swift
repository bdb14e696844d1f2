import CLibPQ
import Glibc

/// One thread that watches the sockets of all connections by `epoll`.
///
/// Each socket is armed for one event at a time (`EPOLLONESHOT`). From ``watch(_:for:)`` until `waitEnded` the session
/// belongs to the loop's thread, before and after it to the waiting task; that is what keeps the two apart.
final class EventLoop: Sendable {
    struct Interest: OptionSet {
        let rawValue: UInt32

        static let read = Interest(rawValue: EPOLLIN.rawValue | EPOLLRDHUP.rawValue)
        static let write = Interest(rawValue: EPOLLOUT.rawValue)
    }

    static let shared = EventLoop()

    private let descriptor: Int32

    private init() {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        let descriptor = descriptor
        OwnThread.run { Self.run(descriptor) }
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
        Self.arm(
            descriptor, first ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, session.socket,
            Unmanaged.passUnretained(session).toOpaque(), interest)
    }

    private static func arm(
        _ descriptor: Int32, _ change: Int32, _ socket: Int32, _ session: UnsafeMutableRawPointer, _ interest: Interest
    ) -> Bool {
        var event = epoll_event()
        event.events = interest.rawValue | EPOLLONESHOT.rawValue
        event.data.ptr = session
        return epoll_ctl(descriptor, change, socket, &event) == 0
    }

    private static func run(_ descriptor: Int32) {
        let capacity = 64
        let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: capacity)
        while true {
            let count = epoll_wait(descriptor, events, Int32(capacity), -1)
            guard count > 0 else { continue }
            for index in 0..<Int(count) {
                guard let pointer = events[index].data.ptr else { continue }
                let session = Unmanaged<Session>.fromOpaque(pointer).takeUnretainedValue()
                let interest = session.socketReady()
                if let interest, arm(descriptor, EPOLL_CTL_MOD, session.socket, pointer, interest) { continue }
                session.waitEnded()
            }
        }
    }
}
