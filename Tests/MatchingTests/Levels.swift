import Matching

/// The levels of the objective as they are stated, best first: placed in class 9, 8, … 0; the shortfall, negated; the score
/// with bonuses; the previous pairs kept. The greater in this order is the better.
struct Levels: Equatable, Comparable, CustomStringConvertible {
    static let count = 13

    var values: [Int]

    init(values: [Int]) {
        self.values = values
    }

    init(_ objective: Objective) {
        values = objective.placedByPriority.reversed() + [-objective.shortfall, objective.score, objective.kept]
    }

    /// What this result is worth, by counting.
    init(counting seatOfAgent: [Int?], in question: Question) {
        var classes = Array(repeating: 0, count: 10)
        var load = Load(of: question)
        var fromCohort = question.cohorts.map { _ in 0 }
        var (score, kept) = (0, 0)
        for (agent, properties) in question.agents.enumerated() {
            guard let seat = seatOfAgent[agent] else { continue }
            classes[9 - properties.priority] += 1
            load.add(seat, of: question)
            if let cohort = properties.cohort {
                fromCohort[cohort] += 1
            }
            score += question.edges.first { $0.agent == agent && $0.seat == seat }?.score ?? 0
            if question.previous.contains(.init(agent: agent, seat: seat)) {
                kept += 1
                score += question.keepBonus
            }
        }
        let lacking =
            zip(question.groups, load.groups).map { max(0, $0.minimum - $1) }
            + zip(question.cohorts, fromCohort).map { max(0, $0.minimum - $1) }
        values = classes + [-lacking.reduce(0, +), score, kept]
    }

    static func < (left: Levels, right: Levels) -> Bool {
        left.values.lexicographicallyPrecedes(right.values)
    }

    var description: String { values.map(String.init).joined(separator: " ") }
}

extension Question {
    /// Whether the result keeps every rule: permitted pairs only, places, maxima and locks.
    func permits(_ seatOfAgent: [Int?]) -> Bool {
        let permitted = Set(permitted.map { Instance.Pair(agent: $0.agent, seat: $0.seat) })
        return seatOfAgent.enumerated().allSatisfy { agent, seat in
            seat.map { permitted.contains(.init(agent: agent, seat: $0)) } ?? true
        } && hasRoom(for: seatOfAgent.compactMap(\.self)) && locked.allSatisfy { seatOfAgent[$0.agent] == $0.seat }
    }
}
