public import Domain

/// An earlier run whose pairs are to be kept.
public struct MatchKeep: Sendable, Hashable, Codable {
    public var run: Code
    /// The points that a kept pair adds to the total, 0…1000; with 0 keeping only breaks ties.
    public var bonus: Int

    public init(run: Code, bonus: Int = 0) {
        self.run = run
        self.bonus = bonus
    }
}
