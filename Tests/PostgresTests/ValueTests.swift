import FoundationEssentials
import Postgres
import Testing

@Suite struct ValueTests {
    /// Sends a value, lets the server hold it against its own reading of the same, and reads it back.
    private func check<T: PostgresCodable & Equatable>(
        _ connection: Connection, _ cases: (T, SQL)..., sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for (value, written) in cases {
            let row = try await connection.query(
                "SELECT \(value) AS back, \(written) AS theirs, \(value) IS NOT DISTINCT FROM \(written) AS same")
            #expect(try row[0].value("back", as: T.self) == value, sourceLocation: sourceLocation)
            #expect(try row[0].value("theirs", as: T.self) == value, sourceLocation: sourceLocation)
            #expect(try row[0].value("same", as: Bool.self), sourceLocation: sourceLocation)
        }
        let missing = try await connection.value("SELECT \(T?.none)", as: T?.self)
        #expect(missing == nil, sourceLocation: sourceLocation)
    }

    @Test func `truth values`() async throws {
        try await withPool { try await $0.withConnection { try await check($0, (true, "true"), (false, "false")) } }
    }

    @Test func `whole numbers`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await check(connection, (Int16.min, "(-32768)::int2"), (0, "0::int2"), (Int16.max, "32767::int2"))
                try await check(connection, (Int32.min, "(-2147483648)::int4"), (-1, "-1"), (Int32.max, "2147483647"))
                try await check(
                    connection, (Int.min, "(-9223372036854775808)::int8"), (0, "0::int8"),
                    (1_000_000_007, "1000000007::int8"),
                    (Int.max, "9223372036854775807"))
                try await check(connection, (Int64.max, "9223372036854775807"))
            }
        }
    }

    @Test func `real numbers`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await check(
                    connection, (0.1, "0.1::float8"), (-0.0, "'-0'::float8"),
                    (.greatestFiniteMagnitude, "1.7976931348623157e308"),
                    (.leastNonzeroMagnitude, "'5e-324'::float8"), (.infinity, "'inf'::float8"))
                let nothing = try await connection.value("SELECT \(Double.nan)", as: Double.self)
                #expect(nothing.isNaN)
            }
        }
    }

    @Test func `texts`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await check(
                    connection, ("", "''"), ("åäö", "'åäö'"), ("e\u{301}", "U&'e\\0301'"), ("👩‍👩‍👧", "'👩‍👩‍👧'"),
                    ("it's", "'it''s'"), ("\\", "'\\'"), ("$1", "'$1'"),
                    (String(repeating: "ö", count: 100_000), "repeat('ö', 100000)"))
                let kinds = try await connection.query(
                    """
                    SELECT 'a'::varchar(3) AS varchar, 'a'::char(2) AS char, 'a'::name AS name, 'a' AS unknown,
                        '{"a":1}'::json AS json, '{"a":1}'::jsonb AS jsonb
                    """)
                #expect(try kinds[0].value("varchar") == "a")
                #expect(try kinds[0].value("char") == "a ")
                #expect(try kinds[0].value("name") == "a")
                #expect(try kinds[0].value("unknown") == "a")
                #expect(try kinds[0].value("json") == #"{"a":1}"#)
                #expect(try kinds[0].value("jsonb") == #"{"a": 1}"#)
            }
        }
    }

    @Test func `keys, bytes and JSON`() async throws {
        let key = try #require(UUID(uuidString: "018F3C1E-7B2A-7C3D-8E4F-0123456789AB"))
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await check(connection, (key, "'018f3c1e-7b2a-7c3d-8e4f-0123456789ab'::uuid"))
                try await check(
                    connection, ([] as [UInt8], "''::bytea"), ([0, 1, 255, 92, 39], "'\\x0001ff5c27'::bytea"))
                try await check(
                    connection, (JSONText(#"{"å": [1, null]}"#), #"'{"å": [1, null]}'::jsonb"#),
                    (JSONText("null"), "'null'::jsonb"))
            }
        }
    }

    @Test func `moments`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await check(
                    connection, (Date(timeIntervalSince1970: 0), "'1970-01-01 00:00+00'::timestamptz"),
                    (Date(timeIntervalSince1970: 946_684_800), "'2000-01-01 01:00+01'::timestamptz"),
                    (Date(timeIntervalSince1970: 1_773_014_400.5), "'2026-03-09 00:00:00.5+00'::timestamptz"),
                    (Date(timeIntervalSince1970: -62_135_596_800), "'0001-01-01 00:00+00'::timestamptz"))
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.value("SELECT 'infinity'::timestamptz", as: Date.self)
                }
                #expect(error?.description.contains("expected Date") == true)
            }
        }
    }

    @Test func `arrays`() async throws {
        let key = UUID()
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await check(
                    connection, ([], "'{}'::int8[]"), ([1, -2, .max], "'{1,-2,9223372036854775807}'::int8[]"))
                try await check(connection, ([Int32.min], "ARRAY[-2147483648]::int4[]"))
                try await check(connection, ([Int16(7)], "ARRAY[7]::int2[]"))
                try await check(connection, ([1.5, -.infinity], "'{1.5,-inf}'::float8[]"))
                try await check(connection, ([true, false], "'{t,f}'::bool[]"))
                try await check(
                    connection, ([""], #"'{""}'::text[]"#),
                    (["a,b", "\"", "NULL", "{}"], #"'{"a,b","\"","NULL","{}"}'::text[]"#))
                try await check(connection, (["a", nil], "ARRAY['a', NULL]"), ([nil, nil], "'{NULL,NULL}'::text[]"))
                try await check(connection, ([key, key], "ARRAY[\(key), \(key)]"))
                try await check(connection, ([[1, 2], []] as [[UInt8]], "ARRAY['\\x0102', '']::bytea[]"))
                try await check(
                    connection, ([Date(timeIntervalSince1970: 0)], "ARRAY['1970-01-01 00:00+00'::timestamptz]"))
            }
        }
    }

    @Test func `whole numbers of any width read as Int, and never silently wrong`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                let small: Int = try await connection.value("SELECT 7::int2")
                #expect(small == 7)
                #expect(try await connection.value("SELECT -7::int4") == -7)
                #expect(try await connection.value("SELECT sum(n) FROM (VALUES (40::int8), (2)) AS t (n)") == 42)
                #expect(try await connection.value("SELECT 7::int8", as: Int16.self) == 7)
                await #expect(throws: PostgresError.self) { try await connection.value("SELECT 70000", as: Int16.self) }
                await #expect(throws: PostgresError.self) { try await connection.value("SELECT 1.5", as: Int.self) }
                await #expect(throws: PostgresError.self) {
                    try await connection.value("SELECT 1e30::numeric", as: Int.self)
                }
                await #expect(throws: PostgresError.self) { try await connection.value("SELECT '7'", as: Int.self) }
            }
        }
    }

    @Test(arguments: [
        "0", "1", "-1", "10000", "123456789.987654321", "0.00001", "-0.5", "100000000", "1000000000000000000000",
        "0.1234", "9999.9999", "12345678.00001", "0.000000000000001", "10000.0001",
    ])
    func `numerics read as the nearest Double`(written: String) async throws {
        try await withPool { pool in
            let read = try await pool.withConnection {
                try await $0.value("SELECT \(written)::text::numeric", as: Double.self)
            }
            #expect(read == Double(written))
        }
    }

    private enum Colour: String, PostgresCodable, CaseIterable { case red, blue }

    @Test func `an enumeration travels as its raw value, a foreign one is refused without being told`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                for colour in Colour.allCases {
                    let row = try await connection.query("SELECT \(colour) AS colour")[0]
                    #expect(try row.value("colour", as: Colour.self) == colour)
                    #expect(try row.value("colour", as: String.self) == colour.rawValue)
                }
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.value("SELECT 'secret'", as: Colour.self)
                }
                #expect(error?.description.contains("Colour") == true)
                #expect("\(String(reflecting: error))".contains("secret") == false)
            }
        }
    }

    @Test func `an enumeration type of the database reads as text, alone and in arrays`() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                try await connection.batch("CREATE TYPE mood AS ENUM ('glad', 'trött')")
                let mood = try await connection.value("SELECT 'trött'::mood", as: String.self)
                #expect(mood == "trött")
                #expect(
                    try await connection.value("SELECT '{glad,trött}'::mood[]", as: [String].self) == ["glad", "trött"])
            }
        }
    }
}
