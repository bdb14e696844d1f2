import InstanceGenerator
import Matching
import Testing

/// Chains of changes to an open optimum, each held against solving the changed question from nothing.
struct ChangeTests {
    /// Holds the open optimum against the question as it should now stand.
    private func hold(_ open: Reoptimizer, _ question: Question, _ note: String) throws {
        let instance = try question.instance
        let solution = open.solution
        #expect(question.permits(solution.seatOfAgent), "\(note)")
        #expect(Levels(counting: solution.seatOfAgent, in: question) == Levels(solution.objective), "\(note)")
        #expect(Levels(solution.objective) == Levels(Solver(instance).solve().objective), "\(note)")
        #expect(open.objective == solution.objective && open.seatOfAgent == solution.seatOfAgent, "\(note)")
        #expect(throws: Never.self, "\(note)") { try CertificateCheck.verify(solution, for: instance) }
    }

    private func chain(_ shape: QuestionShape, seed: UInt64, length: Int, _ made: inout Int) throws {
        var random = RandomSource(seed)
        var question = Question(shape, &random).opened
        var open = Reoptimizer(try question.instance)
        try hold(open, question, "seed \(seed), at first")
        for step in 0..<length {
            let change = question.change(&random)
            if question.agents.isEmpty, case .unlock = change { continue }
            let changed = question.applying(change)
            let note = "seed \(seed), step \(step), \(change)"
            do {
                _ = try changed.instance
            } catch {
                // What may not be asked may not be changed to either, and leaves everything as it was.
                #expect(throws: InstanceError.self, "\(note)") { try open.apply(change) }
                #expect(Levels(open.objective) == Levels(counting: open.seatOfAgent, in: question), "\(note)")
                continue
            }
            try open.apply(change)
            question = changed
            made += 1
            try hold(open, question, note)
        }
        // What it says it stands for is the question, and it goes on from there.
        let said = try open.instance()
        #expect(Solver(said).solve().objective == open.objective, "seed \(seed)")
    }

    @Test func `after each change every level is what solving anew gives, and proven`() throws {
        var made = 0
        for seed in 0..<UInt64(cases(250, long: 5_000)) {
            try chain(.small, seed: seed ^ 0xC4A9, length: 16, &made)
        }
        #expect(made >= 2_000)
    }

    @Test func `middling chains`() throws {
        var made = 0
        for seed in 0..<UInt64(cases(25, long: 500)) {
            try chain(.middling, seed: seed ^ 0xC4AB, length: 24, &made)
        }
        #expect(made >= 300)
    }

    @Test func `an optimum begun from another question's is the same as one begun from nothing`() throws {
        for seed in 0..<UInt64(cases(300, long: 5_000)) {
            var random = RandomSource(seed ^ 0x3A23)
            var question = Question(seed % 4 == 0 ? .middling : .small, &random).opened
            let earlier = Reoptimizer(try question.instance)
            for _ in 0..<random.below(6) {
                let changed = question.applying(question.change(&random))
                if (try? changed.instance) != nil { question = changed }
            }
            // Now and then a stranger, of whom nothing is recognised.
            if random.chance(10) { question = Question(small: &random).opened }
            question = question.shuffled(&random).question
            try hold(Reoptimizer(try question.instance, from: earlier), question, "seed \(seed)")
        }
    }
}
