import InstanceGenerator
import Matching

/// Draws changes as a coordinator makes them, each kind as likely as the next.
struct ChangeSource {
    enum Kind: String, CaseIterable {
        case join = "somebody joins"
        case leave = "somebody leaves"
        case edit = "a row edited"
        case gain = "a place gained"
        case lose = "a place lost"
        case open = "a slot opened"
        case close = "a slot closed"
    }

    private var random: SplitMix64

    init(seed: Int) {
        random = SplitMix64(seed: seed)
    }

    mutating func next(_ instance: OpenInstance) -> (kind: Kind, change: Change) {
        while true {
            let kind = Kind.allCases[random.below(Kind.allCases.count)]
            if let change = draw(kind, instance) {
                return (kind, change)
            }
        }
    }

    /// Nothing if what was drawn is gone.
    private mutating func draw(_ kind: Kind, _ instance: OpenInstance) -> Change? {
        let agent = random.below(instance.rows.count)
        let seat = random.below(instance.capacities.count)
        let (row, capacity) = (instance.rows[agent], instance.capacities[seat])
        guard !row.isEmpty, capacity > 0 else { return nil }
        switch kind {
        // Who joins may do much the same as somebody who is there.
        case .join: return .addAgent(.init(key: UInt64(instance.rows.count)), row.map { vary($0, of: agent) })
        case .leave: return .removeAgent(agent)
        case .edit: return .setEdges(agent: agent, edited(row, of: agent))
        case .gain: return .setCapacity(seat: seat, capacity + 1)
        case .lose: return .setCapacity(seat: seat, capacity - 1)
        case .open:
            let opened = Instance.Seat(key: UInt64(instance.capacities.count), capacity: 1 + random.below(3))
            return .addSeat(opened, column(of: seat, instance))
        case .close: return .setCapacity(seat: seat, 0)
        }
    }

    /// A third of the pairs get another score, a tenth are lost.
    private mutating func edited(_ row: [OpenInstance.Pair], of agent: Int) -> [Instance.Edge] {
        var edges: [Instance.Edge] = []
        for pair in row where random.below(10) > 0 {
            edges.append(random.below(3) == 0 ? vary(pair, of: agent) : edge(agent, pair.seat, Int(pair.score)))
        }
        return edges
    }

    /// Much the same people as may have another slot.
    private mutating func column(of seat: Int, _ instance: OpenInstance) -> [Instance.Edge] {
        var edges: [Instance.Edge] = []
        for (agent, row) in instance.rows.enumerated() {
            if let pair = row.first(where: { $0.seat == seat }) {
                edges.append(vary(pair, of: agent))
            }
        }
        return edges
    }

    private mutating func vary(_ pair: OpenInstance.Pair, of agent: Int) -> Instance.Edge {
        edge(agent, pair.seat, min(max(Int(pair.score) + random.below(201) - 100, 0), 1000))
    }

    private func edge(_ agent: Int, _ seat: Int32, _ score: Int) -> Instance.Edge {
        Instance.Edge(agent: agent, seat: Int(seat), score: score)
    }
}
