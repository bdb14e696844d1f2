import Glibc
public import Settings

/// The PostgreSQL that the program keeps for itself in the state folder: a Unix socket only, durable, its own process.
///
/// Files and socket lie in folders of mode 0700, so that of all users only the server's account and root reach it;
/// inside them every role is trusted.
public struct PrivateCluster: Sendable {
    public enum Status: Sendable, Hashable {
        /// Nothing has been made yet.
        case absent
        case stopped
        /// Alive, and not yet taking connections (recovery after a crash).
        case starting(pid: Int32)
        case running(pid: Int32)
    }

    /// Who connects. The owner migrates; the application does everything else, under row-level security.
    public enum Role: String, Sendable, CaseIterable {
        case owner = "praktik_owner"
        case application = "praktik_app"
        case superuser = "postgres"
    }

    private let files: ClusterFiles
    private let account: ServerAccount

    public init(state: StateFolder) throws(ClusterError) {
        files = ClusterFiles(state)
        account = try ServerAccount.forData(at: files.state)
    }

    public static let database = "praktik"

    /// The account the server runs as.
    public var accountName: String { account.name }
    /// The folder with the socket; see ``socketIsAway``.
    public var socketFolder: String { files.socketFolder(owner: account.user) }
    /// Whether the socket lies outside the state folder, whose path cannot carry one.
    public var socketIsAway: Bool { !files.keepsSocketAtHome }
    public var logFolder: String { files.log }

    public func connectionString(as role: Role) -> String {
        let folder = socketFolder.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        return "host='\(folder)' port=5432 dbname=\(Self.database) user=\(role.rawValue)"
    }

    public func status() -> Status {
        guard access(files.data, F_OK) == 0 else { return .absent }
        guard let server = Postmaster.alive(files) else { return .stopped }
        return server.isReady ? .running(pid: server.pid) : .starting(pid: server.pid)
    }

    /// Makes the cluster if there is none, starts it if it is down, and returns when it takes connections.
    /// Any number of processes may call this at once.
    /// - Returns: whether it was this call that started it.
    @discardableResult
    public func start() async throws -> Bool {
        try PrivateFolder.makeWithParents(files.state, for: account)
        return try await ClusterLock.holding(files, for: account) {
            if case .running = status() { return false }
            if status() == .absent { try await create() }
            try PrivateFolder.make(files.log, for: account)
            try PrivateFolder.make(socketFolder, for: account)
            try PrivateFolder.write(settings, to: files.settings, for: account)
            Postmaster.removeStale(files, socketFolder: socketFolder)
            try await launch()
            return true
        }
    }

    /// Data of one major version is read by programs of that version only.
    private func programs() async throws -> ServerPrograms {
        let version = PrivateFolder.read(files.data + "/PG_VERSION")?.filter(\.isNumber)
        return try await ServerPrograms.find(major: version.flatMap { Int($0) })
    }

    /// Ends sessions and stops the server in order. Nothing happens when it is down.
    /// - Returns: whether there was something to stop.
    @discardableResult
    public func stop() async throws -> Bool {
        guard status() != .absent else { return false }
        return try await ClusterLock.holding(files, for: account) {
            guard Postmaster.alive(files) != nil else { return false }
            try await programs().run(
                "pg_ctl", ["stop", "--pgdata", files.data, "--mode", "fast", "--wait", "--timeout", "120"], as: account)
            return true
        }
    }

    /// A new cluster, whole or not at all: a broken-off attempt is cleared away by the next.
    private func create() async throws {
        let programs = try await ServerPrograms.find(major: nil)
        // As the account that owns it, so that root follows nobody's links.
        try await ServerPrograms.run(["/bin/rm", "-rf", "--", files.unfinishedData], as: account)
        try await programs.run(
            "initdb",
            [
                "--pgdata", files.unfinishedData, "--username", Role.superuser.rawValue, "--auth", "trust",
                "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", "--no-instructions",
            ], as: account)
        // Alone with the files, without a server: roles and database are there before anybody can connect.
        try await programs.run(
            "postgres",
            ["--single", "-D", files.unfinishedData, "-c", "exit_on_error=true", "postgres"],
            input: Self.firstStatements, as: account)
        let configuration = files.unfinishedData + "/postgresql.conf"
        guard let standard = PrivateFolder.read(configuration) else { throw PrivateFolder.failure(configuration) }
        try PrivateFolder.write(standard + "\ninclude 'praktik.conf'\n", to: configuration, for: account)
        guard rename(files.unfinishedData, files.data) == 0 else { throw PrivateFolder.failure(files.data) }
    }

    private static let firstStatements = """
        CREATE ROLE \(Role.owner.rawValue) LOGIN NOSUPERUSER NOBYPASSRLS
        CREATE ROLE \(Role.application.rawValue) LOGIN NOSUPERUSER NOBYPASSRLS
        GRANT \(Role.application.rawValue) TO \(Role.owner.rawValue)
        CREATE DATABASE \(database) OWNER \(Role.owner.rawValue)

        """

    /// Durability is stated, not assumed. The log names neither statements nor values, which may hold personal data.
    private var settings: String {
        """
        # Written anew at every start of the database by praktik. Your own settings: ALTER SYSTEM, or postgresql.conf.
        listen_addresses = ''
        port = 5432
        unix_socket_directories = '\(socketFolder)'
        unix_socket_permissions = 0700
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = '\(files.log)'
        log_filename = 'postgresql-%a.log'
        log_file_mode = 0600
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on
        log_error_verbosity = terse
        log_min_error_statement = panic
        log_parameter_max_length_on_error = 0

        """
    }

    /// `pg_ctl` gives the server a session of its own and puts its streams into a file, so that it outlives us and holds
    /// nobody's terminal or pipe.
    private func launch() async throws {
        let programs = try await programs()
        let clock = ContinuousClock()
        let began = clock.now
        while true {
            switch status() {
            case .running: return
            case .starting where clock.now - began < .seconds(300):
                // Somebody's server is still recovering.
                try await Task.sleep(for: .milliseconds(200))
                continue
            default: break
            }
            try PrivateFolder.write("", to: files.startLog, for: account)
            do {
                return try await programs.run(
                    "pg_ctl",
                    [
                        "start", "--pgdata", files.data, "--log", files.startLog, "--wait", "--timeout", "300",
                        "--silent",
                    ], as: account)
            } catch is ClusterError {
                let said = PrivateFolder.read(files.startLog) ?? ""
                // After a kill the old server's children need a moment to notice that it is gone.
                guard said.contains("still in use"), clock.now - began < .seconds(30) else {
                    let logged = PrivateFolder.readEnd(files.todaysLog) ?? ""
                    throw ClusterError.programFailed(name: "postgres", reason: ServerPrograms.reason(in: said + logged))
                }
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }
}
