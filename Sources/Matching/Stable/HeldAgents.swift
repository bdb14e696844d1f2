/// Who sits where, for each seat as a heap with the worst on top.
///
/// Skew heaps (Sleator and Tarjan 1986) through the agents themselves: two links an agent, whatever the capacities.
struct HeldAgents: Sendable {
    private var top: [Int32]
    private var left: [Int32]
    private var right: [Int32]
    private var rank: [SeatRanking.Rank]
    private var seatOfAgent: [Int32]

    init(_ instance: Instance) {
        top = Array(repeating: -1, count: instance.seats.count)
        left = Array(repeating: -1, count: instance.agents.count)
        right = left
        seatOfAgent = left
        rank = Array(repeating: 0, count: instance.agents.count)
    }

    func seat(of agent: Int) -> Int? {
        seatOfAgent[agent] < 0 ? nil : Int(seatOfAgent[agent])
    }

    /// The worst rank on the seat; 0 if nobody sits there.
    func worst(on seat: Int) -> SeatRanking.Rank {
        top[seat] < 0 ? 0 : rank[Int(top[seat])]
    }

    mutating func insert(_ agent: Int, _ rank: SeatRanking.Rank, on seat: Int) {
        self.rank[agent] = rank
        seatOfAgent[agent] = Int32(seat)
        (left[agent], right[agent]) = (-1, -1)
        top[seat] = merge(top[seat], Int32(agent))
    }

    mutating func removeWorst(on seat: Int) {
        let worst = Int(top[seat])
        guard worst >= 0 else { return }
        top[seat] = merge(left[worst], right[worst])
        seatOfAgent[worst] = -1
    }

    /// Merges two heaps down their right spines, swapping the children on the way.
    private mutating func merge(_ first: Int32, _ second: Int32) -> Int32 {
        var (upper, lower) = (first, second)
        var merged: Int32 = -1
        var above = -1
        while upper >= 0, lower >= 0 {
            if rank[Int(upper)] < rank[Int(lower)] {
                swap(&upper, &lower)
            }
            // The worse one comes next; what was on its right is merged into its new left.
            let node = Int(upper)
            if above < 0 { merged = upper } else { left[above] = upper }
            upper = right[node]
            right[node] = left[node]
            above = node
        }
        let rest = upper >= 0 ? upper : lower
        if above < 0 { return rest }
        left[above] = rest
        return merged
    }
}
