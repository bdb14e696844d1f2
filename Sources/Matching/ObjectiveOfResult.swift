extension Objective {
    /// What an assignment is worth in an instance.
    ///
    /// - Parameter seatOfAgent: for each agent the position of a seat it may take, or none.
    init(of seatOfAgent: [Int?], in instance: Instance) {
        var groupLoad = [Int](repeating: 0, count: instance.groups.count)
        var cohortLoad = [Int](repeating: 0, count: instance.cohorts.count)
        self.init(placedByPriority: Array(repeating: 0, count: 10), shortfall: 0, score: 0, kept: 0)
        for (agent, seat) in seatOfAgent.enumerated() {
            guard let seat else { continue }
            placedByPriority[instance.agents[agent].priority] += 1
            score += instance.score(agent: agent, seat: seat) ?? 0
            if instance.previous[agent] == seat {
                kept += 1
                score += instance.keepBonus
            }
            for group in instance.groups(of: seat) {
                groupLoad[group] += 1
            }
            if let cohort = instance.agents[agent].cohort {
                cohortLoad[cohort] += 1
            }
        }
        shortfall =
            zip(instance.groups, groupLoad).reduce(0) { $0 + max(0, $1.0.minimum - $1.1) }
            + zip(instance.cohorts, cohortLoad).reduce(0) { $0 + max(0, $1.0.minimum - $1.1) }
    }
}
