import Matching

/// A random instance for stable mode: wishes with and without ties, groups that nest, locks; small enough that every
/// assignment can be tried.
struct StableQuestion {
    let instance: Instance
    let classesFirst: Bool

    init(_ random: inout RandomSource, agents agentCount: Int? = nil, seats seatCount: Int? = nil) throws {
        let agentCount = agentCount ?? random.below(7)
        let seatCount = seatCount ?? random.below(5)
        let groupCount = random.chance(75) ? 1 + random.below(max(1, min(5, seatCount * 2))) : 0
        let scores = [1, 2, 4, 1001][random.below(4)]
        let wishes = [1, 3, 1001][random.below(3)]
        let density = 30 + random.below(71)
        let cohorts = random.chance(30) ? [Instance.Cohort(key: 4, minimum: 2)] : []
        let agents = (0..<agentCount).map { _ in
            Instance.Agent(
                key: random.next() >> 40, priority: random.below(3),
                cohort: !cohorts.isEmpty && random.chance(50) ? 0 : nil)
        }
        // Parents come later in the list, so that no circle can arise.
        let groups = (0..<groupCount).map { group in
            Instance.Group(
                key: UInt64(group), maximum: random.below(agentCount / 2 + 3), minimum: random.below(2),
                parent: group + 1 < groupCount && random.chance(60)
                    ? group + 1 + random.below(groupCount - group - 1) : nil)
        }
        let seats = (0..<seatCount).map { _ in
            Instance.Seat(
                key: random.next() >> 40, capacity: random.chance(10) ? 0 : 1 + random.below(3),
                group: groupCount > 0 && random.chance(80) ? random.below(groupCount) : nil)
        }
        var edges: [Instance.Edge] = []
        for agent in 0..<agentCount {
            for seat in 0..<seatCount where random.chance(density) {
                edges.append(.init(agent: agent, seat: seat, score: random.below(scores), wish: random.below(wishes)))
            }
        }
        edges.shuffle(using: &random)
        func make(_ locked: [Instance.Pair]) throws -> Instance {
            try Instance(
                agents: agents, seats: seats, groups: groups, cohorts: cohorts, edges: edges, locked: locked)
        }
        classesFirst = random.chance(50)
        let locked = edges.filter { _ in random.chance(5) }.map { Instance.Pair(agent: $0.agent, seat: $0.seat) }
        // Locks beyond a bound are refused; then there are none.
        instance = try (try? make(locked)) ?? make([])
    }

    /// The pairs as the definition ranks them, stated once more and plainly.
    private func rank(_ edge: Instance.Edge) -> [Int] {
        let agent = instance.agents[edge.agent]
        return [classesFirst ? -agent.priority : 0, -edge.score, Int(agent.key)] + wishRank(edge)
    }

    func wishRank(_ edge: Instance.Edge) -> [Int] {
        [-edge.wish, Int(instance.seats[edge.seat].key)]
    }

    func edge(_ agent: Int, _ seat: Int?) -> Instance.Edge? {
        seat.flatMap { seat in instance.edges(of: agent).first { $0.seat == seat } }
    }

    private func isBetter(_ left: [Int], _ right: [Int]) -> Bool {
        left.lexicographicallyPrecedes(right)
    }

    func prefers(_ agent: Int, _ left: Int?, _ right: Int?) -> Bool {
        guard let left = edge(agent, left) else { return false }
        guard let right = edge(agent, right) else { return true }
        return isBetter(wishRank(left), wishRank(right))
    }

    /// All seats within each bound, and the bound.
    private var bounds: [(seats: Set<Int>, maximum: Int)] {
        instance.seats.indices.map { ([$0], instance.seats[$0].capacity) }
            + instance.groups.indices.map { group in
                (
                    Set(instance.seats.indices.filter { instance.groups(of: $0).contains(group) }),
                    instance.groups[group].maximum
                )
            }
    }

    /// Every assignment that keeps the bounds and the locks.
    var assignments: [[Int?]] {
        let bounds = bounds
        var all: [[Int?]] = [[]]
        for agent in instance.agents.indices {
            let options: [Int?] =
                instance.locks[agent].map { [$0] } ?? [nil] + instance.edges(of: agent).map(\.seat)
            all = all.flatMap { start in options.map { start + [$0] } }.filter { assignment in
                bounds.allSatisfy { bound in
                    assignment.count { $0.map(bound.seats.contains) ?? false } <= bound.maximum
                }
            }
        }
        return all
    }

    /// Blocking pairs by the definition: within each bound around the seat, fewer than it takes are ranked before the pair.
    func blockingPairs(_ assignment: [Int?]) -> [Instance.Pair] {
        let bounds = bounds
        let held = assignment.enumerated().compactMap { edge($0, $1) }
        var found: [Instance.Pair] = []
        for agent in instance.agents.indices where instance.locks[agent] == nil {
            for edge in instance.edges(of: agent) where prefers(agent, edge.seat, assignment[agent]) {
                let isAdmitted = bounds.filter { $0.seats.contains(edge.seat) }.allSatisfy { bound in
                    held.count { other in
                        bound.seats.contains(other.seat)
                            && (instance.locks[other.agent] != nil || isBetter(rank(other), rank(edge)))
                    } < bound.maximum
                }
                if isAdmitted {
                    found.append(.init(agent: agent, seat: edge.seat))
                }
            }
        }
        return found
    }
}
