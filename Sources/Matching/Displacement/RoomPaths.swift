/// The cheapest ways to make room for one more on a seat, whoever it is for: one Dijkstra search through `Displacements`,
/// O(E log V). Among ways that cost the same, the one that moves the fewest.
public struct RoomPaths: Sendable {
    private let graph: Displacements
    public let seat: Int
    /// What is lost on the way to each node, in the objective's integers; nothing where no way leads.
    private var loss: [Int64?]
    private var previous: [Int32]

    /// - Parameter hasRoom: as if the seat itself had a free place, or none, whatever the instance says.
    public init(_ graph: Displacements, on seat: Int, hasRoom: Bool? = nil) {
        self.graph = graph
        self.seat = seat
        var search = RoomSearch(graph)
        search.run(from: seat, hasRoom: hasRoom ?? graph.hasRoom(seat))
        let start = graph.potential[Int(graph.nodes.seat(seat))]
        loss = search.distance.indices.map { node in
            search.distance[node].map { $0 - start + graph.potential[node] }
        }
        previous = search.previous
    }

    /// By how much the whole would weigh more (or, below 0, less) with the agent on the seat at that score; nothing if it
    /// cannot be done, or the agent is locked elsewhere. The pair need not be one that the instance allows.
    public func change(for agent: Int, score: Int) -> Int64? {
        if graph.solution.seatOfAgent[agent] == seat { return 0 }
        guard graph.instance.locks[agent] == nil, let loss = loss[Int(end(agent))] else { return nil }
        return graph.weight(agent, seat, score: score) - graph.weightNow[agent] - loss
    }

    /// Everybody whose seat would change, the agent first and then along the chain.
    public func moves(for agent: Int) -> [Reoptimizer.Move] {
        guard graph.solution.seatOfAgent[agent] != seat, change(for: agent, score: 0) != nil else { return [] }
        var way: [Int32] = []
        var node = end(agent)
        while node >= 0 {
            way.append(node)
            node = previous[Int(node)]
        }
        way.reverse()
        var moves = [Reoptimizer.Move(agent: agent, from: graph.solution.seatOfAgent[agent], to: seat)]
        for (position, node) in way.enumerated() {
            guard case .agent(let moved) = graph.nodes[node] else { continue }
            var to: Int?
            if position + 1 < way.count, case .seat(let next) = graph.nodes[way[position + 1]] {
                to = next
            }
            moves.append(.init(agent: moved, from: graph.solution.seatOfAgent[moved], to: to))
        }
        return moves
    }

    /// Where the way ends: at the place the agent leaves, or where it waits.
    private func end(_ agent: Int) -> Int32 {
        graph.solution.seatOfAgent[agent].map(graph.nodes.seat)
            ?? graph.nodes.cohort(graph.instance.agents[agent].cohort)
    }
}
