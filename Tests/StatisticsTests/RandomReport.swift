import Domain
import Statistics

/// A report counted from made-up placements, so that its parts agree as a real one's do.
struct RandomReport {
    let report: AnnualReport
    let overlap: [Cut: Int]

    init(seed: UInt64, units: Int, referrers: Int, placements: Int) throws {
        var random = SplitMix64(seed: seed)
        let keys: [Cut: [String]] = [
            .total: ["total"], .unit: (0..<units).map { "E\($0)" }, .referrer: (0..<referrers).map { "A\($0)" },
            .sex: Sex.allCases.map(\.rawValue), .kind: ["arbetspraktik", "sprakpraktik", "put"],
        ]
        var rows = keys.mapValues { Array(repeating: [:] as [Figure: Int], count: $0.count) }
        var persons = keys.mapValues { Array(repeating: Set<Int>(), count: $0.count) }
        for number in 0..<placements {
            // A person keeps sex and mostly the referrer; units and kinds are skewed, so that some are small.
            let person = number % max(1, placements * 3 / 4)
            let skewed = Int.random(in: 0..<units, using: &random) * Int.random(in: 0..<units, using: &random) / units
            let place: [Cut: Int] = [
                .total: 0, .unit: skewed, .referrer: person % 7 % referrers, .sex: person % 5 / 2,
                .kind: Int.random(in: 0..<3, using: &random) * Int.random(in: 0..<2, using: &random),
            ]
            let isEnded = Int.random(in: 0..<5, using: &random) > 0
            let isCompleted = isEnded && Int.random(in: 0..<4, using: &random) > 0
            let isKnown = isEnded && Int.random(in: 0..<3, using: &random) > 0
            let isEmployed = isKnown && Bool.random(using: &random)
            let isIntroduced = Int.random(in: 0..<3, using: &random) == 0
            let needsSFI = isIntroduced && number % 4 > 0
            let facts: [Figure: Bool] = [
                .hiredByHost: isEmployed && number % 3 == 0, .koladaKnown: isKnown,
                .sixtyKnown: isIntroduced && isKnown,
                .sfiDenominator: needsSFI, .sfiNumerator: needsSFI && number % 3 == 0,
                .sfiUndated: needsSFI && number % 3 == 1,
                .filled: true, .started: true, .completed: isCompleted, .interrupted: isEnded && !isCompleted,
                .noShow: !isEnded && Bool.random(using: &random), .employedAny: isEmployed, .known: isKnown,
                .sixtyDenominator: isIntroduced, .sixtyNumerator: isIntroduced && isEmployed,
                .koladaNumerator: isEmployed && Bool.random(using: &random),
            ]
            for (cut, row) in place {
                for (figure, isSo) in facts where isSo && cut.holds(figure) { rows[cut]?[row][figure, default: 0] += 1 }
                persons[cut]?[row].insert(person)
            }
        }
        var parts: [Cut: [FigureRow]] = [:]
        var overlap: [Cut: Int] = [:]
        for cut in Cut.allCases {
            parts[cut] = (keys[cut] ?? []).enumerated().map { place, key in
                var row = FigureRow(key: key, in: cut)
                for (figure, count) in rows[cut]?[place] ?? [:] { row[figure] = count }
                if cut.holds(.offered) { row[.offered] = (row[.filled] ?? 0) + 1 }
                row[.persons] = persons[cut]?[place].count
                return row
            }
            let sets = persons[cut] ?? []
            overlap[cut] = sets.reduce(0) { $0 + $1.count } - Set(sets.joined()).count
        }
        report = AnnualReport(year: 2026, municipality: try MunicipalityCode("1485"), parts: parts)
        self.overlap = overlap
    }
}
