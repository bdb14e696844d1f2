/// An instance laid out for the solver: everything in canonical positions, bounds as a forest of nodes, weights in one
/// integer.
///
/// Nodes are the groups, then the seats; a unit of flow goes from the outside through its cohort to an agent, a seat, the
/// seat's groups and back to the outside. Locked agents are not in it: their bounds are so many fewer.
struct Network: Sendable {
    static let outside: Int32 = -1

    var units: ObjectiveUnits
    /// Agent → (node of the seat, score), and the same from the seat's side (by node).
    var rows: Adjacency
    var columns: Adjacency
    let groupCount: Int

    // Of each agent.
    var classes: [UInt8]
    var cohortOfAgent: [Int32]
    /// The node of the seat it had before, or `outside`.
    var previousSeat: [Int32]

    // Of each node.
    var parents: [Int32]
    /// The groups' children; none of a seat.
    var children: [[Int32]]
    /// For each node, the agents that had it before; empty where there is no previous result.
    var formerAgents: [Int32: [Int32]] = [:]

    /// Members of each cohort.
    var members: [[Int32]]
    /// The points for keeping a previous pair, and what that weighs above its score.
    let keepBonus: Int
    var keepWeight: Int64
    /// How many previous pairs could be kept.
    let keptAtMost: Int

    func classWeight(_ agent: Int) -> Int64 {
        (Int64(classes[agent]) + 1) &* units.step
    }

    var nodeCount: Int { parents.count }
    var agentCount: Int { classes.count }

    /// The node and everything around it, outwards.
    func chain(_ node: Int, _ body: (Int) -> Void) {
        var next = node
        while next >= 0 {
            body(next)
            next = Int(parents[next])
        }
    }
}
