/// Cells that hang together through balances and orders, without those that are shown anyhow: a change of one can only be
/// made good within its component. Cells have numbers of their own here.
struct SuppressionComponent {
    /// By how much a change of `smaller` may exceed one of `greater`; nil stands for a cell that cannot change.
    struct Slack {
        let smaller: Int?
        let greater: Int?
        let room: Int
    }

    /// Each cell's number in the problem, ascending.
    let cells: [Int]
    let values: [Int]
    let leasts: [Int]
    let weights: [Int]
    private(set) var balances: [[(cell: Int, sign: Int)]] = []
    private(set) var slacks: [Slack] = []

    /// The components that have anything to protect.
    static func all(of problem: DisclosureProblem) -> [SuppressionComponent] {
        var union = UnionFind(problem.cells.count)
        let bonds = problem.balances.map { $0.map(\.cell) } + problem.orders.map { [$0.smaller, $0.greater] }
        for bond in bonds {
            let cells = bond.filter(problem.canBeUnknown)
            for cell in cells.dropFirst() { union.join(cells[0], cell) }
        }
        let changeable = problem.cells.indices.filter(problem.canBeUnknown)
        let groups = Dictionary(grouping: changeable) { union.root($0) }
        let worthwhile = groups.values.filter { cells in
            cells.contains { problem.isPrimary($0) || problem.cells[$0].standing == .keptBack }
        }.sorted { $0[0] < $1[0] }
        var number: [Int: (component: Int, cell: Int)] = [:]
        for (component, cells) in worthwhile.enumerated() {
            for (place, cell) in cells.enumerated() { number[cell] = (component, place) }
        }
        var components = worthwhile.map { SuppressionComponent(cells: $0, problem: problem) }
        for terms in problem.balances {
            let known = terms.compactMap { term in number[term.cell].map { ($0, term.sign) } }
            guard let first = known.first else { continue }
            components[first.0.component].balances.append(known.map { ($0.0.cell, $0.1) })
        }
        for order in problem.orders {
            let (smaller, greater) = (number[order.smaller], number[order.greater])
            guard let component = (smaller ?? greater)?.component else { continue }
            components[component].slacks.append(
                Slack(
                    smaller: smaller?.cell, greater: greater?.cell,
                    room: problem.cells[order.greater].value - problem.cells[order.smaller].value))
        }
        return components
    }

    private init(cells: [Int], problem: DisclosureProblem) {
        self.cells = cells
        values = cells.map { problem.cells[$0].value }
        leasts = cells.map(problem.least)
        weights = cells.map { problem.cells[$0].weight }
    }

    /// Whether another report comes of these changes: every bond holds, and nothing falls below what it must be.
    func permits(_ changes: [Int]) -> Bool {
        guard cells.indices.allSatisfy({ changes[$0] == 0 || values[$0] + changes[$0] >= leasts[$0] }) else {
            return false
        }
        return balances.allSatisfy { $0.reduce(0) { $0 + $1.sign * changes[$1.cell] } == 0 }
            && slacks.allSatisfy { slack in
                (slack.smaller.map { changes[$0] } ?? 0) - (slack.greater.map { changes[$0] } ?? 0) <= slack.room
            }
    }
}

/// Which things are joined, directly or through others.
private struct UnionFind {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    mutating func root(_ thing: Int) -> Int {
        var thing = thing
        while parents[thing] != thing {
            parents[thing] = parents[parents[thing]]
            thing = parents[thing]
        }
        return thing
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (one, other) = (root(one), root(other))
        parents[max(one, other)] = min(one, other)
    }
}
