/// What of a set of tables is kept back, with the proof that it is enough.
public struct Publication: Sendable, Hashable {
    /// The numbers of the cells to be kept back now, ascending.
    public let keptBack: [Int]
    /// Numbers of presumed cells that the protection rests on the reader not knowing, ascending; mostly none.
    public let givenUp: [Int]
    public let loss: InformationLoss
    /// Ends of intervals for which no other whole-number report was found: there the proof is the audit's alone.
    public let unwitnessed: Int
    public let audit: DisclosureAudit

    /// Decides what to keep back, and has it audited.
    ///
    /// - Parameter extent: How much of each interval is asked for.
    /// - Throws: ``DisclosureRefusal/exposed(_:)`` where earlier publications leave no way to protect a cell.
    public init(of problem: DisclosureProblem, audit extent: DisclosureAudit.Extent = .whole) throws(DisclosureRefusal)
    {
        let suppression = try Suppression(of: problem)
        keptBack = suppression.keptBack
        givenUp = suppression.givenUp
        unwitnessed = suppression.unwitnessed
        loss = InformationLoss(problem, keptBack: keptBack, among: problem.cells.indices)
        audit = DisclosureAudit(of: problem, keptBack: keptBack + givenUp, extent)
        guard audit.failures.isEmpty else { throw .refused(audit.failures.map { problem.cells[$0].name }) }
    }
}
