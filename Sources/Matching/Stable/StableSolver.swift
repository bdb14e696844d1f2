/// Finds the stable result that is best for every agent at once: deferred acceptance (Gale and Shapley 1962), agents
/// proposing, where what a seat may hold is also bounded by the groups around it.
///
/// Agents ask in the order of their wishes, ties to the lower seat key. Seats and groups keep those of the highest score,
/// ties to the lower agent key; with `classesFirst`, a higher priority class before any score. What nested maxima allow is a
/// laminar matroid, and keeping the best of it is a choice under which somebody once refused stays refused: so a stable
/// result exists, one of them is best for all agents, and the order of asking changes nothing (Fleiner 2003; with two
/// levels, Abraham, Irving and Manlove 2007).
///
/// A locked agent stands outside: it keeps its seat, asks nobody, and its place is nobody else's. Wanted minima of groups and
/// cohorts are not kept, since a stable result that keeps them may not exist (Hamada, Iwama and Miyazaki 2016); the
/// result's objective says by how many persons they are missed.
///
/// Every pair is asked at most once: O(pairs × log) time, and beside the instance some words an agent and a seat.
public struct StableSolver: Sendable {
    private let instance: Instance
    private let ranking: SeatRanking
    private var wishes: WishLists
    private var bounds: NestedBounds
    private var held: HeldAgents

    /// - Parameter classesFirst: seats prefer a higher priority class to any score.
    public init(_ instance: Instance, classesFirst: Bool = false) {
        self.instance = instance
        ranking = SeatRanking(instance, classesFirst: classesFirst)
        wishes = WishLists(instance)
        bounds = NestedBounds(instance)
        held = HeldAgents(instance)
    }

    public consuming func solve() -> StableResult {
        for agent in instance.agents.indices where instance.locks[agent] == nil {
            var asking: Int? = agent
            while let agent = asking {
                asking = place(agent)
            }
        }
        let seatOfAgent = instance.agents.indices.map { instance.locks[$0] ?? held.seat(of: $0) }
        return StableResult(seatOfAgent: seatOfAgent, objective: Objective(of: seatOfAgent, in: instance))
    }

    /// Asks for the agent until a seat takes it or none is left; returns who lost a place by it.
    private mutating func place(_ agent: Int) -> Int? {
        let own = ranking.base(of: agent)
        while let (seat, score) = wishes.next(agent, own) {
            let rank = own.rank(score)
            switch bounds.innermostFull(around: seat) {
            case .none:
                take(agent, rank, on: seat)
                return nil
            case .some(let bound):
                let worst = bounds.worst(in: bound, held)
                if rank < worst {
                    let loser = ranking.agent(worst)
                    release(loser, worst)
                    take(agent, rank, on: seat)
                    return loser
                }
                wishes.close(seat, to: rank)
            }
        }
        return nil
    }

    private mutating func take(_ agent: Int, _ rank: SeatRanking.Rank, on seat: Int) {
        held.insert(agent, rank, on: seat)
        bounds.seatChanged(seat, by: 1, worst: held.worst(on: seat))
        if bounds.isFull(seat: seat) {
            wishes.close(seat, beyond: held.worst(on: seat))
        }
    }

    /// The loser is the worst of the bound that was full, and therefore the worst on its own seat.
    private mutating func release(_ loser: Int, _ rank: SeatRanking.Rank) {
        guard let seat = held.seat(of: loser) else { return }
        held.removeWorst(on: seat)
        bounds.seatChanged(seat, by: -1, worst: held.worst(on: seat))
        wishes.close(seat, to: rank)
    }
}
