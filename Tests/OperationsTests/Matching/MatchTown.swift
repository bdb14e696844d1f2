import Domain
import Operations
import Postgres
import Store
import TestSupport

/// A municipality with what a match needs, and somebody who may run it.
struct MatchTown {
    let database: TestDatabase
    let municipality: MunicipalityCode
    let operations: Operations
    let coordinator: Actor

    static let today = "2026-02-16"

    static func with(_ body: (MatchTown) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let municipality = try MunicipalityCode("1485")
            let town = MatchTown(
                database: database, municipality: municipality,
                operations: Operations(pool: database.pool, clock: .fixed(try Day(today))),
                coordinator: Actor(name: "lisa", role: .coordinator, municipality: municipality))
            try await town.run(
                """
                INSERT INTO organisation_unit (municipality, id, code, name, kind)
                VALUES (\(municipality), uuid_v7(), 'SB', 'Samhällsbyggnad', 'forvaltning')
                """)
            try await town.run(
                """
                INSERT INTO referrer (municipality, id, code, name)
                VALUES (\(municipality), uuid_v7(), 'AMA', 'AMA'), (\(municipality), uuid_v7(), 'SFI', 'SFI')
                """)
            try await body(town)
        }
    }

    func run(_ sql: SQL) async throws {
        _ = try await database.pool.transaction(for: municipality, by: "test") { connection in
            try await connection.execute(sql)
        }
    }

    func count(_ sql: SQL) async throws -> Int {
        try await database.pool.transaction(for: municipality, by: "test") { connection in
            try await connection.value(sql, as: Int.self)
        }
    }

    func slot(
        _ code: String, _ from: String = "2026-03-02", _ to: String = "2026-06-05", places: Int = 1,
        sfi: SFICourse? = nil, licences: [String] = [], minimumAge: Int? = nil, state: SlotState = .offered
    ) async throws {
        try await run(
            """
            INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state,
                sfi_required, licences, minimum_age)
            SELECT \(municipality), uuid_v7(), \(code), id, 'Park', 'arbetspraktik', \(try Day(from)), \(try Day(to)),
                \(places), \(state), \(sfi), \(licences), \(minimumAge)
            FROM organisation_unit WHERE code = 'SB'
            """)
    }

    /// - Parameter samePersonAs: another participant whose person this one is, `REFERRER/REFERENCE`.
    func participant(
        _ label: String, priority: Int = 0, sfi: SFIPassed? = nil, wishes: [String] = [], protected: Bool = false,
        availableTo: String? = nil, identity: String? = nil, samePersonAs: String? = nil
    ) async throws {
        let parts = label.split(separator: "/").map(String.init)
        let other = samePersonAs?.split(separator: "/").map(String.init)
        try await database.pool.transaction(for: municipality, by: "test") { connection in
            let person: Identifier<Person>
            if let other {
                person = try await connection.value(
                    """
                    SELECT t.person_id FROM participant t JOIN referrer r ON r.municipality = t.municipality
                        AND r.id = t.referrer_id
                    WHERE r.code = \(other[0]) AND t.reference = \(other[1])
                    """, as: Identifier<Person>.self)
            } else {
                person = try await connection.value(
                    """
                    INSERT INTO person (municipality, id, protected) VALUES (\(municipality), uuid_v7(), \(protected))
                    RETURNING id
                    """, as: Identifier<Person>.self)
            }
            if let identity {
                _ = try await connection.execute(
                    """
                    INSERT INTO person_identifier (municipality, id, person_id, type, value, recorded_on)
                    VALUES (\(municipality), uuid_v7(), \(person), 'personnummer', \(identity), '2026-01-05')
                    """)
            }
            _ = try await connection.execute(
                """
                INSERT INTO participant (municipality, id, person_id, referrer_id, reference, given_name, family_name,
                    protected, sfi_passed, available_to, priority, registered_on)
                SELECT \(municipality), uuid_v7(), \(person), id, \(parts[1]), 'Förnamn', 'Efternamn', \(protected),
                    \(sfi == SFIPassed.none ? nil : sfi), \(try availableTo.map { try Day($0) }), \(priority),
                    '2026-01-05'
                FROM referrer WHERE code = \(parts[0])
                """)
            for (index, wish) in wishes.enumerated() {
                _ = try await connection.execute(
                    """
                    INSERT INTO wish (municipality, participant_id, rank, slot_id)
                    SELECT \(municipality), t.id, \(index + 1), s.id FROM participant t, slot s, referrer r
                    WHERE t.referrer_id = r.id AND r.code = \(parts[0]) AND t.reference = \(parts[1])
                        AND s.code = \(wish)
                    """)
            }
        }
    }

    func add(_ label: String, _ slot: String) async throws -> DecidedPlacement {
        let parts = label.split(separator: "/").map(String.init)
        return try await operations.addPlacement(
            coordinator, referrer: try Code(parts[0]), participant: try Code(parts[1]), slot: try Code(slot))
    }

    func match(locked: [MatchPair] = []) async throws -> StoredRun {
        try await operations.runMatch(coordinator, MatchParameters(roundStart: Fixture.start, locked: locked))
    }
}
