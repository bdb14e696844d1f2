import Postgres
import Synchronization
import Testing

@Suite struct TransactionTests {
    private struct Changed: Error {}

    private func makeAccounts(_ pool: Pool) async throws {
        try await pool.withConnection {
            try await $0.batch(
                """
                CREATE TABLE account (number int PRIMARY KEY, amount int NOT NULL);
                INSERT INTO account VALUES (1, 100), (2, 100);
                """)
        }
    }

    private func total(_ pool: Pool) async throws -> Int {
        try await pool.withConnection { try await $0.value("SELECT sum(amount) FROM account") }
    }

    @Test func `what throws is rolled back, and throws on`() async throws {
        try await withPool(connections: 1) { pool in
            try await makeAccounts(pool)
            await #expect(throws: Changed.self) {
                try await pool.transaction { connection in
                    try await connection.execute("UPDATE account SET amount = 0")
                    throw Changed()
                }
            }
            #expect(try await total(pool) == 200)
        }
    }

    @Test(arguments: IsolationLevel.allCases, [true, false])
    func `a transaction is as it was asked for`(level: IsolationLevel, readOnly: Bool) async throws {
        try await withPool { pool in
            let shown = try await pool.transaction(isolation: level, readOnly: readOnly) { connection in
                #expect(connection.isInTransaction)
                let isolation = try await connection.value("SHOW transaction_isolation", as: String.self)
                let mode = try await connection.value("SHOW transaction_read_only", as: String.self)
                return (isolation, mode)
            }
            #expect(shown.0 == level.rawValue.lowercased())
            #expect(shown.1 == (readOnly ? "on" : "off"))
        }
    }

    @Test func `an error the body swallows still fails the transaction`() async throws {
        try await withPool { pool in
            try await makeAccounts(pool)
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { connection in
                    try await connection.execute("UPDATE account SET amount = 0")
                    _ = try? await connection.execute("INSERT INTO account VALUES (1, 1)")
                }
            }
            #expect(error?.server?.sqlState == .uniqueViolation)
            #expect(try await total(pool) == 200)
        }
    }

    @Test func `a deferred constraint fails at the commit`() async throws {
        try await withPool { pool in
            try await pool.withConnection {
                try await $0.batch(
                    "CREATE TABLE lone (number int CONSTRAINT only_one UNIQUE DEFERRABLE INITIALLY DEFERRED)")
            }
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { try await $0.execute("INSERT INTO lone VALUES (1), (1)") }
            }
            #expect(error?.server?.constraint == "only_one")
        }
    }

    @Test(arguments: [IsolationLevel.repeatableRead, .serializable])
    func `of two that cross, the one that fails is tried again`(level: IsolationLevel) async throws {
        try await withPool { pool in
            try await makeAccounts(pool)
            let attempts = Notes()
            let met = [Gate(), Gate()]
            func add(_ amount: Int, mine: Int) async throws {
                try await pool.transaction(isolation: level) { connection in
                    attempts.enter()
                    let sum = try await connection.value("SELECT sum(amount) FROM account", as: Int.self)
                    met[mine].open()
                    await met[1 - mine].wait()
                    try await connection.execute(
                        "UPDATE account SET amount = \(sum + amount)::int - 100 WHERE number = 1")
                }
            }
            async let one: Void = add(1, mine: 0)
            async let other: Void = add(10, mine: 1)
            try await one
            try await other
            #expect(try await total(pool) == 211)
            #expect(attempts.count.load(ordering: .relaxed) >= 3)
        }
    }

    @Test func `many serializable transactions on one row are all done, each once`() async throws {
        try await withPool(connections: 8) { pool in
            try await makeAccounts(pool)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await pool.transaction(isolation: .serializable, attempts: 100) { connection in
                            let sum = try await connection.value("SELECT sum(amount) FROM account", as: Int.self)
                            try await connection.execute(
                                "UPDATE account SET amount = \(sum - 99)::int WHERE number = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await total(pool) == 200 + 40)
        }
    }

    @Test func `a serialization failure without attempts left is told`() async throws {
        try await withPool { pool in
            try await makeAccounts(pool)
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction(isolation: .repeatableRead, attempts: 1) { connection in
                    _ = try await connection.query("SELECT * FROM account")
                    try await pool.transaction { try await $0.execute("UPDATE account SET amount = amount + 1") }
                    try await connection.execute("UPDATE account SET amount = 0")
                }
            }
            #expect(error?.server?.sqlState == .serializationFailure)
        }
    }

    @Test func `the victim of a deadlock is tried again, also when the body hides the error`() async throws {
        try await withPool { pool in
            try await makeAccounts(pool)
            let attempts = Notes()
            let met = [Gate(), Gate()]
            func move(first: Int, second: Int) async throws {
                let tries = Notes()
                try await pool.transaction { connection in
                    attempts.enter()
                    try await connection.execute("UPDATE account SET amount = amount + 1 WHERE number = \(first)")
                    if tries.isFirst() {
                        met[first - 1].open()
                        await met[second - 1].wait()
                    }
                    do {
                        try await connection.execute("UPDATE account SET amount = amount + 1 WHERE number = \(second)")
                    } catch {
                        throw Changed()
                    }
                }
            }
            async let one: Void = move(first: 1, second: 2)
            async let other: Void = move(first: 2, second: 1)
            try await one
            try await other
            #expect(try await total(pool) == 204)
            #expect(attempts.count.load(ordering: .relaxed) == 3)
        }
    }

    @Test func `a transaction whose task is cancelled before its end is rolled back`() async throws {
        try await withPool(connections: 1) { pool in
            try await makeAccounts(pool)
            let task = Task {
                try await pool.transaction { connection in
                    try await connection.execute("UPDATE account SET amount = 0")
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error.map { if case .cancelled = $0 { true } else { false } } == true)
            #expect(try await total(pool) == 200)
        }
    }
}
