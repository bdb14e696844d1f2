import Domain
import Statistics
import TableGenerator

/// The six reports of a made-up year, counted from the same placements, so that they agree as a real municipality's do. One
/// unit is taken over by another after April, and one after August.
struct RandomYear {
    let reports: [AnnualReport]
    let lineage: UnitLineage
    private let units: Int

    private struct Placement {
        let person, unit, referrer, sex, age, kind, purpose, occupation: Int
        let from, to: Int
        let isCompleted, isEnded, isNoShow, isKnown, isEmployed, isHired, isKolada: Bool
    }

    private struct Person {
        let number, referrer, sex, age: Int
        /// The month in which the introduction ended.
        let introduced: Int?
        let isSettled, reached, needsSFI, passed, undated: Bool
    }

    /// First and last month, from 0.
    static let spans: [(ReportPeriod, ClosedRange<Int>)] = zip(
        PublicationProgramme.periods(of: 2026), [0...11, 0...5, 6...11, 0...3, 4...7, 8...11]
    ).map { ($0, $1) }

    /// Unit 1 has become unit 0 from May, the last but one the last from September.
    private static func home(_ unit: Int, _ month: Int, _ units: Int) -> Int {
        if unit == 1, month > 3 { return 0 }
        if unit == units - 2, unit > 1, month > 7 { return units - 1 }
        return unit
    }

    /// The code of the row that a unit is counted in.
    func row(of unit: String, in period: ReportPeriod) -> String {
        let month = Self.spans.first { $0.0 == period }?.1.upperBound ?? 11
        return "E\(Self.home(Int(unit.dropFirst()) ?? 0, month, units))"
    }

    init(seed: UInt64, units: Int, referrers: Int, placements count: Int) throws {
        var random = SplitMix64(seed: seed)
        func chance(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &random) < one }
        let people = (0..<max(1, count * 4 / 5)).map { number in
            let settled = chance(2, in: 3)
            let needs = chance(3, in: 4)
            let passed = needs && chance(1, in: 2)
            return Person(
                number: number, referrer: number % 7 % referrers, sex: number % 5 / 2, age: number % 6,
                introduced: chance(1, in: 2) ? Int.random(in: 0..<12, using: &random) : nil, isSettled: settled,
                reached: settled && chance(1, in: 2), needsSFI: needs, passed: passed,
                undated: needs && !passed && chance(1, in: 3))
        }
        let placements = (0..<count).map { number -> Placement in
            let person = people[number % people.count]
            let skewed = Int.random(in: 0..<units, using: &random) * Int.random(in: 0..<units, using: &random) / units
            let from = Int.random(in: -3..<12, using: &random)
            let to = from + Int.random(in: 0..<5, using: &random)
            let started = chance(9, in: 10)
            let known = started && chance(3, in: 4)
            let employed = known && chance(1, in: 2)
            return Placement(
                person: person.number, unit: skewed, referrer: person.referrer, sex: person.sex, age: person.age,
                kind: number % 3 * (number % 2), purpose: number % 4, occupation: number % 11 % 6, from: from, to: to,
                isCompleted: chance(4, in: 5), isEnded: started, isNoShow: !started, isKnown: known,
                isEmployed: employed, isHired: employed && chance(1, in: 2), isKolada: employed && chance(1, in: 2))
        }
        self.units = units
        func home(_ unit: Int, _ month: Int) -> Int { Self.home(unit, month, units) }
        lineage = UnitLineage(
            Dictionary(
                uniqueKeysWithValues: Self.spans.map { period, span in
                    (
                        period,
                        Dictionary(
                            uniqueKeysWithValues: (0..<units).map { ("E\($0)", "E\(home($0, span.upperBound))") })
                    )
                }))
        let keys: [Cut: [String]] = [
            .total: ["total"], .unit: (0..<units).map { "E\($0)" }, .referrer: (0..<referrers).map { "A\($0)" },
            .sex: Sex.allCases.map(\.rawValue), .age: Cut.age.keys ?? [], .kind: Cut.kind.keys ?? [],
            .purpose: Cut.purpose.keys ?? [], .occupation: Cut.occupation.keys ?? [],
        ]
        reports = try Self.spans.map { period, span in
            var rows = keys.mapValues { Array(repeating: [:] as [Figure: Int], count: $0.count) }
            var persons = keys.mapValues { Array(repeating: Set<Int>(), count: $0.count) }
            func count(_ places: [Cut: Int], _ facts: [Figure: Bool], _ person: Int?) {
                for (cut, row) in places {
                    for (figure, isSo) in facts where isSo && cut.holds(figure) {
                        rows[cut]?[row][figure, default: 0] += 1
                    }
                    if let person { persons[cut]?[row].insert(person) }
                }
            }
            for one in placements where one.from <= span.upperBound && one.to >= span.lowerBound {
                let places: [Cut: Int] = [
                    .total: 0, .unit: home(one.unit, span.upperBound), .referrer: one.referrer, .sex: one.sex,
                    .age: one.age, .kind: one.kind, .purpose: one.purpose, .occupation: one.occupation,
                ]
                let ends = one.isEnded && span.contains(one.to)
                count(
                    places,
                    [
                        .filled: true, .offered: true, .started: one.isEnded && span.contains(one.from),
                        .noShow: one.isNoShow && span.contains(one.from), .completed: ends && one.isCompleted,
                        .interrupted: ends && !one.isCompleted, .known: ends && one.isKnown,
                        .employedAny: ends && one.isEmployed, .hiredByHost: ends && one.isHired,
                        .koladaKnown: ends && one.isKnown, .koladaNumerator: ends && one.isKolada,
                    ], one.isEnded ? one.person : nil)
            }
            for person in people {
                guard let month = person.introduced, span.contains(month) else { continue }
                count(
                    [.total: 0, .referrer: person.referrer, .sex: person.sex, .age: person.age],
                    [
                        .sixtyDenominator: true, .sixtyKnown: person.isSettled, .sixtyNumerator: person.reached,
                        .sfiDenominator: person.needsSFI, .sfiNumerator: person.passed, .sfiUndated: person.undated,
                    ], nil)
            }
            var parts: [Cut: [FigureRow]] = [:]
            for (cut, keys) in keys {
                parts[cut] = keys.enumerated().compactMap { place, key in
                    if cut == .unit, home(place, span.upperBound) != place { return nil }
                    var row = FigureRow(key: key, in: cut)
                    for (figure, count) in rows[cut]?[place] ?? [:] { row[figure] = count }
                    row[.persons] = persons[cut]?[place].count
                    return row
                }
            }
            return AnnualReport(period, municipality: try MunicipalityCode("1485"), parts: parts)
        }
    }
}
