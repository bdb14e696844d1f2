/// A largest matching of agents to seats, the highest classes first, bounds of groups left aside; and what is over-demanded.
///
/// Class by class: a greedy start that takes the least sought seat, then augmenting paths by depth-first search with
/// lookahead (Pothen and Fan 1990), in phases until one finds none. A path only ever moves those seated before, so that
/// no class loses to a later one: placeable sets form a matroid.
struct LargestMatching {
    private let network: Network
    private let room: [Int32]
    /// The seat's node of each agent, or `Network.outside`.
    private(set) var seatOfAgent: [Int32]
    /// Who has each place of a seat; a seat's places lie together, from `firstPlace`.
    private(set) var occupants: [Int32]
    private(set) var firstPlace: [Int32]
    private(set) var loads: [Int32]

    /// How many would share each free place of a seat.
    private var demands: [Int32]

    // Of each agent: how far its row has been looked through for free seats, and for the search under way.
    private var ahead: [Int32]
    private var cursor: [Int32]
    // Of each seat: the phase it was last come to in, and how many of its occupants have been tried since.
    private var visited: [UInt32]
    private var tried: [Int32]
    private var phase: UInt32 = 0
    private var path: [Int32] = []

    /// - Parameter room: how many each node may take, by node.
    init(_ network: Network, room: [Int32], taking agents: [Int32]) {
        self.network = network
        self.room = room
        let nodes = network.nodeCount
        seatOfAgent = Array(repeating: Network.outside, count: network.agentCount)
        loads = Array(repeating: 0, count: nodes)
        firstPlace = [0]
        firstPlace.reserveCapacity(nodes + 1)
        var places: Int32 = 0
        for node in 0..<nodes {
            places += node < network.groupCount ? 0 : min(room[node], network.columns.counts[node])
            firstPlace.append(places)
        }
        demands = Array(repeating: .max, count: nodes)
        occupants = Array(repeating: -1, count: Int(places))
        ahead = Array(repeating: 0, count: network.agentCount)
        cursor = Array(repeating: 0, count: network.agentCount)
        visited = Array(repeating: 0, count: nodes)
        tried = Array(repeating: 0, count: nodes)
        for node in network.groupCount..<nodes {
            updateDemand(node)
        }
        var begin = 0
        while begin < agents.count {
            let priority = network.classes[Int(agents[begin])]
            let end = agents[begin...].firstIndex { network.classes[Int($0)] != priority } ?? agents.count
            place(agents[begin..<end])
            begin = end
        }
    }

    private func places(_ node: Int) -> Int32 {
        firstPlace[node + 1] - firstPlace[node]
    }

    /// Places as many of the class as can be.
    private mutating func place(_ agents: ArraySlice<Int32>) {
        var left = greedy(agents)
        var found = true
        while found, !left.isEmpty {
            phase += 1
            found = false
            var without: [Int32] = []
            for agent in left {
                if augment(from: Int(agent)) {
                    found = true
                } else {
                    without.append(agent)
                }
            }
            left = without
        }
    }

    /// Gives each agent its least sought free seat; returns who finds none.
    private mutating func greedy(_ agents: ArraySlice<Int32>) -> [Int32] {
        var left: [Int32] = []
        for agent in agents {
            let agent = Int(agent)
            let best = Self.leastSought(network.rows, agent, demands)
            if best >= 0 {
                seat(agent, on: best)
            } else {
                ahead[agent] = network.rows.counts[agent]
                left.append(Int32(agent))
            }
        }
        return left
    }

    /// The agent's seat with the fewest to share its free places, or −1.
    private static func leastSought(_ rows: Adjacency, _ agent: Int, _ demands: [Int32]) -> Int {
        var best = -1
        var bestDemand = Int32.max
        let row = rows.entries.span.extracting(rows.range(agent))
        let demands = demands.span
        for index in row.indices {
            let node = row[unchecked: index].target
            let demand = demands[unchecked: node]
            // Without branches, for there is no foreseeing them.
            best = demand < bestDemand ? node : best
            bestDemand = min(demand, bestDemand)
        }
        return best
    }

    private mutating func seat(_ agent: Int, on node: Int) {
        occupants[Int(firstPlace[node] + loads[node])] = Int32(agent)
        loads[node] += 1
        seatOfAgent[agent] = Int32(node)
        updateDemand(node)
    }

    private mutating func updateDemand(_ node: Int) {
        let free = places(node) - loads[node]
        demands[node] = free > 0 ? network.columns.counts[node] / free : .max
    }

    /// Depth first along edges to full seats and back from who sits there, never twice through a seat in one phase.
    private mutating func augment(from root: Int) -> Bool {
        path.removeAll(keepingCapacity: true)
        path.append(Int32(root))
        cursor[root] = 0
        while let last = path.last {
            let agent = Int(last)
            if let free = lookAhead(agent) {
                shift(to: free)
                return true
            }
            if let next = deeper(agent) {
                path.append(next)
            } else {
                path.removeLast()
            }
        }
        return false
    }

    /// A free seat of the agent's. Full seats stay full, so that no entry is looked at twice for this.
    private mutating func lookAhead(_ agent: Int) -> Int? {
        let range = network.rows.range(agent)
        var index = range.lowerBound + Int(ahead[agent])
        while index < range.upperBound {
            let node = network.rows.entries[index].target
            if loads[node] < places(node) {
                ahead[agent] = Int32(index - range.lowerBound)
                return node
            }
            index += 1
        }
        ahead[agent] = Int32(range.count)
        return nil
    }

    /// The next occupant to try; each is tried once a phase, whoever comes to its seat.
    private mutating func deeper(_ agent: Int) -> Int32? {
        let range = network.rows.range(agent)
        var index = range.lowerBound + Int(cursor[agent])
        while index < range.upperBound {
            let node = network.rows.entries[index].target
            if visited[node] != phase {
                visited[node] = phase
                tried[node] = 0
            }
            if tried[node] < loads[node], node != Int(seatOfAgent[agent]) {
                let next = occupants[Int(firstPlace[node] + tried[node])]
                tried[node] += 1
                cursor[agent] = Int32(index - range.lowerBound)
                cursor[Int(next)] = 0
                return next
            }
            index += 1
        }
        cursor[agent] = Int32(range.count)
        return nil
    }

    /// Moves everybody on the path one seat on, the last to the free one.
    private mutating func shift(to free: Int) {
        var node = free
        var place = Int(firstPlace[free] + loads[free])
        loads[free] += 1
        updateDemand(free)
        for agent in path.reversed() {
            let left = Int(seatOfAgent[Int(agent)])
            occupants[place] = agent
            seatOfAgent[Int(agent)] = Int32(node)
            guard left >= 0 else { return }
            place = Int(firstPlace[left])
            while occupants[place] != agent {
                place += 1
            }
            node = left
        }
    }
}
