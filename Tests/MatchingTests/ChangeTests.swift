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
        for seed in 0..<UInt64(cases(250, long: 2_000)) {
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
        for seed in 0..<UInt64(cases(300, long: 2_000)) {
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

    /// Units of neighbouring seats, half with a minimum; cohorts of some agents; and an earlier result.
    private func withEveryRule(_ question: Question, _ random: inout RandomSource) throws -> Question {
        var other = question
        let units = question.seats.count / 20
        other.groups = (0..<units).map {
            .init(key: UInt64($0), maximum: 20 + random.below(20), minimum: $0 % 2 == 0 ? 0 : random.below(40))
        }
        other.seats = question.seats.enumerated().map { position, seat in
            .init(key: seat.key, capacity: seat.capacity, group: min(position / 20, units - 1))
        }
        other.cohorts = (0..<5).map { .init(key: $0, minimum: random.below(question.agents.count / 4)) }
        other.agents = question.agents.enumerated().map { position, agent in
            .init(key: agent.key, priority: agent.priority, cohort: position % 3 == 0 ? nil : position % 5)
        }
        other.previous = Solver(try question.instance).solve().pairs
        other.keepBonus = 40
        return other
    }

    @Test func `a municipality's size, with every rule`() throws {
        try chain("S", length: cases(60, long: 1_000))
    }

    @Test(.enabled(if: cases(0, long: 1) == 1, "a minute and more: PRAKTIK_LONG=1 or Deploy/test --long"))
    func `a region's size, with every rule`() throws {
        try chain("M", length: 100)
    }

    private func chain(_ name: String, length: Int) throws {
        let recipe = try #require(InstanceRecipe.named(name))
        var random = RandomSource(0x5CA1E)
        let read = Question(try InstanceFolder(source: GeneratedFolder(recipe)).read())
        var question = try withEveryRule(read, &random)
        var open = Reoptimizer(try question.instance)
        var made = 0
        while made < length {
            let change = question.change(&random, density: 1...3)
            let changed = question.applying(change)
            guard let instance = try? changed.instance else { continue }
            try open.apply(change)
            question = changed
            made += 1
            #expect(throws: Never.self, "\(name), \(made), \(change)") {
                try CertificateCheck.verify(open.solution, for: instance)
            }
        }
        #expect(open.objective == Solver(try question.instance).solve().objective)
    }
}
