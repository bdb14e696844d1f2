/// An optimum kept open, so that "what if" is answered from it instead of from nothing.
///
/// After every change each level of the objective is what solving anew would give, and `solution` carries its proof. Among
/// results equal in all levels the one at hand depends on the way it was come to: what is to be decided is solved anew.
public struct Reoptimizer: Sendable {
    /// What forcing one pair would do.
    public struct Forced: Sendable, Equatable {
        /// The best that remains when the pair must be in the result.
        public let objective: Objective
        /// Everybody whose seat would change: the forced agent and the chain displaced, by agent.
        public let moves: [Move]
    }

    /// An agent's seat before and after.
    public struct Move: Sendable, Hashable {
        public let agent: Int
        public let from: Int?
        public let to: Int?
    }

    var allocation: Allocation
    /// The question as it stands, but for its edges and locks, which the allocation has.
    var agents: [Instance.Agent]
    var seats: [Instance.Seat]
    var groups: [Instance.Group]
    var cohorts: [Instance.Cohort]
    private let previous: [Int: Int]
    private let keepBonus: Int
    private let seed: UInt64
    var places: Int

    /// Solves the instance.
    public init(_ instance: Instance) {
        let units = ObjectiveUnits(instance.units.span.withRoom) ?? instance.units
        self.init(instance, Allocation(instance, units: units))
        allocation.solve()
    }

    /// Solves an instance that differs from an earlier one in anything, from the earlier one's prices and pairs; agents,
    /// seats, groups and cohorts are recognised by their keys.
    public init(_ instance: Instance, from earlier: Reoptimizer) {
        let units = earlier.allocation.residual.network.units
        guard units.hold(instance.units) else {
            self.init(instance)
            return
        }
        self.init(instance, Allocation(instance, units: units))
        allocation.solve(from: earlier, for: instance)
    }

    private init(_ instance: Instance, _ allocation: Allocation) {
        self.allocation = allocation
        agents = instance.agents
        seats = instance.seats
        groups = instance.groups
        cohorts = instance.cohorts
        previous = instance.previous
        keepBonus = instance.keepBonus
        seed = instance.seed
        places = instance.seats.reduce(0) { $0 + $1.capacity }
    }

    public var objective: Objective { allocation.objective() }

    public var solution: Solution { allocation.solution() }

    public var seatOfAgent: [Int?] { allocation.seatOfAgent() }

    /// The question as it stands.
    public func instance() throws(InstanceError) -> Instance {
        var builder = try InstanceBuilder(agents: agents, seats: seats, groups: groups, cohorts: cohorts, seed: seed)
        var locked: [Instance.Pair] = []
        let network = allocation.residual.network
        let layout = allocation.layout
        for (agent, position) in layout.agentPositions.enumerated() {
            for index in network.rows.range(Int(position)) {
                let entry = network.rows.entries[index]
                try builder.add(
                    agent: agent, seat: Int(layout.seats[entry.target - network.groupCount]), score: entry.score)
            }
            let node = allocation.lockedNode[Int(position)]
            if node >= 0 {
                locked.append(.init(agent: agent, seat: Int(layout.seats[Int(node) - network.groupCount])))
            }
        }
        return try builder.finish(
            locked: locked, previous: previous.map { .init(agent: $0, seat: $1) }, keepBonus: keepBonus)
    }

    /// What it would cost to have this pair in the result; nothing if it may not be chosen or a lock stands against it.
    public func forcing(agent: Int, seat: Int) -> Forced? {
        var other = self
        do {
            try other.apply(.lock(.init(agent: agent, seat: seat)))
        } catch {
            return nil
        }
        let moves = agents.indices.compactMap { agent -> Move? in
            let (from, to) = (allocation.seat(of: agent), other.allocation.seat(of: agent))
            return from == to ? nil : Move(agent: agent, from: from, to: to)
        }
        return Forced(objective: other.objective, moves: moves)
    }
}
