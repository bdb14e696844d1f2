import Glibc
import Synchronization

/// A program that runs beside the tests and ends with them, however they end.
///
/// A small shell starts it and reads a socket whose only other end is ours: the kernel closes that even after `kill -9`.
package final class WatchedProcess: Sendable {
    struct Failure: Error {
        let code: Int32
    }

    private static let script = """
        for open in /proc/self/fd/*; do
            open=${open##*/}
            [ "$open" -le 2 ] || eval "exec $open>&-"
        done
        "$@" </dev/null &
        read -r ignored
        kill "$!"
        wait "$!"
        """

    private let ours: Mutex<Int32?>
    private let pid: pid_t

    /// - Parameter command: found by `PATH`. Its output goes nowhere.
    package init(_ command: [String]) throws {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw Failure(code: errno)
        }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The threads that tasks run on block signals, and a child would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let whole = ["setsid", "bash", "-c", Self.script, "bash"] + command
        var arguments: [UnsafeMutablePointer<CChar>?] = whole.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, "setsid", &actions, &attributes, &arguments, environ)
        guard code == 0 else {
            close(ends[1])
            throw Failure(code: code)
        }
        self.pid = pid
        ours = Mutex(ends[1])
    }

    /// Ends the program and waits for it.
    package func end() {
        let descriptor = ours.withLock { held in
            defer { held = nil }
            return held
        }
        guard let descriptor else { return }
        close(descriptor)
        waitpid(pid, nil, 0)
    }
}
