import Glibc

/// A program started here: spoken to line by line, ended with its whole family, and with what memory it took in the end.
final class ChildProcess {
    struct NotStarted: Error {
        let command: [String]
        let reason: Int32
    }

    /// How it ended.
    struct End {
        /// The exit status, or minus the signal.
        let status: Int32
        /// The most memory held at once, by it or one of its own children, in megabytes. What this process holds when it
        /// starts the other is a lower bound of what the system reports, so that this one must stay small.
        let peakMegabytes: Double
    }

    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private var unread: [UInt8] = []

    /// Its standard error is ours.
    init(_ command: [String]) throws {
        // A program that has ended is noticed by its silence.
        signal(SIGPIPE, SIG_IGN)
        let toChild = try Self.makePipe()
        let fromChild = try Self.makePipe()
        (input, output) = (toChild.write, fromChild.read)
        defer {
            close(toChild.read)
            close(fromChild.write)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild.read, 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild.write, 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var started: pid_t = 0
        let reason = posix_spawnp(&started, command[0], &actions, &attributes, &words, environ)
        guard reason == 0 else {
            close(input)
            close(output)
            throw NotStarted(command: command, reason: reason)
        }
        process = started
    }

    func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = Glibc.write(input, bytes, bytes.count)
    }

    /// Its next line, or nothing if it has no more or the time is out.
    func readLine(before deadline: ContinuousClock.Instant) -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread.removeSubrange(...end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            guard fill(before: deadline) else { return nil }
        }
    }

    /// All that it still prints.
    func readToEnd() -> String {
        while fill(before: .now + .seconds(86_400)) {}
        return String(decoding: unread, as: UTF8.self)
    }

    /// Waits for its end; what it was started with is closed to it, and what has to be killed is.
    func end(killing: Bool = false) -> End {
        close(input)
        if killing {
            kill(-process, SIGKILL)
        }
        close(output)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return End(
            status: signal == 0 ? status >> 8 & 0xFF : -signal, peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1e6)
    }

    private func fill(before deadline: ContinuousClock.Instant) -> Bool {
        let left = max(0, (deadline - .now) / .milliseconds(1)).rounded(.up)
        var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        let ready = poll(&waiting, 1, Int32(min(left, 1e9)))
        if ready < 0, errno == EINTR { return true }
        guard ready > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(output, &buffer, buffer.count)
        guard count > 0 else { return false }
        unread += buffer[..<count]
        return true
    }

    private static func makePipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw NotStarted(command: ["pipe"], reason: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        return (ends[0], ends[1])
    }
}
