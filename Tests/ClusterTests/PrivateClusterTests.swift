import Cluster
import Domain
import Glibc
import Settings
import TestSupport
import Testing

@Suite(.serialized) struct PrivateClusterTests {
    @Test func `a new cluster is durable, silent to the network, and has its roles and database`() async throws {
        try await TestState.use { state in
            let cluster = try PrivateCluster(state: state.folder)
            #expect(cluster.status() == .absent)
            #expect(try await cluster.start())
            let settings = try await TestState.ask(
                """
                SELECT string_agg(setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN ('data_checksums', 'fsync',
                'full_page_writes', 'listen_addresses', 'server_encoding', 'synchronous_commit')
                """, of: cluster)
            #expect(settings == "on on on  UTF8 on")
            let roles = try await TestState.ask(
                """
                SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin FROM pg_roles
                WHERE rolname LIKE 'praktik%' ORDER BY 1
                """, of: cluster)
            #expect(roles == "praktik_app|f|f|f|t\npraktik_owner|f|f|f|t")
            let owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"
            #expect(try await TestState.ask(owner, of: cluster, as: .application) == "praktik_owner")
            #expect(try await cluster.stop())
            #expect(cluster.status() == .stopped)
            #expect(try await !cluster.stop())
        }
    }

    @Test func `folders are closed to other users`() async throws {
        try await TestState.use { state in
            let cluster = try PrivateCluster(state: state.folder)
            try await cluster.start()
            for path in [state.path, state.path + "/data", state.path + "/log", cluster.socketFolder] {
                #expect(try await TestProgram.run(["stat", "--format=%a %U", path]) == "700 \(cluster.accountName)")
            }
        }
    }

    @Test func `a killed server starts again with what was committed`() async throws {
        try await TestState.use { state in
            let cluster = try PrivateCluster(state: state.folder)
            try await cluster.start()
            _ = try await TestState.ask("CREATE TABLE kept AS SELECT 42 AS answer", of: cluster)
            let before = try #require(cluster.pid)
            #expect(kill(before, SIGKILL) == 0)
            while cluster.status() != .stopped { try await Task.sleep(for: .milliseconds(10)) }
            #expect(try await cluster.start())
            #expect(cluster.pid != before)
            #expect(try await TestState.ask("SELECT answer FROM kept", of: cluster) == "42")
        }
    }

    @Test func `a lock file whose number now belongs to another program is no hindrance`() async throws {
        try await TestState.use { state in
            let cluster = try PrivateCluster(state: state.folder)
            try await cluster.start()
            let file = state.path + "/data/postmaster.pid"
            try await TestProgram.run(["cp", "--preserve", file, state.path + "/copy"])
            try await cluster.stop()
            let stranger = try await TestProgram.runAsServerUser(["sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $!"])
            defer { if let pid = Int32(stranger) { kill(pid, SIGKILL) } }
            try await TestProgram.run(["sed", "--in-place", "1s/.*/\(stranger)/", state.path + "/copy"])
            try await TestProgram.run(["mv", state.path + "/copy", file])
            #expect(cluster.status() == .stopped)
            #expect(try await cluster.start())
        }
    }

    @Test func `ten starts at once make one cluster and start it once`() async throws {
        try await TestState.use { state in
            let cluster = try PrivateCluster(state: state.folder)
            let starts = try await withThrowingTaskGroup { group in
                for _ in 0..<10 { group.addTask { try await cluster.start() } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(starts == 1)
            #expect(try await TestState.ask("SELECT 1", of: cluster) == "1")
        }
    }

    @Test func `the server inherits no descriptor of ours and has a session of its own`() async throws {
        var pipeEnds: [Int32] = [-1, -1]
        try #require(pipe(&pipeEnds) == 0)
        defer { for end in pipeEnds { close(end) } }
        try await TestState.use { state in
            let cluster = try PrivateCluster(state: state.folder)
            try await cluster.start()
            let pid = try #require(cluster.pid)
            let ours = try await TestProgram.run(["readlink", "/proc/\(getpid())/fd/\(pipeEnds[0])"])
            let theirs = try await TestProgram.run(["sh", "-c", "readlink /proc/\(pid)/fd/*"]).split(separator: "\n")
            #expect(!theirs.contains(Substring(ours)))
            for stream in 0...2 {
                let target = try await TestProgram.run(["readlink", "/proc/\(pid)/fd/\(stream)"])
                #expect(target == "/dev/null" || target == state.path + "/start.log" || target.hasPrefix("pipe:"))
            }
            #expect(getsid(pid) == pid)
        }
    }

    @Test func `a path too long for a socket, or with a comma, puts the socket into a short folder`() async throws {
        for subfolder in [String(repeating: "long/", count: 24) + "state", "a, b state"] {
            try await TestState.use(subfolder: subfolder) { state in
                let cluster = try PrivateCluster(state: state.folder)
                #expect(cluster.socketIsAway)
                #expect(cluster.socketFolder.utf8.count < 60)
                try await cluster.start()
                #expect(try await TestState.ask("SELECT 1", of: cluster) == "1")
                try await cluster.stop()
                try await TestProgram.run(["rmdir", cluster.socketFolder])
            }
        }
    }

    @Test func `a broken-off creation is done again`() async throws {
        try await TestState.use { state in
            try await TestProgram.run(["mkdir", state.path + "/data.unfinished"])
            try await TestProgram.run(["touch", state.path + "/data.unfinished/PG_VERSION"])
            if getuid() == 0 { try await TestProgram.run(["chown", "-R", "postgres", state.path]) }
            let cluster = try PrivateCluster(state: state.folder)
            #expect(cluster.status() == .absent)
            #expect(try await cluster.start())
        }
    }

    @Test func `a server that cannot start says why`() async throws {
        try await TestState.use { state in
            let cluster = try PrivateCluster(state: state.folder)
            try await cluster.start()
            try await cluster.stop()
            try await TestProgram.run([
                "sh", "-c", "echo 'shared_buffers = nonsense' >> \(state.path)/data/postgresql.conf",
            ])
            let error = await #expect(throws: ClusterError.self) { try await cluster.start() }
            #expect(error?.description.contains("postgres failed") == true)
        }
    }

    @Test func `a folder that the account cannot use is refused by name`() async throws {
        if getuid() == 0 {
            let cluster = try PrivateCluster(state: StateFolder("/root/praktik-refused/state", source: "test"))
            await #expect(throws: ClusterError.folderClosed(path: "/root", account: "postgres")) {
                try await cluster.start()
            }
        } else {
            let folder = try StateFolder("/usr/share", source: "test")
            #expect(throws: ClusterError.folderForeign(path: "/usr/share")) { try PrivateCluster(state: folder) }
        }
    }
}
