internal import ClpShim

/// A linear programme kept open in COIN-OR's CLP: the least or greatest of a sum over columns within bounds, where the rows
/// are sums within bounds. Floating point, with CLP's tolerance of 1e-7. One thread at a time.
public final class LinearProgram {
    public struct Column: Sendable {
        public var lower: Double
        /// Infinity where there is none.
        public var upper: Double

        public init(lower: Double, upper: Double) {
            self.lower = lower
            self.upper = upper
        }
    }

    public struct Row: Sendable {
        public var lower: Double
        public var upper: Double
        public var terms: [(column: Int, factor: Double)]

        public init(lower: Double, upper: Double, terms: [(column: Int, factor: Double)]) {
            self.lower = lower
            self.upper = upper
            self.terms = terms
        }
    }

    public enum Outcome: Sendable, Hashable {
        case optimal(Double)
        case infeasible
        case unbounded
        /// CLP gave up: numerical trouble or a limit of its own.
        case failed
    }

    private let handle: UnsafeMutableRawPointer?
    private let columns: Int
    private let rows: Int

    /// All costs are 0 at first.
    public init(columns: [Column], rows: [Row]) {
        self.columns = columns.count
        self.rows = rows.count
        handle = Clp_newModel()
        var entries: [[(row: Int32, factor: Double)]] = Array(repeating: [], count: columns.count)
        for (number, row) in rows.enumerated() {
            for term in row.terms { entries[term.column].append((Int32(number), term.factor)) }
        }
        var starts: [CoinBigIndex] = [0]
        for column in entries { starts.append(starts[starts.count - 1] + CoinBigIndex(column.count)) }
        Clp_setLogLevel(handle, 0)
        Clp_loadProblem(
            handle, Int32(columns.count), Int32(rows.count), starts, entries.flatMap { $0.map(\.row) },
            entries.flatMap { $0.map(\.factor) }, columns.map(\.lower), columns.map(\.upper),
            Array(repeating: 0, count: columns.count), rows.map(\.lower), rows.map(\.upper))
    }

    deinit { Clp_deleteModel(handle) }

    public func setBounds(of column: Int, _ lower: Double, _ upper: Double) {
        Clp_columnLower(handle)[column] = lower
        Clp_columnUpper(handle)[column] = upper
    }

    public func bounds(of column: Int) -> (lower: Double, upper: Double) {
        (Clp_columnLower(handle)[column], Clp_columnUpper(handle)[column])
    }

    public func setCost(of column: Int, _ cost: Double) {
        Clp_objective(handle)[column] = cost
    }

    /// The least cost by the dual simplex method, from no basis: quick where costs are not negative and little has to move.
    /// Above `limit`, the answer may be that there is none.
    public func minimise(limit: Double = .infinity) -> Outcome {
        forget()
        Clp_setDualObjectiveLimit(handle, limit.isFinite ? limit : .greatestFiniteMagnitude)
        Clp_setOptimizationDirection(handle, 1)
        _ = Clp_dual(handle, 0)
        return outcome
    }

    /// The least or greatest cost by the primal simplex method, from where the last question ended: quick where only costs
    /// have changed since.
    public func optimise(greatest: Bool) -> Outcome {
        Clp_setOptimizationDirection(handle, greatest ? -1 : 1)
        _ = Clp_primal(handle, 0)
        return outcome
    }

    /// What each column has in the last answer.
    public var solution: [Double] {
        Array(UnsafeBufferPointer(start: Clp_getColSolution(handle), count: columns))
    }

    /// Columns at their lower bounds and every row in the basis.
    private func forget() {
        let status = Array(repeating: UInt8(3), count: columns) + Array(repeating: UInt8(1), count: rows)
        Clp_copyinStatus(handle, status)
    }

    private var outcome: Outcome {
        switch Clp_status(handle) {
        case 0: .optimal(Clp_objectiveValue(handle))
        case 1: .infeasible
        case 2: .unbounded
        default: .failed
        }
    }
}
