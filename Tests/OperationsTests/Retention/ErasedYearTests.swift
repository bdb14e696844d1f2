import Documents
import Domain
import FoundationEssentials
import Operations
import Statistics
import TestSupport
import Testing

/// People go by rule, and what was said of their years stays: the figures by the closings, the persons nowhere.
struct ErasedYearTests {
    @Test(arguments: 21...23 as ClosedRange<UInt64>)
    func `closed years say after an erasure what they said, verify, and tell which rows went by which rule`(
        seed: UInt64
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: seed, closing: [])
            let operations = try town.on(RetentionTown.today)
            let years = (2022...RetentionTown.lastOldYear).map { ReportPeriod.year($0) }
            // Until their years are closed nobody goes whose figures would go along.
            #expect(try await operations.retentionPlan(town.root).parts.first?.due == 0)
            for year in years { _ = try await operations.closePeriod(town.karin, year) }
            func said() async throws -> [String] {
                var said: [String] = []
                for year in years {
                    for publication in [false, true] {
                        let whole = try await operations.periodReport(town.karin, year, forPublication: publication)
                        let encoder = JSONEncoder()
                        encoder.outputFormatting = .sortedKeys
                        said.append(String(decoding: try encoder.encode(whole), as: UTF8.self))
                        var writer = CSVWriter(.machines)
                        for row in whole.report.fileRows { writer.write(row) }
                        said.append(String(decoding: writer.take(), as: UTF8.self))
                    }
                }
                return said
            }
            let before = try await said()
            let report = try await operations.runRetention(town.root)
            #expect(report.steps.first { $0.category == .participants }?.subjects == town.due.count)
            #expect(try await said() == before)
            var gone = 0
            for year in years {
                let verdict = try await operations.verifySnapshot(town.karin, year)
                #expect(verdict.holds && verdict.erased.keys.allSatisfy { $0 == "participants" })
                gone += verdict.erased.values.reduce(0) { $0 + $1.count }
            }
            #expect(gone >= town.due.count)
            let after = try await DumpSearch(database)
            for person in town.due {
                for value in person.values { #expect(!after.finds(value), "\(value)") }
            }
            #expect(try await operations.verifyAudit(town.root).isWhole)
        }
    }
}
