import Postgres
import Testing

@Suite struct QueryTests {
    private struct Fruit: RowDecodable, Equatable {
        let number: Int
        let name: String?

        init(number: Int, name: String?) {
            self.number = number
            self.name = name
        }

        init(row: Row) throws {
            number = try row.value("number")
            name = try row.value("name")
        }
    }

    @Test func `rows come back as they went in`() async throws {
        try await withPool { pool in
            try await pool.transaction { connection in
                try await connection.execute("CREATE TABLE fruit (number int PRIMARY KEY, name text)")
                for (number, name) in [(1, "äpple"), (2, nil), (3, "'; DROP TABLE fruit; --")] as [(Int, String?)] {
                    let touched = try await connection.execute("INSERT INTO fruit VALUES (\(number), \(name))")
                    #expect(touched == 1)
                }
            }
            let all = try await pool.withConnection {
                try await $0.query("SELECT name, number FROM fruit ORDER BY number", as: Fruit.self)
            }
            #expect(
                all == [
                    Fruit(number: 1, name: "äpple"), Fruit(number: 2, name: nil),
                    Fruit(number: 3, name: "'; DROP TABLE fruit; --"),
                ])
        }
    }
}
