/// What can be changed in a question whose optimum is kept open. Positions are the instance's; new agents and seats take the
/// next one, and what is removed keeps its own, with nothing to choose.
public enum Change: Sendable, Equatable {
    /// The edges' agent is not read.
    case addAgent(Instance.Agent, [Instance.Edge])
    case removeAgent(Int)
    /// Another row for an agent: other eligible seats, other scores. The edges' agent is not read.
    case setEdges(agent: Int, [Instance.Edge])
    /// The edges' seat is not read.
    case addSeat(Instance.Seat, [Instance.Edge])
    case setCapacity(seat: Int, Int)
    case setBounds(group: Int, maximum: Int, minimum: Int)
    case setMinimum(cohort: Int, Int)
    case lock(Instance.Pair)
    case unlock(agent: Int)
}
