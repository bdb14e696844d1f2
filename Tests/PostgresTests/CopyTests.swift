import FoundationEssentials
import Postgres
import Testing

@Suite struct CopyTests {
    static let awkward: [String?] = [
        "", "plain", nil, "\\N", "\\", "\\\\.", "\\.", "a\tb", "a\nb", "a\r\nb", "\u{8}\u{c}\u{b}", "NULL", "null",
        "'; --",
        "\"", "{}", "{a,b}", "å ä ö Å Ä Ö", "👩‍👩‍👧", "e\u{301}", " leading", "trailing ", "\u{1}", "\u{7f}",
        String(repeating: "x\\\n", count: 100_000),
    ]

    @Test func `awkward texts arrive as they are, singly and in arrays`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TABLE loaded (number int, one text, many text[])")
                let count = try await connection.copy(CopyTarget("loaded", "number", "one", "many")) { writer in
                    for (number, text) in Self.awkward.enumerated() {
                        try await writer.row(number, text, [text, "and", nil])
                    }
                }
                #expect(count == Self.awkward.count)
                let rows = try await connection.query("SELECT one, many FROM loaded ORDER BY number")
                for (row, text) in zip(rows, Self.awkward) {
                    #expect(try row.value("one", as: String?.self) == text)
                    #expect(try row.value("many", as: [String?].self) == [text, "and", nil])
                }
            }
        }
    }

    @Test func `values of every type arrive as they are`() async throws {
        let key = UUID()
        let moments = [-62_135_769_600.123456, -1.5, 0, 951_782_400, 1_772_000_000.000001, 4_102_444_799.999999]
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await connection.execute(
                    """
                    CREATE TABLE loaded (truth bool, small int2, large int8, real float8, key uuid, moment timestamptz,
                        bytes bytea, numbers int8[], json jsonb)
                    """)
                let target = CopyTarget("loaded")
                try await connection.copy(target) { writer in
                    for seconds in moments {
                        try await writer.row(
                            true, Int16.min, Int.min, 0.1, key, Date(timeIntervalSince1970: seconds),
                            [0, 92, 255] as [UInt8], [Int.max, -10, 0], JSONText(#"{"a": "b\\c"}"#))
                    }
                }
                let rows = try await connection.query("SELECT *, json->>'a' AS a FROM loaded ORDER BY moment")
                for (row, seconds) in zip(rows, moments) {
                    #expect(try row.value("truth") == true)
                    #expect(try row.value("small") == Int16.min)
                    #expect(try row.value("large") == Int.min)
                    #expect(try row.value("real") == 0.1)
                    #expect(try row.value("key") == key)
                    let moment: Date = try row.value("moment")
                    #expect(abs(moment.timeIntervalSince1970 - seconds) < 0.00002)
                    #expect(try row.value("bytes") == [0, 92, 255] as [UInt8])
                    #expect(try row.value("numbers") == [Int.max, -10, 0])
                    #expect(try row.value("a") == #"b\c"#)
                }
            }
        }
    }

    @Test func `a row the table refuses leaves nothing, and the connection usable`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TABLE loaded (number int CONSTRAINT small CHECK (number < 90000))")
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.copy(CopyTarget("loaded", "number")) { writer in
                        for number in 0..<100_000 { try await writer.row(number) }
                    }
                }
                #expect(error?.server?.constraint == "small")
                #expect(error?.server?.sqlState == .checkViolation)
                let process = connection.serverProcess
                #expect(try await connection.value("SELECT count(*) FROM loaded", as: Int.self) == 0)
                #expect(connection.serverProcess == process)
            }
        }
    }

    @Test func `a load given up leaves nothing, and the connection usable`() async throws {
        struct EnoughOfIt: Error {}
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TABLE loaded (text text)")
                await #expect(throws: EnoughOfIt.self) {
                    try await connection.copy(CopyTarget("loaded", "text")) { writer in
                        for number in 0..<20_000 { try await writer.row("row number \(number)") }
                        throw EnoughOfIt()
                    }
                }
                #expect(try await connection.value("SELECT count(*) FROM loaded", as: Int.self) == 0)
            }
        }
    }

    @Test func `a load into no such table is refused at once`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.copy(CopyTarget("nowhere")) { _ in Issue.record("must not be called") }
                }
                #expect(error?.server?.sqlState == .undefinedTable)
            }
        }
    }

    @Test func `a cancelled load ends, and leaves nothing`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { try await $0.execute("CREATE TABLE loaded (number int)") }
            let task = Task {
                try await pool.withConnection { connection in
                    try await connection.copy(CopyTarget("loaded", "number")) { writer in
                        for number in 0... {
                            if number == 50_000 { withUnsafeCurrentTask { $0?.cancel() } }
                            try await writer.row(number)
                        }
                    }
                }
            }
            await #expect(throws: PostgresError.self) { try await task.value }
            let count = try await pool.withConnection {
                try await $0.value("SELECT count(*) FROM loaded", as: Int.self)
            }
            #expect(count == 0)
        }
    }

    @Test func `a copy asked for as a query is refused, and its connection is not used again`() async throws {
        try await withPool(connections: 1) { pool in
            for statement in ["COPY (SELECT 1) TO STDOUT", "COPY pg_temp.loaded FROM STDIN"] as [Script] {
                try await pool.withConnection { connection in
                    try await connection.execute("CREATE TEMPORARY TABLE loaded (number int)")
                    await #expect(throws: PostgresError.self) { try await connection.batch(statement) }
                }
            }
            #expect(try await pool.withConnection { try await $0.value("SELECT 1") } == 1)
        }
    }
}
