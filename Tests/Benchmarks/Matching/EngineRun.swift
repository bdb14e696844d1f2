import FoundationEssentials

/// One run of the program as its users run it: `praktik match solve`, a process of its own.
struct EngineRun {
    private struct Answer: Decodable {
        let cardinality: Int
        let score: Int
        let certified: Bool
        let buildMilliseconds: Double
        let solveMilliseconds: Double

        enum CodingKeys: String, CodingKey {
            case cardinality, score, certified
            case buildMilliseconds = "build_ms"
            case solveMilliseconds = "solve_ms"
        }
    }

    /// It answered with an error, or with what is not proven.
    struct Refused: Error {
        let arguments: [String]
    }

    let placed: Int
    let score: Int
    /// Seconds from arrays in memory to the answer, as it counts for the peers.
    let total: Double
    /// Of the whole process, the reading of the files and the check of the answer too.
    let peakMegabytes: Double

    init(_ program: String, _ folder: String, _ options: [String]) throws {
        let arguments = ["match", "solve", folder, "--format", "json"] + options
        let child = try ChildProcess([program] + arguments)
        let output = child.readToEnd()
        let end = child.end()
        guard end.status == 0, let answer = try? JSONDecoder().decode(Answer.self, from: Data(output.utf8)),
            answer.certified
        else { throw Refused(arguments: arguments) }
        placed = answer.cardinality
        score = answer.score
        total = (answer.buildMilliseconds + answer.solveMilliseconds) / 1000
        peakMegabytes = end.peakMegabytes
    }
}
