import FoundationEssentials
import Statistics
import TableGenerator
import TestSupport

/// What it takes to decide what is kept back, and to audit it, by size of the tables, against an integer program
/// (OR-tools CP-SAT) of the same problem: time, and what is lost. PRAKTIK_ORACLES names its Python.
enum SuppressionBenchmark {
    private static let rounds = 3
    private static let seconds = 30.0
    /// Above this many numbers, the integer program's model alone takes gigabytes.
    private static let modelLimit = 600_000

    private static let sizes: [(name: String, shape: RandomTables.Shape)] = [
        ("S", .init(departments: [2, 3], periods: 1, isCrossed: true, greatest: 20)),
        ("M", .init(departments: Array(repeating: 6, count: 12), periods: 1, isCrossed: true, greatest: 60)),
        ("L", .init(departments: Array(repeating: 8, count: 10), periods: 5, isCrossed: true, greatest: 60)),
    ]

    static func run(_ arguments: [String]) async throws {
        for (name, shape) in sizes where arguments.isEmpty || arguments.contains(name) {
            let problem = try RandomTables(shape, seed: 7).wholeProblem()
            var times: [Double] = []
            var audits: [Double] = []
            var publication = try Publication(of: problem)
            for _ in 0..<(problem.cells.count > 2_000 ? 1 : rounds) {
                let clock = ContinuousClock()
                times.append(milliseconds(try clock.measure { publication = try Publication(of: problem) }))
                let kept = publication.keptBack + publication.givenUp
                audits.append(milliseconds(clock.measure { _ = DisclosureAudit(of: problem, keptBack: kept) }))
            }
            let loss = publication.loss
            let size = "\(name), \(problem.cells.count) cells"
            let (time, audit) = (Figure.median(times), Figure.median(audits))
            Swift.print(
                "suppression \(size): kept back \(loss.primary) small and \(loss.complementary) others of \(loss.cells); "
                    + "sum \(loss.keptSum) of \(loss.sum); ends shown by fractions only \(publication.unwitnessed)")
            Figure.print(
                "audit \(size)", audit, "ms", against: time, "all", ratio: audit / time, aim: "below 1")
            let numbers = 2 * loss.primary * loss.cells
            guard Oracle.interpreter != nil, numbers <= modelLimit else {
                Swift.print("suppression \(size): \(Figure.short(time)) ms; CP-SAT not asked: \(numbers) numbers")
                continue
            }
            let line = String(decoding: try JSONEncoder().encode(ProblemLine(problem)), as: UTF8.self)
            let answers = try await Oracle.ask("suppression.py", [line], arguments: ["\(seconds)"])
            guard let answer = answers.first.flatMap({ ProblemAnswer($0) }) else { throw Figure.WrongAnswer() }
            guard loss.weight >= answer.bound else { throw Figure.WrongAnswer() }
            Figure.print(
                "suppression \(size)", time, "ms", against: answer.milliseconds, "CP-SAT",
                ratio: time / answer.milliseconds, aim: "below 1")
            let best = Double(answer.weight ?? answer.bound)
            let isOptimum = answer.weight == answer.bound
            Figure.print(
                "loss \(size)", Double(loss.weight), "weight", against: best,
                isOptimum ? "optimum" : "CP-SAT's best in \(Int(seconds)) s, no less than \(answer.bound)",
                ratio: best > 0 ? Double(loss.weight) / best : 1, aim: "1.05")
        }
    }

    private static func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1_000 + Double(duration.components.attoseconds) / 1e15
    }
}
