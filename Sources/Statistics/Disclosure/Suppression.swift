/// Which cells to keep back so that no small count can be reckoned out, at as little loss as it finds.
///
/// For either end of every interval that must stay possible there is another report, found by ``WitnessSearch``, that a reader
/// could not tell from the true one; what it changes is kept back. So the protection is shown case by case, in whole numbers.
struct Suppression {
    /// Cells to be kept back now, ascending.
    private(set) var keptBack: [Int] = []
    /// Presumed cells that the reader must not know, ascending.
    private(set) var givenUp: [Int] = []
    /// Demands that only a report with fractions meets.
    private(set) var unwitnessed = 0

    /// Above this many cells, a component is worked on once only.
    static let once = 800

    init(of problem: DisclosureProblem) throws(DisclosureRefusal) {
        let zeros = ZeroPattern(problem)
        var exposed: [Int] = []
        for component in SuppressionComponent.all(of: problem) {
            var best: SuppressionRun?
            // The order in which demands are met sways what is found: from either end.
            for isReversed in component.cells.count > Self.once ? [true] : [true, false] {
                var run = SuppressionRun(component, problem, zeros)
                run.protect(isReversed: isReversed)
                guard run.exposed.isEmpty else {
                    best = run
                    break
                }
                run.improve()
                if best.map({ run.weight < $0.weight }) ?? true { best = run }
            }
            guard let best else { continue }
            exposed += best.exposed.map { component.cells[$0] }
            unwitnessed += best.unwitnessed
            for cell in best.kept.map({ component.cells[$0] }) {
                switch problem.cells[cell].standing {
                case .open: keptBack.append(cell)
                case .presumed: givenUp.append(cell)
                case .keptBack, .shown: break
                }
            }
        }
        guard exposed.isEmpty else { throw .exposed(exposed.sorted().map { problem.cells[$0].name }) }
        keptBack.sort()
        givenUp.sort()
    }
}
