import Domain
import FoundationEssentials
import Operations
import Statistics
import TableGenerator
import TestSupport
import Testing

/// All that a statistician can take out of a year, together.
struct ProgrammeFileTests {
    private static let isLong = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] != nil
    private static let days = [365...729, 365...545, 546...729, 365...484, 485...607, 608...729]

    @Test(arguments: 0..<UInt64(isLong ? 1_000 : 2))
    func `the files of a year do not together tell a small count`(seed: UInt64) async throws {
        let town = RandomTown(seed: seed)
        let periods = PublicationProgramme.periods(of: 2026)
        let (files, wholes) = try await with(town) { operations, karin in
            let anna = Actor(name: "anna", role: .statistician, municipality: karin.municipality)
            var files: [AnnualReport] = []
            var wholes: [AnnualReport] = []
            // What is closed of the year is said, and the rest is settled around it.
            for word in seed % 2 == 0 ? [] : ["2026-T1", "2026-H1"] {
                _ = try await operations.closePeriod(karin, try ReportPeriod(word))
            }
            for period in periods {
                files.append(try await operations.report(anna, period))
                wholes.append(try await operations.report(karin, period))
                // Whoever takes it, and however it is asked for.
                let taken = try await operations.periodReport(karin, period, forPublication: true)
                #expect(taken.report == files.last)
                #expect(period.kind == .year || taken.quality.lateStarts == nil)
            }
            for (term, half) in [(Term.Season.spring, 1), (.autumn, 2)] {
                let report = try await operations.report(anna, .term(Term(term, 2026)))
                #expect(report.parts == files[half].parts && report.suppressed == files[half].suppressed)
            }
            return (files, wholes)
        }
        let homes = zip(periods, Self.days).map { ($0, DayByDayCount(town, $1)) }
        let collector = Collector(files, wholes: wholes) { unit, period in
            guard let number = Int(unit.dropFirst()), let count = homes.first(where: { $0.0 == period })?.1 else {
                return unit
            }
            return "E\(count.home(of: number))"
        }
        #expect(collector.breaches(below: 5) == [])
        #expect(files.contains { !$0.suppressed.isEmpty })
        #expect(files[0].cuts.count == Cut.allCases.count - 1 && files[3].cuts.count == 4)
    }

    private func with<Value: Sendable>(
        _ town: RandomTown, _ body: (Operations, Actor) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.with { database in
            _ = try await TestCluster.shared().runScript(try town.script(), database: database.name)
            let actor = Actor(name: "karin", role: .coordinator, municipality: try MunicipalityCode("1485"))
            let clock = WallClock.fixed(try Day("2027-03-01"))
            return try await body(Operations(pool: database.pool, clock: clock), actor)
        }
    }
}
