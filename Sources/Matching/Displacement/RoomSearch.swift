/// Dijkstra's search through the residual graph from a seat that is to take one more. Costs are reduced ones, which are
/// never negative; the first step alone may be, where the seat has more places than the optimum knew of.
struct RoomSearch {
    private struct Reached {
        let distance: Int64
        let moved: Int32
        let node: Int32

        static func < (left: Reached, right: Reached) -> Bool {
            (left.distance, left.moved, left.node) < (right.distance, right.moved, right.node)
        }
    }

    private let graph: Displacements
    private let nodes: DisplacementNodes
    private(set) var distance: [Int64?]
    private(set) var previous: [Int32]
    /// How many agents move on the way to each node.
    private var moved: [Int32]
    private var isSettled: [Bool]
    private var heap: [Reached] = []

    init(_ graph: Displacements) {
        self.graph = graph
        nodes = graph.nodes
        distance = Array(repeating: nil, count: nodes.count)
        previous = Array(repeating: -1, count: nodes.count)
        moved = Array(repeating: 0, count: nodes.count)
        isSettled = Array(repeating: false, count: nodes.count)
    }

    mutating func run(from seat: Int, hasRoom: Bool) {
        let start = nodes.seat(seat)
        distance[Int(start)] = 0
        isSettled[Int(start)] = true
        leave(seat, start, hasRoom: hasRoom)
        while let next = pop() {
            guard !isSettled[Int(next.node)] else { continue }
            isSettled[Int(next.node)] = true
            switch nodes[next.node] {
            case .agent(let agent): leave(agent: agent, next.node)
            case .seat(let seat): leave(seat, next.node, hasRoom: graph.hasRoom(seat))
            case .group(let group): leave(group: group, next.node)
            case .cohort(let cohort): leave(cohort: cohort, next.node)
            case .hub: leaveHub(next.node)
            }
        }
    }

    /// One too many on a seat: there is room, or one of those who sit there goes.
    private mutating func leave(_ seat: Int, _ node: Int32, hasRoom: Bool) {
        if hasRoom {
            step(node, to: nodes.group(graph.instance.seats[seat].group), cost: 0)
        }
        for agent in graph.sitting[seat] {
            step(node, to: agent, cost: graph.weightNow[Int(agent)], moves: 1)
        }
    }

    /// An agent without its seat: it takes another, or goes without.
    private mutating func leave(agent: Int, _ node: Int32) {
        let instance = graph.instance
        let own = graph.solution.seatOfAgent[agent]
        if own != nil {
            step(node, to: nodes.cohort(instance.agents[agent].cohort), cost: 0)
        }
        for entry in instance.rows.entries[instance.rows.range(agent)] where entry.seat != own {
            step(
                node, to: nodes.seat(entry.seat), cost: -graph.weight(agent, entry.seat, score: entry.score))
        }
    }

    /// One more within a group: it has room, or one of its seats or groups takes one less.
    private mutating func leave(group: Int, _ node: Int32) {
        if graph.load.groups[group] < graph.room.groups[group] {
            let served = graph.load.groups[group] < graph.wanted.groups[group]
            step(node, to: nodes.group(graph.instance.groups[group].parent), cost: served ? -unit : 0)
        }
        leaveChildren(of: group, node)
    }

    /// One fewer of a cohort: its minimum suffers, or somebody else of it is placed.
    private mutating func leave(cohort: Int, _ node: Int32) {
        let suffers = graph.load.cohorts[cohort] <= graph.wanted.cohorts[cohort]
        if graph.load.cohorts[cohort] > 0 {
            step(node, to: nodes.hub, cost: suffers ? unit : 0)
        }
        for agent in graph.waiting[cohort] {
            step(node, to: agent, cost: 0, moves: 1)
        }
    }

    /// One place less is needed in all: somebody who waits may be placed instead, or a seat give one back.
    private mutating func leaveHub(_ node: Int32) {
        for cohort in graph.instance.cohorts.indices {
            let served = graph.load.cohorts[cohort] < graph.wanted.cohorts[cohort]
            step(node, to: nodes.cohort(cohort), cost: served ? -unit : 0)
        }
        for agent in graph.waiting[graph.instance.cohorts.count] {
            step(node, to: agent, cost: 0, moves: 1)
        }
        leaveChildren(of: graph.instance.groups.count, node)
    }

    private mutating func leaveChildren(of group: Int, _ node: Int32) {
        for child in graph.children[group] {
            switch nodes[child] {
            case .seat(let seat) where graph.load.seats[seat] > 0:
                step(node, to: child, cost: 0)
            case .group(let inner) where graph.load.groups[inner] > 0:
                let suffers = graph.load.groups[inner] <= graph.wanted.groups[inner]
                step(node, to: child, cost: suffers ? unit : 0)
            default: continue
            }
        }
    }

    private var unit: Int64 { graph.shortfallUnit }

    private mutating func step(_ from: Int32, to: Int32, cost: Int64, moves: Int32 = 0) {
        guard !isSettled[Int(to)], let before = distance[Int(from)] else { return }
        let reached = Reached(
            distance: before + cost + graph.potential[Int(from)] - graph.potential[Int(to)],
            moved: moved[Int(from)] + moves, node: to)
        if let known = distance[Int(to)], (known, moved[Int(to)]) <= (reached.distance, reached.moved) { return }
        distance[Int(to)] = reached.distance
        moved[Int(to)] = reached.moved
        previous[Int(to)] = from
        push(reached)
    }

    private mutating func push(_ reached: Reached) {
        heap.append(reached)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard reached < heap[parent] else { break }
            heap[child] = heap[parent]
            child = parent
        }
        heap[child] = reached
    }

    private mutating func pop() -> Reached? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return top }
        var hole = 0
        while true {
            var child = 2 * hole + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1] < heap[child] {
                child += 1
            }
            guard heap[child] < last else { break }
            heap[hole] = heap[child]
            hole = child
        }
        heap[hole] = last
        return top
    }
}
