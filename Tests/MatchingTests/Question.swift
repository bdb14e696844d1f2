import Matching

/// An instance in the open form a test can shuffle, shrink and spoil.
struct Question {
    var agents: [Instance.Agent] = []
    var seats: [Instance.Seat] = []
    var groups: [Instance.Group] = []
    var cohorts: [Instance.Cohort] = []
    var edges: [Instance.Edge] = []
    var locked: [Instance.Pair] = []
    var forbidden: [Instance.Pair] = []
    var previous: [Instance.Pair] = []
    var keepBonus = 0
    var seed: UInt64 = 0

    var instance: Instance {
        get throws {
            try Instance(
                agents: agents, seats: seats, groups: groups, cohorts: cohorts, edges: edges, locked: locked,
                forbidden: forbidden, previous: previous, keepBonus: keepBonus, seed: seed)
        }
    }

    /// The pairs that may be chosen.
    var permitted: [Instance.Edge] {
        let forbidden = Set(forbidden)
        return edges.filter { !forbidden.contains(.init(agent: $0.agent, seat: $0.seat)) }
    }

    /// The groups around a seat, the innermost first.
    func groups(around seat: Int) -> [Int] {
        var found: [Int] = []
        var next = seats[seat].group
        while let group = next {
            found.append(group)
            next = groups[group].parent
        }
        return found
    }

    /// Whether the pairs, an agent's seat each, keep within all places and maxima.
    func hasRoom(for seatOfAgent: some Sequence<Int>) -> Bool {
        var load = Load(of: self)
        for seat in seatOfAgent {
            load.add(seat, of: self)
        }
        return load.isWithinBounds(of: self)
    }
}

/// How many are on each seat and in each group.
struct Load {
    var seats: [Int]
    var groups: [Int]

    init(of question: Question) {
        seats = question.seats.map { _ in 0 }
        groups = question.groups.map { _ in 0 }
    }

    mutating func add(_ seat: Int, of question: Question) {
        seats[seat] += 1
        for group in question.groups(around: seat) {
            groups[group] += 1
        }
    }

    func isWithinBounds(of question: Question) -> Bool {
        zip(seats, question.seats).allSatisfy { $0 <= $1.capacity }
            && zip(groups, question.groups).allSatisfy { $0 <= $1.maximum }
    }
}

extension Question {
    /// The same question written down in another order, and where each thing now stands.
    struct Reordered {
        var question: Question
        let agentAt: [Int]
        let seatAt: [Int]
        let groupAt: [Int]
        let cohortAt: [Int]
    }

    func shuffled(_ random: inout RandomSource) -> Reordered {
        let agentAt = Array(agents.indices).shuffled(using: &random)
        let seatAt = Array(seats.indices).shuffled(using: &random)
        let groupAt = Array(groups.indices).shuffled(using: &random)
        let cohortAt = Array(cohorts.indices).shuffled(using: &random)
        var other = self
        for (from, agent) in agents.enumerated() {
            other.agents[agentAt[from]] = .init(
                key: agent.key, priority: agent.priority, cohort: agent.cohort.map { cohortAt[$0] })
        }
        for (from, seat) in seats.enumerated() {
            other.seats[seatAt[from]] = .init(
                key: seat.key, capacity: seat.capacity, group: seat.group.map { groupAt[$0] })
        }
        for (from, group) in groups.enumerated() {
            other.groups[groupAt[from]] = .init(
                key: group.key, maximum: group.maximum, minimum: group.minimum,
                parent: group.parent.map { groupAt[$0] })
        }
        for (from, cohort) in cohorts.enumerated() {
            other.cohorts[cohortAt[from]] = cohort
        }
        func moved(_ pairs: [Instance.Pair]) -> [Instance.Pair] {
            pairs.map { .init(agent: agentAt[$0.agent], seat: seatAt[$0.seat]) }.shuffled(using: &random)
        }
        other.edges = edges.map {
            .init(agent: agentAt[$0.agent], seat: seatAt[$0.seat], score: $0.score, wish: $0.wish)
        }.shuffled(using: &random)
        other.locked = moved(locked)
        other.forbidden = moved(forbidden)
        other.previous = moved(previous)
        return Reordered(
            question: other, agentAt: agentAt, seatAt: seatAt, groupAt: groupAt, cohortAt: cohortAt)
    }

    /// The same question with new keys and another seed, which only ties may notice.
    func renamed(_ random: inout RandomSource) -> Question {
        var other = self
        other.seed = random.next()
        other.agents = agents.map { .init(key: random.next(), priority: $0.priority, cohort: $0.cohort) }
        other.seats = seats.map { .init(key: random.next(), capacity: $0.capacity, group: $0.group) }
        other.groups = groups.map {
            .init(key: random.next(), maximum: $0.maximum, minimum: $0.minimum, parent: $0.parent)
        }
        other.cohorts = cohorts.map { .init(key: random.next(), minimum: $0.minimum) }
        return other
    }
}
