import TestSupport

/// Five years of made-up placements in 290 municipalities or fewer, as many as asked for, written by bare SQL.
///
/// Rows of the municipalities alternate, as they would after years of use, so that none has its pages to itself.
struct ReportData {
    static let year = 2025

    let placements: Int
    var count = 290

    private var perMunicipality: Int { (placements + count - 1) / count }
    private var slots: Int { max(100, perMunicipality / 1_000 * 333 / 100 * 100) }
    private var persons: Int { slots * 12 / 5 }

    var municipalities: [String] { (1...count).map { String(1_000 + $0) } }

    /// Makes a database of its own with the whole schema and the rows in it, and answers it.
    func load() async throws -> TestDatabase {
        let database = try await TestDatabase.make()
        let cluster = try await TestCluster.shared()
        // No trigger looks, and the constraint against overlaps, which no figure reads, would take most of the time.
        let script =
            "SET session_replication_role = replica; ALTER TABLE placement DROP CONSTRAINT placement_person_no_overlap;"
            + "CREATE TEMP TABLE town AS SELECT (1000 + n)::text AS code FROM generate_series(1, \(count)) n;"
            + registers + people + events
        try await cluster.runScript(script, database: database.name)
        try await cluster.runScript("VACUUM (ANALYZE)", database: database.name)
        return database
    }

    /// A key that sorts by its number.
    private func key(_ kind: Int, _ number: String) -> String {
        "('0000000\(kind)-0000-7000-8000-' || lpad(to_hex(\(number)), 12, '0'))::uuid"
    }

    private var registers: String {
        """
        INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id)
        SELECT t.code, \(key(1, "u")), 'E' || u, 'Enhet ' || u,
            CASE WHEN u <= 8 THEN 'forvaltning' WHEN u <= 10 THEN 'bolag' ELSE 'avdelning' END,
            CASE WHEN u > 10 THEN \(key(1, "(u - 11) % 8 + 1")) END
        FROM generate_series(1, 26) u, town t;
        INSERT INTO referrer (municipality, id, code, name)
        SELECT t.code, \(key(2, "r")), 'A' || r, 'Anvisare ' || r FROM generate_series(1, 6) r, town t;
        INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state, withdrawn_on,
            purpose, ssyk, urgency)
        SELECT t.code, \(key(3, "s")), 'P' || s, \(key(1, "s * 7 % 26 + 1")), 'Plats',
            (ARRAY['arbetspraktik', 'arbetstraning', 'sprakpraktik', 'studiepraktik', 'apl', 'larling', 'prao', 'put']
            )[(hashint4(s) & 7) + 1],
            make_date(2022 + s % 5, 1, 1), make_date(2022 + s % 5, 12, 31), 5,
            CASE s % 20 WHEN 0 THEN 'draft' WHEN 1 THEN 'withdrawn' ELSE 'offered' END,
            CASE WHEN s % 20 = 1 THEN make_date(2022 + s % 5, 11, 1) END,
            (ARRAY['language', 'job', 'introduction', NULL])[s / 5 % 4 + 1],
            CASE WHEN s % 7 > 0 THEN (s % 10)::text || '111' END, (ARRAY['low', 'normal', 'high', NULL])[s / 3 % 4 + 1]
        FROM generate_series(0, \(slots - 1)) s, town t;
        """
    }

    private var people: String {
        """
        INSERT INTO person (municipality, id)
        SELECT t.code, \(key(4, "p")) FROM generate_series(0, \(persons - 1)) p, town t;
        INSERT INTO participant (municipality, id, person_id, referrer_id, reference, sex, registered_on,
            introduction_ended_on, birth_date, sfi_passed, sfi_passed_on)
        SELECT t.code, \(key(5, "p")), \(key(4, "p")), \(key(2, "p % 6 + 1")), 'D' || p,
            (ARRAY['woman', 'man', 'unknown'])[p % 15 / 7 + 1], '2022-01-01',
            CASE WHEN p % 4 = 0 THEN DATE '2022-01-01' + p * 13 % 1826 END,
            CASE WHEN p % 11 > 0 THEN DATE '1950-01-01' + p * 37 % 20000 END,
            (ARRAY['A', 'B', 'C', 'D', 'D', 'not_needed', NULL])[p % 7 + 1],
            CASE WHEN p % 7 IN (3, 4) AND p % 3 > 0 THEN DATE '2022-01-01' + p * 17 % 1826 END
        FROM generate_series(0, \(persons - 1)) p, town t;
        """
    }

    private var events: String {
        """
        INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state,
            state_on, state_reason, started_on, ended_on)
        SELECT t.code, \(key(6, "n")), 'K' || n, \(key(5, "n % \(persons)")), \(key(4, "n % \(persons)")),
            \(key(3, "n % \(slots)")), d.first, d.first + 83, s.state, coalesce(e.ended, d.first), 'skäl',
            CASE WHEN s.state IN ('started', 'completed', 'interrupted') THEN d.first END, e.ended
        FROM generate_series(0, \(perMunicipality - 1)) n
        CROSS JOIN town t
        CROSS JOIN LATERAL (
            SELECT make_date(2022 + n % \(slots) % 5, 1, 5) + n / \(persons) * 100 + n * 31 % 14 AS first) AS d
        CROSS JOIN LATERAL (
            SELECT (ARRAY['completed', 'completed', 'completed', 'completed', 'completed', 'interrupted', 'no_show',
                'declined', 'withdrawn', 'accepted'])[(hashint4(n) & 1023) % 10 + 1] AS state) AS s
        CROSS JOIN LATERAL (
            SELECT CASE s.state WHEN 'completed' THEN d.first + 83 WHEN 'interrupted' THEN d.first + 30 END AS ended) AS e;
        INSERT INTO outcome (municipality, id, code, participant_id, person_id, placement_id, checked_on, status, form,
            starts_on, student_aid, employer, source)
        SELECT p.municipality, gen_random_uuid(), 'U' || p.code || '-' || k, p.participant_id, p.person_id, p.id,
            p.ended_on + k * 60, s.status, CASE s.status WHEN 'employed' THEN 'fixed_term' END,
            CASE s.status WHEN 'employed' THEN p.ended_on + k * 50 END, s.status = 'studying',
            CASE WHEN s.status = 'employed' THEN (ARRAY['host', 'other', 'municipality'])[
                (hashtext(p.code) & 1023) % 3 + 1] END,
            (ARRAY['host', 'participant', 'coordinator'])[k]
        FROM placement p
        CROSS JOIN generate_series(1, 2) k
        CROSS JOIN LATERAL (
            SELECT (ARRAY['employed', 'studying', 'seeking', 'unknown', 'other', 'further_placement']
                )[((hashtext(p.code) & 1023) + k) % 6 + 1] AS status) AS s
        WHERE p.ended_on IS NOT NULL;
        """
    }
}
