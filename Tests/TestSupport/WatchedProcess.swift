public import Glibc
import Synchronization

/// What runs beside the tests, and is ended or cleared away with them, however they end.
///
/// A small shell reads a socket whose only other end is ours: the kernel closes that end even after `kill -9`. It has a
/// session of its own, so that Ctrl-C reaches the tests and not the shell, and none of our standard streams, so that nobody
/// who reads the tests' output waits for it.
public final class WatchedProcess: Sendable {
    /// What could not be made.
    struct Failure: Error {
        let code: Int32
    }

    /// First it lets go of what some test had open just then: the other end of a connection would wait for us to hang up.
    private static let beginning = """
        for open in /proc/self/fd/*; do
            open=${open##*/}
            [ "$open" -le 2 ] || eval "exec $open>&-"
        done

        """

    private static let programScript = """
        output=$1
        shift
        "$@" </dev/null >"$output" 2>&1 &
        echo "$!" >&0
        read -r ignored
        kill "$!"
        wait "$!"
        """

    private static let clusterScript = """
        read -r ignored
        as() { if [ -n "$user" ]; then runuser -u "$user" -- "$@"; else "$@"; fi; }
        folder=$1 programs=$2 user=$3
        cd /
        as "$programs/pg_ctl" --silent --pgdata="$folder/data" --mode=immediate --wait stop
        rm -rf "$folder"
        """

    private let ours: Mutex<Int32?>
    private let shell: pid_t
    /// The program's own process; nil where none was started.
    public let program: pid_t?

    /// Starts a program, which ``end()`` and the end of the tests terminate.
    ///
    /// - Parameters:
    ///   - command: found by `PATH`.
    ///   - variables: its environment; nil: ours.
    ///   - output: the file that what it prints goes to.
    public convenience init(
        _ command: [String], variables: [String: String]? = nil, output: String = "/dev/null"
    ) throws {
        let environment = variables.map { ["env", "--ignore-environment"] + $0.map { "\($0)=\($1)" } } ?? []
        try self.init(script: Self.programScript, [output] + environment + command, tells: true)
    }

    /// Waits, and then stops the PostgreSQL whose data is in `data` inside a folder, and removes the folder.
    ///
    /// - Parameters:
    ///   - programs: the folder with `pg_ctl`.
    ///   - user: the account to stop the server as; nil: our own.
    public convenience init(clusterIn folder: String, programs: String, user: String?) throws {
        try self.init(script: Self.clusterScript, [folder, programs, user ?? ""], tells: false)
    }

    /// - Parameter tells: whether the script writes the number of the process that it has started.
    private init(script: String, _ arguments: [String], tells: Bool) throws {
        var ends: [Int32] = [-1, -1]
        // A socket pair rather than a pipe: it is born closed to other children of ours, and goes both ways.
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure(code: errno) }
        var pid: pid_t = 0
        let code = Self.spawn(&pid, ["setsid", "bash", "-c", Self.beginning + script, "bash"] + arguments, ends[0])
        close(ends[0])
        guard code == 0 else {
            close(ends[1])
            throw Failure(code: code)
        }
        shell = pid
        ours = Mutex(ends[1])
        program = tells ? Self.number(from: ends[1]) : nil
    }

    private static func spawn(_ pid: inout pid_t, _ command: [String], _ input: Int32) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
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
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        return posix_spawnp(&pid, command[0], &actions, &attributes, &arguments, environ)
    }

    private static func number(from socket: Int32) -> pid_t? {
        var number: pid_t = 0
        var byte: UInt8 = 0
        while read(socket, &byte, 1) == 1 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
            number = number * 10 + pid_t(byte - UInt8(ascii: "0"))
        }
        return number > 0 ? number : nil
    }

    /// Ends or clears away what it watches over now, and waits for that.
    public func end() {
        let descriptor = ours.withLock { held in
            defer { held = nil }
            return held
        }
        guard let descriptor else { return }
        close(descriptor)
        waitpid(shell, nil, 0)
    }
}
