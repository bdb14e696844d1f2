internal import LinearProgramming

/// Finds other reports by linear programming: the cheapest changes that meet a demand and keep every bond. Two columns a cell,
/// what it gains and what it loses.
///
/// A cell costs its weight once, however much it changes; the programme charges by the unit. So it is asked again with each
/// cell's weight divided by what the last answer changed it by, and the best answer counts (slope scaling, Kim and
/// Pardalos 1999).
final class WitnessSearch {
    /// What a cell may be used for.
    enum Use {
        /// Is kept back already: it costs nothing to change.
        case kept
        /// May be kept back as well, at its weight.
        case open
        /// Must be shown.
        case barred
    }

    private static let rounds = 3
    private static let branches = 60
    /// A unit of change in what is kept back already: so little that changes stay small and few for it, and no more.
    private static let trifle = 1.0 / 1_024

    private let component: SuppressionComponent
    private let program: LinearProgram
    private(set) var questions = 0

    init(_ component: SuppressionComponent) {
        self.component = component
        let rows =
            component.balances.map { terms in
                LinearProgram.Row(
                    lower: 0, upper: 0,
                    terms: terms.flatMap { [(2 * $0.cell, Double($0.sign)), (2 * $0.cell + 1, -Double($0.sign))] })
            }
            + component.slacks.map { slack in
                LinearProgram.Row(
                    lower: -.infinity, upper: Double(slack.room),
                    terms: (slack.smaller.map { [(2 * $0, 1.0), (2 * $0 + 1, -1.0)] } ?? [])
                        + (slack.greater.map { [(2 * $0, -1.0), (2 * $0 + 1, 1.0)] } ?? []))
            }
        program = LinearProgram(
            columns: Array(repeating: .init(lower: 0, upper: 0), count: 2 * component.cells.count), rows: rows)
    }

    /// The cheapest found; nil when nothing that is not barred can be changed so, or only at `limit` or more.
    func witness(_ demand: SuppressionDemand, limit: Int = .max, _ use: (Int) -> Use) -> SuppressionWitness? {
        let uses = component.cells.indices.map(use)
        for cell in uses.indices {
            let isBarred = uses[cell] == .barred
            program.setBounds(of: 2 * cell, 0, isBarred ? 0 : .infinity)
            program.setBounds(of: 2 * cell + 1, 0, isBarred ? 0 : Double(room(below: cell)))
        }
        let size = Double(abs(demand.change))
        program.setBounds(of: 2 * demand.cell, demand.change > 0 ? size : 0, demand.change > 0 ? size : 0)
        program.setBounds(of: 2 * demand.cell + 1, demand.change < 0 ? size : 0, demand.change < 0 ? size : 0)
        var costs = uses.indices.map { cell in
            switch uses[cell] {
            case .kept, .barred: Self.trifle
            case .open: Double(component.weights[cell]) / size
            }
        }
        var best: (witness: SuppressionWitness, cost: Int)?
        for _ in 0..<Self.rounds {
            guard let changes = solve(costs, limit: limit) else { break }
            let taken = changes.keys.filter { uses[$0] == .open }
            let cost = taken.reduce(0) { $0 + component.weights[$1] }
            if best.map({ cost < $0.cost }) ?? true, let witness = whole(changes, costs) { best = (witness, cost) }
            let scaled = Dictionary(
                uniqueKeysWithValues: taken.map {
                    ($0, Double(component.weights[$0]) / max(1, changes[$0]?.magnitude ?? 1))
                })
            guard scaled.contains(where: { costs[$0.key] != $0.value }) else { break }
            for (cell, cost) in scaled { costs[cell] = cost }
        }
        return best.flatMap { $0.cost < limit ? $0.witness : nil }
    }

    private func room(below cell: Int) -> Int { component.values[cell] - component.leasts[cell] }

    private func solve(_ costs: [Double], limit: Int = .max) -> [Int: Double]? {
        questions += 1
        for (cell, cost) in costs.enumerated() {
            program.setCost(of: 2 * cell, cost)
            program.setCost(of: 2 * cell + 1, cost)
        }
        guard case .optimal = program.minimise(limit: limit == .max ? .infinity : Double(limit) + 1) else { return nil }
        let solution = program.solution
        var changes: [Int: Double] = [:]
        for cell in costs.indices {
            let change = solution[2 * cell] - solution[2 * cell + 1]
            if change.magnitude > 1e-6 { changes[cell] = change }
        }
        return changes
    }

    // MARK: Whole numbers

    /// The same in whole numbers: mostly it is so from the start, since the programme's corners mostly are; else by branching
    /// on a cell, depth first. Where that takes too long, the fractions stand.
    private func whole(_ changes: [Int: Double], _ costs: [Double]) -> SuppressionWitness? {
        var left = Self.branches
        return branch(changes, costs, &left) ?? SuppressionWitness(changes: changes, isWhole: false)
    }

    private func branch(_ changes: [Int: Double], _ costs: [Double], _ left: inout Int) -> SuppressionWitness? {
        let fraction = changes.filter { ($0.value - $0.value.rounded()).magnitude > 1e-6 }.min { $0.key < $1.key }
        guard let (cell, change) = fraction else { return checked(changes) }
        let column = change > 0 ? 2 * cell : 2 * cell + 1
        let (lower, upper) = program.bounds(of: column)
        defer { program.setBounds(of: column, lower, upper) }
        for (low, high) in [(lower, change.magnitude.rounded(.down)), (change.magnitude.rounded(.up), upper)] {
            guard left > 0, low <= high else { continue }
            left -= 1
            program.setBounds(of: column, low, high)
            if let changes = solve(costs), let witness = branch(changes, costs, &left) { return witness }
        }
        return nil
    }

    private func checked(_ changes: [Int: Double]) -> SuppressionWitness? {
        var exact = Array(repeating: 0, count: component.cells.count)
        for (cell, change) in changes { exact[cell] = Int(change.rounded()) }
        guard component.permits(exact) else { return nil }
        return SuppressionWitness(changes: changes.mapValues { $0.rounded() }, isWhole: true)
    }
}
