import Postgres
import TestSupport
import Testing

@Suite struct CancellationTests {
    /// How many sessions of that name are at work on the server.
    private func active(_ name: String, _ cluster: TestCluster) async throws -> Int {
        let count = try await cluster.runScript(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = '\(name)' AND state <> 'idle'")
        return try #require(Int(count))
    }

    private func pool(_ name: String, _ cluster: TestCluster, timeout: Duration? = nil) -> Pool {
        Pool(
            PoolConfiguration(
                connectionString: cluster.connectionString(), maximumConnections: 1, applicationName: name,
                statementTimeout: timeout))
    }

    @Test func `a cancelled task's statement ends on the server, and the connection is used again`() async throws {
        let cluster = try await TestCluster.shared()
        let pool = pool("sleeper", cluster)
        let process = try await pool.withConnection { $0.serverProcess }
        for _ in 0..<5 {
            let task = Task { try await pool.withConnection { try await $0.execute("SELECT pg_sleep(1000)") } }
            while try await active("sleeper", cluster) == 0 {}
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error.map { if case .cancelled = $0 { true } else { false } } == true)
            #expect(try await active("sleeper", cluster) == 0)
            // The request must not reach the statement after.
            let next = try await pool.withConnection {
                try await $0.value("SELECT pg_backend_pid() FROM pg_sleep(0.01)", as: Int32.self)
            }
            #expect(next == process)
        }
        await pool.close()
    }

    @Test func `requests at any moment neither hang nor harm the next`() async throws {
        try await withPool(connections: 2) { pool in
            for round in 0..<150 {
                let task = Task {
                    try await pool.transaction { connection in
                        for _ in 0..<3 { try await connection.execute("SELECT pg_sleep(0.0005)") }
                    }
                }
                for _ in 0..<round { await Task.yield() }
                if round % 3 > 0 { try await Task.sleep(for: .microseconds(round * 20)) }
                task.cancel()
                _ = await task.result
                let one = try await pool.withConnection { try await $0.value("SELECT 1", as: Int.self) }
                #expect(one == 1)
            }
        }
    }

    @Test func `a statement that takes too long is the server's error, not a cancelled task`() async throws {
        let cluster = try await TestCluster.shared()
        let pool = pool("slow", cluster, timeout: .milliseconds(20))
        let error = await #expect(throws: PostgresError.self) {
            try await pool.withConnection { try await $0.execute("SELECT pg_sleep(1000)") }
        }
        #expect(error?.server?.sqlState == .queryCanceled)
        await pool.close()
    }
}
