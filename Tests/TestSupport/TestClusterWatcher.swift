import Glibc
import Synchronization

/// A small shell process that waits for the test process to end, by whatever means, and then clears the cluster away.
///
/// It reads a socket whose only other end is ours: the kernel closes that end even after `kill -9`. It has a session of its
/// own, so that Ctrl-C reaches the tests and not the watcher, and none of our standard streams, so that nobody who reads
/// the tests' output waits for it.
public final class TestClusterWatcher: Sendable {
    /// What could not be made.
    struct Failure: Error {
        let code: Int32
    }

    /// First it lets go of what some test had open just then: the other end of a connection would wait for us to hang up.
    private static let script = """
        for open in /proc/self/fd/*; do
            open=${open##*/}
            [ "$open" -le 2 ] || eval "exec $open>&-"
        done
        read -r ignored
        as() { if [ -n "$user" ]; then runuser -u "$user" -- "$@"; else "$@"; fi; }
        folder=$1 programs=$2 user=$3
        cd /
        as "$programs/pg_ctl" --silent --pgdata="$folder/data" --mode=immediate --wait stop
        rm -rf "$folder"
        """

    private let ours: Mutex<Int32?>
    private let pid: pid_t

    /// - Parameters:
    ///   - folder: removed at the end; the server's data is in `data` inside it.
    ///   - programs: the folder with `pg_ctl`.
    ///   - user: the account to stop the server as; nil: our own.
    public init(folder: String, programs: String, user: String?) throws {
        var ends: [Int32] = [-1, -1]
        // A socket pair rather than a pipe: it is born closed to other children of ours.
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure(code: errno) }
        defer { close(ends[0]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

        let command = ["setsid", "bash", "-c", Self.script, "bash", folder, programs, user ?? ""]
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, "setsid", &actions, nil, &arguments, environ)
        guard code == 0 else {
            close(ends[1])
            throw Failure(code: code)
        }
        self.pid = pid
        ours = Mutex(ends[1])
    }

    /// Lets the watcher do its work now.
    public func end() {
        let descriptor = ours.withLock { held in
            defer { held = nil }
            return held
        }
        guard let descriptor else { return }
        close(descriptor)
        waitpid(pid, nil, 0)
    }
}
