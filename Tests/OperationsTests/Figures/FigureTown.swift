import Domain
import Postgres
import Store

/// A municipality small enough to count by hand, for the year 2026; `AnnualReportTests` does.
///
/// | slot | unit | kind | period | places | |
/// |---|---|---|---|---|---|
/// | S1 | SB | arbetspraktik | 2025-10-01 – 2026-03-31 | 2 | across New Year |
/// | S2 | SB-P, below SB | språkpraktik | 2026-01-01 – 2027-01-31 | 5 | for INV; 1 withdrawn before it began, 1 in September |
/// | S3 | KLK | arbetspraktik | 2026-02-01 – 2026-06-30 | 3 | withdrawn on its first day |
/// | S4 | KLK | arbetspraktik | 2026-02-01 – 2026-11-30 | 2 | withdrawn from August; 3 hours, Monday to Wednesday |
/// | S5 | KLK | PUT | 2026 | 3 | |
/// | S6 | UE, a company of the municipality | lärling | 2026 | 4 | |
/// | S7 | KF | arbetspraktik | 2026 | 6 | a draft |
/// | S8 | SB | studiepraktik | January 2026 | 1 | closed |
///
/// GAMLA is a department that ceased in 2024; SFI is a referrer with nobody.
enum FigureTown {
    static let code = "1485"

    static func make(_ pool: Pool) async throws {
        try await pool.transaction(for: MunicipalityCode(code), by: "test", as: .operator) { connection in
            for statement in registers + people { try await connection.execute(statement) }
            for placement in placements { try await placement.make(connection) }
            try await connection.execute(withdrawals)
            try await connection.execute(outcomes)
            try await connection.execute(undertakings)
        }
    }

    private static let registers: [SQL] = [
        """
        INSERT INTO organisation_unit (municipality, id, code, name, kind, valid_to) VALUES
            ('1485', uuid_v7(), 'SB', 'Samhällsbyggnad', 'forvaltning', NULL),
            ('1485', uuid_v7(), 'KLK', 'Kommunledningskontoret', 'forvaltning', NULL),
            ('1485', uuid_v7(), 'KF', 'Kultur och fritid', 'forvaltning', NULL),
            ('1485', uuid_v7(), 'GAMLA', 'Tekniska kontoret', 'forvaltning', '2024-12-31'),
            ('1485', uuid_v7(), 'UE', 'Uddevalla Energi', 'bolag', NULL)
        """,
        """
        INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id)
        SELECT '1485', uuid_v7(), 'SB-P', 'Park', 'avdelning', id FROM organisation_unit WHERE code = 'SB'
        """,
        """
        INSERT INTO referrer (municipality, id, code, name) VALUES
            ('1485', uuid_v7(), 'AMA', 'Arbetsmarknadsavdelningen'), ('1485', uuid_v7(), 'INV', 'Invandrarservice'),
            ('1485', uuid_v7(), 'SFI', 'SFI')
        """,
        """
        INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, minutes_per_day,
            weekdays, earmark_id, state)
        SELECT '1485', uuid_v7(), s.code, u.id, 'Plats', s.kind, s.starts_on::date, s.ends_on::date, s.places, s.minutes,
            s.weekdays, r.id, s.state
        FROM (VALUES
            ('S1', 'SB', 'arbetspraktik', '2025-10-01', '2026-03-31', 2, NULL::int, NULL::int, NULL, 'offered'),
            ('S2', 'SB-P', 'sprakpraktik', '2026-01-01', '2027-01-31', 5, NULL, NULL, 'INV', 'offered'),
            ('S3', 'KLK', 'arbetspraktik', '2026-02-01', '2026-06-30', 3, NULL, NULL, NULL, 'offered'),
            ('S4', 'KLK', 'arbetspraktik', '2026-02-01', '2026-11-30', 2, 180, 7, NULL, 'offered'),
            ('S5', 'KLK', 'put', '2026-01-01', '2026-12-31', 3, NULL, NULL, NULL, 'offered'),
            ('S6', 'UE', 'larling', '2026-01-01', '2026-12-31', 4, NULL, NULL, NULL, 'offered'),
            ('S7', 'KF', 'arbetspraktik', '2026-01-01', '2026-12-31', 6, NULL, NULL, NULL, 'draft'),
            ('S8', 'SB', 'studiepraktik', '2026-01-01', '2026-01-31', 1, NULL, NULL, NULL, 'closed')
        ) AS s (code, unit, kind, starts_on, ends_on, places, minutes, weekdays, earmark, state)
        JOIN organisation_unit u ON u.code = s.unit
        LEFT JOIN referrer r ON r.code = s.earmark
        """,
    ]

    /// Eight persons. Bo and Cilla come from two referrers each; Hedda has no placement.
    private static let people: [SQL] = [
        """
        INSERT INTO person (municipality, id)
        SELECT '1485', ('00000000-0000-7000-8000-00000000000' || n)::uuid FROM generate_series(1, 8) n
        """,
        """
        INSERT INTO participant (municipality, id, person_id, referrer_id, reference, given_name, sex, registered_on,
            introduction_ended_on)
        SELECT '1485', uuid_v7(), ('00000000-0000-7000-8000-00000000000' || p.person)::uuid, r.id, p.reference, p.name,
            p.sex, '2025-01-01', p.introduced::date
        FROM (VALUES
            (1, 'AMA', 'anna', 'Anna', 'woman', '2026-03-31'),
            (2, 'AMA', 'bo', 'Bo', 'man', '2025-11-30'),
            (2, 'INV', 'bo-inv', 'Bo', 'man', '2026-05-31'),
            (3, 'INV', 'cilla', 'Cilla', 'woman', '2026-02-01'),
            (3, 'AMA', 'cilla-ama', 'Cilla', 'woman', '2027-01-10'),
            (4, 'INV', 'david', 'David', 'unknown', '2026-12-15'),
            (5, 'AMA', 'erik', 'Erik', 'man', '2025-06-30'),
            (6, 'AMA', 'fia', 'Fia', 'woman', NULL),
            (7, 'INV', 'gus', 'Gus', 'man', NULL),
            (8, 'AMA', 'hedda', 'Hedda', 'woman', '2026-06-01')
        ) AS p (person, referrer, reference, name, sex, introduced)
        JOIN referrer r ON r.code = p.referrer
        """,
    ]

    /// After the placements, since places must not be withdrawn from under people.
    private static let withdrawals: SQL =
        """
        WITH whole AS (
            UPDATE slot SET state = 'withdrawn', withdrawn_reason = 'Handledaren slutar',
                withdrawn_on = CASE code WHEN 'S3' THEN DATE '2026-02-01' ELSE DATE '2026-08-01' END
            WHERE code IN ('S3', 'S4')
        )
        INSERT INTO slot_withdrawal (municipality, id, slot_id, places, withdrawn_on, reason)
        SELECT '1485', uuid_v7(), s.id, 1, d::date, 'Färre handledare'
        FROM slot s, unnest(ARRAY['2025-12-15', '2026-09-01']) d WHERE s.code = 'S2'
        """

    private static let outcomes: SQL =
        """
        INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on, status, form,
            starts_on, ends_on, student_aid)
        SELECT '1485', uuid_v7(), o.code, i.id, i.person_id, p.id, o.checked_on::date, o.status, o.form,
            o.starts_on::date, o.ends_on::date, o.student_aid
        FROM (VALUES
            ('U1', 'anna', 'K1', '2026-03-20', 'employed', 'hourly', '2026-03-01', '2026-03-20', NULL::bool),
            ('U2', 'anna', 'K1', '2026-04-20', 'seeking', NULL, NULL, NULL, NULL),
            ('U3', 'bo', 'K2', '2026-04-01', 'unknown', NULL, NULL, NULL, NULL),
            ('U4', 'bo-inv', NULL, '2026-09-15', 'employed', 'permanent', '2026-08-10', NULL, NULL),
            ('U5', 'cilla', 'K4', '2026-10-01', 'employed', 'municipal_labour_market', '2026-09-15', NULL, NULL),
            ('U6', 'erik', 'K6', '2026-10-15', 'studying', NULL, NULL, NULL, true),
            ('U7', 'fia', 'K9', '2026-09-10', 'unknown', NULL, NULL, NULL, NULL),
            ('U8', 'anna', 'K10', '2026-06-01', 'employed', 'fixed_term', '2026-05-01', NULL, NULL),
            ('U9', 'cilla', 'K13', '2026-08-01', 'employed', 'permanent', NULL, NULL, NULL),
            ('U10', 'david', NULL, '2027-01-20', 'studying', NULL, NULL, NULL, false),
            ('U11', 'david', NULL, '2027-02-01', 'unknown', NULL, NULL, NULL, NULL)
        ) AS o (code, participant, placement, checked_on, status, form, starts_on, ends_on, student_aid)
        JOIN participant i ON i.reference = o.participant
        LEFT JOIN placement p ON p.code = o.placement
        """

    private static let undertakings: SQL =
        """
        INSERT INTO undertaking (municipality, id, code, unit_id, text, measure, target_hundredths, baseline_hundredths,
            earmark_id, starts_on, ends_on, rule)
        SELECT '1485', uuid_v7(), t.code, u.id, 'Åtagande', t.measure, t.target, t.baseline, r.id, t.starts_on::date,
            t.ends_on::date, t.rule
        FROM (VALUES
            ('1-JOINT', NULL, 'places', 900, NULL::int, NULL, '2026-01-01', '2029-12-31', 'offered_in_year'),
            ('2-KEPT', 'SB', 'places', 200, NULL, 'INV', '2026-01-01', '2026-12-31', 'offered_in_year'),
            ('3-PUT', 'KLK', 'places', 500, NULL, NULL, '2026-01-01', '2026-12-31', 'put_in_year'),
            ('4-COMPANY', 'UE', 'places', 400, NULL, NULL, '2026-01-01', '2026-12-31', 'offered_in_year'),
            ('5-NO-BASELINE', 'KF', 'delta', 0, NULL, NULL, '2026-01-01', '2026-12-31', 'offered_in_year'),
            ('6-MORE', 'SB', 'delta', 0, 400, NULL, '2026-01-01', '2026-12-31', 'persons_received'),
            ('7-HOURS', 'KLK', 'hours_per_day', 200, NULL, NULL, '2026-07-01', '2026-12-31', 'hours_per_day'),
            ('8-SIXTY', NULL, 'persons', 6000, NULL, NULL, '2026-01-01', '2026-12-31', 'sixty'),
            ('9-NO-TARGET', 'SB-P', 'places', NULL, NULL, NULL, '2026-12-31', '2027-12-31', 'offered_in_year'),
            ('X-HISTORY', NULL, 'places', 5000, NULL, NULL, '2008-01-01', '2011-12-31', 'offered_in_year')
        ) AS t (code, unit, measure, target, baseline, earmark, starts_on, ends_on, rule)
        LEFT JOIN organisation_unit u ON u.code = t.unit
        LEFT JOIN referrer r ON r.code = t.earmark
        """

    private static let placements = [
        FigurePlacement(
            "K1", "anna", "S1", "2025-11-01", "2026-02-15", started: "2025-11-03", "completed", "2026-02-15"),
        FigurePlacement(
            "K2", "bo", "S1", "2026-01-10", "2026-03-31", started: "2026-01-12", "interrupted", "2026-02-20"),
        FigurePlacement(
            "K3", "bo-inv", "S2", "2026-04-01", "2026-06-30", started: "2026-04-01", "completed", "2026-06-30"),
        FigurePlacement(
            "K4", "cilla", "S2", "2026-05-01", "2026-08-31", started: "2026-05-04", "completed", "2026-08-31"),
        // Still under way at the end of the year.
        FigurePlacement("K5", "david", "S2", "2026-10-01", "2027-01-31", started: "2026-10-01"),
        // A place kept for INV, given to somebody of AMA's.
        FigurePlacement(
            "K6", "erik", "S2", "2026-07-01", "2026-09-30", started: "2026-07-01", "completed", "2026-09-30"),
        FigurePlacement("K7", "fia", "S4", "2026-03-01", "2026-05-31", "no_show", "2026-03-02"),
        // Accepted, and nothing since.
        FigurePlacement("K8", "gus", "S4", "2026-06-15", "2026-07-31", "accepted", "2026-05-20"),
        FigurePlacement(
            "K9", "fia", "S5", "2026-06-01", "2026-08-31", started: "2026-06-01", "completed", "2026-08-31"),
        FigurePlacement(
            "K10", "anna", "S6", "2026-03-01", "2026-05-31", started: "2026-03-01", "interrupted", "2026-05-15"),
        FigurePlacement("K11", "gus", "S8", "2026-01-05", "2026-01-31", "proposed", "2025-12-20"),
        FigurePlacement("K12", "erik", "S4", "2026-03-01", "2026-05-31", "declined", "2026-02-10"),
        // Its days were over in December, its end was recorded in January.
        FigurePlacement(
            "K13", "cilla", "S1", "2025-10-01", "2025-12-20", started: "2025-10-01", "completed", "2026-01-05"),
    ]
}

/// A placement taken along the legal path to its state.
private struct FigurePlacement {
    let code, participant, slot, from, to: String
    let started: String?
    let state, on: String

    init(
        _ code: String, _ participant: String, _ slot: String, _ from: String, _ to: String, started: String? = nil,
        _ state: String = "started", _ on: String? = nil
    ) {
        self.code = code
        self.participant = participant
        self.slot = slot
        self.from = from
        self.to = to
        self.started = started
        self.state = state
        self.on = on ?? started ?? from
    }

    func make(_ connection: Connection) async throws {
        let from = try Day(from)
        try await connection.execute(
            """
            INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state,
                state_on)
            SELECT i.municipality, uuid_v7(), \(code), i.id, i.person_id, s.id, \(from), \(try Day(to)), 'proposed',
                \(from)
            FROM participant i, slot s WHERE i.reference = \(participant) AND s.code = \(slot)
            """)
        var steps: [(String, String)] = []
        if started != nil || ["accepted", "no_show"].contains(state) { steps.append(("accepted", self.from)) }
        if started != nil || state == "no_show" { steps.append(("agreed", self.from)) }
        if let started { steps.append(("started", started)) }
        if steps.last?.0 != state, state != "proposed" { steps.append((state, on)) }
        // What was agreed elsewhere, as an import states it.
        try await connection.execute("SELECT set_config('praktik.import', 'on', true)")
        for (state, on) in steps {
            try await connection.execute(
                """
                UPDATE placement SET state = \(state), state_on = \(try Day(on)), state_reason = 'skäl'
                WHERE code = \(code)
                """)
        }
    }
}
