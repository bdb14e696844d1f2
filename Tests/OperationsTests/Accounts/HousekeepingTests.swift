import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct HousekeepingTests {
    @Test func `a daemon forgets what is over, in every municipality that is known or was come to`() async throws {
        try await AccountTown.use { town in
            try await town.settle("karin")
            _ = try await town.attempt("karin", "fel lösenord här", from: "198.51.100.1")
            try await town.invite("kalle")
            try await town.database.owner.withConnection { connection in
                _ = try await connection.execute(
                    """
                    INSERT INTO api_answer (municipality, account, key, fingerprint, status, headers, body, made_at)
                    VALUES (\(town.code), 'karin', 'gammal', 'f', 200, '{}', '{}', clock_timestamp() - interval '25 hours'),
                        (\(town.code), 'karin', 'ny', 'f', 200, '{}', '{}', clock_timestamp())
                    """)
            }
            // A guess at a municipality that has nothing else here.
            await #expect(throws: Refusal.self) {
                try await town.operations.signIn(
                    municipality: MunicipalityCode("1487"), name: "x", password: "y", from: "198.51.100.2")
            }
            #expect(try await town.count("SELECT count(*) FROM sign_in_count") > 1)
            town.clock.advance(hours: 24 * 40)

            let connection = town.database.connectionString(user: TestDatabase.ownerRole)
            let installation = Installation(application: connection, owner: connection)
            let keeping = Task { await town.operations.keepTidy(installation, every: .milliseconds(20)) }
            var left = 1
            for _ in 0..<1_000 where left > 0 {
                try await Task.sleep(for: .milliseconds(20))
                left = try await town.count("SELECT count(*) FROM sign_in_count")
            }
            keeping.cancel()
            await keeping.value
            // Once a municipality's attempts are gone its transaction is done, and so is the rest of it.
            try await town.operations.tidy(town.code)
            #expect(try await town.count("SELECT count(*) FROM sign_in_count") == 0)
            #expect(try await town.count("SELECT count(*) FROM user_session") == 0)
            #expect(try await town.count("SELECT count(*) FROM account_link") == 0)
            #expect(try await town.count("SELECT count(*) FROM api_answer") == 1)
        }
    }
}
