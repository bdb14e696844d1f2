internal import LinearProgramming

/// What the blanks alone tell: zeros are shown, so that whatever is kept back is at least 1, and a sum at least the number of
/// its parts that are not 0. No suppression can take that away.
final class ZeroPattern {
    private let program: LinearProgram
    private var last: Int?

    init(_ problem: DisclosureProblem) {
        let columns = problem.cells.indices.map { cell -> LinearProgram.Column in
            let isKnownZero = problem.cells[cell].value == 0 && problem.cells[cell].standing != .presumed
            return .init(
                lower: isKnownZero ? 0 : Double(problem.least(cell)), upper: isKnownZero ? 0 : .infinity)
        }
        let rows =
            problem.balances.map { terms in
                LinearProgram.Row(lower: 0, upper: 0, terms: terms.map { ($0.cell, Double($0.sign)) })
            }
            + problem.orders.map {
                LinearProgram.Row(lower: 0, upper: .infinity, terms: [($0.greater, 1), ($0.smaller, -1)])
            }
        program = LinearProgram(columns: columns, rows: rows)
    }

    /// The least whole number that the cell can be, whatever is kept back.
    func least(_ cell: Int) -> Int {
        if let last { program.setCost(of: last, 0) }
        program.setCost(of: cell, 1)
        last = cell
        guard case .optimal(let value) = program.optimise(greatest: false) else { return 1 }
        return Int((value - 1e-6).rounded(.up))
    }
}
