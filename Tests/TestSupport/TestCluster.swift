import FoundationEssentials
import Subprocess
import Synchronization

/// A throw-away PostgreSQL: a fresh folder, a Unix socket only, nothing durable.
///
/// It ends with the test process, however that ends (see ``WatchedProcess``). Suites share one with ``shared()``;
/// a test that stops or kills its server takes one of its own with ``start(settings:)``.
public final class TestCluster: Sendable {
    /// The folder with the socket; also what a connection string gives as `host`.
    public let folder: String

    private let programs: String
    private let settings: [String]
    private let watcher: WatchedProcess
    private let databases = Atomic<Int>(0)

    private init(folder: String, programs: String, settings: [String], watcher: WatchedProcess) {
        self.folder = folder
        self.programs = programs
        self.settings = settings
        self.watcher = watcher
    }

    private static let onlyOne = Task { try await start() }

    /// The cluster that all suites of this process share, started when the first asks for it.
    public static func shared() async throws -> TestCluster {
        try await onlyOne.value
    }

    /// A cluster of one's own, running. `settings` are further server settings, such as `"log_statement=all"`.
    public static func start(settings: [String] = []) async throws -> TestCluster {
        let programs = try await TestProgram.run(["pg_config", "--bindir"])
        let folder = try await makeFolder()
        let watcher = try WatchedProcess(clusterIn: folder, programs: programs, user: TestProgram.serverUser)
        let cluster = TestCluster(folder: folder, programs: programs, settings: settings, watcher: watcher)
        try await TestProgram.runAsServerUser([
            "\(programs)/initdb", "--pgdata=\(folder)/data", "--username=postgres", "--auth=trust", "--encoding=UTF8",
            "--locale=C.UTF-8", "--no-sync", "--no-instructions",
        ])
        try await cluster.start()
        return cluster
    }

    /// The folder's owner is the user the server runs as: PostgreSQL refuses root.
    private static func makeFolder() async throws -> String {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let folder = try await TestProgram.run(["mktemp", "-d", "\(parent)/praktik-test-XXXXXX"])
        if let user = TestProgram.serverUser { try await TestProgram.run(["chown", user, folder]) }
        return folder
    }

    /// A libpq connection string.
    public func connectionString(database: String = "postgres", user: String = "postgres") -> String {
        "host=\(folder) dbname=\(database) user=\(user)"
    }

    /// Makes a database, as a copy of `template` if that is given (nobody may be connected to it), and answers its name.
    public func createDatabase(named name: String? = nil, template: String = "template0") async throws -> String {
        let number = databases.add(1, ordering: .relaxed).newValue
        let name = name ?? "test_\(number)"
        try await runScript("CREATE DATABASE \"\(name)\" TEMPLATE \"\(template)\"")
        return name
    }

    /// Drops a database, and whoever is still connected to it.
    public func dropDatabase(_ name: String) async throws {
        try await runScript("DROP DATABASE IF EXISTS \"\(name)\" WITH (FORCE)")
    }

    /// Runs a script as superuser by `psql`, independent of the client under test; answers its unaligned output.
    @discardableResult
    public func runScript(_ script: String, database: String = "postgres") async throws -> String {
        try await TestProgram.run([
            "\(programs)/psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1",
            "--dbname=\(connectionString(database: database))", "--command=\(script)",
        ])
    }

    /// Starts the server after ``stop()`` or ``kill()``, and waits until it answers.
    public func start() async throws {
        let options =
            [
                "listen_addresses=", "unix_socket_directories=\(folder)", "fsync=off", "synchronous_commit=off",
                "full_page_writes=off", "max_connections=500", "log_min_messages=warning",
                // Enough for what the benchmarks load, as on a server that is set up for it; taken as it is used.
                "shared_buffers=1GB",
            ] + settings
        try await control(
            "start", "--wait", "--log=\(folder)/log",
            "--options=" + options.map { "-c '\($0)'" }.joined(separator: " "))
    }

    /// Stops the server in order: sessions are told and ended.
    public func stop() async throws {
        try await control("stop", "--wait", "--mode=fast")
    }

    /// Ends the server at once, as a crash would.
    public func kill() async throws {
        try await control("stop", "--wait", "--mode=immediate")
    }

    /// Ends the cluster and removes its folder now, rather than at the end of the process.
    public func remove() async throws {
        try await kill()
        watcher.end()
    }

    private func control(_ action: String, _ options: String...) async throws {
        try await TestProgram.runAsServerUser(
            ["\(programs)/pg_ctl", action, "--silent", "--pgdata=\(folder)/data"] + options)
    }

    /// The path of one of PostgreSQL's own programs, such as `pgbench`.
    public func program(_ name: String) -> String {
        "\(programs)/\(name)"
    }
}
