internal import LinearProgramming

/// Somebody who is without some cells and knows the rest, and the bonds: one column for each cell unknown.
struct DisclosureReader {
    private var columns: [Int: Int] = [:]
    private let program: LinearProgram
    private var asked: Int?

    init(_ problem: DisclosureProblem, without hidden: Set<Int>) {
        for cell in hidden.sorted() { columns[cell] = columns.count }
        var rows: [LinearProgram.Row] = []
        for terms in problem.balances {
            var known = 0
            var unknown: [(column: Int, factor: Double)] = []
            for term in terms {
                let sign = term.isTakenAway ? -1 : 1
                if let column = columns[term.cell] {
                    unknown.append((column, Double(sign)))
                } else {
                    known += sign * problem.cells[term.cell].value
                }
            }
            if !unknown.isEmpty { rows.append(.init(lower: Double(-known), upper: Double(-known), terms: unknown)) }
        }
        for order in problem.orders {
            let (smaller, greater) = (problem.cells[order.smaller].value, problem.cells[order.greater].value)
            switch (columns[order.smaller], columns[order.greater]) {
            case (let small?, let great?):
                rows.append(.init(lower: 0, upper: .infinity, terms: [(great, 1), (small, -1)]))
            case (let small?, nil): rows.append(.init(lower: 0, upper: Double(greater), terms: [(small, 1)]))
            case (nil, let great?): rows.append(.init(lower: Double(smaller), upper: .infinity, terms: [(great, 1)]))
            case (nil, nil): break
            }
        }
        program = LinearProgram(
            columns: hidden.sorted().map {
                .init(lower: problem.cells[$0].standing == .presumed ? 0 : 1, upper: .infinity)
            }, rows: rows)
    }

    /// Nil where the programme has no answer, which for true numbers is a fault.
    mutating func interval(of cell: Int) -> DisclosureAudit.Interval? {
        guard let column = columns[cell] else { return nil }
        if let asked { program.setCost(of: asked, 0) }
        program.setCost(of: column, 1)
        asked = column
        guard case .optimal(let least) = program.optimise(greatest: false) else { return nil }
        switch program.optimise(greatest: true) {
        case .optimal(let most): return .init(cell: cell, least: least, most: most)
        case .unbounded: return .init(cell: cell, least: least, most: nil)
        case .infeasible, .failed: return nil
        }
    }
}
