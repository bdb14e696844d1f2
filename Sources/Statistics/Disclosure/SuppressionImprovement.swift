/// Shows again what need not be kept back, and tries whether others in its place would lose less.
extension SuppressionRun {
    /// Linear programmes that it may take; what is found by then stands. In a large component each takes long.
    private var effort: Int { component.cells.count > Suppression.once ? 150 : 3_000 }

    /// Goes through what is kept back for others' sake, the costliest first. A second time finds next to nothing.
    mutating func improve() {
        let end = search.questions + effort
        for cell in complementary.sorted(by: { (-component.weights[$0], $0) < (-component.weights[$1], $1) })
        where isComplementary(cell) && search.questions < end {
            if let without = doing(without: cell) { self = without }
        }
    }

    /// The same without the cell, where that loses less; nil where it does not.
    private func doing(without cell: Int) -> SuppressionRun? {
        var run = self
        var left = component.weights[cell]
        for demand in dependents(on: cell) {
            let known = run.witnesses.first { witness in
                witness.changes[cell] == nil && run.demands[demand].isMet(by: witness)
            }
            let witness =
                known
                ?? run.search.witness(run.demands[demand], limit: left) { other in
                    other == cell ? .barred : run.isKept(other) ? .kept : .open
                }
            guard let witness else { return nil }
            left -= run.cost(witness)
            run.replace(demand, by: witness)
        }
        return run.weight < weight ? run : nil
    }
}
