import Domain
import Operations
import Postgres
import Store
import TestSupport

/// What it takes to close a year: to count it, to settle and audit its published form with the whole programme, and to write
/// every row behind it under its digest; against a dump of the same tables, which is the other way to keep what was said. Each
/// municipality is closed once, since what is settled is remembered.
///
/// `closing [municipalities] [placements in each, …]`
enum ClosingBenchmark {
    static func run(_ arguments: [String]) async throws {
        let numbers = arguments.compactMap { Int($0) }
        let count = numbers.first ?? 3
        var smaller: (placements: Int, seconds: Double)?
        for placements in numbers.count > 1 ? Array(numbers.dropFirst()) : [1_000, 10_000, 100_000] {
            let database = try await ReportData(placements: placements * count, count: count).load()
            let seconds = try await measure(placements, count, database)
            try await database.close()
            if let smaller {
                Figure.print(
                    "growth of a closing, \(placements) placements", seconds, "s", against: smaller.seconds,
                    "\(smaller.placements) placements", ratio: seconds / smaller.seconds,
                    aim: "below \(placements / smaller.placements), as many times as there are more placements")
            }
            smaller = (placements, seconds)
        }
    }

    /// Prints the figures, and answers the seconds that a closing took.
    private static func measure(_ placements: Int, _ count: Int, _ database: TestDatabase) async throws -> Double {
        let pool = Pool(PoolConfiguration(connectionString: database.connectionString(), maximumConnections: 2))
        let operations = Operations(pool: pool, clock: .fixed(try Day(ReportData.year + 2, 1, 15)))
        let clock = ContinuousClock()
        var times: [Double] = []
        for municipality in ReportData(placements: placements * count, count: count).municipalities {
            let actor = Actor(name: "benchmark", role: .coordinator, municipality: try MunicipalityCode(municipality))
            var rows = 0
            times.append(
                seconds(
                    try await clock.measure {
                        rows = try await operations.closePeriod(actor, .year(ReportData.year)).rows
                    }))
            guard rows > placements / 10, try await operations.verifySnapshot(actor, .year(ReportData.year)).holds
            else { throw Figure.WrongAnswer() }
        }
        await pool.close()
        let program = try await TestCluster.shared().program("pg_dump")
        let dump =
            seconds(
                try await clock.measure {
                    _ = try await TestProgram.run([
                        program, "--data-only", "--table=slot", "--table=placement", "--table=participant",
                        "--table=outcome", "--file=/dev/null",
                        "--dbname=\(database.connectionString(user: TestDatabase.ownerRole))",
                    ])
                }) / Double(count)
        let median = Figure.median(times)
        Figure.print(
            "closing a year, \(placements) placements in five", median, "s", against: dump, "pg_dump of the tables",
            ratio: median / dump, aim: "none: what is settled and audited does not grow with the placements")
        return median
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
