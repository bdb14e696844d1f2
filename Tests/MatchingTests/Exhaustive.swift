import Matching

/// The other method: every way of filling the places, agent by agent, with the objective compared level by level as it is
/// stated; no weights, prices or paths. For at most 7 agents, 10 seats and 8 cohorts.
func exhaustiveOptimum(_ question: Question) -> Levels {
    let permitted = Dictionary(grouping: question.permitted, by: \.agent)
    let locks = Dictionary(uniqueKeysWithValues: question.locked.map { ($0.agent, $0.seat) })
    let previous = Set(question.previous)
    let bounds = Bounds(question)
    // How many are on each seat and from each cohort → the most that the agents so far can have reached with it.
    var best: [Counts: Reached] = [Counts(): Reached()]
    for (agent, properties) in question.agents.enumerated() {
        var next: [Counts: Reached] = locks[agent] == nil ? best : [:]
        for edge in permitted[agent, default: []] where locks[agent].map({ $0 == edge.seat }) ?? true {
            let isKept = previous.contains(.init(agent: agent, seat: edge.seat))
            let points = edge.score + (isKept ? question.keepBonus : 0)
            for (counts, reached) in best {
                var more = counts
                more.seats += 1 << (3 * UInt64(edge.seat))
                guard bounds.allow(more) else { continue }
                if let cohort = properties.cohort {
                    more.cohorts += 1 << (3 * UInt64(cohort))
                }
                let worth = reached.adding(priority: properties.priority, points: points, isKept: isKept)
                next[more] = max(next[more] ?? worth, worth)
            }
        }
        best = next
    }
    return best.map { $1.levels(lacking: bounds.lacking($0)) }.max() ?? Levels(values: [])
}

/// How many are on each seat and from each cohort; three bits each, so that the search has small keys.
private struct Counts: Hashable {
    var seats: UInt64 = 0
    var cohorts: UInt64 = 0
}

/// Placed by class, three bits each with class 9 first, then points, then kept: in order of the levels but the shortfall,
/// which the counts alone decide.
private struct Reached: Comparable {
    var classes: UInt64 = 0
    var points = 0
    var kept = 0

    func adding(priority: Int, points more: Int, isKept: Bool) -> Reached {
        Reached(
            classes: classes + 1 << (3 * UInt64(priority)), points: points + more, kept: kept + (isKept ? 1 : 0))
    }

    static func < (left: Reached, right: Reached) -> Bool {
        (left.classes, left.points, left.kept) < (right.classes, right.points, right.kept)
    }

    func levels(lacking: Int) -> Levels {
        let counts = (0..<10).reversed().map { Int(classes >> (3 * UInt64($0)) & 7) }
        return Levels(values: counts + [-lacking, points, kept])
    }
}

/// What the seats, groups and cohorts bound.
private struct Bounds {
    let question: Question
    /// The seats in each group.
    let members: [[Int]]

    init(_ question: Question) {
        self.question = question
        members = question.groups.indices.map { group in
            question.seats.indices.filter { question.groups(around: $0).contains(group) }
        }
    }

    private func on(_ seat: Int, _ counts: Counts) -> Int {
        Int(counts.seats >> (3 * UInt64(seat)) & 7)
    }

    private func within(_ group: Int, _ counts: Counts) -> Int {
        members[group].reduce(0) { $0 + on($1, counts) }
    }

    func allow(_ counts: Counts) -> Bool {
        question.seats.indices.allSatisfy { on($0, counts) <= question.seats[$0].capacity }
            && question.groups.indices.allSatisfy { within($0, counts) <= question.groups[$0].maximum }
    }

    func lacking(_ counts: Counts) -> Int {
        var sum = 0
        for (group, bound) in question.groups.enumerated() {
            sum += max(0, bound.minimum - within(group, counts))
        }
        for (cohort, bound) in question.cohorts.enumerated() {
            sum += max(0, bound.minimum - Int(counts.cohorts >> (3 * UInt64(cohort)) & 7))
        }
        return sum
    }
}
