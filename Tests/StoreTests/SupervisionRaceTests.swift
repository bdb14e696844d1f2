import Domain
import Postgres
import Store
import TestSupport
import Testing

/// Whatever the isolation level a client chooses, and however its snapshot lies, a supervisor gets no more people on a day
/// than they take, over all their slots together.
struct SupervisionRaceTests {
    @Test(arguments: [IsolationLevel.readCommitted, .repeatableRead, .serializable])
    func `two hundred raw clients, three slots, one supervisor who takes two`(_ isolation: IsolationLevel) async throws
    {
        try await TestDatabase.with { database in
            let town = try await SupervisedTown.make(database.pool, proposed: 200)
            let pool = Pool(
                PoolConfiguration(
                    connectionString: database.connectionString(), maximumConnections: 50, maximumWaiting: 1000))
            let errors = await withTaskGroup(of: (any Error)?.self) { group in
                for placement in town.town.placements {
                    group.addTask {
                        do {
                            try await pool.transaction(isolation: isolation, attempts: 1) { connection in
                                try await Self.open(connection, town)
                                // The snapshot is taken before anybody else has come far.
                                _ = try await connection.execute("SELECT count(*) FROM placement")
                                try await Task.sleep(for: .milliseconds(10))
                                try await Self.accept(placement, connection)
                            }
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: [(any Error)?]()) { $0.append($1) }
            }
            await pool.close()
            let accepted = errors.count { $0 == nil }
            #expect(try await Self.peak(database) == accepted)
            #expect((1...2).contains(accepted))
            if isolation == .readCommitted { #expect(accepted == 2) }
            // Whoever was refused was refused by the rule's name, or for a snapshot too old; nobody for standing in a circle.
            for case let error? in errors {
                let server = try #require((error as? PostgresError)?.server)
                #expect(
                    server.constraint == "placement_within_supervision" || server.sqlState == .serializationFailure,
                    "\(server)")
            }
        }
    }

    /// While some accept, a slot comes to the supervisor from another one and the number shrinks.
    @Test(arguments: [IsolationLevel.readCommitted, .repeatableRead, .serializable])
    func `slots that change supervisor and numbers that shrink race with those who accept`(
        _ isolation: IsolationLevel
    ) async throws {
        try await TestDatabase.with { database in
            for _ in 1...5 {
                let pool = Pool(
                    PoolConfiguration(
                        connectionString: database.connectionString(), maximumConnections: 12, maximumWaiting: 100))
                let town = try await SupervisedTown.make(database.pool, slots: 2, capacity: 4, proposed: 8)
                try await database.pool.transaction(for: town.code, by: "test") { connection in
                    _ = try await connection.execute(
                        "UPDATE slot SET supervisor_id = NULL WHERE id = \(town.slots[1])")
                }
                await withTaskGroup(of: Void.self) { group in
                    for placement in town.town.placements {
                        group.addTask {
                            _ = try? await pool.transaction(isolation: isolation, attempts: 1) { connection in
                                try await Self.open(connection, town)
                                _ = try await connection.execute("SELECT count(*) FROM placement")
                                try await Self.accept(placement, connection)
                            }
                        }
                    }
                    group.addTask {
                        _ = try? await pool.transaction(isolation: isolation, attempts: 1) { connection in
                            try await Self.open(connection, town)
                            _ = try await connection.execute(
                                "UPDATE slot SET supervisor_id = \(town.supervisor) WHERE id = \(town.slots[1])")
                        }
                    }
                    group.addTask {
                        _ = try? await pool.transaction(isolation: isolation, attempts: 1) { connection in
                            try await Self.open(connection, town)
                            _ = try await connection.execute("UPDATE supervisor SET capacity = 2")
                        }
                    }
                }
                await pool.close()
                let isKept = try await database.owner.withConnection {
                    try await $0.value(
                        """
                        SELECT count(p.id) <= v.capacity FROM supervisor v JOIN slot s ON s.supervisor_id = v.id
                        LEFT JOIN placement p ON p.slot_id = s.id AND p.state = 'accepted' GROUP BY v.capacity
                        """, as: Bool.self)
                }
                #expect(isKept)
                try await Self.clear(database)
            }
        }
    }

    private static func open(_ connection: Connection, _ town: SupervisedTown) async throws {
        _ = try await connection.execute(
            """
            SELECT set_config('praktik.municipality', \(town.code), true),
                set_config('praktik.role', 'coordinator', true)
            """)
    }

    private static func accept(_ placement: Identifier<Placement>, _ connection: Connection) async throws {
        _ = try await connection.execute(
            "UPDATE placement SET state = 'accepted', state_on = '2026-01-13' WHERE id = \(placement)")
    }

    private static func peak(_ database: TestDatabase) async throws -> Int {
        try await database.owner.withConnection {
            try await $0.value("SELECT count(*) FROM placement WHERE state = 'accepted'", as: Int.self)
        }
    }

    private static func clear(_ database: TestDatabase) async throws {
        try await database.owner.withConnection { connection in
            _ = try await connection.execute(
                """
                TRUNCATE placement_event, placement, wish, participant, person, slot, supervisor, referrer,
                    organisation_unit CASCADE
                """)
        }
    }
}
