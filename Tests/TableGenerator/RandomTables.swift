import Domain
package import Statistics

/// Tables as they are published, counted from made-up people: a hierarchy of units by sex, over periods that make up a year,
/// with ended placements divided in two and some of them employed. The first periods may have been published before.
package struct RandomTables {
    package struct Shape {
        /// Sub-units of each department.
        let departments: [Int]
        let periods: Int
        /// Whether sexes are crossed with units or stand only under the total.
        let isCrossed: Bool
        /// The greatest count in the smallest part.
        let greatest: Int
        let threshold: Int

        package init(departments: [Int], periods: Int, isCrossed: Bool, greatest: Int, threshold: Int = 5) {
            self.departments = departments
            self.periods = periods
            self.isCrossed = isCrossed
            self.greatest = greatest
            self.threshold = threshold
        }
    }

    /// Part of a sum with its own parts: units, sexes and periods alike.
    private struct Node {
        let name: String
        let leaves: [Int]
        let parts: [Int]
    }

    private struct Key: Hashable {
        let period: Int
        let unit: Int
        let sex: Int
        let figure: Int
    }

    private static let figures = ["ended", "completed", "interrupted", "employed"]

    private let shape: Shape
    private let units: [Node]
    private let sexes = [
        Node(name: "all", leaves: [0, 1], parts: [1, 2]), Node(name: "women", leaves: [0], parts: []),
        Node(name: "men", leaves: [1], parts: []),
    ]
    private let periods: [Node]
    private var keys: [Key] = []
    private var values: [Int] = []
    private var numbers: [Key: Int] = [:]
    private var balances: [[DisclosureProblem.Term]] = []
    private var orders: [DisclosureProblem.Order] = []

    package init(_ shape: Shape, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        self.shape = shape
        units = Self.hierarchy(shape.departments)
        let all = Array(0..<shape.periods)
        periods =
            (shape.periods > 1 ? [Node(name: "year", leaves: all, parts: all.map { $0 + 1 })] : [])
            + all.map { Node(name: "T\($0 + 1)", leaves: [$0], parts: []) }
        let leaves = units.flatMap(\.leaves).max().map { $0 + 1 } ?? 0
        // Skewed, with zeros among them.
        var counts: [Int] = []
        for _ in 0..<shape.periods * leaves * 2 {
            var parts = [0, 0, 0]
            for part in 0..<2 where Int.random(in: 0..<3, using: &random) > 0 {
                parts[part] = Int.random(in: 0...shape.greatest, using: &random)
                if Bool.random(using: &random) { parts[part] /= 3 }
            }
            parts[2] = Int.random(in: 0...parts[0] + parts[1], using: &random)
            counts += [parts[0] + parts[1]] + parts
        }
        fill { period, unit, sex, figure in counts[((period * leaves + unit) * 2 + sex) * 4 + figure] }
        bind()
    }

    private static func hierarchy(_ departments: [Int]) -> [Node] {
        var nodes: [Node] = []
        var leaf = 0
        var roots: [Int] = []
        for (number, count) in departments.enumerated() {
            let leaves = Array(leaf..<leaf + max(1, count))
            leaf += leaves.count
            roots.append(nodes.count + 1)
            let first = nodes.count + 2
            nodes.append(
                Node(name: "D\(number)", leaves: leaves, parts: count > 1 ? Array(first..<first + count) : []))
            if count > 1 { nodes += leaves.map { Node(name: "D\(number).\($0)", leaves: [$0], parts: []) } }
        }
        return [Node(name: "total", leaves: Array(0..<leaf), parts: roots)] + nodes
    }

    private mutating func fill(_ count: (Int, Int, Int, Int) -> Int) {
        for period in periods.indices {
            for unit in units.indices {
                for sex in sexes.indices where shape.isCrossed || unit == 0 || sex == 0 {
                    for figure in Self.figures.indices {
                        let key = Key(period: period, unit: unit, sex: sex, figure: figure)
                        numbers[key] = keys.count
                        keys.append(key)
                        values.append(
                            periods[period].leaves.reduce(0) { sum, period in
                                sum
                                    + units[unit].leaves.reduce(0) { sum, unit in
                                        sum + sexes[sex].leaves.reduce(0) { $0 + count(period, unit, $1, figure) }
                                    }
                            })
                    }
                }
            }
        }
    }

    private mutating func bind() {
        for (number, key) in keys.enumerated() {
            func sum(_ parts: [Key]) {
                let parts = parts.compactMap { numbers[$0] }
                if !parts.isEmpty { balances.append(parts.map { .plus($0) } + [.minus(number)]) }
            }
            func with(_ figure: Int) -> Key {
                Key(period: key.period, unit: key.unit, sex: key.sex, figure: figure)
            }
            sum(periods[key.period].parts.map { Key(period: $0, unit: key.unit, sex: key.sex, figure: key.figure) })
            sum(units[key.unit].parts.map { Key(period: key.period, unit: $0, sex: key.sex, figure: key.figure) })
            sum(sexes[key.sex].parts.map { Key(period: key.period, unit: key.unit, sex: $0, figure: key.figure) })
            if key.figure == 0 {
                sum([with(1), with(2)])
                if let employed = numbers[with(3)] { orders.append(.init(employed, atMost: number)) }
            }
        }
    }

    /// The cells of some periods, and whatever holds between them; those of `earlier` as they were published.
    package func problem(
        periods chosen: Set<Int>, earlier: [String: DisclosureProblem.Standing] = [:]
    ) throws -> DisclosureProblem {
        var place: [Int: Int] = [:]
        var cells: [DisclosureProblem.Cell] = []
        for (number, key) in keys.enumerated() where chosen.contains(key.period) {
            let name = [
                periods[key.period].name, units[key.unit].name, sexes[key.sex].name, Self.figures[key.figure],
            ].joined(separator: "/")
            place[number] = cells.count
            cells.append(
                .init(
                    name: name, value: values[number], weight: 10 + min(values[number], 100),
                    standing: earlier[name] ?? .open))
        }
        let kept = balances.filter { $0.allSatisfy { place[$0.cell] != nil } }
        return try DisclosureProblem(
            threshold: shape.threshold, cells: cells,
            balances: kept.map { terms in
                terms.map { $0.isTakenAway ? .minus(place[$0.cell] ?? 0) : .plus(place[$0.cell] ?? 0) }
            },
            orders: orders.compactMap { order in
                guard let smaller = place[order.smaller], let greater = place[order.greater] else { return nil }
                return .init(smaller, atMost: greater)
            })
    }

    /// The last periods and the year, after the first ones were published by themselves.
    package func afterAnEarlierPublication(of first: Set<Int>) throws -> DisclosureProblem {
        let before = try problem(periods: first)
        let publication = try Publication(of: before)
        let kept = Set(publication.keptBack)
        var earlier: [String: DisclosureProblem.Standing] = [:]
        for (number, cell) in before.cells.enumerated() {
            earlier[cell.name] = kept.contains(number) ? .keptBack : .shown
        }
        return try problem(periods: Set(periods.indices), earlier: earlier)
    }

    /// Everything at once, none of it published before.
    package func wholeProblem() throws -> DisclosureProblem { try problem(periods: Set(periods.indices)) }

    /// So few cells that a reader can try every number.
    package static func tiny(_ seed: UInt64) -> RandomTables {
        RandomTables(
            Shape(
                departments: seed % 2 == 0 ? [1, 1] : [2, 1], periods: seed % 3 == 0 ? 1 : 2, isCrossed: seed % 5 == 0,
                greatest: 5, threshold: 3 + Int(seed % 3)),
            seed: seed)
    }

    /// Something small and quickly solved.
    package static func small(_ seed: UInt64) -> RandomTables {
        var random = SplitMix64(seed: seed &* 31 &+ 7)
        let departments = (0..<Int.random(in: 2...3, using: &random)).map { _ in Int.random(in: 1...3, using: &random) }
        return RandomTables(
            Shape(
                departments: departments, periods: 2, isCrossed: Bool.random(using: &random),
                greatest: Int.random(in: 6...30, using: &random), threshold: Int.random(in: 3...6, using: &random)),
            seed: seed)
    }
}
