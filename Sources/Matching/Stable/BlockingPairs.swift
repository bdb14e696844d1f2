/// The blocking pairs of an assignment: an agent and a seat that would both rather have each other than what they have.
///
/// The agent would: the seat is among its pairs, and it wishes it more than its own (ties to the lower seat key), or has
/// none. The seat would: within the seat's capacity, and within every group around it, there is room, or somebody sits there
/// whom it ranks lower than the agent. An agent whose pairs a bound ranks alike never stands in its own way. Locked agents
/// stand outside, on both sides.
///
/// Reads the instance and the assignment, shares nothing with the solver; linear in the pairs.
public struct BlockingPairs: Sendable, Equatable {
    public private(set) var count = 0
    /// The first of them, by agent; as many as were asked for.
    public private(set) var first: [Instance.Pair] = []

    /// - Parameters:
    ///   - seatOfAgent: for each agent the position of a seat it may take, or none; within every bound.
    ///   - classesFirst: seats prefer a higher priority class to any score.
    ///   - listing: how many to list.
    public init(
        of seatOfAgent: [Int?], in instance: Instance, classesFirst: Bool = false, listing limit: Int = 0
    ) {
        let bars = Bars(seatOfAgent, instance, classesFirst)
        for (agent, seat) in seatOfAgent.enumerated() where instance.locks[agent] == nil {
            let edges = instance.edges(of: agent)
            let own = edges.first { $0.seat == seat }
            for edge in edges where Self.wants(edge, insteadOf: own, instance) && bars.admit(edge) {
                count += 1
                if first.count < limit {
                    first.append(.init(agent: agent, seat: edge.seat))
                }
            }
        }
    }

    private static func wants(_ edge: Instance.Edge, insteadOf own: Instance.Edge?, _ instance: Instance) -> Bool {
        guard let own, own.seat != edge.seat else { return own == nil }
        return edge.wish == own.wish
            ? instance.seats[edge.seat].key < instance.seats[own.seat].key : edge.wish > own.wish
    }
}

/// The worst that each seat holds and would give up, all bounds around it taken together.
private struct Bars {
    private struct Standing: Comparable {
        var priority: Int
        var score: Int
        var key: UInt64

        static func < (left: Standing, right: Standing) -> Bool {
            (left.priority, left.score, right.key) < (right.priority, right.score, left.key)
        }

        /// Above everybody: a bound that gives nobody up.
        static let unreachable = Standing(priority: .max, score: 0, key: 0)
    }

    private let instance: Instance
    private let classesFirst: Bool
    /// The least that an agent must be to be taken on a seat; none where there is room.
    private var least: [Standing?] = []

    init(_ seatOfAgent: [Int?], _ instance: Instance, _ classesFirst: Bool) {
        self.instance = instance
        self.classesFirst = classesFirst
        var seatRoom = instance.seats.map(\.capacity)
        var groupRoom = instance.groups.map(\.maximum)
        var seatWorst = [Standing?](repeating: nil, count: instance.seats.count)
        var groupWorst = [Standing?](repeating: nil, count: instance.groups.count)
        for (agent, seat) in seatOfAgent.enumerated() {
            guard let seat else { continue }
            seatRoom[seat] -= 1
            for group in instance.groups(of: seat) {
                groupRoom[group] -= 1
            }
            guard instance.locks[agent] == nil, let score = instance.score(agent: agent, seat: seat) else { continue }
            let standing = standing(agent, score)
            seatWorst[seat] = min(seatWorst[seat] ?? standing, standing)
            for group in instance.groups(of: seat) {
                groupWorst[group] = min(groupWorst[group] ?? standing, standing)
            }
        }
        least = instance.seats.indices.map { seat in
            var least: Standing?
            if seatRoom[seat] <= 0 {
                least = seatWorst[seat] ?? .unreachable
            }
            for group in instance.groups(of: seat) where groupRoom[group] <= 0 {
                let worst = groupWorst[group] ?? .unreachable
                least = max(least ?? worst, worst)
            }
            return least
        }
    }

    func admit(_ edge: Instance.Edge) -> Bool {
        guard let least = least[edge.seat] else { return true }
        return standing(edge.agent, edge.score) >= least
    }

    private func standing(_ agent: Int, _ score: Int) -> Standing {
        Standing(
            priority: classesFirst ? instance.agents[agent].priority : 0, score: score, key: instance.agents[agent].key)
    }
}
