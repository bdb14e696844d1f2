import Domain
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

struct CommitmentStatusTests {
    private func status(_ year: Int, as role: Role = .coordinator, today: String = "2026-12-31") async throws
        -> CommitmentStatus
    {
        try await TestDatabase.with { database in
            try await FigureTown.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day(today)))
            let actor = Actor(name: "karin", role: role, municipality: try MunicipalityCode(FigureTown.code))
            return try await operations.commitmentStatus(actor, year: year)
        }
    }

    /// Value and forecast in hundredths; then offered, filled, started, completed.
    private struct Expected {
        let status: UndertakingResult.Status
        let value, forecast: Int?
        let offered, filled, started, completed: Int
    }

    @Test func `of a year that is over nothing more is forecast`() async throws {
        for result in try await status(2026, today: "2027-01-01").undertakings {
            #expect(result.forecast?.value == result.value, "\(result.code)")
        }
    }

    @Test func `each undertaking by its own rule, counted by hand`() async throws {
        let status = try await status(2026)
        let expected: KeyValuePairs<String, Expected> = [
            // The departments' S1 2, S2 4, S4 2, S8 1; not PUT (S5), not the company's (S6). Forecast with the draft S7.
            // Filled S1 2, S2 2, S4 1; started K2–K6; completed K1 K3 K4 K6 K13.
            "1-JOINT": Expected(
                status: .met, value: 900, forecast: 1_500, offered: 9, filled: 5, started: 5, completed: 5),
            // S2's 4 less the one that Erik of AMA had; K3 and K4 were there at once; K6 is not INV's.
            "2-KEPT": Expected(
                status: .met, value: 300, forecast: 300, offered: 3, filled: 2, started: 3, completed: 2),
            // S5 alone.
            "3-PUT": Expected(
                status: .notMet, value: 300, forecast: 300, offered: 3, filled: 1, started: 1, completed: 1),
            "4-COMPANY": Expected(
                status: .met, value: 400, forecast: 400, offered: 4, filled: 1, started: 1, completed: 0),
            "5-NO-BASELINE": Expected(
                status: .notAssessable, value: 0, forecast: 600, offered: 0, filled: 0, started: 0, completed: 0),
            // Anna, Bo, Cilla, David, Erik are more than 4; with Gus, who is proposed for S8, they would be six.
            "6-MORE": Expected(
                status: .met, value: 500, forecast: 600, offered: 7, filled: 4, started: 5, completed: 5),
            // S4 in July: 13 Mondays, Tuesdays and Wednesdays × 2 places × 3 hours over 132 weekdays from July on.
            "7-HOURS": Expected(
                status: .notMet, value: 59, forecast: 59, offered: 2, filled: 1, started: 0, completed: 0),
            // 2 of 4, in per cent.
            "8-SIXTY": Expected(
                status: .notMet, value: 5_000, forecast: 5_000, offered: 9, filled: 5, started: 5, completed: 5),
            "9-NO-TARGET": Expected(
                status: .notAssessable, value: 400, forecast: 400, offered: 4, filled: 2, started: 4, completed: 3),
        ]
        // The one of 2008 to 2011 is not in force.
        #expect(status.undertakings.map(\.code) == expected.map(\.key))
        for (result, (code, expected)) in zip(status.undertakings, expected) {
            #expect(result.status == expected.status, "\(code)")
            #expect(result.value?.hundredths == expected.value, "\(code)")
            #expect(result.forecast?.value.hundredths == expected.forecast, "\(code)")
            #expect(
                [result.count.offered, result.count.filled, result.count.started, result.count.completed]
                    == [expected.offered, expected.filled, expected.started, expected.completed], "\(code)")
        }
        #expect(status.unitsWithoutSlots == ["KF"])
    }

    @Test func `each department's share, also of those without any`() async throws {
        let status = try await status(2026)
        func shares(_ place: Int) -> [String] { status.undertakings[place].shares.map { "\($0.unit) \($0.offered)" } }
        #expect(shares(0) == ["KF 0", "KLK 2", "SB 7"])
        #expect(shares(1) == ["SB 0", "SB-P 3"])
        #expect(status.undertakings.allSatisfy { $0.shares.reduce(0) { $0 + $1.offered } == $0.count.offered })
    }

    @Test func `a statistician sees places and status, and people only in the report`() async throws {
        let status = try await status(2026, as: .statistician)
        let joint = try #require(status.undertakings.first)
        #expect(joint.status == .met && joint.count.offered == 9 && joint.shownValue != nil)
        #expect(joint.shownFilled == nil && joint.shownStarted == nil && joint.shownCompleted == nil)
        #expect(joint.suppressed == ["filled", "started", "completed", "employed_any", "employed_forecast"])
    }

    // MARK: Fifty places

    @Test(arguments: [(49, UndertakingResult.Status.notMet), (50, .met)])
    func `fifty counted places meet the fifty, forty-nine do not`(
        places: Int, expected: UndertakingResult.Status
    ) async throws {
        try await withFifty(places) { operations, actor in
            let status = try await operations.commitmentStatus(actor, year: 2026)
            #expect(status.undertakings.map(\.status) == [expected])
            #expect(status.undertakings.first?.count.offered == places)
        }
    }

    @Test(arguments: [
        ("2026-03-01", UndertakingResult.Status.notMet), ("2026-03-31", .notMet), ("2026-04-01", .notMet),
        ("2026-04-02", .met), ("2026-09-01", .met),
    ])
    func `a withdrawal takes from the fifty until the first day, and not afterwards`(
        day: String, expected: UndertakingResult.Status
    ) async throws {
        try await withFifty(50) { operations, actor in
            let day = try Day(day)
            try await operations.withdrawSlot(actor, Code("ONE"), on: day, reason: Line("Sjukdom"))
            let status = try await operations.commitmentStatus(actor, year: 2026)
            #expect(status.undertakings.map(\.status) == [expected])
            #expect(status.undertakings.first?.count.offered == (expected == .met ? 50 : 49))
        }
    }

    @Test(arguments: [("2026-01-01", 48), ("2026-01-02", 50)])
    func `so does a part of a slot`(day: String, offered: Int) async throws {
        try await withFifty(50) { operations, actor in
            try await operations.withdrawSlot(
                actor, Code("MANY"), places: Capacity(2), on: Day(day), reason: Line("Sjukdom"))
            let status = try await operations.commitmentStatus(actor, year: 2026)
            #expect(status.undertakings.first?.count.offered == offered)
        }
    }

    @Test func `hours a day follow each place for as long as it is open`() async throws {
        try await withFifty(49) { operations, actor in
            try await operations.pool.transaction(for: actor.municipality, by: "test") { connection in
                try await connection.execute(
                    """
                    INSERT INTO organisation_unit (municipality, id, code, name, kind)
                    VALUES ('1487', uuid_v7(), 'RT', 'Räddningstjänsten', 'forvaltning')
                    """)
                try await connection.execute(
                    """
                    INSERT INTO undertaking (municipality, id, code, unit_id, text, measure, target_hundredths, starts_on,
                        ends_on, rule)
                    SELECT '1487', uuid_v7(), 'HOURS', id, '10 tim/dag', 'hours_per_day', 1000, '2025-01-01',
                        '2029-12-31', 'hours_per_day'
                    FROM organisation_unit WHERE code = 'RT'
                    """)
            }
            for (code, places, hours, state) in [("OPEN", 3, "4", SlotState.offered), ("DRAFT", 1, "2", .draft)] {
                try await operations.registerSlot(
                    actor,
                    Slot(
                        municipality: actor.municipality, code: Code(code), unit: Code("RT"), title: Line("Brandbil"),
                        kind: .arbetspraktik, period: Period(year: 2026), places: Capacity(places),
                        hoursPerDay: WorkHours(hours), state: state))
            }
            try await operations.withdrawSlot(
                actor, Code("OPEN"), places: Capacity(1), on: Day("2026-07-01"), reason: Line("Sjukdom"))
            let status = try await operations.commitmentStatus(actor, year: 2026)
            let hours = try #require(status.undertakings.first { $0.code == "HOURS" })
            // 3 places × 4 hours on 129 weekdays, 2 × 4 on 132 from July on: 2,604 hours over 261 weekdays.
            #expect(hours.value?.hundredths == 998)
            #expect(hours.status == .notMet)
            // With the draft's 2 hours.
            #expect(hours.forecast?.value.hundredths == 1_198)
        }
    }

    /// `places` in all: one place from 1 April in the slot ONE, the rest all year in MANY.
    private func withFifty(_ places: Int, _ body: (Operations, Actor) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let municipality = try MunicipalityCode("1487")
            try await database.pool.transaction(for: municipality, by: "test") { connection in
                try await connection.execute(
                    """
                    INSERT INTO organisation_unit (municipality, id, code, name, kind)
                    VALUES ('1487', uuid_v7(), 'SB', 'Samhällsbyggnad', 'forvaltning')
                    """)
                try await connection.execute(
                    """
                    INSERT INTO undertaking (municipality, id, code, text, measure, target_hundredths, starts_on, ends_on,
                        rule)
                    VALUES ('1487', uuid_v7(), 'P50', 'minst 50 praktikplatser', 'places', 5000, '2026-01-01',
                        '2029-12-31', 'offered_in_year')
                    """)
            }
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-03-01")))
            let actor = Actor(name: "karin", role: .coordinator, municipality: municipality)
            for (code, from, places) in [("ONE", "2026-04-01", 1), ("MANY", "2026-01-01", places - 1)] {
                try await operations.registerSlot(
                    actor,
                    Slot(
                        municipality: municipality, code: try Code(code), unit: try Code("SB"),
                        title: try Line("Parkarbete"), kind: .arbetspraktik,
                        period: try Period(from: Day(from), to: Day("2026-12-31")), places: try Capacity(places),
                        state: .offered))
            }
            try await body(operations, actor)
        }
    }
}
