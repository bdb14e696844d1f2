import Domain
import Matching
import Store

/// One side of a comparison, with what is needed to hold it against another.
struct ComparedRound {
    let code: Code?
    let question: MatchQuestion
    let result: MatchResult
    let isVerified: Bool
    private let blocking: BlockingPairs
    private let people: [String: Int]
    private let pairOfPerson: [Int: MatchResult.Placed]

    /// A round that has just been computed and checked.
    init(_ computed: MatchEngine.Computed, code: Code?) {
        self.init(
            computed.problem, computed.result, seatOfPerson: computed.seatOfPerson, code: code, isVerified: true)
    }

    init(_ run: StoredRun) throws(MatchFault) {
        let problem = try MatchProblem(MatchQuestion(run.inputs, run.parameters))
        self.init(
            problem, run.result, seatOfPerson: try problem.seats(of: run.result), code: run.code,
            isVerified: run.isVerified)
    }

    private init(
        _ problem: MatchProblem, _ result: MatchResult, seatOfPerson: [Int?], code: Code?, isVerified: Bool
    ) {
        self.code = code
        self.result = result
        self.isVerified = isVerified
        question = problem.question
        blocking = BlockingPairs(of: seatOfPerson, in: problem.instance, classesFirst: true, listing: Self.listed)
        blockingPairs = blocking.first.map { [seating = problem.seating, inputs = problem.question.inputs] pair in
            MatchPair(
                participant: inputs.people[pair.agent].label, slot: inputs.slots[seating.seats[pair.seat].slot].code)
        }
        let people = problem.question.peopleByLabel
        self.people = people
        pairOfPerson = Dictionary(
            result.pairs.compactMap { pair in people[pair.participant].map { ($0, pair) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// How many blocking pairs are listed at most.
    static let listed = 20
    let blockingPairs: [MatchPair]

    var side: MatchComparison.Side {
        MatchComparison.Side(
            run: code, mode: question.parameters.mode, persons: result.pairs.count + result.unplaced.count,
            placed: result.pairs.count, placedByPriority: result.placedByPriority, shortfall: result.shortfall,
            score: result.score, blockingPairs: blocking.count, isVerified: isVerified, bounds: result.bounds,
            weights: question.parameters.weights)
    }

    /// The same person, by any of the referrals.
    func person(_ facts: PersonFacts) -> Int? {
        facts.referrals.lazy.compactMap { people[$0.label] }.first
    }

    func placed(_ person: Int) -> MatchResult.Placed? {
        pairOfPerson[person]
    }

    func standing(_ person: Int) -> MatchComparison.Standing? {
        pairOfPerson[person].map { pair in
            let wish = question.inputs.people[person].referrals.lazy.compactMap { $0.wishes.firstIndex(of: pair.slot) }
            return MatchComparison.Standing(
                slot: pair.slot, days: pair.days, score: pair.score, wish: wish.first.map { $0 + 1 })
        }
    }

    /// How the person ranks a slot, if it may be had.
    func rank(_ person: Int, _ code: Code) -> Int? {
        question.slot(coded: code).flatMap { question.options[person][$0]?.wish }
    }
}
