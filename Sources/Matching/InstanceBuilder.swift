/// Takes an instance's edges one by one, so that a reader need never hold them in a wide form.
public struct InstanceBuilder: Sendable {
    private let agents: [Instance.Agent]
    private let seats: [Instance.Seat]
    private let groups: [Instance.Group]
    private let cohorts: [Instance.Cohort]
    private let seed: UInt64
    private let withWishes: Bool
    private var edges: EdgeCollector

    /// - Parameter withWishes: keep the agents' wishes too, which only stable mode needs.
    public init(
        agents: [Instance.Agent], seats: [Instance.Seat], groups: [Instance.Group] = [],
        cohorts: [Instance.Cohort] = [], withWishes: Bool = false, seed: UInt64 = 0
    ) throws(InstanceError) {
        try Self.check(.agents, count: agents.count, limit: Limits.agents)
        try Self.check(.seats, count: seats.count, limit: Limits.seats)
        try Self.check(.groups, count: groups.count, limit: Limits.groups)
        try Self.check(.cohorts, count: cohorts.count, limit: Limits.cohorts)
        for (index, agent) in agents.enumerated() {
            try Self.check(.priority, at: index, value: agent.priority, allowed: Range(Limits.priority))
            if let cohort = agent.cohort {
                try Self.check(.cohorts, at: index, value: cohort, allowed: 0..<cohorts.count)
            }
        }
        for (index, seat) in seats.enumerated() {
            try Self.check(.capacity, at: index, value: seat.capacity, allowed: Range(Limits.capacity))
            if let group = seat.group {
                try Self.check(.groups, at: index, value: group, allowed: 0..<groups.count)
            }
        }
        for (index, group) in groups.enumerated() {
            try Self.check(.maximum, at: index, value: group.maximum, allowed: Range(Limits.capacity))
            try Self.check(.minimum, at: index, value: group.minimum, allowed: Range(Limits.capacity))
            if let parent = group.parent {
                try Self.check(.groups, at: index, value: parent, allowed: 0..<groups.count)
            }
        }
        for (index, cohort) in cohorts.enumerated() {
            try Self.check(.minimum, at: index, value: cohort.minimum, allowed: Range(Limits.capacity))
        }
        try Self.checkDistinct(.agents, agents.map(\.key))
        try Self.checkDistinct(.seats, seats.map(\.key))
        try Self.checkDistinct(.groups, groups.map(\.key))
        try Self.checkDistinct(.cohorts, cohorts.map(\.key))
        try Self.checkNesting(groups)
        self.agents = agents
        self.seats = seats
        self.groups = groups
        self.cohorts = cohorts
        self.withWishes = withWishes
        self.seed = seed
        edges = EdgeCollector(agents: agents.count, withWishes: withWishes)
    }

    public mutating func reserve(edges: Int) {
        self.edges.reserve(min(max(edges, 0), Limits.edges))
    }

    /// Adds a pair that the rules allow.
    public mutating func add(agent: Int, seat: Int, score: Int, wish: Int = 0) throws(InstanceError) {
        let index = edges.count
        try Self.check(.edges, count: index + 1, limit: Limits.edges)
        try Self.check(.agents, at: index, value: agent, allowed: 0..<agents.count)
        try Self.check(.seats, at: index, value: seat, allowed: 0..<seats.count)
        try Self.check(.score, at: index, value: score, allowed: Range(Limits.score))
        if withWishes {
            try Self.check(.wish, at: index, value: wish, allowed: Range(Limits.score))
        }
        edges.add(agent: agent, entry: EdgeRows.Entry(seat: seat, score: score), wish: UInt16(truncatingIfNeeded: wish))
    }

    /// Refuses repeated pairs and locks that cannot be kept, and takes the forbidden pairs out.
    public consuming func finish(
        locked: [Instance.Pair] = [], forbidden: [Instance.Pair] = [], previous: [Instance.Pair] = [],
        keepBonus: Int = 0
    ) throws(InstanceError) -> Instance {
        try Self.check(.keepBonus, at: 0, value: keepBonus, allowed: Range(Limits.score))
        let rows = edges.rows(without: forbidden)
        try checkNoPairTwice(rows)
        let locks = try checkLocks(locked, rows)
        let seatBefore = try checkPrevious(previous, rows)
        let span = ObjectiveSpan(
            agents: agents, seats: seats, groups: groups, cohorts: cohorts, previous: seatBefore.count,
            keepBonus: keepBonus)
        guard let units = ObjectiveUnits(span) else { throw .objectiveTooLarge }
        return Instance(
            agents: agents, seats: seats, groups: groups, cohorts: cohorts, rows: rows, locks: locks,
            previous: seatBefore, keepBonus: keepBonus, units: units, seed: seed)
    }

    private func checkNoPairTwice(_ rows: EdgeRows) throws(InstanceError) {
        var lastAgent = [Int32](repeating: -1, count: seats.count)
        for agent in agents.indices {
            for index in rows.range(agent) {
                let seat = rows.entries[index].seat
                guard lastAgent[seat] != Int32(agent) else {
                    throw .repeatedPair(agent: agent, seat: seat)
                }
                lastAgent[seat] = Int32(agent)
            }
        }
    }

    private func checkLocks(_ locked: [Instance.Pair], _ rows: EdgeRows) throws(InstanceError) -> [Int: Int] {
        var locks: [Int: Int] = [:]
        var taken: [Int: Int] = [:]
        var takenInGroup: [Int: Int] = [:]
        for pair in locked {
            guard isEdge(pair, rows) else { throw .lockedNotEligible(agent: pair.agent, seat: pair.seat) }
            guard locks.updateValue(pair.seat, forKey: pair.agent) == nil else {
                throw .lockedTwice(agent: pair.agent)
            }
            taken[pair.seat, default: 0] += 1
            guard taken[pair.seat, default: 0] <= seats[pair.seat].capacity else {
                throw .lockedBeyondCapacity(seat: pair.seat, capacity: seats[pair.seat].capacity)
            }
            var next = seats[pair.seat].group
            while let group = next {
                takenInGroup[group, default: 0] += 1
                guard takenInGroup[group, default: 0] <= groups[group].maximum else {
                    throw .lockedBeyondMaximum(group: group, maximum: groups[group].maximum)
                }
                next = groups[group].parent
            }
        }
        return locks
    }

    private func checkPrevious(_ previous: [Instance.Pair], _ rows: EdgeRows) throws(InstanceError) -> [Int: Int] {
        var seatBefore: [Int: Int] = [:]
        var seen: Set<Int> = []
        for pair in previous {
            guard seen.insert(pair.agent).inserted else { throw .previousTwice(agent: pair.agent) }
            if isEdge(pair, rows) {
                seatBefore[pair.agent] = pair.seat
            }
        }
        return seatBefore
    }

    private func isEdge(_ pair: Instance.Pair, _ rows: EdgeRows) -> Bool {
        agents.indices.contains(pair.agent)
            && rows.entries[rows.range(pair.agent)].contains { $0.seat == pair.seat }
    }

    /// Every group must come to an end within the depth that is allowed; a circle does not.
    private static func checkNesting(_ groups: [Instance.Group]) throws(InstanceError) {
        for index in groups.indices {
            var depth = 1
            var next = groups[index].parent
            while let parent = next {
                depth += 1
                guard depth <= Limits.depth else { throw .nestedTooDeep(group: index, limit: Limits.depth) }
                next = groups[parent].parent
            }
        }
    }

    private static func check(
        _ quantity: InstanceError.Quantity, count: Int, limit: Int
    ) throws(InstanceError) {
        guard count <= limit else { throw .tooMany(quantity, count: count, limit: limit) }
    }

    private static func check(
        _ quantity: InstanceError.Quantity, at index: Int, value: Int, allowed: Range<Int>
    ) throws(InstanceError) {
        guard allowed.contains(value) else { throw .outOfRange(quantity, at: index, value: value, allowed: allowed) }
    }

    private static func checkDistinct(_ quantity: InstanceError.Quantity, _ keys: [UInt64]) throws(InstanceError) {
        // Keys that come sorted, as a folder's do, need no table.
        if zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) { return }
        var first: [UInt64: Int] = Dictionary(minimumCapacity: keys.count)
        for (index, key) in keys.enumerated() {
            if let earlier = first.updateValue(index, forKey: key) {
                throw .repeatedKey(quantity, first: earlier, again: index)
            }
        }
    }
}
