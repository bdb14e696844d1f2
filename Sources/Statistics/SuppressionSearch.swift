/// Searches for another report that a reader could not tell from the true one: the cheapest set of small changes that
/// contains a given cell and keeps every bond. Best first, with a bound; finding none proves nothing and costs only more
/// figures kept back.
struct SuppressionSearch {
    /// Changes made so far, by cell; most sets are a handful.
    private struct Candidate {
        var changes: [Int: Int]
        var cost: Int
        var broken: [Int]

        var rank: Int { cost + 4 * broken.count }
    }

    private static let limit = 3_000
    private static let greatestChange = 3

    private let tables: SuppressionTables
    private var heap: [(rank: Int, order: Int, candidate: Candidate)] = []
    private var seen: Set<[Int: Int]> = []
    private var pushed = 0

    /// The cells that change, `cell` among them; nil when none was found.
    static func alternative(changing cell: Int, in tables: SuppressionTables) -> [Int]? {
        var search = SuppressionSearch(tables: tables)
        return search.run(cell)?.keys.sorted()
    }

    private init(tables: SuppressionTables) {
        self.tables = tables
    }

    private mutating func run(_ cell: Int) -> [Int: Int]? {
        let start = Candidate(changes: [:], cost: 0, broken: [])
        push(start, cell, 1)
        push(start, cell, -1)
        for _ in 0..<Self.limit {
            guard let candidate = pop() else { return nil }
            guard let (cells, change) = repairs(candidate) else { return candidate.changes }
            for (cell, sign) in cells { push(candidate, cell, sign * change) }
        }
        return nil
    }

    // MARK: What a change does

    private mutating func push(_ candidate: Candidate, _ cell: Int, _ change: Int) {
        guard let price = price(cell, change, after: candidate.changes[cell] ?? 0) else { return }
        var next = candidate
        next.changes[cell, default: 0] += change
        guard seen.insert(next.changes).inserted else { return }
        next.cost += price
        next.broken = next.broken.filter { !tables.bondsOfCell[cell].contains($0) }
        next.broken += tables.bondsOfCell[cell].filter { excess($0, next.changes) != 0 }
        pushed += 1
        insert((next.rank, pushed, next))
    }

    /// What it costs to change the cell once more; nil where it cannot be. A zero is shown, and what is not shown is no zero.
    private func price(_ cell: Int, _ change: Int, after earlier: Int) -> Int? {
        let cell = tables.cells[cell]
        guard cell.value > 0, cell.value + earlier + change > 0, earlier * change >= 0,
            abs(earlier + change) <= Self.greatestChange
        else { return nil }
        if cell.isHidden || earlier != 0 { return 1 }
        return 20 + min(cell.value, 1_000) + (cell.cut == .total ? 2_000 : 0)
    }

    /// By how much a bond is broken; 0 when it holds.
    private func excess(_ bond: Int, _ changes: [Int: Int]) -> Int {
        switch tables.bonds[bond] {
        case .sum(let terms):
            return terms.reduce(0) { $0 + $1.sign * (changes[$1.cell] ?? 0) }
        case .atMost(let smaller, let greater):
            let difference =
                tables.cells[smaller].value + (changes[smaller] ?? 0) - tables.cells[greater].value
                - (changes[greater] ?? 0)
            return max(0, difference)
        }
    }

    /// The ways to mend the broken bond that has the fewest; nil when none is broken.
    private func repairs(_ candidate: Candidate) -> (cells: [(cell: Int, sign: Int)], change: Int)? {
        var best: (cells: [(cell: Int, sign: Int)], change: Int)?
        for bond in candidate.broken {
            let change = excess(bond, candidate.changes) > 0 ? -1 : 1
            let terms: [(cell: Int, sign: Int)] =
                switch tables.bonds[bond] {
                case .sum(let terms): terms
                case .atMost(let smaller, let greater): [(smaller, 1), (greater, -1)]
                }
            let cells = terms.filter {
                price($0.cell, $0.sign * change, after: candidate.changes[$0.cell] ?? 0) != nil
            }
            if best.map({ cells.count < $0.cells.count }) ?? true { best = (cells, change) }
        }
        return best
    }

    // MARK: A binary heap, the lowest rank first and the earliest among equals

    private mutating func insert(_ entry: (rank: Int, order: Int, candidate: Candidate)) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() -> Candidate? {
        guard !heap.isEmpty else { return nil }
        heap.swapAt(0, heap.count - 1)
        let first = heap.removeLast()
        var parent = 0
        while let child = [2 * parent + 1, 2 * parent + 2].filter({ $0 < heap.count })
            .min(by: { precedes($0, $1) }), precedes(child, parent)
        {
            heap.swapAt(child, parent)
            parent = child
        }
        return first.candidate
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        (heap[left].rank, heap[left].order) < (heap[right].rank, heap[right].order)
    }
}
