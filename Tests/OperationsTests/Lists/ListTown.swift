import Domain
import Operations
import Postgres
import Store
import TestSupport

/// A town of many slots, people and placements, drawn by a seed; another town beside it that nothing may be seen of.
struct ListTown {
    static let today = "2026-03-02"
    /// In Swedish order, as a reader expects a list: å, ä and ö last.
    static let titles = [
        "Arkiv", "bageri", "Fritids", "Kök", "Park", "Vaktmästeri", "Zoo", "Åkeri", "Äldreboende", "Öppet hus",
    ]

    let database: TestDatabase
    let operations: Operations
    let municipality: MunicipalityCode

    var coordinator: Actor { Actor(name: "karin", role: .coordinator, municipality: municipality) }
    var root: Actor { Actor(name: "root", role: .operator, municipality: municipality) }

    static func with(_ body: (ListTown) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            for code in ["1485", "1487"] { try await fill(database.pool, MunicipalityCode(code)) }
            try await body(
                ListTown(
                    database: database,
                    operations: Operations(pool: database.pool, clock: .fixed(try Day(today))),
                    municipality: try MunicipalityCode("1485")))
        }
    }

    func registrar(_ unit: String) async throws -> Actor {
        let found = try await database.pool.transaction(for: municipality, by: "test") { connection in
            try await connection.units(municipality, code: Code(unit))
        }
        return Actor(name: "reg", role: .registrar, municipality: municipality, unit: found[0].id)
    }

    func referrer(_ code: String) async throws -> Actor {
        let found = try await database.pool.transaction(for: municipality, by: "test") { connection in
            try await connection.referrers(municipality, code: Code(code))
        }
        return Actor(name: "ref", role: .referrer, municipality: municipality, referrer: found[0].id)
    }

    /// 2 departments, one with a division; 130 slots; 90 referrals of two referrers; 60 placements.
    private static func fill(_ pool: Pool, _ m: MunicipalityCode) async throws {
        try await pool.transaction(for: m, by: "test", as: .operator) { connection in
            for (code, name, parent) in [("SB", "Samhällsbyggnad", nil), ("KF", "Ägare", nil), ("PARK", "Åpark", "SB")]
            {
                _ = try await connection.execute(
                    """
                    INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id)
                    SELECT \(m), uuid_v7(), \(code), \(name), 'forvaltning',
                        (SELECT id FROM organisation_unit WHERE municipality = \(m) AND code = \(parent))
                    """)
            }
            _ = try await connection.execute(
                """
                INSERT INTO referrer (municipality, id, code, name)
                SELECT \(m), uuid_v7(), x.code, x.code FROM unnest(ARRAY['AMA', 'SFI']) AS x (code)
                """)
            _ = try await connection.execute(
                """
                INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state,
                    offered_on, confirmed_on, withdrawn_on)
                SELECT \(m), uuid_v7(), 'S-' || n, (SELECT u.id FROM organisation_unit u WHERE u.municipality = \(m)
                        ORDER BY md5(n || u.code) LIMIT 1),
                    (\(titles)::text[])[1 + n * 7 % 10], CASE n % 3 WHEN 0 THEN 'apl' ELSE 'arbetspraktik' END,
                    date '2025-09-01' + n * 5 % 300, date '2025-11-01' + n * 5 % 300, 1 + n % 4, x.state,
                    date '2025-08-01', nullif(date '2025-12-01' + n * 11 % 120, date '2025-12-01'),
                    CASE x.state WHEN 'withdrawn' THEN date '2026-03-01' END
                FROM generate_series(1, 130) AS n
                CROSS JOIN LATERAL (SELECT CASE n % 10 WHEN 0 THEN 'draft' WHEN 1 THEN 'closed' WHEN 2 THEN 'withdrawn'
                    ELSE 'offered' END AS state) AS x
                """)
            _ = try await connection.execute(
                """
                INSERT INTO person (municipality, id, protected)
                SELECT \(m), uuid_v7(), false FROM generate_series(1, 90) AS n
                """)
            _ = try await connection.execute(
                """
                INSERT INTO participant (municipality, id, person_id, referrer_id, reference, given_name, family_name,
                    registered_on)
                SELECT \(m), uuid_v7(), e.id, r.id, 'K-' || e.n, 'Test' || e.n, (\(titles)::text[])[1 + e.n % 10],
                    date '2026-01-01' + (e.n % 50)::int
                FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person WHERE municipality = \(m)) AS e
                JOIN referrer r ON r.municipality = \(m) AND r.code = CASE e.n % 3 WHEN 0 THEN 'SFI' ELSE 'AMA' END
                """)
            _ = try await connection.execute(
                """
                UPDATE person e SET protected = true FROM participant t
                WHERE e.municipality = \(m) AND t.municipality = \(m) AND t.person_id = e.id
                    AND t.reference IN ('K-30', 'K-60', 'K-90')
                """)
            _ = try await connection.execute(
                """
                INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on,
                    state, state_on)
                SELECT \(m), uuid_v7(), 'P-' || t.n, t.id, t.person_id, s.id, s.starts_on, s.ends_on, 'proposed',
                    date '2026-01-15' + (t.n % 20)::int
                FROM (SELECT *, row_number() OVER (ORDER BY reference COLLATE "C") AS n FROM participant
                    WHERE municipality = \(m)) AS t
                JOIN slot s ON s.municipality = \(m) AND s.code = 'S-' || (t.n * 2)
                WHERE t.n <= 60
                """)
            _ = try await connection.execute(
                """
                UPDATE placement p SET state = 'accepted', state_on = date '2026-02-01'
                FROM slot s WHERE p.municipality = \(m) AND s.municipality = \(m) AND s.id = p.slot_id
                    AND s.state = 'offered' AND right(p.code, 1) IN ('1', '2', '3', '4', '5')
                """)
            _ = try await connection.execute(
                """
                UPDATE placement SET state = 'withdrawn', state_on = date '2026-02-20', state_reason = 'Annat'
                WHERE municipality = \(m) AND right(code, 1) IN ('6', '3')
                """)
        }
    }

    /// All pages of a list, walked to its end and back again; how the two walks agree is the test's to say.
    static func walk<Row: Sendable>(
        size: Int, _ page: (PageRequest) async throws -> ListPage<Row>
    ) async throws -> (forward: [[Row]], backward: [[Row]], total: Int) {
        var forward: [[Row]] = []
        var next: PageCursor?
        var last: ListPage<Row>?
        repeat {
            let found = try await page(PageRequest(next, size: size))
            forward.append(found.rows)
            last = found
            next = found.next
        } while next != nil
        var backward = [last?.rows ?? []]
        var previous = last?.previous
        while let cursor = previous {
            let found = try await page(PageRequest(cursor, size: size))
            if !found.rows.isEmpty { backward.insert(found.rows, at: 0) }
            previous = found.previous
        }
        return (forward, backward, last?.total ?? 0)
    }
}
