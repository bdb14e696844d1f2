/// Which canonical position everything in an instance has, and back.
struct Layout: Sendable {
    /// Instance positions by canonical one.
    var agents: [Int32]
    var seats: [Int32]
    var groups: [Int32]
    var cohorts: [Int32]
    /// Canonical positions by the instance's.
    var agentPositions: [Int32]
    /// Nodes: the groups stand before the seats.
    var seatNodes: [Int32]
    var groupNodes: [Int32]
    var cohortPositions: [Int32]

    init(_ instance: Instance) {
        agents = CanonicalOrder.agents(instance)
        seats = CanonicalOrder.seats(instance)
        groups = CanonicalOrder.groups(instance)
        cohorts = CanonicalOrder.cohorts(instance)
        agentPositions = Self.inverse(agents, from: 0)
        seatNodes = Self.inverse(seats, from: groups.count)
        groupNodes = Self.inverse(groups, from: 0)
        cohortPositions = Self.inverse(cohorts, from: 0)
    }

    private static func inverse(_ order: [Int32], from first: Int) -> [Int32] {
        var positions = [Int32](repeating: 0, count: order.count)
        for (position, index) in order.enumerated() {
            positions[Int(index)] = Int32(first + position)
        }
        return positions
    }
}
