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

extension Objective {
    /// Counts what an assignment is worth.
    ///
    /// - Parameter seatOfAgent: for each agent the position of an eligible seat, or none.
    public init(of seatOfAgent: [Int?], in instance: Instance) {
        self.init(placedByPriority: Array(repeating: 0, count: 10), shortfall: 0, score: 0, kept: 0)
        var groupLoads = [Int](repeating: 0, count: instance.groups.count)
        var cohortLoads = [Int](repeating: 0, count: instance.cohorts.count)
        for (agent, seat) in seatOfAgent.enumerated() {
            guard let seat else { continue }
            placedByPriority[instance.agents[agent].priority] += 1
            score += instance.score(agent: agent, seat: seat) ?? 0
            if !instance.previous.isEmpty, instance.previous[agent] == seat {
                score += instance.keepBonus
                kept += 1
            }
            if !instance.groups.isEmpty {
                for group in instance.groups(of: seat) {
                    groupLoads[group] += 1
                }
            }
            if let cohort = instance.agents[agent].cohort {
                cohortLoads[cohort] += 1
            }
        }
        shortfall =
            zip(instance.groups, groupLoads).reduce(0) { $0 + max(0, $1.0.minimum - $1.1) }
            + zip(instance.cohorts, cohortLoads).reduce(0) { $0 + max(0, $1.0.minimum - $1.1) }
    }
}
