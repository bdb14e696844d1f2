internal import LinearProgramming

/// Somebody who is without some cells and knows the rest, and the bonds. What hangs together is a linear programme of its own,
/// with a column for each cell unknown.
struct DisclosureReader {
    private var groups: [Group] = []
    /// Of each cell unknown, its group and its column there.
    private var columns: [Int: (group: Int, column: Int)] = [:]

    private struct Group {
        let program: LinearProgram
        var asked: Int?
        /// The least and the greatest that any answer so far had in each column.
        var least: [Double] = []
        var most: [Double] = []

        mutating func note() {
            let solution = program.solution
            least = least.isEmpty ? solution : zip(least, solution).map(min)
            most = most.isEmpty ? solution : zip(most, solution).map(max)
        }
    }

    /// A sum of cells unknown, within bounds.
    private struct Bond {
        let lower: Double
        let upper: Double
        let terms: [(cell: Int, factor: Double)]
    }

    init(_ problem: DisclosureProblem, without hidden: Set<Int>) {
        let bonds = Self.bonds(of: problem, without: hidden)
        var joined = Array(problem.cells.indices)
        func root(_ cell: Int) -> Int {
            var cell = cell
            while joined[cell] != cell {
                joined[cell] = joined[joined[cell]]
                cell = joined[cell]
            }
            return cell
        }
        for bond in bonds {
            for term in bond.terms.dropFirst() {
                let (one, other) = (root(bond.terms[0].cell), root(term.cell))
                joined[max(one, other)] = min(one, other)
            }
        }
        let members = Dictionary(grouping: hidden.sorted(), by: root).sorted { $0.key < $1.key }
        var places: [Int: Int] = [:]
        for (group, cells) in members.enumerated() {
            places[cells.key] = group
            for (column, cell) in cells.value.enumerated() { columns[cell] = (group, column) }
        }
        var rows: [[LinearProgram.Row]] = Array(repeating: [], count: members.count)
        for bond in bonds {
            guard let group = places[root(bond.terms[0].cell)] else { continue }
            let terms = bond.terms.compactMap { term in columns[term.cell].map { ($0.column, term.factor) } }
            rows[group].append(.init(lower: bond.lower, upper: bond.upper, terms: terms))
        }
        groups = zip(members, rows).map { cells, rows in
            Group(
                program: LinearProgram(
                    columns: cells.value.map {
                        .init(lower: problem.cells[$0].standing == .presumed ? 0 : 1, upper: .infinity)
                    }, rows: rows))
        }
    }

    /// What is left of every balance and order when what is known is put in.
    private static func bonds(of problem: DisclosureProblem, without hidden: Set<Int>) -> [Bond] {
        var bonds: [Bond] = []
        for terms in problem.balances {
            var known = 0
            var unknown: [(cell: Int, factor: Double)] = []
            for term in terms {
                let sign = term.isTakenAway ? -1 : 1
                if hidden.contains(term.cell) {
                    unknown.append((term.cell, Double(sign)))
                } else {
                    known += sign * problem.cells[term.cell].value
                }
            }
            if !unknown.isEmpty { bonds.append(Bond(lower: Double(-known), upper: Double(-known), terms: unknown)) }
        }
        for order in problem.orders {
            let (smaller, greater) = (order.smaller, order.greater)
            switch (hidden.contains(smaller), hidden.contains(greater)) {
            case (true, true):
                bonds.append(Bond(lower: 0, upper: .infinity, terms: [(greater, 1), (smaller, -1)]))
            case (true, false):
                bonds.append(Bond(lower: 0, upper: Double(problem.cells[greater].value), terms: [(smaller, 1)]))
            case (false, true):
                bonds.append(Bond(lower: Double(problem.cells[smaller].value), upper: .infinity, terms: [(greater, 1)]))
            case (false, false): break
            }
        }
        return bonds
    }

    /// Nil where the programme has no answer, which for true numbers is a fault.
    mutating func interval(of cell: Int) -> DisclosureAudit.Interval? {
        guard let (group, column) = columns[cell] else { return nil }
        let program = groups[group].program
        if let asked = groups[group].asked { program.setCost(of: asked, 0) }
        program.setCost(of: column, 1)
        groups[group].asked = column
        guard case .optimal(let least) = program.optimise(greatest: false) else { return nil }
        groups[group].note()
        switch program.optimise(greatest: true) {
        case .optimal(let most):
            groups[group].note()
            return .init(cell: cell, least: least, most: most)
        case .unbounded: return .init(cell: cell, least: least, most: nil)
        case .infeasible, .failed: return nil
        }
    }

    /// What the cell is known to be able to be from the answers so far; nil before the first.
    func seen(_ cell: Int) -> DisclosureAudit.Interval? {
        guard let (group, column) = columns[cell], !groups[group].least.isEmpty else { return nil }
        return .init(cell: cell, least: groups[group].least[column], most: groups[group].most[column])
    }
}
