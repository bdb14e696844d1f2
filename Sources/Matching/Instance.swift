/// A question to the engine: who may take which seat, at what score, within which bounds.
///
/// The objective, strictly in this order: most agents placed in class 9, then 8, … then 0; the least total shortfall of the
/// wanted minima; the highest total score with bonuses; the most previous pairs kept; and among results equal in all of
/// that, one drawn by `seed` and the keys, never by the order in which things were handed in.
public struct Instance: Sendable {
    /// Somebody to be placed once.
    public struct Agent: Sendable, Hashable {
        /// Stable identity for the tie-break; distinct within an instance.
        public let key: UInt64
        /// 0…9, 9 is placed first.
        public let priority: Int
        /// The position of the cohort it belongs to, or none.
        public let cohort: Int?

        public init(key: UInt64, priority: Int = 0, cohort: Int? = nil) {
            self.key = key
            self.priority = priority
            self.cohort = cohort
        }
    }

    /// Something with places to give.
    public struct Seat: Sendable, Hashable {
        /// Stable identity for the tie-break; distinct within an instance.
        public let key: UInt64
        /// How many agents it takes, 0…1,000,000.
        public let capacity: Int
        /// The position of the innermost group it belongs to, or none.
        public let group: Int?

        public init(key: UInt64, capacity: Int = 1, group: Int? = nil) {
            self.key = key
            self.capacity = capacity
            self.group = group
        }
    }

    /// Seats and other groups with a bound in common: a slot with a share set aside, a supervisor, a unit. Groups nest: each
    /// lies in at most one other, `Limits.depth` deep at most. A supervisor in two units would not nest, and the question
    /// would be three-dimensional matching, which nobody can solve exactly at size.
    public struct Group: Sendable, Hashable {
        /// Stable identity for the tie-break; distinct among the groups.
        public let key: UInt64
        /// The most agents on all its seats together.
        public let maximum: Int
        /// The fewest wanted; whatever lacks is shortfall, and never a reason to place fewer elsewhere.
        public let minimum: Int
        /// The position of the group it lies in, or none.
        public let parent: Int?

        public init(key: UInt64, maximum: Int, minimum: Int = 0, parent: Int? = nil) {
            self.key = key
            self.maximum = maximum
            self.minimum = minimum
            self.parent = parent
        }
    }

    /// Agents of whom a number is wanted placed together: those of one referrer.
    public struct Cohort: Sendable, Hashable {
        /// Stable identity for the tie-break; distinct among the cohorts.
        public let key: UInt64
        /// The fewest wanted; whatever lacks is shortfall.
        public let minimum: Int

        public init(key: UInt64, minimum: Int) {
            self.key = key
            self.minimum = minimum
        }
    }

    /// An agent and a seat, by their positions.
    public struct Pair: Sendable, Hashable {
        public let agent: Int
        public let seat: Int

        public init(agent: Int, seat: Int) {
            self.agent = agent
            self.seat = seat
        }
    }

    /// A pair that the rules allow, and what it is worth.
    public struct Edge: Sendable, Hashable {
        public let agent: Int
        public let seat: Int
        /// What the optimum maximises, and what a seat ranks by in stable mode, 0…1000.
        public let score: Int
        /// What the agent ranks by in stable mode, 0…1000; the optimum takes no notice of it.
        public let wish: Int

        public init(agent: Int, seat: Int, score: Int, wish: Int = 0) {
            self.agent = agent
            self.seat = seat
            self.score = score
            self.wish = wish
        }
    }

    public let agents: [Agent]
    public let seats: [Seat]
    public let groups: [Group]
    public let cohorts: [Cohort]
    public let seed: UInt64
    /// For each agent, the seat it must have (its position), or none.
    public let locks: [Int: Int]
    /// For each agent, the seat it had before, where it may have it again.
    public let previous: [Int: Int]
    /// The points that keeping a previous pair adds to the total, 0…1000.
    public let keepBonus: Int
    /// The smallest units that keep the levels of the objective apart.
    let units: ObjectiveUnits
    package let rows: EdgeRows

    /// Checks everything that can be wrong with a question.
    ///
    /// - Parameters:
    ///   - edges: every pair at most once, in any order.
    ///   - locked: pairs that must be in the result; each must be among the edges.
    ///   - forbidden: pairs that must not be; one that is no edge anyway is let pass.
    ///   - previous: the pairs of an earlier result, an agent at most once; one that is no edge any more is let pass.
    public init(
        agents: [Agent], seats: [Seat], groups: [Group] = [], cohorts: [Cohort] = [], edges: [Edge],
        locked: [Pair] = [], forbidden: [Pair] = [], previous: [Pair] = [], keepBonus: Int = 0, seed: UInt64 = 0
    ) throws(InstanceError) {
        var builder = try InstanceBuilder(
            agents: agents, seats: seats, groups: groups, cohorts: cohorts,
            withWishes: edges.contains { $0.wish != 0 }, seed: seed)
        builder.reserve(edges: edges.count)
        for edge in edges {
            try builder.add(agent: edge.agent, seat: edge.seat, score: edge.score, wish: edge.wish)
        }
        self = try builder.finish(locked: locked, forbidden: forbidden, previous: previous, keepBonus: keepBonus)
    }

    init(
        agents: [Agent], seats: [Seat], groups: [Group], cohorts: [Cohort], rows: EdgeRows, locks: [Int: Int],
        previous: [Int: Int], keepBonus: Int, units: ObjectiveUnits, seed: UInt64
    ) {
        self.agents = agents
        self.seats = seats
        self.groups = groups
        self.cohorts = cohorts
        self.rows = rows
        self.locks = locks
        self.previous = previous
        self.keepBonus = keepBonus
        self.units = units
        self.seed = seed
    }

    /// The number of pairs that may be chosen; forbidden ones are not counted.
    public var edgeCount: Int { rows.entries.count }

    /// What the pair is worth, or nothing if it may not be chosen.
    public func score(agent: Int, seat: Int) -> Int? {
        for entry in rows.entries[rows.range(agent)] where entry.seat == seat {
            return entry.score
        }
        return nil
    }

    /// The pairs of one agent that may be chosen.
    public func edges(of agent: Int) -> [Edge] {
        rows.range(agent).map { index in
            Edge(
                agent: agent, seat: rows.entries[index].seat, score: rows.entries[index].score,
                wish: rows.wish(index))
        }
    }

    /// The groups that a seat lies in, the innermost first.
    public func groups(of seat: Int) -> some Sequence<Int> {
        sequence(state: seats[seat].group) { next in
            guard let group = next else { return nil }
            next = groups[group].parent
            return group
        }
    }

    /// The same question with one more pair locked.
    public func locking(_ pair: Pair) throws(InstanceError) -> Instance {
        if locks[pair.agent] == pair.seat { return self }
        var builder = try InstanceBuilder(
            agents: agents, seats: seats, groups: groups, cohorts: cohorts, withWishes: !rows.wishes.isEmpty, seed: seed
        )
        for agent in agents.indices {
            for edge in edges(of: agent) {
                try builder.add(agent: edge.agent, seat: edge.seat, score: edge.score, wish: edge.wish)
            }
        }
        return try builder.finish(
            locked: locks.map { Pair(agent: $0, seat: $1) } + [pair],
            previous: previous.map { Pair(agent: $0, seat: $1) }, keepBonus: keepBonus)
    }
}
