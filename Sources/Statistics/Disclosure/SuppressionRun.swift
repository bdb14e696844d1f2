/// The suppression of one component: demands, what meets each, and what is kept back for it.
struct SuppressionRun {
    let component: SuppressionComponent
    private let problem: DisclosureProblem
    private let zeros: ZeroPattern
    let search: WitnessSearch
    /// What must be kept back whatever it costs: small counts, and what an earlier publication kept back.
    private let settled: Set<Int>
    private(set) var demands: [SuppressionDemand] = []
    private(set) var witnesses: [SuppressionWitness] = []
    /// How many demands' witnesses change each cell.
    private var uses: [Int]
    /// Cells for which there is no way.
    private(set) var exposed: [Int] = []

    init(_ component: SuppressionComponent, _ problem: DisclosureProblem, _ zeros: ZeroPattern) {
        self.component = component
        self.problem = problem
        self.zeros = zeros
        search = WitnessSearch(component)
        settled = Set(
            component.cells.indices.filter {
                let cell = component.cells[$0]
                return problem.isPrimary(cell) || problem.cells[cell].standing == .keptBack
            })
        uses = Array(repeating: 0, count: component.cells.count)
    }

    /// What is kept back, ascending.
    var kept: [Int] { component.cells.indices.filter(isKept) }

    /// What is kept back only for the sake of others.
    var complementary: [Int] { component.cells.indices.filter(isComplementary) }

    /// What it costs.
    var weight: Int { complementary.reduce(0) { $0 + component.weights[$1] } }

    var unwitnessed: Int { witnesses.count { !$0.isWhole } }

    func isKept(_ cell: Int) -> Bool { uses[cell] > 0 || settled.contains(cell) }

    func isComplementary(_ cell: Int) -> Bool { uses[cell] > 0 && !settled.contains(cell) }

    // MARK: Meeting every demand

    /// Largest counts first, which find most that is kept back already in use for the small ones, or the other way about.
    mutating func protect(isReversed: Bool) {
        var order = settled.sorted { (-component.values[$0], $0) < (-component.values[$1], $1) }
        if isReversed { order.reverse() }
        for cell in order where problem.isPrimary(component.cells[cell]) { protectInterval(of: cell) }
        for cell in order where !problem.isPrimary(component.cells[cell]) { protectNumber(of: cell) }
    }

    /// From 1, or the least that the zeros leave possible, to the threshold − 1; and one more than the least in any case.
    private mutating func protectInterval(of cell: Int) {
        let value = component.values[cell]
        var least = 1
        if value > 1, !meet(SuppressionDemand(cell: cell, change: 1 - value)) {
            least = zeros.least(component.cells[cell])
            if value > least, !meet(SuppressionDemand(cell: cell, change: least - value)) {
                exposed.append(cell)
                return
            }
        }
        let most = max(problem.threshold - 1, least + 1)
        if value < most, !meet(SuppressionDemand(cell: cell, change: most - value)) { exposed.append(cell) }
    }

    /// Any other number will do.
    private mutating func protectNumber(of cell: Int) {
        let either = [1, -1].filter { component.values[cell] + $0 >= component.leasts[cell] }.map {
            SuppressionDemand(cell: cell, change: $0)
        }
        if uses[cell] > 0 {
            // Some witness changes it already; that is one to hold on to.
            for demand in either {
                if let witness = witnesses.first(where: { demand.isMet(by: $0) }) { return add(demand, witness) }
            }
        }
        let found = either.compactMap { demand in find(demand).map { (demand, $0) } }
        guard let best = found.min(by: { cost($0.1) < cost($1.1) }) else { return exposed.append(cell) }
        add(best.0, best.1)
    }

    private mutating func meet(_ demand: SuppressionDemand) -> Bool {
        guard let witness = witnesses.first(where: { demand.isMet(by: $0) }) ?? find(demand) else { return false }
        add(demand, witness)
        return true
    }

    private func find(_ demand: SuppressionDemand) -> SuppressionWitness? {
        search.witness(demand) { isKept($0) ? .kept : .open }
    }

    /// What a witness would have kept back in addition.
    func cost(_ witness: SuppressionWitness) -> Int {
        witness.changes.keys.reduce(0) { $0 + (isKept($1) ? 0 : component.weights[$1]) }
    }

    private mutating func add(_ demand: SuppressionDemand, _ witness: SuppressionWitness) {
        demands.append(demand)
        witnesses.append(witness)
        for cell in witness.changes.keys { uses[cell] += 1 }
    }

    // MARK: Doing without a cell

    /// The demands whose witness changes the cell.
    func dependents(on cell: Int) -> [Int] { witnesses.indices.filter { witnesses[$0].changes[cell] != nil } }

    mutating func replace(_ demand: Int, by witness: SuppressionWitness) {
        for cell in witnesses[demand].changes.keys { uses[cell] -= 1 }
        for cell in witness.changes.keys { uses[cell] += 1 }
        witnesses[demand] = witness
    }
}
