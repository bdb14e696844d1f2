/// Keeps back counts of people that are small, and as many others as it takes that none of them can be reckoned out.
///
/// What a reader can use: the rows of a cut add up to the total; every ended placement is completed or interrupted, and
/// known or unknown, and all of them are the denominator; a numerator is at most its denominator; and a figure kept back
/// is not 0, since zeros are shown. For every figure kept back there is then another report that agrees with all that is
/// shown and has another number there. That other report is searched for, and what it changes is kept back as well: so
/// the protection is proven case by case and does not rest on a rule of thumb.
///
/// Persons do not add up, but over sexes they nearly do, so they are protected as if the reader knew by how much they
/// overlap. `filled` is treated as people; that it is at most `offered` is not held against it, since in a row of one
/// place the very blank says that somebody was there, as the count of persons says.
struct Suppression {
    private var tables: SuppressionTables
    private var protected: Set<Int> = []

    init(_ report: AnnualReport, below threshold: Int) {
        tables = SuppressionTables(report)
        for cell in tables.cells.indices where (1..<threshold).contains(tables.cells[cell].value) {
            tables.cells[cell].isHidden = true
        }
    }

    /// The cells to keep back.
    mutating func run() -> [SuppressionTables.Cell] {
        while let cell = tables.cells.indices.first(where: isOpen) { protect(cell) }
        return tables.cells.filter(\.isHidden)
    }

    private func isOpen(_ cell: Int) -> Bool { tables.cells[cell].isHidden && !protected.contains(cell) }

    private mutating func protect(_ cell: Int) {
        if hide(SuppressionSearch.alternative(changing: cell, in: tables)) { return }
        // Nothing near enough: keep back everything that is about people, and look again.
        for other in tables.cells.indices where tables.cells[other].value > 0 { tables.cells[other].isHidden = true }
        if hide(SuppressionSearch.alternative(changing: cell, in: tables)) { return }
        // A column without a number, not even a zero, tells nothing.
        let figure = tables.cells[cell].figure
        for other in tables.cells.indices where tables.cells[other].figure == figure {
            tables.cells[other].isHidden = true
            protected.insert(other)
        }
    }

    /// Keeps back what an alternative changes; false when there is none.
    private mutating func hide(_ alternative: [Int]?) -> Bool {
        guard let alternative else { return false }
        for cell in alternative { tables.cells[cell].isHidden = true }
        protected.formUnion(alternative)
        return true
    }
}

extension AnnualReport {
    /// The report as it may be taken out: counts of persons from 1 to `threshold` − 1 are nil and named in `suppressed`, and
    /// so is what would tell them.
    public func suppressed(below threshold: Int = 5) -> AnnualReport {
        var suppression = Suppression(self, below: threshold)
        var report = self
        for cell in suppression.run() {
            report.withhold(cell.figure, in: cell.cut, row: cell.row)
            let place = cell.cut == .total ? [cell.cut.rawValue] : [cell.cut.rawValue, self[cell.cut][cell.row].key]
            report.suppressed.append((place + [cell.figure.rawValue]).joined(separator: "."))
        }
        return report
    }
}
