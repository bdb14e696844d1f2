import Postgres
import Testing

@Suite struct ErrorTests {
    private static let tables: Script = """
        CREATE TABLE person (
            number int CONSTRAINT person_pk PRIMARY KEY,
            name text CONSTRAINT name_given NOT NULL,
            age int CONSTRAINT age_sensible CHECK (age > 0),
            friend int CONSTRAINT friend_known REFERENCES person,
            EXCLUDE USING gist (int4range(age, age, '[]') WITH &&) WHERE (number > 100));
        ALTER TABLE person RENAME CONSTRAINT person_int4range_excl TO ages_apart;
        INSERT INTO person VALUES (1, 'Anna Secretsson', 30, NULL), (101, 'x', 5, NULL);
        """

    static let violations: [(SQL, SQLState, String?)] = [
        ("INSERT INTO person VALUES (1, \("Secretsson"), 1, NULL)", .uniqueViolation, "person_pk"),
        ("INSERT INTO person VALUES (2, \("Secretsson"), -1, NULL)", .checkViolation, "age_sensible"),
        ("INSERT INTO person VALUES (3, \("Secretsson"), 1, 99)", .foreignKeyViolation, "friend_known"),
        ("INSERT INTO person VALUES (102, \("Secretsson"), 5, NULL)", .exclusionViolation, "ages_apart"),
        ("INSERT INTO person VALUES (4, \(String?.none), 1, NULL)", .notNullViolation, nil),
    ]

    @Test func `a violated constraint is told by name, the values only for the debugger`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await connection.batch(Self.tables)
                for (statement, state, constraint) in Self.violations {
                    let error = await #expect(throws: PostgresError.self) { try await connection.execute(statement) }
                    let server = try #require(error?.server)
                    #expect(server.sqlState == state)
                    #expect(server.constraint == constraint)
                    #expect(server.table == "person")
                    #expect(server.severity == "ERROR")
                    let shown = "\(try #require(error))"
                    #expect(shown.contains(state.rawValue))
                    #expect(constraint.map { shown.contains($0) } ?? true)
                    #expect(!shown.contains("Secretsson") && !shown.contains(server.message))
                }
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.execute("SELECT \("Secretsson")::text::int")
                }
                #expect(error.map { "\($0)" }?.contains("Secretsson") == false)
                #expect(error?.debugDescription.contains("Secretsson") == true)
            }
        }
    }

    private struct Wrong: RowDecodable {
        init(row: Row) throws { _ = try row.value("name", as: Int.self, file: "Place.swift", line: 7) }
    }

    static let misfits: [(SQL, String)] = [
        ("SELECT 'secret' AS name", "column name: expected Int, found text (Place.swift:7)"),
        ("SELECT NULL::int AS name", "column name: expected Int, found NULL (Place.swift:7)"),
        ("SELECT 1 AS other", "column name: expected Int, found no such column (Place.swift:7)"),
        ("SELECT '{1}'::int[] AS name", "column name: expected Int, found int4[] (Place.swift:7)"),
    ]

    @Test func `a misfit is told by column, types and place`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                for (statement, text) in Self.misfits {
                    let error = await #expect(throws: PostgresError.self) {
                        try await connection.query(statement, as: Wrong.self)
                    }
                    #expect(error?.description == text)
                }
            }
        }
    }

    @Test func `a call's own place is told`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                let row = try #require(try await connection.query("SELECT 'a' AS name").first)
                let error = #expect(throws: PostgresError.self) { try row.value("name", as: Bool.self) }
                #expect(error?.description.contains("PostgresTests/ErrorTests.swift:\(#line - 1))") == true)
            }
        }
    }

    @Test(arguments: ["SELECT 1 WHERE false", "VALUES (1), (2)", "SELECT 1, 2"] as [SQL])
    func `one value means one row of one column`(statement: SQL) async throws {
        try await withPool { pool in
            await #expect(throws: PostgresError.self) {
                try await pool.withConnection { try await $0.value(statement, as: Int.self) }
            }
        }
    }

    @Test func `an error leaves the connection usable`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                let process = connection.serverProcess
                let error = await #expect(throws: PostgresError.self) { try await connection.execute("SELEKT 1") }
                #expect(error?.server?.sqlState == "42601")
                #expect(error?.server?.position == 1)
                let now = try await connection.value("SELECT pg_backend_pid()", as: Int32.self)
                #expect(now == process)
            }
        }
    }

    @Test func `an answer of many rows arrives whole`() async throws {
        try await withPool { pool in
            let rows = try await pool.withConnection {
                try await $0.query("SELECT n, repeat('ö', 100) AS text FROM generate_series(1, 200000) AS n")
            }
            #expect(rows.count == 200_000)
            #expect(rows.columns == ["n", "text"])
            #expect(try rows[199_999].value("n") == 200_000)
            let sum = try rows.reduce(0) { try $0 + $1.value("n", as: Int.self) }
            #expect(sum == 20_000_100_000)
        }
    }

    @Test func `a large parameter arrives whole`() async throws {
        let bytes = (0..<20_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await withPool { pool in
            let back = try await pool.withConnection { try await $0.value("SELECT \(bytes)", as: [UInt8].self) }
            #expect(back == bytes)
        }
    }
}
