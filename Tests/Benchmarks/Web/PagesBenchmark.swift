import FoundationEssentials
import TestSupport

/// The daemon as its visitors meet it: `praktik serve` as it was built (`swift build --configuration release`), on a database
/// with the placements of some years, asked by `wrk` with a session's cookie or a program's token.
///
/// `pages [seconds a measurement] [rounds]`
enum PagesBenchmark {
    /// Of each municipality.
    static let placements = 1_000

    static func run(_ arguments: [String]) async throws {
        try await WebLoad.requireTool()
        let seconds = arguments.first.flatMap { Int($0) } ?? 2
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        var towns: [Town] = []
        for count in [1, 30, 290] {
            Figure.note("filling a database with \(count) municipalities")
            towns.append(try await Town.make(among: count))
        }
        if let largest = towns.last {
            try await StartMeasurement.run(largest.database, rounds: rounds)
            try await CompositeMeasurement.run(largest, seconds: seconds, rounds: rounds)
        }
        try await TownsMeasurement.run(towns, seconds: seconds, rounds: rounds)
        for town in towns { try await town.database.close() }
    }
}

/// A municipality among so many in a database, with somebody signed in to it.
struct Town: Sendable {
    let count: Int
    let database: TestDatabase
    let visitor: WebVisitor

    static func make(among count: Int) async throws -> Town {
        let data = ReportData(placements: PagesBenchmark.placements * count, count: count)
        let database = try await data.load()
        let visitor = try await WebVisitor.coordinator(database, data.municipalities[count / 2])
        return Town(count: count, database: database, visitor: visitor)
    }
}
