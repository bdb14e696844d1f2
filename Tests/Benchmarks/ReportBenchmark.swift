import Domain
import FoundationEssentials
import Operations
import Postgres
import Statistics
import Store
import TestSupport

/// The annual reports of 290 municipalities in turn on one connection: through the program, as its own role under row-level
/// security, and the bare statement of each in `psql`, as a superuser whom no policy holds. Every report is whole, with all
/// its cuts.
///
/// `reports [rounds] [placements …]`, or `reports plan [placements]` for how the server goes about one municipality's.
enum ReportBenchmark {
    static func run(_ arguments: [String]) async throws {
        let numbers = arguments.compactMap { Int($0) }
        if arguments.first == "plan" { return try await plan(ReportData(placements: numbers.first ?? 1_000_000)) }
        let sizes = numbers.count > 1 ? Array(numbers.dropFirst()) : [10_000, 100_000, 1_000_000]
        var smaller: (placements: Int, seconds: Double)?
        for placements in sizes {
            let data = ReportData(placements: placements)
            let database = try await data.load()
            let seconds = try await measure(data, database, rounds: numbers.first ?? 5)
            try await database.close()
            if let smaller {
                let growth = seconds / smaller.seconds
                Figure.print(
                    "growth of the reports, \(placements) placements", seconds, "s", against: smaller.seconds,
                    "\(smaller.placements) placements", ratio: growth,
                    aim: "below \(placements / smaller.placements), as many times as there are more placements")
            }
            smaller = (placements, seconds)
        }
    }

    /// With variables as `psql` writes them.
    private static let bareStatement = Connection.annualStatement(
        FigureParts(municipality: ":'municipality'", from: ":'from'::date", to: ":'to'::date"))

    /// Prints how the server goes about one municipality's report, and how long each part takes it.
    private static func plan(_ data: ReportData) async throws {
        let database = try await data.load()
        let statement = "\(bareStatement)".replacing(":'municipality'", with: "'\(data.municipalities[0])'")
            .replacing(":'from'", with: "'\(ReportData.year)-01-01'").replacing(
                ":'to'", with: "'\(ReportData.year)-12-31'")
        let cluster = try await TestCluster.shared()
        // The first time reads the pages.
        let question = "EXPLAIN (ANALYZE, BUFFERS) \(statement)"
        try await cluster.runScript(question, database: database.name)
        Swift.print(try await cluster.runScript(question, database: database.name))
        try await database.close()
    }

    /// Prints the figures, and answers the seconds that all reports took.
    private static func measure(_ data: ReportData, _ database: TestDatabase, rounds: Int) async throws -> Double {
        let pool = Pool(
            PoolConfiguration(connectionString: database.connectionString(), maximumConnections: 1))
        let operations = Operations(pool: pool)
        let actors = try data.municipalities.map {
            Actor(name: "benchmark", role: .coordinator, municipality: try MunicipalityCode($0))
        }
        var ours: [Double] = []
        var theirs: [Double] = []
        var one: (ours: [Double], theirs: [Double]) = ([], [])
        for _ in 0..<rounds {
            let (counted, seconds) = try await reports(operations, actors)
            let (answered, bare) = try await statements(data, database)
            guard counted == answered else { throw Figure.WrongAnswer() }
            ours.append(seconds.reduce(0, +))
            theirs.append(bare.reduce(0, +))
            one.ours += seconds
            one.theirs += bare
        }
        await pool.close()
        let figures = (ours: Figure.median(ours), theirs: Figure.median(theirs))
        Figure.print(
            "annual reports, \(data.placements) placements, \(actors.count) municipalities", figures.ours, "s",
            against: figures.theirs, "bare statement in psql", ratio: figures.ours / figures.theirs, aim: "at most 1.2")
        let each = (ours: 1_000 * Figure.median(one.ours), theirs: 1_000 * Figure.median(one.theirs))
        Figure.print(
            "one municipality's report, of \(data.placements) placements in \(actors.count)", each.ours, "ms",
            against: each.theirs, "bare statement in psql", ratio: each.ours / each.theirs, aim: "at most 1.2")
        return figures.ours
    }

    /// The number of placements started in the year, and the seconds that each report took.
    private static func reports(_ operations: Operations, _ actors: [Actor]) async throws -> (Int, [Double]) {
        var seconds: [Double] = []
        var started = 0
        for actor in actors {
            let start = ContinuousClock.now
            let report = try await operations.annualReport(actor, year: ReportData.year)
            started += report.total[.started] ?? 0
            seconds.append((ContinuousClock.now - start).seconds)
        }
        return (started, seconds)
    }

    /// The same by `psql`, in the time that it says each statement took: its own start does not count.
    private static func statements(_ data: ReportData, _ database: TestDatabase) async throws -> (Int, [Double]) {
        var script = "\\set from \(ReportData.year)-01-01\n\\set to \(ReportData.year)-12-31\n\\timing on\n"
        for municipality in data.municipalities { script += "\\set municipality \(municipality)\n\(bareStatement);\n" }
        let file = FileManager.default.temporaryDirectory.appending(path: "praktik-reports-\(data.placements).sql")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let psql = try await TestCluster.shared().program("psql")
        let answer = try await TestProgram.run([
            psql, "--no-psqlrc", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", "--file=\(file.path)",
            "--dbname=\(database.connectionString(user: "postgres"))",
        ])
        var seconds: [Double] = []
        var started = 0
        for line in answer.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.first == "Time:", words.count > 1, let milliseconds = Double(words[1]) {
                seconds.append(milliseconds / 1_000)
            }
            // The total: the cut's number, no key and no name, then the counts, with offered, filled and started first.
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.first == "511", cells.count > 3 else { continue }
            let counts = cells[3].dropFirst().dropLast().split(separator: ",")
            if counts.count > 2 { started += Int(counts[2]) ?? 0 }
        }
        return (started, seconds)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
