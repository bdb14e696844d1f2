import Statistics

/// Somebody who wants to know what a published report keeps back, and knows how reports hang together. Shares no code with
/// the suppression: it solves the published equations by itself, by narrowing ranges and trying values.
struct Attacker {
    private struct Equation {
        var terms: [(variable: Int, sign: Int)]
        var sum: Int
    }

    private var names: [String] = []
    private var equations: [Equation] = []
    private var orders: [(smaller: (Int?, Int), greater: (Int?, Int))] = []

    /// `overlap` is by how much the persons of a cut's rows are more than the total; the attacker is told.
    init(published: AnnualReport, overlap: [Cut: Int]) {
        var numbers: [String: Int] = [:]
        let hidden = Set(published.suppressed)
        func term(_ cut: Cut, _ row: FigureRow, _ figure: Figure) -> (Int?, Int)? {
            let name = (cut == .total ? [cut.rawValue] : [cut.rawValue, row.key]).joined(separator: ".")
            let full = name + "." + figure.rawValue
            if let value = row[figure] { return (nil, value) }
            guard hidden.contains(full) else { return nil }
            if numbers[full] == nil {
                numbers[full] = names.count
                names.append(full)
            }
            return (numbers[full], 0)
        }
        func equal(_ left: [(Int?, Int)], _ right: (Int?, Int), plus extra: Int = 0) {
            var equation = Equation(terms: [], sum: extra)
            for (variable, value) in left {
                if let variable { equation.terms.append((variable, 1)) } else { equation.sum -= value }
            }
            if let variable = right.0 { equation.terms.append((variable, -1)) } else { equation.sum += right.1 }
            if !equation.terms.isEmpty { equations.append(equation) }
        }
        for cut in Cut.allCases {
            for row in published[cut] {
                let whole = term(cut, row, .koladaDenominator)
                for (one, other) in [(Figure.completed, Figure.interrupted), (.known, .unknown)] {
                    if let one = term(cut, row, one), let other = term(cut, row, other), let whole {
                        equal([one, other], whole)
                    }
                }
                for (small, great) in [
                    (Figure.employedAny, Figure.known), (.hiredByHost, .employedAny),
                    (.koladaNumerator, .koladaKnown), (.koladaKnown, .koladaDenominator),
                    (.sixtyNumerator, .sixtyKnown), (.sixtyKnown, .sixtyDenominator),
                    (.sfiNumerator, .sfiDenominator), (.sfiUndated, .sfiDenominator),
                    (.sfiDenominator, .sixtyDenominator),
                ] {
                    if let small = term(cut, row, small), let great = term(cut, row, great) {
                        orders.append((small, great))
                    }
                }
            }
            guard cut != .total else { continue }
            for figure in Figure.allCases where figure.countsPersons && cut.holds(figure) {
                guard let total = term(.total, published.total, figure) else { continue }
                let rows = published[cut].compactMap { term(cut, $0, figure) }
                // A report need not be divided in every way.
                guard !rows.isEmpty else { continue }
                equal(rows, total, plus: figure == .persons ? overlap[cut] ?? 0 : 0)
                if figure == .persons { for row in rows { orders.append((row, total)) } }
            }
        }
    }

    /// The names of the figures kept back of which the attacker is sure. `truth` tells a figure by its name: it only says
    /// where to look first for another solution.
    func pinned(truth: (String) -> Int) -> [String] {
        let truths = names.map(truth)
        let lowest = Array(repeating: 1, count: names.count)
        // A little above the greatest is far enough: another solution nearby is all that is asked for.
        let highest = Array(repeating: (truths.max() ?? 0) + 4, count: names.count)
        return names.indices.filter { variable in
            var below = highest
            below[variable] = truths[variable] - 1
            var above = lowest
            above[variable] = truths[variable] + 1
            var budget = 20_000
            return !isSolvable(lowest, below, truths, &budget) && !isSolvable(above, highest, truths, &budget)
        }.map { names[$0] }
    }

    private func isSolvable(_ low: [Int], _ high: [Int], _ truths: [Int], _ budget: inout Int) -> Bool {
        var low = low
        var high = high
        budget -= 1
        guard budget > 0, narrow(&low, &high) else { return false }
        guard let open = low.indices.filter({ low[$0] < high[$0] }).min(by: { high[$0] - low[$0] < high[$1] - low[$1] })
        else { return true }
        for value in (low[open]...high[open]).sorted(by: { abs($0 - truths[open]) < abs($1 - truths[open]) }) {
            var lower = low
            var higher = high
            lower[open] = value
            higher[open] = value
            if isSolvable(lower, higher, truths, &budget) { return true }
        }
        return false
    }

    /// Draws every range in as far as each equation alone allows; false when one is empty.
    private func narrow(_ low: inout [Int], _ high: inout [Int]) -> Bool {
        var changed = true
        while changed {
            changed = false
            for equation in equations {
                let least = equation.terms.reduce(0) { $0 + ($1.sign > 0 ? low[$1.variable] : -high[$1.variable]) }
                let most = equation.terms.reduce(0) { $0 + ($1.sign > 0 ? high[$1.variable] : -low[$1.variable]) }
                for (variable, sign) in equation.terms {
                    let others =
                        sign > 0
                        ? (least - low[variable], most - high[variable])
                        : (least + high[variable], most + low[variable])
                    let range =
                        sign > 0
                        ? (equation.sum - others.1, equation.sum - others.0)
                        : (others.0 - equation.sum, others.1 - equation.sum)
                    if range.0 > low[variable] { (low[variable], changed) = (range.0, true) }
                    if range.1 < high[variable] { (high[variable], changed) = (range.1, true) }
                    if low[variable] > high[variable] { return false }
                    if changed { break }
                }
            }
            for (smaller, greater) in orders {
                let most = greater.0.map { high[$0] } ?? greater.1
                let least = smaller.0.map { low[$0] } ?? smaller.1
                if let variable = smaller.0, high[variable] > most { (high[variable], changed) = (most, true) }
                if let variable = greater.0, low[variable] < least { (low[variable], changed) = (least, true) }
                if least > most { return false }
            }
            for variable in low.indices where low[variable] > high[variable] { return false }
        }
        return true
    }
}
