import Domain
import FoundationEssentials
import Operations
import Postgres
import Statistics
import Store
import TestSupport

/// The annual reports of 290 municipalities in turn on one connection: through the program, as its own role under row-level
/// security, and the bare statement of each in `psql`, as a superuser whom no policy holds.
///
/// `reports [rounds] [placements …]`
enum ReportBenchmark {
    static func run(_ arguments: [String]) async throws {
        let numbers = arguments.compactMap { Int($0) }
        let sizes = numbers.count > 1 ? Array(numbers.dropFirst()) : [10_000, 100_000, 1_000_000]
        for placements in sizes {
            let data = ReportData(placements: placements)
            let database = try await data.load()
            try await measure(data, database, rounds: numbers.first ?? 5)
            try await database.close()
        }
    }

    private static func measure(_ data: ReportData, _ database: TestDatabase, rounds: Int) async throws {
        let pool = Pool(
            PoolConfiguration(connectionString: database.connectionString(), maximumConnections: 1))
        let operations = Operations(pool: pool)
        let actors = try data.municipalities.map {
            Actor(name: "benchmark", role: .coordinator, municipality: try MunicipalityCode($0))
        }
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<rounds {
            let (counted, seconds) = try await reports(operations, actors)
            let (answered, bare) = try await statements(data, database)
            guard counted == answered else { throw Figure.WrongAnswer() }
            ours.append(seconds)
            theirs.append(bare)
        }
        await pool.close()
        let figures = (ours: Figure.median(ours), theirs: Figure.median(theirs))
        Figure.print(
            "annual reports, \(data.placements) placements, \(actors.count) municipalities", figures.ours, "s",
            against: figures.theirs, "bare statement in psql", ratio: figures.ours / figures.theirs, aim: "at most 1.2")
    }

    /// The number of placements started in the year, and the seconds it took.
    private static func reports(_ operations: Operations, _ actors: [Actor]) async throws -> (Int, Double) {
        let start = ContinuousClock.now
        var started = 0
        for actor in actors {
            let report = try await operations.annualReport(actor, year: ReportData.year)
            started += report.total[.started] ?? 0
        }
        return (started, (ContinuousClock.now - start).seconds)
    }

    /// The same by `psql`, in the time that it says each statement took: its own start does not count.
    private static func statements(_ data: ReportData, _ database: TestDatabase) async throws -> (Int, Double) {
        let statement = Connection.annualStatement(
            FigureParts(municipality: ":'municipality'", from: ":'from'::date", to: ":'to'::date"))
        var script = "\\set from \(ReportData.year)-01-01\n\\set to \(ReportData.year)-12-31\n\\timing on\n"
        for municipality in data.municipalities { script += "\\set municipality \(municipality)\n\(statement);\n" }
        let file = FileManager.default.temporaryDirectory.appending(path: "praktik-reports-\(data.placements).sql")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let psql = try await TestCluster.shared().program("psql")
        let answer = try await TestProgram.run([
            psql, "--no-psqlrc", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", "--file=\(file.path)",
            "--dbname=\(database.connectionString(user: "postgres"))",
        ])
        var milliseconds = 0.0
        var started = 0
        for line in answer.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.first == "Time:", words.count > 1 { milliseconds += Double(words[1]) ?? 0 }
            // The total: the cut's number, no key and no name, then the counts, with offered, filled and started first.
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.first == "511", cells.count > 3 else { continue }
            let counts = cells[3].dropFirst().dropLast().split(separator: ",")
            if counts.count > 2 { started += Int(counts[2]) ?? 0 }
        }
        return (started, milliseconds / 1_000)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
