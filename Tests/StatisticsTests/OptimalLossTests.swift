import FoundationEssentials
import Statistics
import TableGenerator
import TestSupport
import Testing

@Suite(.enabled(if: Oracle.interpreter != nil, Comment(rawValue: Oracle.absence)))
struct OptimalLossTests {
    /// No test of a heuristic can say that it is never far off; that it is never better than the best says that both mean
    /// the same by a problem.
    @Test func `the loss is near the integer program's, and never below it`() async throws {
        let isLong = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] != nil
        let problems = try (0..<UInt64(isLong ? 400 : 20)).map { seed in
            let tables = isLong && seed % 2 == 0 ? RandomTables.small(seed) : RandomTables.tiny(seed)
            return try tables.afterAnEarlierPublication(of: [1])
        }
        let lines = try problems.map { String(decoding: try JSONEncoder().encode(ProblemLine($0)), as: UTF8.self) }
        let answers = try await Oracle.ask("suppression.py", lines, arguments: [isLong ? "30" : "10"]).map {
            try #require(ProblemAnswer($0))
        }
        try #require(answers.count == problems.count)
        var ratios: [Double] = []
        for (seed, problem) in problems.enumerated() {
            let ours = try Publication(of: problem).loss.weight
            #expect(ours >= answers[seed].bound, "seed \(seed)")
            guard answers[seed].weight == answers[seed].bound else { continue }
            ratios.append(answers[seed].bound == 0 ? 1 : Double(ours) / Double(answers[seed].bound))
        }
        try #require(ratios.count > problems.count / 2)
        let mean = ratios.reduce(0, +) / Double(ratios.count)
        let exact = ratios.count { $0 == 1 }
        print(
            "Loss against the optimum of \(ratios.count) sets of tables: mean \(mean), worst \(ratios.max() ?? 1), "
                + "\(exact) at the optimum, \(problems.count - ratios.count) without a proof in the time")
        #expect(mean < 1.1)
    }
}
