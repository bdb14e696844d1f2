/// The residual graph of the agents inserted so far, and the search that inserts one more.
///
/// Kept between insertions: agent price + seat price ≥ weight for every pair of an inserted agent, with equality where the
/// agent sits; only a full seat has a price; an inserted agent without a seat has price 0. So what is seated is always a
/// heaviest result for those inserted. All positions are canonical ones.
struct ShortestPaths: Sendable {
    private let rows: EdgeRows
    private let classWeights: [Int64]
    private var free: [Int32]
    private(set) var agentPrices: [Int64]
    private(set) var seatPrices: [Int64]
    /// The seat each agent has, or −1.
    private(set) var seatOfAgent: [Int32]

    // Who sits on a seat: a doubly linked list through the agents.
    private var firstOnSeat: [Int32]
    private var nextOnSeat: [Int32]
    private var previousOnSeat: [Int32]

    // The search under way; what an older generation left behind counts as untouched.
    private var generation: UInt32 = 0
    private var touched: [UInt32]
    private var distance: [Int64]
    private var reachedFrom: [Int32]
    private var settledSeats: [Int32] = []
    private var settledAgents: [(agent: Int32, distance: Int64)] = []
    private var heap = SeatHeap()
    private var end = End.unplaced(agent: 0, distance: 0)

    /// Where the cheapest path found so far ends: on a free place, or with somebody who gives up being placed.
    private enum End {
        case free(seat: Int, distance: Int64)
        case unplaced(agent: Int, distance: Int64)

        var distance: Int64 {
            switch self {
            case .free(_, let distance), .unplaced(_, let distance): distance
            }
        }
    }

    init(rows: EdgeRows, classWeights: [Int64], free: [Int32]) {
        let (agents, seats) = (classWeights.count, free.count)
        self.rows = rows
        self.classWeights = classWeights
        self.free = free
        agentPrices = Array(repeating: 0, count: agents)
        seatPrices = Array(repeating: 0, count: seats)
        seatOfAgent = Array(repeating: -1, count: agents)
        firstOnSeat = Array(repeating: -1, count: seats)
        nextOnSeat = Array(repeating: -1, count: agents)
        previousOnSeat = Array(repeating: -1, count: agents)
        touched = Array(repeating: 0, count: seats)
        distance = Array(repeating: 0, count: seats)
        reachedFrom = Array(repeating: -1, count: seats)
    }

    /// Takes one more agent in, moving others along the cheapest path where that is worth it.
    mutating func insert(_ agent: Int) {
        agentPrices[agent] = bestOffer(agent)
        guard agentPrices[agent] > 0 else { return }
        search(from: agent)
        reprice(from: agent)
        augment(from: agent)
    }

    /// The most the agent can get at present prices; 0 is staying without.
    private func bestOffer(_ agent: Int) -> Int64 {
        var best: Int64 = 0
        for entry in rows.entries[rows.range(agent)] {
            best = max(best, classWeights[agent] + Int64(entry.score) - seatPrices[entry.seat])
        }
        return best
    }

    /// Dijkstra over seats; an agent on a seat is as far away as the seat, since its own pair is tight.
    private mutating func search(from agent: Int) {
        generation += 1
        heap.removeAll()
        settledSeats.removeAll(keepingCapacity: true)
        settledAgents.removeAll(keepingCapacity: true)
        end = .unplaced(agent: agent, distance: agentPrices[agent])
        scan(agent, at: 0)
        while let (at, seat) = heap.pop(), at < end.distance {
            guard at == distance[seat] else { continue }
            settledSeats.append(Int32(seat))
            var sitting = firstOnSeat[seat]
            while sitting >= 0 {
                settledAgents.append((sitting, at))
                let givingUp = at + agentPrices[Int(sitting)]
                if givingUp < end.distance {
                    end = .unplaced(agent: Int(sitting), distance: givingUp)
                }
                scan(Int(sitting), at: at)
                sitting = nextOnSeat[Int(sitting)]
            }
        }
    }

    private mutating func scan(_ agent: Int, at base: Int64) {
        let own = Int(seatOfAgent[agent])
        let offset = base + agentPrices[agent] - classWeights[agent]
        var nearest = end.distance
        for index in rows.range(agent) {
            let entry = rows.entries[index]
            let seat = entry.seat
            let through = offset + seatPrices[seat] - Int64(entry.score)
            guard through < nearest, seat != own else { continue }
            if free[seat] > 0 {
                nearest = through
                end = .free(seat: seat, distance: through)
                reachedFrom[seat] = Int32(agent)
            } else if touched[seat] != generation || through < distance[seat] {
                touched[seat] = generation
                distance[seat] = through
                reachedFrom[seat] = Int32(agent)
                heap.push(distance: through, seat: seat)
            }
        }
    }

    /// Moves prices along, so that the path becomes tight and nothing becomes cheaper than allowed.
    private mutating func reprice(from agent: Int) {
        let length = end.distance
        guard length > 0 else { return }
        agentPrices[agent] -= length
        for (agent, at) in settledAgents {
            agentPrices[Int(agent)] -= length - at
        }
        for seat in settledSeats {
            seatPrices[Int(seat)] += length - distance[Int(seat)]
        }
    }

    /// Seats everybody on the path one step on, from its end back to the new agent.
    private mutating func augment(from agent: Int) {
        var seat: Int
        switch end {
        case .unplaced(agent, _):
            return
        case .unplaced(let loser, _):
            seat = Int(seatOfAgent[loser])
            leave(loser)
        case .free(let open, _):
            free[open] -= 1
            seat = open
        }
        while true {
            let mover = Int(reachedFrom[seat])
            let left = Int(seatOfAgent[mover])
            if left >= 0 {
                leave(mover)
            }
            sit(mover, on: seat)
            if mover == agent { return }
            seat = left
        }
    }

    private mutating func sit(_ agent: Int, on seat: Int) {
        let head = firstOnSeat[seat]
        nextOnSeat[agent] = head
        previousOnSeat[agent] = -1
        if head >= 0 {
            previousOnSeat[Int(head)] = Int32(agent)
        }
        firstOnSeat[seat] = Int32(agent)
        seatOfAgent[agent] = Int32(seat)
    }

    private mutating func leave(_ agent: Int) {
        let (before, after) = (previousOnSeat[agent], nextOnSeat[agent])
        if before >= 0 {
            nextOnSeat[Int(before)] = after
        } else {
            firstOnSeat[Int(seatOfAgent[agent])] = after
        }
        if after >= 0 {
            previousOnSeat[Int(after)] = before
        }
        seatOfAgent[agent] = -1
    }
}
