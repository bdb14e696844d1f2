import Postgres
import TestSupport
import Testing

/// The server goes away and comes back; each test has a cluster of its own to break.
@Suite struct FailureTests {
    private func withCluster(
        connections: Int = 2, _ body: (TestCluster, Pool) async throws -> Void
    ) async throws {
        let cluster = try await TestCluster.start()
        let pool = Pool(
            PoolConfiguration(connectionString: cluster.connectionString(), maximumConnections: connections))
        try await body(cluster, pool)
        await pool.close()
        try await cluster.remove()
    }

    private func isConnectionError(_ error: PostgresError?, _ reason: ConnectionFailure.Reason) -> Bool {
        if case .connection(let failure) = error { failure.reason == reason } else { false }
    }

    /// Tries until the pool has found the server again; a pool that does not ends in the test's time limit.
    private func recovered(_ pool: Pool) async throws -> Int {
        while true {
            do {
                return try await pool.withConnection { try await $0.value("SELECT 42") }
            } catch PostgresError.connection {
                try await Task.sleep(for: .milliseconds(10))
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a connection lost in mid-query is told, and the pool recovers`() async throws {
        try await withCluster { cluster, pool in
            let lost = Task { try await pool.withConnection { try await $0.execute("SELECT pg_sleep(1000)") } }
            while try await cluster.runScript("SELECT 1 FROM pg_stat_activity WHERE query LIKE '%sleep(1000)'").isEmpty
            {}
            try await cluster.kill()
            let error = await #expect(throws: PostgresError.self) { try await lost.value }
            #expect(isConnectionError(error, .lost))

            let unreachable = await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }
            #expect(isConnectionError(unreachable, .unreachable))
            #expect(unreachable?.description == "the database cannot be reached")

            try await cluster.start()
            #expect(try await recovered(pool) == 42)
        }
    }

    @Test(.timeLimit(.minutes(1))) func `idle connections that a restart has ended are replaced unnoticed`()
        async throws
    {
        try await withCluster(connections: 4) { cluster, pool in
            let gate = Gate()
            async let holders: Void = withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await pool.withConnection { connection in
                            try await connection.execute("SELECT 1")
                            await gate.wait()
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await pool.untilLeased(4)
            gate.open()
            try await holders
            try await cluster.stop()
            try await cluster.start()
            for _ in 0..<4 {
                let answer = try await pool.withConnection { try await $0.value("SELECT 42", as: Int.self) }
                #expect(answer == 42)
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a session ended by an administrator is not used again`() async throws {
        try await withCluster(connections: 1) { cluster, pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { connection in
                    try await cluster.runScript("SELECT pg_terminate_backend(\(connection.serverProcess))")
                    try await connection.execute("SELECT 1")
                }
            }
            #expect(isConnectionError(error, .lost))
            let answer = try await pool.withConnection { try await $0.value("SELECT 42", as: Int.self) }
            #expect(answer == 42)
        }
    }

    @Test(.timeLimit(.minutes(1))) func `those who wait while the server is away are told`() async throws {
        try await withCluster(connections: 1) { cluster, pool in
            let gate = Gate()
            let holding = Task {
                try await pool.withConnection { connection in
                    await gate.wait()
                    try await connection.execute("SELECT 1")
                }
            }
            try await pool.untilLeased(1)
            let first = Task { try await pool.withConnection { _ in } }
            let second = Task { try await pool.withConnection { _ in } }
            try await pool.untilWaiting(2)
            try await cluster.kill()
            gate.open()
            await #expect(throws: PostgresError.self) { try await holding.value }
            await #expect(throws: PostgresError.self) { try await first.value }
            await #expect(throws: PostgresError.self) { try await second.value }
            try await cluster.start()
            #expect(try await recovered(pool) == 42)
        }
    }

    @Test func `a connection string of several hosts finds the one that lives`() async throws {
        let cluster = try await TestCluster.shared()
        let string = "host=/nonexistent,\(cluster.folder) user=postgres dbname=postgres target_session_attrs=read-write"
        let pool = Pool(PoolConfiguration(connectionString: string))
        let answer = try await pool.withConnection { try await $0.value("SELECT 42", as: Int.self) }
        #expect(answer == 42)
        await pool.close()

        let standby = Pool(
            PoolConfiguration(connectionString: cluster.connectionString() + " target_session_attrs=standby"))
        let error = await #expect(throws: PostgresError.self) { try await standby.withConnection { _ in } }
        #expect(isConnectionError(error, .unreachable))
        await standby.close()
    }

    @Test func `a connection string that makes no sense is told without being shown`() async throws {
        let pool = Pool(PoolConfiguration(connectionString: "hosst=secret password=secret"))
        let error = await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }
        #expect(isConnectionError(error, .unreachable))
        #expect(error?.description.contains("secret") == false)
        await pool.close()
    }
}
