/// Takes an instance's edges one by one, so that a reader need never hold them in a wide form.
public struct InstanceBuilder: Sendable {
    private let agents: [Instance.Agent]
    private let seats: [Instance.Seat]
    private let seed: UInt64
    private var owners: [Int32] = []
    private var entries: [EdgeRows.Entry] = []

    public init(agents: [Instance.Agent], seats: [Instance.Seat], seed: UInt64 = 0) throws(InstanceError) {
        try Self.check(.agents, count: agents.count, limit: Limits.agents)
        try Self.check(.seats, count: seats.count, limit: Limits.seats)
        for (index, agent) in agents.enumerated() {
            try Self.check(.priority, at: index, value: agent.priority, allowed: Range(Limits.priority))
        }
        for (index, seat) in seats.enumerated() {
            try Self.check(.capacity, at: index, value: seat.capacity, allowed: Range(Limits.capacity))
        }
        try Self.checkDistinct(.agents, agents.map(\.key))
        try Self.checkDistinct(.seats, seats.map(\.key))
        self.agents = agents
        self.seats = seats
        self.seed = seed
    }

    public mutating func reserve(edges: Int) {
        let count = min(max(edges, 0), Limits.edges)
        owners.reserveCapacity(count)
        entries.reserveCapacity(count)
    }

    /// Adds a pair that the rules allow.
    public mutating func add(agent: Int, seat: Int, score: Int) throws(InstanceError) {
        let index = entries.count
        try Self.check(.edges, count: index + 1, limit: Limits.edges)
        try Self.check(.agents, at: index, value: agent, allowed: 0..<agents.count)
        try Self.check(.seats, at: index, value: seat, allowed: 0..<seats.count)
        try Self.check(.score, at: index, value: score, allowed: Range(Limits.score))
        owners.append(Int32(agent))
        entries.append(EdgeRows.Entry(seat: seat, score: score))
    }

    /// Refuses repeated pairs and locks that cannot be kept, and takes the forbidden pairs out.
    public consuming func finish(
        locked: [Instance.Pair] = [], forbidden: [Instance.Pair] = []
    ) throws(InstanceError) -> Instance {
        let forbidden = Set(forbidden)
        if !forbidden.isEmpty {
            removeForbidden(forbidden)
        }
        let rows = takeRows()
        try checkNoPairTwice(rows)
        let locks = try checkLocks(locked, rows)
        return Instance(agents: agents, seats: seats, rows: rows, locks: locks, seed: seed)
    }

    private mutating func removeForbidden(_ forbidden: Set<Instance.Pair>) {
        var kept = 0
        for index in entries.indices
        where !forbidden.contains(.init(agent: Int(owners[index]), seat: entries[index].seat)) {
            owners[kept] = owners[index]
            entries[kept] = entries[index]
            kept += 1
        }
        owners.removeSubrange(kept...)
        entries.removeSubrange(kept...)
    }

    /// Sorts the edges by agent (counting sort, stable), without moving any if they came so.
    private mutating func takeRows() -> EdgeRows {
        var starts = [Int32](repeating: 0, count: agents.count + 1)
        var sorted = true
        var previous: Int32 = 0
        for owner in owners {
            starts[Int(owner) + 1] += 1
            sorted = sorted && owner >= previous
            previous = owner
        }
        for agent in agents.indices {
            starts[agent + 1] += starts[agent]
        }
        if sorted {
            return EdgeRows(starts: starts, entries: entries)
        }
        var next = starts
        var placed = entries
        for (owner, entry) in zip(owners, entries) {
            placed[Int(next[Int(owner)])] = entry
            next[Int(owner)] += 1
        }
        return EdgeRows(starts: starts, entries: placed)
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
        for pair in locked {
            guard
                agents.indices.contains(pair.agent),
                rows.entries[rows.range(pair.agent)].contains(where: { $0.seat == pair.seat })
            else { throw .lockedNotEligible(agent: pair.agent, seat: pair.seat) }
            guard locks.updateValue(pair.seat, forKey: pair.agent) == nil else {
                throw .lockedTwice(agent: pair.agent)
            }
            taken[pair.seat, default: 0] += 1
            guard taken[pair.seat, default: 0] <= seats[pair.seat].capacity else {
                throw .lockedBeyondCapacity(seat: pair.seat, capacity: seats[pair.seat].capacity)
            }
        }
        return locks
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
        var first: [UInt64: Int] = Dictionary(minimumCapacity: keys.count)
        for (index, key) in keys.enumerated() {
            if let earlier = first.updateValue(index, forKey: key) {
                throw .repeatedKey(quantity, first: earlier, again: index)
            }
        }
    }
}
