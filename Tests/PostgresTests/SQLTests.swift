import Postgres
import Testing

@Suite struct SQLTests {
    static let hostile = [
        "'; DROP TABLE fruit; --", "\" OR \"\"=\"", "$1", "$2", "\\'", "%s", "0; SELECT pg_sleep(100)", "--", "/*",
        "\u{2019}",
    ]

    @Test(arguments: hostile) func `a value never becomes SQL`(text: String) async throws {
        let statement: SQL = "SELECT \(text) AS text, \(7) AS number WHERE \(text) = \(text)"
        #expect(statement.description == "SELECT $1 AS text, $2 AS number WHERE $3 = $4")
        try await withPool { pool in
            let row = try await pool.withConnection { try #require(try await $0.query(statement).first) }
            #expect(try row.value("text") == text)
            #expect(try row.value("number") == 7)
        }
    }

    @Test func `fragments bring their values along`() async throws {
        let first: SQL = "number > \(1)"
        let second: SQL = "name = \("b") AND \(first)"
        let conditions = SQL.joined([first, second, "true"], by: " AND ")
        let whole: SQL = "SELECT number FROM (VALUES (1, 'a'), (2, 'b')) AS t (number, name) WHERE \(conditions)"
        #expect(
            whole.description == "SELECT number FROM (VALUES (1, 'a'), (2, 'b')) AS t (number, name)"
                + " WHERE number > $1 AND name = $2 AND number > $3 AND true")
        let ordered = whole + " ORDER BY \(raw: "number") LIMIT \(10)"
        #expect(ordered.description.hasSuffix(" ORDER BY number LIMIT $4"))
        try await withPool { pool in
            let number: Int = try await pool.withConnection { try await $0.value(ordered) }
            #expect(number == 2)
        }
    }

    @Test func `no fragment is nothing`() {
        #expect(SQL.joined([], by: ", ").description == "")
    }

    @Test func `the description never shows a value`() {
        let statement: SQL = "SELECT \("secret")"
        #expect(!"\(statement)".contains("secret"))
    }

    @Test func `a hundred values keep their order`() async throws {
        let list = SQL.joined((0..<100).map { "\($0)" }, by: ", ")
        try await withPool { pool in
            let numbers = try await pool.withConnection { try await $0.value("SELECT ARRAY[\(list)]", as: [Int].self) }
            #expect(numbers == Array(0..<100))
        }
    }
}
