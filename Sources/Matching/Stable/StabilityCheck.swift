/// Accepts a stable result only if it keeps every rule of the instance, is worth what it says, and no pair blocks it.
///
/// That it is also the best stable one for the agents is the method's, and not checked here.
public enum StabilityCheck {
    public enum Fault: Error, Sendable, Equatable {
        case wrongShape
        case notEligible(agent: Int)
        case lockNotKept(agent: Int)
        case overfilled(seat: Int)
        case overfilledGroup(group: Int)
        /// The result is not worth what it says on some level of the objective.
        case wrongLevels
        case blocked(pairs: Int, first: Instance.Pair)
    }

    public static func verify(
        _ result: StableResult, for instance: Instance, classesFirst: Bool = false
    ) throws(Fault) {
        guard result.seatOfAgent.count == instance.agents.count else { throw .wrongShape }
        try checkBounds(result, instance)
        guard result.objective == Objective(of: result.seatOfAgent, in: instance) else { throw .wrongLevels }
        let blocking = BlockingPairs(of: result.seatOfAgent, in: instance, classesFirst: classesFirst, listing: 1)
        if let pair = blocking.first.first {
            throw .blocked(pairs: blocking.count, first: pair)
        }
    }

    private static func checkBounds(_ result: StableResult, _ instance: Instance) throws(Fault) {
        var seatRoom = instance.seats.map(\.capacity)
        var groupRoom = instance.groups.map(\.maximum)
        for (agent, seat) in result.seatOfAgent.enumerated() {
            if let lock = instance.locks[agent], lock != seat { throw .lockNotKept(agent: agent) }
            guard let seat else { continue }
            guard instance.score(agent: agent, seat: seat) != nil else { throw .notEligible(agent: agent) }
            seatRoom[seat] -= 1
            guard seatRoom[seat] >= 0 else { throw .overfilled(seat: seat) }
            for group in instance.groups(of: seat) {
                groupRoom[group] -= 1
                guard groupRoom[group] >= 0 else { throw .overfilledGroup(group: group) }
            }
        }
    }
}
