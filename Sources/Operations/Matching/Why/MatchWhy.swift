import Domain
import Matching
import Store

/// Answers why a round came out as it did: everything is asked of the optimum's residual graph, nothing is guessed.
///
/// A stable result has no prices; of it only what the rules and the places say can be told.
struct MatchWhy {
    let problem: MatchProblem
    let slotOfPerson: [Int?]
    /// How many sit at each slot.
    let load: [Int]
    let graph: Displacements?
    /// What the round asked to be kept apart.
    private let forbidden: Set<Instance.Pair>
    private let previous: Set<Instance.Pair>
    /// For each slot, the days of those who could come.
    let days: [[Period]]
    /// For each supervisor of the inputs, who could come.
    let supervised: [[SupervisorFacts.Candidate]]
    /// For each supervisor of the inputs, their slots and the bound the round has on them.
    let supervision: [(slots: Set<Int>, maximum: Int?)]
    /// What one candidate more does to the bounds, by slot and days: many would come on the same days.
    var capacities: [Visit: Int] = [:]
    var maxima: [Visit: Bool] = [:]
    private var rooms: [RoomKey: RoomPaths] = [:]

    /// Somebody more at a slot on certain days.
    struct Visit: Hashable {
        let slot: Int
        let days: Period
    }

    private struct RoomKey: Hashable {
        let seat: Int
        let hasRoom: Bool?
    }

    var question: MatchQuestion { problem.question }
    var inputs: MatchInputs { problem.question.inputs }
    var parameters: MatchParameters { problem.question.parameters }

    /// - Parameter certificate: that of an optimum, which must have been checked; none for a stable result.
    init(_ problem: MatchProblem, _ seatOfAgent: [Int?], _ certificate: Certificate?) {
        self.problem = problem
        let slotOfPerson = problem.slots(seatOfAgent)
        self.slotOfPerson = slotOfPerson
        var load = [Int](repeating: 0, count: problem.question.inputs.slots.count)
        for case let slot? in slotOfPerson {
            load[slot] += 1
        }
        self.load = load
        var days = [[Period]](repeating: [], count: load.count)
        for own in problem.question.options {
            for (slot, option) in own {
                days[slot].append(option.days)
            }
        }
        self.days = days
        supervised = problem.question.supervisorCandidates()
        supervision = problem.question.inputs.supervisors.map { supervisor in
            (
                Set(
                    problem.question.inputs.slots.indices.filter {
                        problem.question.inputs.slots[$0].supervisor == supervisor.code
                    }),
                problem.seating.groups.first { $0.kind == .supervisor && $0.code == supervisor.code }?.maximum
            )
        }
        graph = certificate.map { certificate in
            Displacements(
                problem.instance,
                Solution(
                    seatOfAgent: seatOfAgent, objective: Objective(of: seatOfAgent, in: problem.instance),
                    certificate: certificate))
        }
        let people = Dictionary(
            problem.question.inputs.people.enumerated().flatMap { person, facts in
                facts.referrals.map { ($0.label, person) }
            }, uniquingKeysWith: { first, _ in first })
        func positions(_ pairs: [MatchPair]) -> Set<Instance.Pair> {
            Set(
                pairs.compactMap { pair in
                    guard let person = people[pair.participant], let slot = problem.question.slot(coded: pair.slot)
                    else { return nil }
                    return Instance.Pair(agent: person, seat: slot)
                })
        }
        forbidden = positions(problem.question.parameters.forbidden)
        previous = positions(problem.question.inputs.previous)
    }

    /// Whether the coordinator has ruled the pair out.
    func isForbidden(_ person: Int, _ slot: Int) -> Bool {
        forbidden.contains(.init(agent: person, seat: slot))
    }

    /// Whether an earlier run had the pair.
    func isPrevious(_ person: Int, _ slot: Int) -> Bool {
        previous.contains(.init(agent: person, seat: slot))
    }

    /// The slots a person could have had, without what is ruled out, by position.
    func choices(of person: Int) -> [(slot: Int, option: MatchQuestion.Option)] {
        question.options[person].filter { !isForbidden(person, $0.key) }.sorted { $0.key < $1.key }
            .map { (slot: $0.key, option: $0.value) }
    }

    func code(_ slot: Int) -> Code { inputs.slots[slot].code }

    func seat(_ person: Int, _ slot: Int, _ option: MatchQuestion.Option) -> Int {
        problem.seating.seat(slot: slot, referrer: inputs.people[person].referrals[option.referral].referrer)
    }

    /// By how much the whole would weigh more with the person at the slot, in the engine's integers; nothing where a lock or
    /// a bound stands against it.
    ///
    /// - Parameter hasRoom: as if the slot had a free place, or none, whatever the round says.
    mutating func change(
        _ person: Int, _ slot: Int, _ option: MatchQuestion.Option, hasRoom: Bool? = nil
    ) -> Int64? {
        room(on: seat(person, slot, option), hasRoom)?.change(for: person, score: option.score.total)
    }

    /// What it would do to the whole to have the person at the slot.
    mutating func force(
        _ person: Int, _ slot: Int, _ option: MatchQuestion.Option, hasRoom: Bool? = nil
    ) -> ForcedPair? {
        let seat = seat(person, slot, option)
        guard
            let graph, let room = room(on: seat, hasRoom),
            let change = room.change(for: person, score: option.score.total)
        else { return nil }
        let moves = room.moves(for: person)
        var after = graph.objective(after: moves)
        if problem.instance.score(agent: person, seat: seat) == nil {
            after.score += option.score.total
        }
        let before = graph.objective(after: [])
        return ForcedPair(
            verdict: change > 0 ? .better : change == 0 ? .equal : .worse,
            placedByPriority: zip(after.placedByPriority, before.placedByPriority).map { $0 - $1 },
            shortfall: after.shortfall - before.shortfall, points: after.score - before.score,
            parts: parts(moves, option), kept: after.kept - before.kept,
            moves: moves.map { move in
                ForcedPair.Move(
                    participant: inputs.people[move.agent].label, from: move.from.map(slot(ofSeat:)).map(code),
                    to: move.to.map(self.slot(ofSeat:)).map(code))
            }, moved: moves.dropFirst().count { $0.from != nil && $0.to != nil },
            left: moves.dropFirst().count { $0.to == nil })
    }

    func slot(ofSeat seat: Int) -> Int { problem.seating.seats[seat].slot }

    private mutating func room(on seat: Int, _ hasRoom: Bool?) -> RoomPaths? {
        guard let graph else { return nil }
        let key = RoomKey(seat: seat, hasRoom: hasRoom)
        if let known = rooms[key] { return known }
        let room = RoomPaths(graph, on: seat, hasRoom: hasRoom)
        rooms[key] = room
        return room
    }

    /// Points more by part, of all who move; the first takes the option.
    private func parts(_ moves: [Reoptimizer.Move], _ option: MatchQuestion.Option) -> [String: Int] {
        var sum: [String: Int] = [:]
        func add(_ score: MatchScore?, _ sign: Int) {
            for (part, points) in score?.parts ?? [:] {
                sum[part.rawValue, default: 0] += sign * points
            }
        }
        for (position, move) in moves.enumerated() {
            if let from = move.from {
                add(question.options[move.agent][slot(ofSeat: from)]?.score, -1)
            }
            if position == 0 {
                add(option.score, 1)
            } else if let to = move.to {
                add(question.options[move.agent][slot(ofSeat: to)]?.score, 1)
            }
        }
        return sum
    }
}
