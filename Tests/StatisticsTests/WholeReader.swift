import Statistics

/// A reader who knows that counts are whole, and tries them all, up to a little above the true ones. Shares nothing with the
/// suppression or the audit.
struct WholeReader {
    private let problem: DisclosureProblem
    private let hidden: Set<Int>

    init(_ problem: DisclosureProblem, without keptBack: [Int]) {
        self.problem = problem
        hidden = Set(keptBack).union(problem.cells.indices.filter { problem.cells[$0].standing == .keptBack })
    }

    /// Whether the cell can be within the range, with some numbers in all others.
    func canBe(_ cell: Int, _ range: ClosedRange<Int>) -> Bool {
        var low = problem.cells.map(\.value)
        var high = low
        for other in hidden {
            low[other] = problem.cells[other].standing == .presumed ? 0 : 1
            high[other] = problem.cells[other].value + 3 * problem.threshold
        }
        low[cell] = max(low[cell], range.lowerBound)
        high[cell] = min(high[cell], range.upperBound)
        return hasAnswer(low, high)
    }

    private func hasAnswer(_ low: [Int], _ high: [Int]) -> Bool {
        var (low, high) = (low, high)
        guard narrow(&low, &high) else { return false }
        let widths = hidden.filter { low[$0] < high[$0] }.map { (high[$0] - low[$0], $0) }
        guard let open = widths.min(by: <)?.1 else { return true }
        // The true number first: the rest of the tables mostly stays.
        let truth = problem.cells[open].value
        for value in (low[open]...high[open]).sorted(by: { abs($0 - truth) < abs($1 - truth) }) {
            var (fixedLow, fixedHigh) = (low, high)
            (fixedLow[open], fixedHigh[open]) = (value, value)
            if hasAnswer(fixedLow, fixedHigh) { return true }
        }
        return false
    }

    private func narrow(_ low: inout [Int], _ high: inout [Int]) -> Bool {
        var changed = true
        while changed {
            changed = false
            for terms in problem.balances {
                for term in terms {
                    // What the others leave for this one.
                    var (least, most) = (0, 0)
                    for other in terms where other.cell != term.cell {
                        least += other.isTakenAway ? -high[other.cell] : low[other.cell]
                        most += other.isTakenAway ? -low[other.cell] : high[other.cell]
                    }
                    let (from, to) = term.isTakenAway ? (least, most) : (-most, -least)
                    if from > low[term.cell] { (low[term.cell], changed) = (from, true) }
                    if to < high[term.cell] { (high[term.cell], changed) = (to, true) }
                    if low[term.cell] > high[term.cell] { return false }
                }
            }
            for order in problem.orders {
                let (smaller, greater) = (order.smaller, order.greater)
                if high[smaller] > high[greater] { (high[smaller], changed) = (high[greater], true) }
                if low[greater] < low[smaller] { (low[greater], changed) = (low[smaller], true) }
            }
            for cell in low.indices where low[cell] > high[cell] { return false }
        }
        return true
    }
}
