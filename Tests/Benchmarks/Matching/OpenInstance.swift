import InstanceGenerator
import Matching

/// An instance that changes, kept apart from the engine's own record of it: what the engine makes of the changes is held
/// against this. Everybody is in one class; positions are the keys.
struct OpenInstance {
    struct Pair {
        let seat: Int32
        let score: Int16
    }

    /// The pairs of each agent; none of one that is gone.
    private(set) var rows: [[Pair]]
    private(set) var capacities: [Int]

    init(_ instance: GeneratedInstance) {
        rows = Array(repeating: [], count: instance.participants.count)
        for edge in instance.edges {
            rows[Int(edge.participant)].append(Pair(seat: edge.slot, score: edge.score))
        }
        capacities = instance.slots.map(\.capacity)
    }

    mutating func apply(_ change: Change) {
        switch change {
        case .addAgent(_, let edges): rows.append(edges.map(Self.pair))
        case .removeAgent(let agent): rows[agent] = []
        case .setEdges(let agent, let edges): rows[agent] = edges.map(Self.pair)
        case .addSeat(let seat, let edges):
            for edge in edges {
                rows[edge.agent].append(Pair(seat: Int32(capacities.count), score: Int16(edge.score)))
            }
            capacities.append(seat.capacity)
        case .setCapacity(let seat, let capacity): capacities[seat] = capacity
        // Nothing here has groups, cohorts or locks.
        case .setBounds, .setMinimum, .lock, .unlock: break
        }
    }

    /// As it stands.
    func instance() throws(InstanceError) -> Instance {
        var builder = try InstanceBuilder(
            agents: rows.indices.map { .init(key: UInt64($0)) },
            seats: capacities.enumerated().map { .init(key: UInt64($0), capacity: $1) })
        builder.reserve(edges: rows.reduce(0) { $0 + $1.count })
        for (agent, row) in rows.enumerated() {
            for pair in row {
                try builder.add(agent: agent, seat: Int(pair.seat), score: Int(pair.score))
            }
        }
        return try builder.finish()
    }

    private static func pair(_ edge: Instance.Edge) -> Pair {
        Pair(seat: Int32(edge.seat), score: Int16(edge.score))
    }
}
