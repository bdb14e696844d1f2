package import Statistics

/// A problem as `Tests/Oracles/suppression.py` reads it, one a line of JSON.
package struct ProblemLine: Encodable {
    private enum Entry: Encodable {
        case number(Int)
        case word(String)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .word(let word): try container.encode(word)
            }
        }
    }

    private let threshold: Int
    private let cells: [[Entry]]
    private let balances: [[[Int]]]
    private let orders: [[Int]]

    package init(_ problem: DisclosureProblem) {
        threshold = problem.threshold
        cells = problem.cells.map { cell in
            let word =
                switch cell.standing {
                case .open: "open"
                case .shown: "shown"
                case .keptBack: "kept"
                case .presumed: "presumed"
                }
            return [.number(cell.value), .number(cell.weight), .word(word)]
        }
        balances = problem.balances.map { $0.map { [$0.cell, $0.isTakenAway ? -1 : 1] } }
        orders = problem.orders.map { [$0.smaller, $0.greater] }
    }
}

/// What the oracle says of one problem.
package struct ProblemAnswer {
    /// Nil where nothing was found in the time.
    package let weight: Int?
    /// No suppression loses less.
    package let bound: Int
    package let milliseconds: Double

    package init?(_ line: String) {
        let words = line.split(separator: " ")
        guard words.count == 3, let weight = Int(words[0]), let bound = Int(words[1]), let time = Double(words[2])
        else { return nil }
        self.weight = weight < 0 ? nil : weight
        self.bound = bound
        milliseconds = time
    }
}
