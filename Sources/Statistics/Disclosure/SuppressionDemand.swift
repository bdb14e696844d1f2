/// One end of what must stay possible: that the cell changes by at least so much, up if it is positive, down if negative.
struct SuppressionDemand: Hashable {
    let cell: Int
    let change: Int

    func isMet(by witness: SuppressionWitness) -> Bool {
        guard let made = witness.changes[cell] else { return false }
        return change > 0 ? made >= Double(change) : made <= Double(change)
    }
}

/// Another report that a reader could not tell from the true one, as what it changes.
struct SuppressionWitness: Hashable {
    /// By cell, none of them 0.
    let changes: [Int: Double]
    /// In whole numbers and checked, bond by bond; otherwise it shows no more than that fractions would do.
    let isWhole: Bool
}
