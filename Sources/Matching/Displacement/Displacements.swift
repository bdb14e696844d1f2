/// An optimum seen from the places: what it costs the others, exactly, if one more is to sit somewhere, and who would move.
///
/// It is the residual graph of the circulation that `Certificate` describes (hub → cohort → agent → seat → groups → hub).
/// One more on a seat pushes a unit through it: somebody sitting there goes on to another seat, and so on, until a place
/// is free or somebody goes without. The cheapest way is a shortest path, and under the certificate's prices no arc is
/// negative, so that one search from a seat (`RoomPaths`) answers for every agent at once.
///
/// Only a proven optimum has such prices: the solution must have passed `CertificateCheck`.
public struct Displacements: Sendable {
    /// What keeps one more from a seat as things stand.
    public enum Bound: Sendable, Hashable {
        case seat
        /// The innermost group that is full.
        case group(Int)
    }

    let instance: Instance
    let solution: Solution
    let nodes: DisplacementNodes
    /// By node: adding the difference along an arc to its cost makes every arc's cost 0 or more.
    let potential: [Int64]
    /// Who sits on each seat and is not locked there.
    let sitting: [[Int32]]
    /// Unplaced agents of each cohort; those of none stand last.
    let waiting: [[Int32]]
    /// Seats and groups directly within each group; those within none stand last.
    let children: [[Int32]]
    /// Bounds and loads without what is locked.
    let room: (seats: [Int], groups: [Int])
    let load: (seats: [Int], groups: [Int], cohorts: [Int])
    let wanted: (groups: [Int], cohorts: [Int])
    /// What a person less in shortfall weighs.
    let shortfallUnit: Int64
    /// What each agent's place weighs now; 0 without one.
    private(set) var weightNow: [Int64] = []
    private let step: Int64
    private let scoreUnit: Int64
    /// Each agent's previous seat, or −1.
    private let previousSeat: [Int32]

    public init(_ instance: Instance, _ solution: Solution) {
        self.instance = instance
        self.solution = solution
        let nodes = DisplacementNodes(instance)
        self.nodes = nodes

        var seatRoom = instance.seats.map(\.capacity)
        var groupRoom = instance.groups.map(\.maximum)
        var groupWanted = instance.groups.map(\.minimum)
        var cohortWanted = instance.cohorts.map(\.minimum)
        var seatLoad = [Int](repeating: 0, count: instance.seats.count)
        var groupLoad = [Int](repeating: 0, count: instance.groups.count)
        var cohortLoad = [Int](repeating: 0, count: instance.cohorts.count)
        var sitting = [[Int32]](repeating: [], count: instance.seats.count)
        var waiting = [[Int32]](repeating: [], count: instance.cohorts.count + 1)
        for (agent, properties) in instance.agents.enumerated() {
            guard let seat = solution.seatOfAgent[agent] else {
                waiting[properties.cohort ?? instance.cohorts.count].append(Int32(agent))
                continue
            }
            if instance.locks[agent] != nil {
                seatRoom[seat] -= 1
                for group in instance.groups(of: seat) {
                    groupRoom[group] -= 1
                    groupWanted[group] = max(0, groupWanted[group] - 1)
                }
                if let cohort = properties.cohort {
                    cohortWanted[cohort] = max(0, cohortWanted[cohort] - 1)
                }
            } else {
                sitting[seat].append(Int32(agent))
                seatLoad[seat] += 1
                for group in instance.groups(of: seat) {
                    groupLoad[group] += 1
                }
                if let cohort = properties.cohort {
                    cohortLoad[cohort] += 1
                }
            }
        }
        self.sitting = sitting
        self.waiting = waiting
        room = (seatRoom, groupRoom)
        load = (seatLoad, groupLoad, cohortLoad)
        wanted = (groupWanted, cohortWanted)

        var children = [[Int32]](repeating: [], count: instance.groups.count + 1)
        for (seat, properties) in instance.seats.enumerated() {
            children[properties.group ?? instance.groups.count].append(nodes.seat(seat))
        }
        for (group, properties) in instance.groups.enumerated() {
            children[properties.parent ?? instance.groups.count].append(nodes.group(group))
        }
        self.children = children

        let prices = solution.certificate
        (step, shortfallUnit, scoreUnit) = (prices.step, prices.shortfallUnit, prices.scoreUnit)
        var previousSeat = [Int32](repeating: -1, count: instance.agents.count)
        for (agent, seat) in instance.previous {
            previousSeat[agent] = Int32(seat)
        }
        self.previousSeat = previousSeat
        potential =
            prices.agentPrices + prices.seatPrices.map { -$0 } + prices.groupPrices.map { -$0 } + prices.cohortPrices
            + [0]
        weightNow = solution.seatOfAgent.enumerated().map { agent, seat in
            guard let seat, let score = instance.score(agent: agent, seat: seat) else { return 0 }
            return weight(agent, seat, score: score)
        }
    }

    /// What the pair would weigh in the objective's integers.
    ///
    /// - Parameter score: of the pair, which need not be one of the instance's.
    public func weight(_ agent: Int, _ seat: Int, score: Int) -> Int64 {
        let kept = previousSeat[agent] == Int32(seat)
        return (Int64(instance.agents[agent].priority) + 1) * step
            + Int64(score + (kept ? instance.keepBonus : 0)) * scoreUnit + (kept ? 1 : 0)
    }

    /// How many sit on the seat and may be moved from it.
    public func movable(on seat: Int) -> Int { load.seats[seat] }

    /// Whether the seat itself has a free place; a group around it may be full all the same.
    func hasRoom(_ seat: Int) -> Bool { load.seats[seat] < room.seats[seat] }

    /// What keeps one more from the seat; nothing where there is room.
    public func bound(on seat: Int) -> Bound? {
        if !hasRoom(seat) { return .seat }
        for group in instance.groups(of: seat) where load.groups[group] >= room.groups[group] {
            return .group(group)
        }
        return nil
    }

    /// What the result would be worth after the moves.
    public func objective(after moves: [Reoptimizer.Move]) -> Objective {
        var seatOfAgent = solution.seatOfAgent
        for move in moves {
            seatOfAgent[move.agent] = move.to
        }
        return Objective(of: seatOfAgent, in: instance)
    }
}

/// The numbers of the graph's nodes: agents, seats, groups, cohorts, and the hub last.
struct DisplacementNodes: Sendable {
    enum Node {
        case agent(Int), seat(Int), group(Int), cohort(Int), hub
    }

    private let seats: Int
    private let groups: Int
    private let cohorts: Int
    let hub: Int32

    init(_ instance: Instance) {
        seats = instance.agents.count
        groups = seats + instance.seats.count
        cohorts = groups + instance.groups.count
        hub = Int32(cohorts + instance.cohorts.count)
    }

    var count: Int { Int(hub) + 1 }

    func seat(_ seat: Int) -> Int32 { Int32(seats + seat) }
    func group(_ group: Int) -> Int32 { Int32(groups + group) }
    /// The node a group stands for, or the hub for none.
    func group(_ group: Int?) -> Int32 { group.map { Int32(groups + $0) } ?? hub }
    func cohort(_ cohort: Int) -> Int32 { Int32(cohorts + cohort) }
    func cohort(_ cohort: Int?) -> Int32 { cohort.map { Int32(cohorts + $0) } ?? hub }

    subscript(number: Int32) -> Node {
        let number = Int(number)
        if number < seats { return .agent(number) }
        if number < groups { return .seat(number - seats) }
        if number < cohorts { return .group(number - groups) }
        return number < Int(hub) ? .cohort(number - cohorts) : .hub
    }
}
