import InstanceGenerator
import Matching

/// Single changes to an open optimum, against solving afresh in the same run; and that every level of the objective comes out
/// the same.
///
/// `changes [--count N] [--checks N] [--seed N] [NAME…]`: so many changes of each instance (1,000), of which so many, evenly
/// spread, are held against a fresh solve (all; of L 50).
enum ChangesBenchmark {
    /// An objective that a fresh solve does not have.
    struct Wrong: Error {
        let instance: String
        let change: Int
        let found: Objective
        let fresh: Objective
    }

    static func run(_ arguments: [String]) async throws {
        let options = try ChangesOptions(arguments)
        for recipe in try InstanceFiles.recipes(options.names.isEmpty ? ["S", "M", "L"] : options.names) {
            try measure(recipe, options)
        }
    }

    private static func measure(_ recipe: InstanceRecipe, _ options: ChangesOptions) throws {
        var open = OpenInstance(GeneratedInstance(recipe))
        var source = ChangeSource(seed: options.seed)
        var reoptimizer = Reoptimizer(try open.instance())
        let checks = options.checks ?? (recipe.participants > 10_000 ? 50 : options.count)
        var fresh: [Double] = []
        var times: [ChangeSource.Kind: [Double]] = [:]
        for number in 1...options.count {
            let (kind, change) = source.next(open)
            open.apply(change)
            let start = ContinuousClock.now
            try reoptimizer.apply(change)
            times[kind, default: []].append(start.duration(to: .now) / .seconds(1))
            if number * checks / options.count > (number - 1) * checks / options.count {
                fresh.append(try check(reoptimizer, open, recipe.name, number))
            }
        }
        report(recipe.name, times, fresh)
    }

    /// The seconds that a fresh solve takes.
    private static func check(
        _ reoptimizer: Reoptimizer, _ open: OpenInstance, _ name: String, _ number: Int
    ) throws -> Double {
        let instance = try open.instance()
        let start = ContinuousClock.now
        let solution = Solver(instance).solve()
        let time = start.duration(to: .now) / .seconds(1)
        guard solution.objective == reoptimizer.objective else {
            throw Wrong(
                instance: name, change: number, found: reoptimizer.objective, fresh: solution.objective)
        }
        return time
    }

    private static func report(_ name: String, _ times: [ChangeSource.Kind: [Double]], _ fresh: [Double]) {
        let all = times.values.flatMap { $0 }.sorted()
        let whole = Figure.median(fresh)
        print(
            "changes, \(name): \(summary(all)); a fresh solve \(Figure.short(whole * 1e3)) ms, "
                + "\(Int(whole / Figure.median(all))) times the median (aim: 100 on M and L); "
                + "all levels equal in \(fresh.count) fresh solves")
        for kind in ChangeSource.Kind.allCases {
            print("  \(kind.rawValue): \(summary((times[kind] ?? []).sorted()))")
        }
    }

    private static func summary(_ sorted: [Double]) -> String {
        guard !sorted.isEmpty else { return "none" }
        let last = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
        return "\(sorted.count), median \(Figure.short(Figure.median(sorted) * 1e6)) µs, "
            + "99 in a hundred at most \(Figure.short(last * 1e6)) µs"
    }
}
