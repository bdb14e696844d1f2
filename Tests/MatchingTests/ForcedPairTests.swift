import Matching
import Testing

/// What forcing a pair costs, held against searching the question with the pair locked.
struct ForcedPairTests {
    /// The question with one more pair locked, unless a rule stands against it.
    private func locking(_ pair: Instance.Pair, in question: Question) -> Question? {
        if question.locked.contains(pair) { return question }
        let isPermitted = question.permitted.contains { $0.agent == pair.agent && $0.seat == pair.seat }
        guard isPermitted, !question.locked.contains(where: { $0.agent == pair.agent }),
            question.hasRoom(for: question.locked.map(\.seat) + [pair.seat])
        else { return nil }
        var other = question
        other.locked.append(pair)
        return other
    }

    /// The result that the moves make of the optimum.
    private func result(of forced: Reoptimizer.Forced, from solution: Solution) -> [Int?] {
        var seatOfAgent = solution.seatOfAgent
        for move in forced.moves {
            #expect(seatOfAgent[move.agent] == move.from && move.from != move.to)
            seatOfAgent[move.agent] = move.to
        }
        #expect(Set(forced.moves.map(\.agent)).count == forced.moves.count)
        return seatOfAgent
    }

    private func hold(
        _ shape: QuestionShape, seed: UInt64, pairs: Int, tried: inout Int, optimum: (Question) throws -> Levels
    ) throws {
        var random = RandomSource(seed)
        let question = Question(shape, &random)
        guard !question.agents.isEmpty, !question.seats.isEmpty else { return }
        let reoptimizer = Reoptimizer(try question.instance)
        for _ in 0..<pairs {
            // Mostly an edge; now and then any agent and seat.
            let edge = random.chance(90) ? question.edges.randomElement(using: &random) : nil
            let pair = Instance.Pair(
                agent: edge?.agent ?? random.below(question.agents.count),
                seat: edge?.seat ?? random.below(question.seats.count))
            let forced = reoptimizer.forcing(agent: pair.agent, seat: pair.seat)
            let locked = locking(pair, in: question)
            #expect((forced == nil) == (locked == nil), "seed \(seed), \(pair)")
            guard let forced, let locked else { continue }
            tried += 1
            #expect(Levels(forced.objective) == (try optimum(locked)), "seed \(seed), \(pair)")
            let seatOfAgent = result(of: forced, from: reoptimizer.solution)
            #expect(locked.permits(seatOfAgent), "seed \(seed), \(pair)")
            #expect(Levels(counting: seatOfAgent, in: locked) == Levels(forced.objective), "seed \(seed), \(pair)")
        }
    }

    @Test func `a forced pair costs what exhaustive search says`() throws {
        var tried = 0
        for seed in 0..<UInt64(cases(600, long: 6_000)) {
            try hold(.small, seed: seed ^ 0xF0CE, pairs: 4, tried: &tried, optimum: exhaustiveOptimum)
        }
        #expect(tried >= 1_000)
    }

    @Test func `a forced pair of a middling question costs what solving anew says`() throws {
        var tried = 0
        for seed in 0..<UInt64(cases(60, long: 1_500)) {
            try hold(.middling, seed: seed ^ 0xF1CE, pairs: 8, tried: &tried) { question in
                Levels(Solver(try question.instance).solve().objective)
            }
        }
        #expect(tried >= 300)
    }
}
