/// What a set of tables no longer tells, of what is published now: counts of people that are not 0.
public struct InformationLoss: Sendable, Hashable, Codable {
    /// Small counts kept back.
    public let primary: Int
    /// Others kept back for their sake.
    public let complementary: Int
    /// All counts of people that are not 0, kept back or not.
    public let cells: Int
    /// The sum of the counts kept back.
    public let keptSum: Int
    /// The sum of all.
    public let sum: Int
    /// The weights of the complementary cells: what a suppression makes as small as it can.
    public let weight: Int

    public var kept: Int { primary + complementary }

    /// - Parameter cells: Of which it is told.
    init(_ problem: DisclosureProblem, keptBack: [Int], among cells: some Sequence<Int>) {
        let open = cells.filter { problem.cells[$0].standing == .open && problem.cells[$0].value > 0 }
        let kept = Set(keptBack).intersection(open)
        let complementary = kept.filter { !problem.isPrimary($0) }
        primary = kept.count - complementary.count
        self.complementary = complementary.count
        self.cells = open.count
        keptSum = kept.reduce(0) { $0 + problem.cells[$1].value }
        sum = open.reduce(0) { $0 + problem.cells[$1].value }
        weight = complementary.reduce(0) { $0 + problem.cells[$1].weight }
    }
}
