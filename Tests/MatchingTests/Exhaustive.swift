import Matching

/// The levels of the objective, best first: placed in class 9, 8, … 0, then the score.
struct Levels: Equatable, Comparable, CustomStringConvertible {
    var values: [Int]

    static let zero = Levels(values: Array(repeating: 0, count: 11))

    init(values: [Int]) {
        self.values = values
    }

    init(_ solution: Solution) {
        values = solution.placedByPriority.reversed() + [solution.score]
    }

    func adding(priority: Int, score: Int) -> Levels {
        var sum = self
        sum.values[9 - priority] += 1
        sum.values[10] += score
        return sum
    }

    static func < (left: Levels, right: Levels) -> Bool {
        left.values.lexicographicallyPrecedes(right.values)
    }

    var description: String { values.map(String.init).joined(separator: " ") }
}

/// The other method: every way of filling the places, agent by agent, with the objective compared level by level as it is
/// stated; no weights, prices or paths.
func exhaustiveOptimum(_ question: Question) -> Levels {
    let forbidden = Set(question.forbidden)
    let locks = Dictionary(uniqueKeysWithValues: question.locked.map { ($0.agent, $0.seat) })
    // The places left on each seat → the best that the agents so far can have reached.
    var best: [[Int]: Levels] = [question.seats.map(\.capacity): .zero]
    for (agent, properties) in question.agents.enumerated() {
        let options = question.edges.filter { edge in
            edge.agent == agent && !forbidden.contains(.init(agent: agent, seat: edge.seat))
                && (locks[agent].map { $0 == edge.seat } ?? true)
        }
        var next: [[Int]: Levels] = locks[agent] == nil ? best : [:]
        for (places, levels) in best {
            for edge in options where places[edge.seat] > 0 {
                var left = places
                left[edge.seat] -= 1
                let reached = levels.adding(priority: properties.priority, score: edge.score)
                next[left] = max(next[left] ?? reached, reached)
            }
        }
        best = next
    }
    return best.values.max() ?? .zero
}
