/// What a result is worth, level by level; a greater one is better.
public struct Objective: Sendable, Hashable, Comparable, Codable {
    /// How many are placed in each class, 0…9; class 9 weighs most.
    public var placedByPriority: [Int]
    /// How many persons lack in all wanted minima together; fewer is better.
    public var shortfall: Int
    /// The sum of the placed pairs' scores, and of the bonuses for previous pairs kept.
    public var score: Int
    /// How many previous pairs are kept; more is fewer changes.
    public var kept: Int

    public init(placedByPriority: [Int], shortfall: Int, score: Int, kept: Int) {
        self.placedByPriority = placedByPriority
        self.shortfall = shortfall
        self.score = score
        self.kept = kept
    }

    public var placed: Int { placedByPriority.reduce(0, +) }

    private var levels: [Int] { placedByPriority.reversed() + [-shortfall, score, kept] }

    public static func < (left: Objective, right: Objective) -> Bool {
        left.levels.lexicographicallyPrecedes(right.levels)
    }
}
