import Cluster
import Glibc
import Settings
import TestSupport

/// A state folder of its own for one test; its server is stopped and it is removed however the test ends.
struct TestState {
    let path: String
    let folder: StateFolder

    static func use(
        subfolder: String = "", _ body: (TestState) async throws -> Void
    ) async throws {
        let made = try await TestProgram.run(["mktemp", "-d", "/tmp/praktik-state-XXXXXX"])
        // The server's account must be able to pass it on the way to a folder inside.
        if !subfolder.isEmpty { try await TestProgram.run(["chmod", "755", made]) }
        let path = subfolder.isEmpty ? made : made + "/" + subfolder
        let watcher = try WatchedProcess(
            clusterIn: path, programs: try await TestProgram.run(["pg_config", "--bindir"]),
            user: getuid() == 0 ? "postgres" : nil)
        do {
            try await body(TestState(path: path, folder: try StateFolder(path, source: "test")))
        } catch {
            watcher.end()
            try await TestProgram.run(["rm", "-rf", made])
            throw error
        }
        watcher.end()
        try await TestProgram.run(["rm", "-rf", made])
    }

    /// Asks by `psql`, as one of the cluster's roles.
    static func ask(
        _ statement: String, of cluster: PrivateCluster, as role: PrivateCluster.Role = .owner
    ) async throws -> String {
        try await TestProgram.run([
            "psql", "--no-psqlrc", "--tuples-only", "--no-align", "--quiet", "--set=ON_ERROR_STOP=1",
            "--dbname=\(cluster.connectionString(as: role))", "--command=\(statement)",
        ])
    }
}

extension PrivateCluster {
    /// The running server's process number.
    var pid: Int32? {
        if case .running(let pid) = status() { pid } else { nil }
    }
}
