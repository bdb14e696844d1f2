internal import LinearProgramming

/// What a reader can deduce of every cell kept back, by two linear programmes each, and whether that is too much. Reads the
/// problem and what is kept back, and shares nothing with the suppression but the solver.
public struct DisclosureAudit: Sendable, Hashable {
    /// What the cell can be, as far as a reader can tell who allows fractions; whoever does not may know more, never less.
    public struct Interval: Sendable, Hashable {
        public let cell: Int
        public let least: Double
        /// Nil where there is no end to it.
        public let most: Double?

        /// Infinity where there is no end to it.
        public var width: Double { most.map { $0 - least } ?? .infinity }
    }

    /// How much is asked of each interval.
    public enum Extent: Sendable, Hashable {
        /// Both its ends.
        case whole
        /// Until it is seen to be as wide as it must be: what a reader can tell is the interval found, or a wider one. An
        /// answer for one cell has a number for every other, so that few have to be asked for themselves.
        case enough
    }

    /// Of every cell that a reader is without, those of earlier publications too, in the problem's order.
    public let intervals: [Interval]
    /// Numbers of the cells that are bounded tighter than they may be, small counts that are not kept back among them.
    public let failures: [Int]

    /// The narrowest, the first among equals; nil where nothing is kept back.
    public var tightest: Interval? { intervals.min { $0.width < $1.width } }

    private static let tolerance = 1e-6

    /// - Parameter keptBack: Numbers of cells that are kept back now, and of presumed ones that are given up; those that an
    ///   earlier publication kept back are so anyway.
    public init(of problem: DisclosureProblem, keptBack: [Int], _ extent: Extent = .whole) {
        let hidden = Set(keptBack).union(problem.cells.indices.filter { problem.cells[$0].standing == .keptBack })
        var reader = DisclosureReader(problem, without: hidden)
        var pattern = DisclosureReader(
            problem,
            without: Set(
                problem.cells.indices.filter { problem.cells[$0].value > 0 || problem.cells[$0].standing == .presumed }
            ))
        var intervals: [Interval] = []
        var failures = problem.cells.indices.filter { problem.isPrimary($0) && !hidden.contains($0) }
        for cell in hidden.sorted() where problem.cells[cell].standing != .presumed {
            if extent == .enough, let seen = reader.seen(cell), Self.isWide(seen, in: problem, &pattern) {
                intervals.append(seen)
                continue
            }
            guard let interval = reader.interval(of: cell) else {
                failures.append(cell)
                continue
            }
            intervals.append(interval)
            if !Self.isWide(interval, in: problem, &pattern) { failures.append(cell) }
        }
        self.intervals = intervals
        self.failures = failures.sorted()
    }

    private static func isWide(
        _ interval: Interval, in problem: DisclosureProblem, _ pattern: inout DisclosureReader
    ) -> Bool {
        let least = (interval.least - tolerance).rounded(.up)
        let most = interval.most.map { ($0 + tolerance).rounded(.down) } ?? .infinity
        guard most > least else { return false }
        guard problem.isPrimary(interval.cell) else { return true }
        guard least > 1 else { return most >= Double(problem.threshold - 1) }
        // More than 1 is all right where the zeros alone tell as much.
        let told = pattern.interval(of: interval.cell).map { ($0.least - tolerance).rounded(.up) } ?? 1
        return least <= told && most >= Double(problem.threshold - 1)
    }
}
