import Postgres
import TestSupport
import Testing

/// A transaction that opens with its first statement, and one that only reads and ends without being waited for.
@Suite struct OpeningTests {
    private struct Changed: Error {}

    private func isFit(_ pool: Pool) async throws -> Bool {
        try await pool.withConnection { try await $0.value("SELECT 1", as: Int.self) } == 1
    }

    private let setting: SQL = "SELECT set_config('praktik.tried', \("yes"), true)"
    private let shown: SQL = "SELECT coalesce(current_setting('praktik.tried', true), '')"

    @Test(arguments: [true, false])
    func `what opens a transaction holds in it from the first statement, and not beyond`(
        readOnly: Bool
    ) async throws {
        try await withPool(connections: 1) { pool in
            for _ in 0..<3 {
                let inside = try await pool.transaction(readOnly: readOnly, opening: [setting]) {
                    connection in
                    try await connection.value(shown, as: String.self)
                }
                #expect(inside == "yes")
                try await pool.withConnection { connection in
                    #expect(!connection.isInTransaction)
                    let outside = try await connection.value(shown, as: String.self)
                    let mode = try await connection.value("SHOW transaction_read_only", as: String.self)
                    #expect(outside == "" && mode == "off")
                }
            }
        }
    }

    private struct Answer: RowDecodable {
        let setting: String

        init(row: Row) throws { setting = try row.value("setting") }
    }

    @Test func `a query with its settings is one transaction, of its own`() async throws {
        try await withPool(connections: 1) { pool in
            let asked: SQL = "SELECT coalesce(current_setting('praktik.tried', true), '') AS setting"
            for round in 0..<4 {
                let answer = try await pool.queryFirst(asked, as: Answer.self, opening: [setting])
                #expect(answer?.setting == "yes")
                let outside = try await pool.withConnection { try await $0.value(shown, as: String.self) }
                #expect(outside == "")
                if round == 1 { try await pool.withConnection { try await $0.batch("DEALLOCATE ALL") } }
            }
            await #expect(throws: PostgresError.self) {
                try await pool.queryFirst(asked, as: Answer.self, opening: ["SELECT 1 / 0"])
            }
            let isGood = try await isFit(pool)
            #expect(isGood)
        }
    }

    @Test func `a transaction without a statement asks the server nothing`() async throws {
        try await withPool(connections: 1) { pool in
            let answer = try await pool.transaction(opening: ["SELECT 1 / 0"]) { connection in
                #expect(connection.isInTransaction)
                return 7
            }
            #expect(answer == 7)
            await #expect(throws: Changed.self) {
                try await pool.transaction(opening: ["SELECT 1 / 0"]) { _ in throw Changed() }
            }
            let isGood = try await isFit(pool)
            #expect(isGood)
        }
    }

    @Test(arguments: [true, false])
    func `an opening that fails fails the transaction, swallowed or not`(readOnly: Bool) async throws {
        try await withPool(connections: 1) { pool in
            for _ in 0..<3 {
                let error = await #expect(throws: PostgresError.self) {
                    try await pool.transaction(readOnly: readOnly, opening: ["SELECT 1 / 0"]) { connection in
                        _ = try? await connection.query("SELECT 1")
                        _ = try? await connection.query("SELECT 2")
                    }
                }
                #expect(error?.server?.sqlState == "22012")
                let isGood = try await isFit(pool)
                #expect(isGood)
            }
        }
    }

    @Test(arguments: [true, false])
    func `a failing statement the body swallows still fails a transaction that only reads`(
        isKnown: Bool
    ) async throws {
        try await withPool(connections: 1) { pool in
            let failing: SQL = "SELECT 1 / \(0)"
            if isKnown {
                _ = try? await pool.withConnection { try await $0.query(failing) }
                _ = try? await pool.transaction(readOnly: true) { try await $0.query("SELECT 1") }
            }
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction(readOnly: true) { connection in
                    _ = try? await connection.query(failing)
                }
            }
            #expect(error?.server?.sqlState == "22012")
        }
    }

    @Test func `a script or a bulk load that comes first is in the transaction`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { try await $0.batch("CREATE TABLE fruit (name text)") }
            await #expect(throws: Changed.self) {
                try await pool.transaction(opening: [setting]) { connection in
                    try await connection.batch("INSERT INTO fruit VALUES (current_setting('praktik.tried'))")
                    throw Changed()
                }
            }
            await #expect(throws: Changed.self) {
                try await pool.transaction(opening: [setting]) { connection in
                    _ = try await connection.copy(CopyTarget("fruit", "name")) { try await $0.row("pear") }
                    #expect(try await connection.value("SELECT count(*) FROM fruit", as: Int.self) == 1)
                    throw Changed()
                }
            }
            #expect(
                try await pool.withConnection { try await $0.value("SELECT count(*) FROM fruit") } == 0)
        }
    }

    @Test func `a change right after a transaction that only read is one of its own`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                try await connection.batch("CREATE TABLE fruit (name text)")
                for number in 1...20 {
                    let before = try await connection.transaction(isolation: .repeatableRead, readOnly: true) {
                        try await $0.value("SELECT count(*) FROM fruit", as: Int.self)
                    }
                    #expect(before == number - 1)
                    if number % 2 == 0 {
                        try await connection.execute("INSERT INTO fruit VALUES ('pear')")
                    } else {
                        try await connection.batch("INSERT INTO fruit VALUES ('plum')")
                    }
                }
            }
        }
    }

    @Test func `statements forgotten between transactions that only read are prepared anew`()
        async throws
    {
        try await withPool(connections: 1) { pool in
            func read() async throws -> String {
                try await pool.transaction(readOnly: true, opening: [setting]) { try await $0.value(shown) }
            }
            for _ in 0..<3 {
                #expect(try await read() == "yes")
                try await pool.withConnection { try await $0.batch("DEALLOCATE ALL") }
            }
            #expect(try await read() == "yes")
        }
    }

    @Test func `a session ended after such a transaction is not given out again`() async throws {
        try await withPool(connections: 1) { pool in
            let cluster = try await TestCluster.shared()
            for pause in [0, 5] {
                let process = try await pool.transaction(readOnly: true) { connection in
                    _ = try await connection.query("SELECT 1")
                    return connection.serverProcess
                }
                try await cluster.runScript("SELECT pg_terminate_backend(\(process), 5000)")
                try await Task.sleep(for: .milliseconds(pause))
                let isGood = try await isFit(pool)
                #expect(isGood)
            }
        }
    }

    @Test func `a cancelled first statement leaves the connection as good as before`() async throws {
        try await withPool(connections: 1) { pool in
            for _ in 0..<3 {
                let task = Task {
                    try await pool.transaction(readOnly: true, opening: [setting]) {
                        try await $0.execute("SELECT pg_sleep(30)")
                    }
                }
                try await Task.sleep(for: .milliseconds(50))
                task.cancel()
                let error = await #expect(throws: PostgresError.self) { try await task.value }
                #expect(error.map { if case .cancelled = $0 { true } else { false } } == true)
                #expect(try await pool.withConnection { try await $0.value(shown, as: String.self) } == "")
            }
        }
    }

    /// Against a model that knows only what a transaction is: random ones, one after the other on one connection.
    @Test(arguments: 0..<20)
    func `whatever comes after what, each does its own`(seed: UInt64) async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { try await $0.batch("CREATE TABLE pile (n int)") }
            var random = Seeded(seed)
            var height = 0
            for _ in 0..<60 {
                let count = Int.random(in: 0...3, using: &random)
                let isKept = Bool.random(using: &random)
                let asText = Bool.random(using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    let seen = try await pool.transaction(isolation: .repeatableRead, readOnly: true) {
                        connection in
                        var seen = height
                        for _ in 0..<count { seen = try await connection.value("SELECT count(*) FROM pile") }
                        return seen
                    }
                    #expect(seen == height)
                case 1:
                    try? await pool.transaction { connection in
                        for _ in 0..<count {
                            if asText {
                                try await connection.batch("INSERT INTO pile VALUES (1)")
                            } else {
                                try await connection.execute("INSERT INTO pile VALUES (\(1))")
                            }
                        }
                        guard isKept else { throw Changed() }
                    }
                    if isKept { height += count }
                case 2:
                    await #expect(throws: PostgresError.self) {
                        try await pool.transaction(readOnly: isKept) { connection in
                            if asText { _ = try await connection.query("SELECT 1") }
                            _ = try await connection.query("SELECT \(count) / 0")
                        }
                    }
                default:
                    let seen = try await pool.withConnection { connection in
                        try await connection.value("SELECT count(*) FROM pile", as: Int.self)
                    }
                    #expect(seen == height)
                }
            }
        }
    }
}

/// Numbers that come the same way each time (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
