public import Domain
import Matching

/// The engine alone (`match solve DIRECTORY`): an instance folder in, an answer out; no database, no records.
public struct SolveFolder: Sendable {
    /// As scripts read it (`--format json`).
    public struct Answer: Sendable, Codable {
        public let cardinality: Int
        public let score: Int
        public let certified: Bool
        /// Milliseconds from the instance in memory to the engine's own form of it.
        public let buildMilliseconds: Double
        /// Milliseconds from there to the answer; the check of the certificate not counted.
        public let solveMilliseconds: Double

        enum CodingKeys: String, CodingKey {
            case cardinality, score, certified
            case buildMilliseconds = "build_ms"
            case solveMilliseconds = "solve_ms"
        }
    }

    /// Why a folder is not solved.
    public struct Fault: PhrasedError, Equatable {
        public let phrase: Phrase

        package init(phrase: Phrase) {
            self.phrase = phrase
        }
    }

    public let answer: Answer
    /// The placed pairs, participant and slot, by participant.
    public let pairs: [(participant: Int, slot: Int)]

    /// - Parameter ignoringGroups: put everybody in one priority class.
    public init(directory: String, ignoringGroups: Bool = false, seed: UInt64 = 0) throws(Fault) {
        let instance: Instance
        do {
            instance = try InstanceFolder(directory: directory, ignoringGroups: ignoringGroups).read(seed: seed)
        } catch {
            throw Fault(phrase: error.phrase)
        }
        let clock = ContinuousClock()
        let start = clock.now
        let solver = Solver(instance)
        let built = clock.now
        let solution = solver.solve()
        let solved = clock.now
        do {
            try CertificateCheck.verify(solution, for: instance)
        } catch {
            throw Fault(phrase: MatchFault.notCertified.phrase)
        }
        answer = Answer(
            cardinality: solution.placed, score: solution.score, certified: true,
            buildMilliseconds: Self.milliseconds(built - start),
            solveMilliseconds: Self.milliseconds(solved - built))
        pairs = solution.pairs.map { ($0.agent, $0.seat) }
    }

    /// To a thousandth.
    private static func milliseconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) / 1000
    }
}
