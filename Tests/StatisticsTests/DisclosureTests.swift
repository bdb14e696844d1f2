import FoundationEssentials
import Statistics
import TableGenerator
import Testing

struct DisclosureTests {
    private static let isLong = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] != nil
    private static let sets: UInt64 = isLong ? 1_000 : 100

    @Test(arguments: 0..<4)
    func `hierarchies and two overlapping publications: nothing is bounded tighter than it may be`(part: Int) throws {
        var kept = 0
        var cells = 0
        for seed in stride(from: UInt64(part), to: Self.sets, by: 4) {
            let problem = try RandomTables.small(seed).afterAnEarlierPublication(of: [1])
            let publication = try Publication(of: problem)
            #expect(publication.audit.failures == [], "seed \(seed)")
            #expect(publication.unwitnessed == 0, "seed \(seed)")
            #expect(publication.givenUp == [])
            let hidden = problem.cells.indices.filter { problem.cells[$0].standing == .keptBack }
            #expect(Set(publication.audit.intervals.map(\.cell)) == Set(publication.keptBack + hidden))
            kept += publication.loss.kept
            cells += publication.loss.cells
        }
        #expect(kept > 0 && kept < cells)
    }

    @Test(arguments: 0..<UInt64(isLong ? 300 : 60))
    func `who tries every whole number learns no more`(seed: UInt64) throws {
        let tables = RandomTables.tiny(seed)
        let problem = seed % 3 == 0 ? try tables.wholeProblem() : try tables.afterAnEarlierPublication(of: [1])
        let publication = try Publication(of: problem)
        let reader = WholeReader(problem, without: publication.keptBack)
        let blanks = WholeReader(problem, without: problem.cells.indices.filter { problem.cells[$0].value > 0 })
        for interval in publication.audit.intervals {
            let (cell, value) = (interval.cell, problem.cells[interval.cell].value)
            let isOpen = reader.canBe(cell, value + 1...1_000) || (value > 1 && reader.canBe(cell, 1...value - 1))
            #expect(isOpen, "\(cell) is \(value)")
            guard problem.isPrimary(cell) else { continue }
            let told = value > 1 ? (1...value).first { blanks.canBe(cell, 1...$0) } ?? value : 1
            #expect(reader.canBe(cell, 1...told), "\(cell), \(value), is above \(told)")
            #expect(reader.canBe(cell, problem.threshold - 1...1_000), "\(cell), \(value), is below the threshold")
        }
    }

    @Test func `the audit refuses a set with one complementary cell shown again`() throws {
        var tried = 0
        var refused = 0
        for seed in 0..<UInt64(Self.isLong ? 60 : 4) {
            let problem = try RandomTables.small(seed).afterAnEarlierPublication(of: [1])
            let kept = try Publication(of: problem).keptBack
            for cell in kept where !problem.isPrimary(cell) {
                tried += 1
                let audit = DisclosureAudit(of: problem, keptBack: kept.filter { $0 != cell })
                if !audit.failures.isEmpty { refused += 1 }
            }
            if let primary = kept.first(where: problem.isPrimary) {
                let audit = DisclosureAudit(of: problem, keptBack: kept.filter { $0 != primary })
                #expect(audit.failures.contains(primary))
            }
        }
        #expect(tried > 20)
        #expect(refused == tried)
    }

    @Test func `the same tables give the same`() throws {
        let problem = try RandomTables.small(12).wholeProblem()
        #expect(try Publication(of: problem) == Publication(of: problem))
    }

    // MARK: By hand

    /// 3 + 12 + 7 + 0 + 40 = 62.
    private func column(_ values: [Int], threshold: Int = 5, standings: [Int: DisclosureProblem.Standing] = [:]) throws
        -> DisclosureProblem
    {
        let cells = (values + [values.reduce(0, +)]).enumerated().map { number, value in
            DisclosureProblem.Cell(
                name: "c\(number)", value: value, weight: 1 + value, standing: standings[number] ?? .open)
        }
        return try DisclosureProblem(
            threshold: threshold, cells: cells, balances: [values.indices.map { .plus($0) } + [.minus(values.count)]])
    }

    @Test func `intervals are what can be reckoned out, and the loss is told`() throws {
        let publication = try Publication(of: column([3, 12, 7, 0, 40]))
        #expect(publication.keptBack == [0, 2])
        #expect(publication.audit.intervals.map(\.least) == [1, 1])
        #expect(publication.audit.intervals.map(\.most) == [9, 9])
        #expect(publication.audit.tightest?.cell == 0)
        let loss = publication.loss
        #expect((loss.primary, loss.complementary, loss.cells) == (1, 1, 5))
        #expect((loss.keptSum, loss.sum, loss.weight) == (10, 124, 8))
    }

    @Test func `a small count needs room upward, not only another number`() throws {
        // 4 beside a 5 could be 4 ± 1 and no 1; beside two it can.
        #expect(try Publication(of: column([1, 2, 50])).keptBack.count == 3)
        #expect(try Publication(of: column([2, 5, 50])).keptBack == [0, 1])
    }

    @Test func `a threshold of 2 keeps ones apart from what is said of them`() throws {
        let audit = try Publication(of: column([1, 9, 9], threshold: 2)).audit
        #expect(audit.intervals.allSatisfy { ($0.most ?? .infinity) >= 2 })
    }

    @Test func `what zeros tell is no fault: a sum of three counts that are not 0 is at least 3`() throws {
        let publication = try Publication(of: column([1, 1, 1]))
        #expect(publication.keptBack == [0, 1, 2, 3])
        #expect(publication.audit.intervals.map(\.least) == [1, 1, 1, 3])
    }

    @Test func `what was shown before cannot be taken back, and the cell it tells is named`() throws {
        let problem = try column([3, 12, 7], standings: [1: .shown, 2: .shown, 3: .shown])
        #expect(throws: DisclosureRefusal.exposed(["c0"])) { try Publication(of: problem) }
        // The total is not published yet: it is kept back.
        let whole = try column([3, 12, 7], standings: [1: .shown, 2: .shown])
        #expect(try Publication(of: whole).keptBack == [0, 3])
        // What was kept back stays so, small or not.
        let large = try column([30, 12, 7], standings: [0: .keptBack, 1: .shown, 2: .shown])
        #expect(try Publication(of: large).keptBack == [3])
    }

    @Test func `what a reader is only presumed to know is given up last`() throws {
        func overlap(_ rest: DisclosureProblem.Standing) throws -> DisclosureProblem {
            let cells: [DisclosureProblem.Cell] = [
                .init(name: "a", value: 2, weight: 1), .init(name: "b", value: 9, weight: 1, standing: rest),
                .init(name: "total", value: 10, weight: 1, standing: rest),
                .init(name: "overlap", value: 1, weight: 1_000, standing: .presumed),
            ]
            return try DisclosureProblem(
                threshold: 3, cells: cells, balances: [[.plus(0), .plus(1), .minus(2), .minus(3)]])
        }
        #expect(try Publication(of: overlap(.open)).givenUp == [])
        #expect(try Publication(of: overlap(.shown)).givenUp == [3])
    }

    @Test func `tables that do not agree are no problem to work on`() throws {
        #expect(throws: DisclosureProblem.Fault.balance(0)) {
            try DisclosureProblem(
                threshold: 5, cells: [.init(name: "a", value: 1, weight: 1)], balances: [[.plus(0)]])
        }
        #expect(throws: DisclosureProblem.Fault.cell(0)) {
            try DisclosureProblem(
                threshold: 5, cells: [.init(name: "a", value: 0, weight: 1, standing: .keptBack)], balances: [])
        }
        #expect(throws: DisclosureProblem.Fault.thresholdBelowOne) {
            try DisclosureProblem(threshold: 0, cells: [], balances: [])
        }
    }
}
