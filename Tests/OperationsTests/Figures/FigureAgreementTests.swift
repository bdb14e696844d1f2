import Domain
import Operations
import Statistics
import TestSupport
import Testing

struct FigureAgreementTests {
    private static let periods: [(ReportPeriod, ClosedRange<Int>)] = [
        (.year(2026), 365...729), (.half(2026, 1), 365...545), (.tertial(2026, 2), 485...607),
        (.half(2025, 2), 181...364),
    ]

    /// Two ways of counting that share nothing, over municipalities made to be stumbled on.
    @Test(arguments: 0..<UInt64(16))
    func `the statement agrees with walking through every day`(seed: UInt64) async throws {
        let town = RandomTown(seed: seed)
        let (period, days) = Self.periods[Int(seed % 4)]
        let count = DayByDayCount(town, days)
        let report = try await with(town) { try await $0.report($1, period) }
        func hosts(_ cut: Cut, _ key: String, _ isIn: @escaping (RandomTown.Slot) -> Bool) {
            expect(report[cut], cut, key, count, slot: isIn) { _ in true }
        }
        func people(_ cut: Cut, _ key: String, _ isIn: @escaping (RandomTown.Participant) -> Bool) {
            expect(report[cut], cut, key, count, slot: { _ in true }, isIn)
        }
        hosts(.total, "total") { _ in true }
        let homes = Set(RandomTown.roots.indices.map { count.home(of: $0) })
        for root in homes { hosts(.unit, "E\(root)") { count.home(of: $0.unit) == root } }
        for kind in SlotKind.allCases { hosts(.kind, kind.rawValue) { $0.kind == kind } }
        for key in Cut.purpose.keys ?? [] { hosts(.purpose, key) { $0.purpose?.rawValue ?? "unknown" == key } }
        for key in Cut.urgency.keys ?? [] { hosts(.urgency, key) { $0.urgency?.rawValue ?? "unknown" == key } }
        for key in Cut.occupation.keys ?? [] {
            hosts(.occupation, key) { slot in slot.ssyk.map { String($0.prefix(1)) } ?? "unknown" == key }
        }
        for referrer in 0..<RandomTown.referrers { people(.referrer, "A\(referrer)") { $0.referrer == referrer } }
        for sex in Sex.allCases { people(.sex, sex.rawValue) { $0.sex == sex } }
        for age in AgeGroup.allCases { people(.age, age.rawValue) { count.age(of: $0) == age } }
        for sfi in SFIPassed.allCases { people(.sfi, sfi.rawValue) { $0.sfi == sfi } }
    }

    @Test(arguments: 0..<UInt64(16))
    func `so do the undertakings`(seed: UInt64) async throws {
        let town = RandomTown(seed: seed)
        let count = DayByDayCount(town)
        let undertakings = """
            INSERT INTO undertaking (municipality, id, code, unit_id, text, measure, target_hundredths, earmark_id,
                starts_on, ends_on, rule)
            SELECT '1485', gen_random_uuid(), t.code, u.id, 'x', 'places', 5000, r.id, '2020-01-01', '2029-12-31', t.rule
            FROM (VALUES ('1', NULL, NULL, 'offered_in_year'), ('2', NULL, 'A1', 'offered_in_year'),
                ('3', 'E3', NULL, 'persons_received'), ('4', 'E2', NULL, 'put_in_year')) AS t (code, unit, earmark, rule)
            LEFT JOIN organisation_unit u ON u.code = t.unit LEFT JOIN referrer r ON r.code = t.earmark;
            """
        let status = try await with(town, undertakings) { try await $0.commitmentStatus($1, year: 2026) }
        func expect(_ place: Int, _ row: [Figure: Int]) {
            let found = status.undertakings[place].count
            let figures = [
                found.offered, found.filled, found.started, found.completed, found.persons, found.employedAny,
            ]
            let columns: [Figure] = [.offered, .filled, .started, .completed, .persons, .employedAny]
            #expect(figures == columns.map { row[$0] ?? 0 }, "undertaking \(place + 1)")
        }
        // What came to be known by month is the same places, and nothing is less than it is forecast.
        for result in status.undertakings where result.code != "2" {
            #expect(result.courses.last?.total == result.count.offered, "undertaking \(result.code)")
            #expect((result.transitions?.value.numerator ?? 0) >= result.count.employedAny)
        }
        func isJoint(_ slot: RandomTown.Slot) -> Bool { RandomTown.roots[slot.unit] != 2 && slot.kind != .put }
        expect(0, count.row(slot: isJoint, participant: { _ in true }))
        // Unit 4 is below unit 3.
        expect(2, count.row(slot: { [3, 4].contains($0.unit) && $0.kind != .put }, participant: { _ in true }))
        expect(3, count.row(slot: { [2, 6].contains($0.unit) && $0.kind == .put }, participant: { _ in true }))
        // Kept for A1, less the most that others had at once, which cannot leave less than none.
        let kept = town.slots.filter { isJoint($0) && $0.earmark == 1 }
        var row = count.row(
            slot: { slot in kept.contains { $0.number == slot.number } }, participant: { $0.referrer == 1 })
        let left = kept.map { slot in
            max(0, count.offered(slot) - count.most(slot) { town.participants[$0.participant].referrer != 1 })
        }
        row[.offered] = left.reduce(0, +)
        row[.filled] = zip(kept, left).reduce(0) { sum, pair in
            sum + min(pair.1, count.most(pair.0) { town.participants[$0.participant].referrer == 1 })
        }
        expect(1, row)
    }

    private func expect(
        _ rows: [FigureRow], _ cut: Cut, _ key: String, _ count: DayByDayCount,
        slot isCounted: (RandomTown.Slot) -> Bool, _ isIncluded: (RandomTown.Participant) -> Bool
    ) {
        let counted = count.row(slot: isCounted, participant: isIncluded)
        guard let row = rows.first(where: { $0.key == key }) else {
            // A unit that is neither valid in the period nor has anything in it.
            let isNothing = counted.allSatisfy { figure, count in count == 0 || !cut.holds(figure) }
            #expect(cut == .unit && isNothing, "\(cut.rawValue).\(key)")
            return
        }
        for figure in Figure.allCases where cut.holds(figure) {
            #expect(row[figure] == counted[figure], "\(cut.rawValue).\(key).\(figure.rawValue)")
        }
        let wait = count.daysToStart(slot: isCounted, participant: isIncluded)
        #expect(row.daysToStart == wait, "\(cut.rawValue).\(key).days_to_start")
    }

    private func with<Value: Sendable>(
        _ town: RandomTown, _ more: String = "", _ body: (Operations, Actor) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.with { database in
            _ = try await TestCluster.shared().runScript(try town.script() + more, database: database.name)
            let actor = Actor(name: "karin", role: .coordinator, municipality: try MunicipalityCode("1485"))
            return try await body(Operations(pool: database.pool), actor)
        }
    }
}
