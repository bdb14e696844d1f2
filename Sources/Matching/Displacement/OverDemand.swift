/// People who have only so few places between them: whoever is to be placed among them, some are left.
///
/// What alternating paths reach from an unplaced agent (its seats, those who sit there, their seats, and so on) is full to
/// the last place, and nobody in it has a seat outside: the set that Hall's theorem speaks of, and the over-demanded part of
/// the Dulmage–Mendelsohn decomposition.
public struct OverDemand: Sendable, Hashable {
    /// Agents who are not locked, have a seat to go to, and none outside `seats`.
    public let agents: [Int]
    public let seats: [Int]
    /// How many the seats take together, what is locked and what no group allows not counted; fewer than `agents`.
    public let places: Int
}

extension Displacements {
    /// The over-demanded set an unplaced agent stands in; nothing if the agent has a place, no seat to go to, or could be
    /// placed without anybody losing theirs. Linear.
    public func overDemand(from agent: Int) -> OverDemand? {
        guard solution.seatOfAgent[agent] == nil, instance.edges(of: agent).isEmpty == false else { return nil }
        var isReached = [Bool](repeating: false, count: nodes.count)
        var open: [Int32] = [Int32(agent)]
        isReached[agent] = true
        func reach(_ node: Int32) {
            guard !isReached[Int(node)] else { return }
            isReached[Int(node)] = true
            open.append(node)
        }
        while let node = open.popLast() {
            switch nodes[node] {
            case .agent(let agent):
                for entry in instance.rows.entries[instance.rows.range(agent)] {
                    reach(nodes.seat(entry.seat))
                }
            case .seat(let seat):
                sitting[seat].forEach(reach)
                if hasRoom(seat) {
                    reach(nodes.group(instance.seats[seat].group))
                }
            case .group(let group):
                reachChildren(of: group, reach)
                if load.groups[group] < room.groups[group] {
                    reach(nodes.group(instance.groups[group].parent))
                }
            case .cohort: continue
            case .hub: return nil
            }
        }
        let seats = instance.seats.indices.filter { isReached[Int(nodes.seat($0))] }
        let agents = instance.agents.indices.filter { agent in
            let row = instance.rows.range(agent)
            return instance.locks[agent] == nil && !row.isEmpty
                && instance.rows.entries[row].allSatisfy { isReached[Int(nodes.seat($0.seat))] }
        }
        return OverDemand(agents: agents, seats: seats, places: seats.reduce(0) { $0 + load.seats[$1] })
    }

    private func reachChildren(of group: Int, _ reach: (Int32) -> Void) {
        for child in children[group] {
            switch nodes[child] {
            case .seat(let seat) where load.seats[seat] > 0: reach(child)
            case .group(let inner) where load.groups[inner] > 0: reach(child)
            default: continue
            }
        }
    }
}
