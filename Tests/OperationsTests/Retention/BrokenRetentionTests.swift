import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// An erasure is whole or has not been.
struct BrokenRetentionTests {
    @Test(.timeLimit(.minutes(1))) func `one that is killed in the middle has done nothing, and the next does all`()
        async throws
    {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: 15)
            let (operations, cluster) = (try town.on(RetentionTown.today), try await TestCluster.shared())
            _ = try await database.owner.withConnection { connection in
                try await connection.execute(
                    """
                    INSERT INTO accessibility_report (municipality, id, problem, handled_on)
                    VALUES ('1485', uuid_v7(), 'Gammal', '2020-01-02')
                    """)
            }
            let before = try await Rows.of(database)
            try await database.owner.transaction { holder in
                // It comes to reports of faults when the persons are gone.
                _ = try await holder.execute("SELECT FROM accessibility_report FOR UPDATE")
                let running = Task { try await operations.runRetention(town.root) }
                let waiting = "FROM pg_stat_activity WHERE datname = '\(database.name)' AND wait_event_type = 'Lock'"
                while try await cluster.runScript("SELECT pid \(waiting)").isEmpty {}
                _ = try await cluster.runScript("SELECT pg_terminate_backend(pid) \(waiting)")
                await #expect(throws: PostgresError.self) { _ = try await running.value }
            }
            let after = try await Rows.of(database)
            #expect(after == before)
            let report = try await operations.runRetention(town.root)
            #expect(report.steps.map(\.category).contains(.faultReports))
            #expect(report.steps.first?.subjects == town.due.count)
        }
    }

    @Test func `of two at once one erases, and the other is told or finds nothing`() async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: 16)
            let operations = try town.on(RetentionTown.today)
            let codes = try await withThrowingTaskGroup(of: Code?.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        do {
                            return try await operations.runRetention(town.root).code
                        } catch Refusal.retentionUnderWay {
                            return nil
                        }
                    }
                }
                return try await group.reduce(into: [Code?]()) { $0.append($1) }
            }
            #expect(codes.compactMap(\.self) == [try Code("GA-1")])
            let reports = try await operations.retentionReports(town.root)
            #expect(reports.count == 1)
        }
    }
}
