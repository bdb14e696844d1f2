import Postgres
import Synchronization
import TestSupport
import Testing

@Suite struct PoolTests {
    @Test func `never more connections than the bound, and all callers served`() async throws {
        try await withPool(connections: 3) { pool in
            let notes = Notes()
            let processes = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        try await pool.withConnection { connection in
                            notes.enter()
                            defer { notes.leave() }
                            return try await connection.value("SELECT pg_backend_pid() FROM pg_sleep(0.001)")
                        }
                    }
                }
                return try await group.reduce(into: [Int32]()) { $0.append($1) }
            }
            #expect(processes.count == 200)
            #expect(Set(processes).count <= 3)
            #expect(notes.most.load(ordering: .relaxed) <= 3)
        }
    }

    @Test func `first come, first served`() async throws {
        try await withPool(connections: 1) { pool in
            let order = Notes()
            try await withThrowingTaskGroup(of: Void.self) { group in
                let gate = Gate()
                group.addTask { try await pool.withConnection { _ in await gate.wait() } }
                try await pool.untilLeased(1)
                for number in 0..<20 {
                    group.addTask { try await pool.withConnection { _ in order.note(number) } }
                    try await pool.untilWaiting(number + 1)
                }
                gate.open()
                try await group.waitForAll()
            }
            #expect(order.numbers.withLock { $0 } == Array(0..<20))
        }
    }

    @Test func `one more than may wait is refused at once`() async throws {
        try await withPool(connections: 1, waiting: 2) { pool in
            try await withThrowingTaskGroup(of: Void.self) { group in
                let gate = Gate()
                group.addTask { try await pool.withConnection { _ in await gate.wait() } }
                try await pool.untilLeased(1)
                for number in 1...2 {
                    group.addTask { try await pool.withConnection { _ in } }
                    try await pool.untilWaiting(number)
                }
                let error = await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }
                #expect(error.map { if case .poolExhausted = $0 { true } else { false } } == true)
                gate.open()
                try await group.waitForAll()
            }
        }
    }

    @Test func `who waits too long is told so, and the next is served`() async throws {
        try await withPool(connections: 1, acquireTimeout: .milliseconds(50)) { pool in
            // On a busy machine connecting alone may take longer than that; afterwards it is there to be taken.
            while (try? await pool.withConnection { _ in }) == nil {}
            let gate = Gate()
            async let holding: Void = pool.withConnection { _ in await gate.wait() }
            try await pool.untilLeased(1)
            for _ in 0..<2 {
                let error = await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }
                #expect(error.map { if case .poolExhausted = $0 { true } else { false } } == true)
            }
            gate.open()
            try await holding
            try await pool.withConnection { _ in }
        }
    }

    @Test func `who is cancelled while waiting leaves the queue`() async throws {
        try await withPool(connections: 1) { pool in
            let gate = Gate()
            async let holding: Void = pool.withConnection { _ in await gate.wait() }
            try await pool.untilLeased(1)
            let waiting = Task { try await pool.withConnection { _ in Issue.record("must not be served") } }
            try await pool.untilWaiting(1)
            waiting.cancel()
            let error = await #expect(throws: PostgresError.self) { try await waiting.value }
            #expect(error.map { if case .cancelled = $0 { true } else { false } } == true)
            gate.open()
            try await holding
            try await pool.withConnection { _ in }
        }
    }

    @Test func `a closed pool waits for what is leased, and refuses the rest`() async throws {
        try await withPool(connections: 1) { pool in
            let gate = Gate()
            async let holding: Int = pool.withConnection { connection in
                await gate.wait()
                return try await connection.value("SELECT 1")
            }
            try await pool.untilLeased(1)
            let waiting = Task { try await pool.withConnection { _ in } }
            try await pool.untilWaiting(1)
            async let closing: Void = pool.close()
            await #expect(throws: PostgresError.self) { try await waiting.value }
            await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }
            gate.open()
            #expect(try await holding == 1)
            await closing
        }
    }

    @Test func `a transaction left open is not handed on`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TABLE fruit (name text)")
                try await connection.execute("BEGIN")
                try await connection.execute("INSERT INTO fruit VALUES ('kiwi')")
            }
            try await pool.withConnection { connection in
                #expect(!connection.isInTransaction)
                let count = try await connection.value("SELECT count(*) FROM fruit", as: Int.self)
                #expect(count == 0)
            }
        }
    }

    @Test func `a connection is of no use after its lease`() async throws {
        try await withPool(connections: 1) { pool in
            var kept: Connection?
            try await pool.withConnection { kept = $0 }
            let connection = try #require(kept)
            await #expect(throws: PostgresError.self) { try await connection.execute("SELECT 1") }
        }
    }

    @Test func `every new connection starts as told`() async throws {
        let cluster = try await TestCluster.shared()
        var configuration = PoolConfiguration(
            connectionString: cluster.connectionString(),
            onConnect: ["SET ROLE pg_monitor", "SET TimeZone TO 'Asia/Tokyo'"],
            applicationName: "orchard", statementTimeout: .milliseconds(1500))
        let pool = Pool(configuration)
        let row = try await pool.withConnection { connection in
            try #require(
                try await connection.query(
                    """
                    SELECT current_user::text AS who, current_setting('TimeZone') AS zone,
                        current_setting('application_name') AS name, current_setting('statement_timeout') AS timeout
                    """
                ).first)
        }
        #expect(try row.value("who") == "pg_monitor")
        #expect(try row.value("zone") == "Asia/Tokyo")
        #expect(try row.value("name") == "orchard")
        #expect(try row.value("timeout") == "1500ms")
        await pool.close()

        configuration.onConnect = ["SET ROLE nobody_there"]
        let refused = Pool(configuration)
        let error = await #expect(throws: PostgresError.self) { try await refused.withConnection { _ in } }
        #expect(error?.server?.sqlState == "22023")
        await refused.close()
    }
}
