import Domain
import Postgres
import Store
import TestSupport
import Testing

/// Whatever the isolation level a client chooses, and however its snapshot lies, a slot is never overfilled.
struct CapacityRaceTests {
    @Test(arguments: [IsolationLevel.readCommitted, .repeatableRead, .serializable])
    func `forty raw clients and five places`(_ isolation: IsolationLevel) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 5, proposed: 40)
            let pool = Pool(
                PoolConfiguration(connectionString: database.connectionString(), maximumConnections: 40))
            let taken = await withTaskGroup(of: Bool.self) { group in
                for placement in town.placements {
                    group.addTask {
                        let outcome = try? await pool.transaction(isolation: isolation, attempts: 1) { connection in
                            _ = try await connection.execute(
                                """
                                SELECT set_config('praktik.municipality', \(town.code), true),
                                    set_config('praktik.role', 'coordinator', true)
                                """)
                            // The snapshot is taken before anybody else has come far.
                            _ = try await connection.execute("SELECT count(*) FROM placement")
                            try await Task.sleep(for: .milliseconds(20))
                            return try await connection.execute(
                                "UPDATE placement SET state = 'accepted', state_on = '2026-01-13' WHERE id = \(placement)"
                            )
                        }
                        return outcome == 1
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            await pool.close()
            let accepted = try await database.owner.withConnection {
                try await $0.value("SELECT count(*) FROM placement WHERE state = 'accepted'", as: Int.self)
            }
            #expect(accepted == taken)
            #expect((1...5).contains(accepted))
            if isolation == .readCommitted { #expect(accepted == 5) }
        }
    }
}
