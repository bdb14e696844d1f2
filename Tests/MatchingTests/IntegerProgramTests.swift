import FoundationEssentials
import Matching
import TestSupport
import Testing

/// A question as the oracle reads it, one a line.
private struct QuestionLine: Encodable {
    let agents: [[Int]]
    let seats: [[Int]]
    let groups: [[Int]]
    let cohorts: [Int]
    let edges: [[Int]]
    let locked: [[Int]]
    let forbidden: [[Int]]
    let previous: [[Int]]
    let keepBonus: Int

    init(_ question: Question) {
        func pairs(_ pairs: [Instance.Pair]) -> [[Int]] { pairs.map { [$0.agent, $0.seat] } }
        agents = question.agents.map { [$0.priority, $0.cohort ?? -1] }
        seats = question.seats.map { [$0.capacity, $0.group ?? -1] }
        groups = question.groups.map { [$0.maximum, $0.minimum, $0.parent ?? -1] }
        cohorts = question.cohorts.map(\.minimum)
        edges = question.edges.map { [$0.agent, $0.seat, $0.score] }
        locked = pairs(question.locked)
        forbidden = pairs(question.forbidden)
        previous = pairs(question.previous)
        keepBonus = question.keepBonus
    }

    var text: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }
}

/// The integer program's optimum of each question, level by level.
private func integerOptimum(_ questions: [Question]) async throws -> [Levels] {
    let answers = try await Oracle.ask("integer_program.py", questions.map { try QuestionLine($0).text })
    return answers.map { Levels(values: $0.split(separator: " ").compactMap { Int($0) }) }
}

@Suite(.enabled(if: Oracle.interpreter != nil, Comment(rawValue: Oracle.absence)))
struct IntegerProgramTests {
    private func questions(_ shape: QuestionShape, _ count: Int, salt: UInt64) -> [Question] {
        (0..<UInt64(count)).map { seed in
            var random = RandomSource(seed ^ salt)
            return Question(shape, &random)
        }
    }

    @Test func `the integer program and exhaustive search agree`() async throws {
        let questions = questions(.small, cases(300, long: 2_000), salt: 0x1DEA)
        let optima = try await integerOptimum(questions)
        try #require(optima.count == questions.count)
        for (seed, question) in questions.enumerated() {
            #expect(optima[seed] == exhaustiveOptimum(question), "seed \(seed)")
        }
    }

    @Test(arguments: [
        (QuestionShape.small, 1_000, 2_000), (QuestionShape.middling, 1_000, 2_000),
    ])
    func `the solver reaches the integer program's optimum`(
        shape: QuestionShape, ordinary: Int, long: Int
    ) async throws {
        let questions = questions(shape, cases(ordinary, long: long), salt: 0x1B)
        let optima = try await integerOptimum(questions)
        try #require(optima.count == questions.count)
        for (seed, question) in questions.enumerated() {
            let instance = try question.instance
            let solution = Solver(instance).solve()
            #expect(Levels(solution.objective) == optima[seed], "seed \(seed)")
            #expect(throws: Never.self, "seed \(seed)") { try CertificateCheck.verify(solution, for: instance) }
        }
    }
}
