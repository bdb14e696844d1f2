import Postgres
import Testing

@Suite struct StatementTests {
    @Test func `a statement is prepared once a connection, and no more than 256 are kept`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                for round in 0..<3 {
                    for number in 0..<50 {
                        let sum = try await connection.value("SELECT \(number) + \(round)", as: Int.self)
                        #expect(sum == number + round)
                    }
                }
                let prepared: SQL = "SELECT count(*) FROM pg_prepared_statements"
                #expect(try await connection.value(prepared) == 2)
                for number in 0..<300 {
                    let columns = SQL.joined((0...number).map { _ in "\(1)" }, by: "+")
                    #expect(try await connection.value("SELECT \(columns)") == number + 1)
                }
                #expect(try await connection.value(prepared) == 256)
            }
        }
    }

    @Test func `the same text with other types is another statement`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                func type(_ value: some PostgresEncodable) async throws -> String {
                    try await connection.value("SELECT pg_typeof(\(value))::text")
                }
                for _ in 0..<3 {
                    #expect(try await type(1) == "bigint")
                    #expect(try await type(Int32(1)) == "integer")
                    #expect(try await type("a") == "text")
                    #expect(try await type(Int16?.none) == "smallint")
                }
                let kept = try await connection.value("SELECT count(*) FROM pg_prepared_statements", as: Int.self)
                #expect(kept == 2)
            }
        }
    }

    @Test func `a table that changes under a prepared statement goes unnoticed`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                try await connection.execute("CREATE TABLE fruit AS SELECT 1 AS number")
                let all: SQL = "SELECT * FROM fruit"
                #expect(try await connection.query(all).columns == ["number"])
                try await connection.execute("ALTER TABLE fruit ADD COLUMN name text")
                #expect(try await connection.query(all).columns == ["number", "name"])
                try await connection.execute("ALTER TABLE fruit ALTER COLUMN number TYPE text")
                #expect(try await connection.query(all)[0].value("number") == "1")
            }
            let all: SQL = "SELECT * FROM fruit"
            try await pool.withConnection { try await $0.execute("ALTER TABLE fruit DROP COLUMN name") }
            let columns = try await pool.transaction { try await $0.query(all).columns }
            #expect(columns == ["number"])
        }
    }

    @Test func `statements the server has forgotten are prepared anew`() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { connection in
                let one: Int = try await connection.value("SELECT 1")
                try await connection.batch("DEALLOCATE ALL")
                let again: Int = try await connection.value("SELECT 1")
                #expect(one == 1 && again == 1)
            }
            try await pool.withConnection { try await $0.batch("DEALLOCATE ALL") }
            let inside = try await pool.transaction { try await $0.value("SELECT 1", as: Int.self) }
            #expect(inside == 1)
        }
    }
}
