import Domain
import Operations
import Statistics
import TestSupport
import Testing

/// Which days of an employment "on a day within 180 days after the end" asks for: what is told before the end counts too, where
/// it reaches past it. Found by the plain SQL beside; each case is a referrer's only placement, completed on 31 March 2026.
struct EmploymentDayTests {
    /// The day it was told, from when and to when, in days after the end.
    private static let cases: [(told: Int, from: Int?, to: Int?, counts: Bool)] = [
        (0, nil, nil, true), (180, nil, nil, true), (-1, nil, nil, false), (181, nil, nil, false),
        // Told before the end: to a stated day, without one, and agreed.
        (-3, -40, -1, false), (-3, -40, 0, true), (-3, -40, 200, true), (-3, -40, nil, false), (-3, 1, nil, true),
        (-3, 180, 190, true), (-3, 181, nil, false),
        // Told afterwards.
        (200, -40, nil, true), (200, 100, 120, true), (200, -40, -1, false), (200, 181, nil, false),
    ]

    @Test func `employment counts by its own days`() async throws {
        let end = try Day("2026-03-31")
        func day(_ after: Int?) -> String { after.map { "DATE '\(end.adding($0))'" } ?? "NULL::date" }
        let rows = Self.cases.enumerated().map { number, one in
            "(\(number), \(day(one.told)), \(day(one.from)), \(day(one.to)))"
        }
        let key = "('0000000' || k || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid"
        func id(_ kind: Int) -> String { key.replacing("k ||", with: "\(kind) ||") }
        let script = """
            SET session_replication_role = replica;
            CREATE TEMP TABLE told (n, checked_on, starts_on, ends_on) AS VALUES \(rows.joined(separator: ", "));
            INSERT INTO organisation_unit (municipality, id, code, name, kind)
                SELECT '1485', \(id(1)), 'SB', 'Samhällsbyggnad', 'forvaltning' FROM told WHERE n = 0;
            INSERT INTO referrer (municipality, id, code, name) SELECT '1485', \(id(2)), 'A' || n, 'A' FROM told;
            INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state)
                SELECT '1485', \(id(3)), 'P', \(id(1)), 'P', 'arbetspraktik', '2026-01-01', '2026-12-31', 50, 'offered'
                FROM told WHERE n = 0;
            INSERT INTO person (municipality, id) SELECT '1485', \(id(4)) FROM told;
            INSERT INTO participant (municipality, id, person_id, referrer_id, reference, registered_on)
                SELECT '1485', \(id(5)), \(id(4)), \(id(2)), 'D' || n, '2025-12-01' FROM told;
            INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state,
                    state_on, started_on, ended_on)
                SELECT '1485', \(id(6)), 'K' || n, \(id(5)), \(id(4)), (SELECT id FROM slot), '2026-02-01', '2026-03-31',
                    'completed', '2026-03-31', '2026-02-01', '2026-03-31' FROM told;
            INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on, status,
                    starts_on, ends_on)
                SELECT '1485', \(id(7)), 'U' || n, \(id(5)), \(id(4)), \(id(6)), checked_on, 'employed', starts_on, ends_on
                FROM told;
            """
        try await TestDatabase.with { database in
            try await TestCluster.shared().runScript(script, database: database.name)
            let karin = Actor(name: "karin", role: .coordinator, municipality: try MunicipalityCode("1485"))
            let report = try await Operations(pool: database.pool).annualReport(karin, year: 2026)
            for (number, one) in Self.cases.enumerated() {
                let row = try #require(report[.referrer, "A\(number)"])
                #expect(row[.employedAny] == (one.counts ? 1 : 0), "\(one)")
                // Who was employed within the days is known, whenever it was told.
                #expect(row[.known] == (one.counts || (0...180).contains(one.told) ? 1 : 0), "\(one)")
            }
        }
    }
}
