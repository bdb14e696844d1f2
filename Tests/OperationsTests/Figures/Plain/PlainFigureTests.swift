import Domain
import FoundationEssentials
import Operations
import Statistics
import TestSupport
import Testing

/// The program's figures against a second implementation: plain SQL, written from the rule texts alone.
struct PlainFigureTests {
    /// So many municipalities; 1,000 under `PRAKTIK_LONG`.
    private static let towns = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] == nil ? 25 : 1_000
    /// So many in one database.
    private static let together = 25

    @Test(arguments: 0..<(towns / together))
    func `plain SQL from the rule texts agrees with every figure of every cut`(batch: Int) async throws {
        try await TestDatabase.with { database in
            var questions: [PlainFigures.Question] = []
            for place in 0..<Self.together {
                let number = batch * Self.together + place
                let code = "\(1_000 + number)"
                let script = try RandomTown(seed: 10_000 + UInt64(number)).script().replacing(
                    "'1485'", with: "'\(code)'")
                try await TestCluster.shared().runScript(script, database: database.name)
                questions += try Self.periods(number).map { .init(municipality: code, period: $0) }
            }
            try await TestCluster.shared().runScript(PlainFigures.text("wide") + "ANALYZE;", database: database.name)
            let plain = try await PlainFigures.count(questions, in: database)
            #expect(plain.values.count > 10_000)
            let operations = Operations(pool: database.pool)
            for question in questions {
                let actor = Actor(
                    name: "karin", role: .coordinator, municipality: try MunicipalityCode(question.municipality))
                let found = plain.disagreements(with: try await operations.report(actor, question.period), question)
                #expect(found.isEmpty, "\(found.count): \(found.prefix(5).joined(separator: "; "))")
            }
        }
    }

    /// A year, and three of its parts or of other years; over the municipalities all kinds.
    private static func periods(_ number: Int) throws -> [ReportPeriod] {
        let from = try Day("2025-11-01").adding(number * 7 % 400)
        let parts: [ReportPeriod] = [
            .half(2026, 1), .tertial(2026, 1), .term(try Term(.spring, 2026)), .half(2026, 2), .tertial(2026, 2),
            .term(try Term(.autumn, 2026)), .year(2025), .tertial(2026, 3), .half(2025, 2), .year(2027),
        ]
        return [
            .year(2026), parts[number % parts.count], parts[(number / 3 + 4) % parts.count],
            .range(try Period(from: from, to: from.adding(number % 90))),
        ].reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
