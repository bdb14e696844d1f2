public import Domain
import Matching

/// The engine alone (`match solve DIRECTORY`): an instance folder in, an answer out; no database, no records.
public struct SolveFolder: Sendable {
    /// As scripts read it (`--format json`).
    public struct Answer: Sendable, Codable {
        public let cardinality: Int
        /// With the bonuses for previous pairs kept.
        public let score: Int
        /// How many persons lack in the wanted minima of supervisors, departments and referrers.
        public let shortfall: Int
        /// Proven by the independent check: of an optimal result that no better exists, of a stable one that every rule is
        /// kept and no pair blocks it. What is not proven is not answered.
        public let certified: Bool
        /// Milliseconds from the instance in memory to the engine's own form of it.
        public let buildMilliseconds: Double
        /// Milliseconds from there to the answer; the check of the certificate not counted.
        public let solveMilliseconds: Double

        enum CodingKeys: String, CodingKey {
            case cardinality, score, shortfall, certified
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

    /// - Parameters:
    ///   - ignoringGroups: put everybody in one priority class.
    ///   - stable: find the stable result that is best for the participants, instead of the optimal one.
    ///   - keepBonus: the points that keeping a previous pair adds, 0…1000.
    public init(
        directory: String, ignoringGroups: Bool = false, stable: Bool = false, keepBonus: Int = 0, seed: UInt64 = 0
    ) throws(Fault) {
        guard Limits.score.contains(keepBonus) else { throw Fault(phrase: Self.keepBonusOutOfRange) }
        let contents: FolderContents
        do {
            contents = try InstanceFolder(
                directory: directory, ignoringGroups: ignoringGroups, keepingWishes: stable
            ).contents(seed: seed, keepBonus: keepBonus)
        } catch {
            throw Fault(phrase: error.phrase)
        }
        let solved = try stable ? Self.stable(contents.instance) : Self.optimal(contents.instance)
        answer = Answer(
            cardinality: solved.objective.placed, score: solved.objective.score, shortfall: solved.objective.shortfall,
            certified: true, buildMilliseconds: Self.milliseconds(solved.build),
            solveMilliseconds: Self.milliseconds(solved.solve))
        pairs = solved.seatOfAgent.enumerated().compactMap { agent, seat in
            seat.map { (agent, contents.slot(of: $0)) }
        }
    }

    private struct Solved {
        let seatOfAgent: [Int?]
        let objective: Objective
        let build: Duration
        let solve: Duration
    }

    /// Solved and certified, or a fault.
    private static func optimal(_ instance: Instance) throws(Fault) -> Solved {
        let clock = ContinuousClock()
        let start = clock.now
        let solver = Solver(instance)
        let built = clock.now
        let solution = solver.solve()
        let end = clock.now
        do {
            try CertificateCheck.verify(solution, for: instance)
        } catch {
            throw Fault(phrase: MatchFault.notCertified.phrase)
        }
        return Solved(
            seatOfAgent: solution.seatOfAgent, objective: solution.objective, build: built - start, solve: end - built)
    }

    /// Solved and found without blocking pairs, or a fault.
    private static func stable(_ instance: Instance) throws(Fault) -> Solved {
        let clock = ContinuousClock()
        let start = clock.now
        let solver = StableSolver(instance)
        let built = clock.now
        let result = solver.solve()
        let end = clock.now
        do {
            try StabilityCheck.verify(result, for: instance)
        } catch {
            throw Fault(phrase: MatchFault.notCertified.phrase)
        }
        return Solved(
            seatOfAgent: result.seatOfAgent, objective: result.objective, build: built - start, solve: end - built)
    }

    private static let keepBonusOutOfRange = Phrase(
        sv: "Bonusen för att behålla ett par ska vara 0 till 1000.",
        en: "The bonus for keeping a pair must be 0 to 1000.")

    /// To a thousandth.
    private static func milliseconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) / 1000
    }
}
