import Domain
import Postgres
import Store
import TestSupport
import Testing

/// What raw SQL in the application's own role cannot do, whatever the program forgets.
struct InvariantTests {
    /// Runs statements in one transaction opened for a municipality and returns the constraint that stopped them, if one did.
    private func refused(
        _ database: TestDatabase, _ municipality: MunicipalityCode?, isolation: IsolationLevel = .readCommitted,
        _ statements: SQL...
    ) async throws -> String? {
        do {
            try await database.pool.transaction(isolation: isolation, attempts: 1) { connection in
                if let municipality {
                    _ = try await connection.execute(
                        """
                        SELECT set_config('praktik.municipality', \(municipality), true),
                            set_config('praktik.role', 'operator', true),
                            -- What is agreed elsewhere: agreements have tests of their own.
                            set_config('praktik.import', 'on', true)
                        """)
                }
                for statement in statements { _ = try await connection.execute(statement) }
            }
            return nil
        } catch let error as PostgresError {
            return error.server.map { $0.constraint ?? $0.sqlState.rawValue }
        }
    }

    private let acceptFirst: SQL = "UPDATE placement SET state = 'accepted', state_on = '2026-01-13' WHERE code = 'P1'"
    private let acceptSecond: SQL = "UPDATE placement SET state = 'accepted', state_on = '2026-01-13' WHERE code = 'P2'"

    @Test func `two placements of one person never overlap`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 5, proposed: 1)
            let again: SQL = """
                INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state_on)
                SELECT municipality, uuid_v7(), 'P9', participant_id, person_id, slot_id, '2026-05-29', '2026-05-29',
                    '2026-01-13' FROM placement WHERE code = 'P1'
                """
            let acceptAgain: SQL = "UPDATE placement SET state = 'accepted' WHERE code = 'P9'"
            #expect(
                try await refused(database, town.code, acceptFirst, again, acceptAgain) == "placement_person_no_overlap"
            )
            // The day after is free.
            let after: SQL = "UPDATE placement SET starts_on = '2026-05-29', ends_on = '2026-05-29' WHERE code = 'P9'"
            let shorten: SQL = "UPDATE placement SET ends_on = '2026-05-28' WHERE code = 'P1'"
            #expect(try await refused(database, town.code, again, after, shorten, acceptFirst, acceptAgain) == nil)
        }
    }

    @Test func `a slot never holds more people than places on any day`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 1)
            #expect(
                try await refused(database, town.code, acceptFirst, acceptSecond) == "placement_within_capacity")
            // Deferred to the commit, and with the municipality switched before it: still refused.
            #expect(
                try await refused(
                    database, town.code, "SET CONSTRAINTS ALL DEFERRED", acceptFirst, acceptSecond,
                    "SELECT set_config('praktik.municipality', '1487', true)") == "placement_within_capacity")
            // One after the other on the same place is no conflict.
            let early: SQL = "UPDATE placement SET ends_on = '2026-03-31' WHERE code = 'P1'"
            let late: SQL = "UPDATE placement SET starts_on = '2026-04-01' WHERE code = 'P2'"
            #expect(try await refused(database, town.code, early, late, acceptFirst, acceptSecond) == nil)
            // Stretching one into the other is.
            #expect(
                try await refused(
                    database, town.code, "UPDATE placement SET ends_on = '2026-04-01' WHERE code = 'P1'")
                    == "placement_within_capacity")
        }
    }

    @Test(
        arguments: [
            "UPDATE slot SET places = 1 WHERE code = 'S1'",
            "UPDATE slot SET starts_on = '2026-02-03' WHERE code = 'S1'",
            "UPDATE slot SET ends_on = '2026-05-28' WHERE code = 'S1'",
            "UPDATE slot SET state = 'withdrawn', withdrawn_on = '2026-05-29' WHERE code = 'S1'",
            """
            INSERT INTO slot_withdrawal (municipality, id, slot_id, places, withdrawn_on, reason)
            SELECT municipality, uuid_v7(), id, 1, '2026-05-29', 'flytt' FROM slot
            """,
        ] as [SQL])
    func `shrinking a slot cannot overfill it`(_ shrink: SQL) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 2)
            #expect(try await refused(database, town.code, acceptFirst, acceptSecond) == nil)
            let constraint = try await refused(database, town.code, shrink)
            #expect(constraint == "slot_covers_occupancy")
            #expect(
                try await refused(database, town.code, "SET CONSTRAINTS ALL DEFERRED", shrink)
                    == "slot_covers_occupancy")
        }
    }

    @Test(arguments: PlacementState.allCases, PlacementState.allCases)
    func `only the drawn steps can be taken`(_ from: PlacementState, _ to: PlacementState) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            func step(_ state: PlacementState) -> SQL {
                "UPDATE placement SET state = \(state), state_on = '2026-02-02', state_reason = 'skäl' WHERE code = 'P1'"
            }
            let path = try #require(PlacementLifecycle.path(to: from))
            for state in path.dropFirst() { #expect(try await refused(database, town.code, step(state)) == nil) }
            let before = path.dropLast().last
            let legal = from == to || PlacementLifecycle.transition(from: from, to: to) != nil || to == before
            #expect(try await refused(database, town.code, step(to)) == (legal ? nil : "placement_transition_legal"))
        }
    }

    @Test(arguments: PlacementState.allCases.filter { $0 != .proposed })
    func `a placement begins as proposed`(_ state: PlacementState) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            let insert: SQL = """
                INSERT INTO placement (municipality, id, code, participant_id, person_id, slot_id, starts_on, ends_on, state,
                    state_on, state_reason)
                SELECT municipality, uuid_v7(), 'P9', participant_id, person_id, slot_id, '2026-02-02', '2026-03-02',
                    \(state), '2026-02-02', 'skäl' FROM placement WHERE code = 'P1'
                """
            #expect(try await refused(database, town.code, insert) == "placement_transition_legal")
        }
    }

    @Test func `the figures' days follow the steps and cannot be written beside them`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            _ = try await refused(
                database, town.code, acceptFirst,
                "UPDATE placement SET started_on = '2026-02-02', ended_on = '2026-02-03' WHERE code = 'P1'")
            let days = try await database.pool.transaction(for: town.code, by: "test") { connection in
                try await connection.query("SELECT started_on, ended_on FROM placement").map {
                    (try $0.value("started_on", as: Day?.self), try $0.value("ended_on", as: Day?.self))
                }
            }
            #expect(days.count == 1)
            #expect(days.allSatisfy { $0.0 == nil && $0.1 == nil })
        }
    }

    @Test(
        arguments: [
            "UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM audit_entry", "TRUNCATE audit_entry CASCADE",
            "UPDATE audit_value SET after = NULL", "DELETE FROM audit_value", "UPDATE audit_head SET sequence = 0",
            "DELETE FROM audit_row", "DELETE FROM placement_event", "UPDATE placement_event SET actor = 'nobody'",
            "INSERT INTO audit_head VALUES ('1487', 1, '\\x00')",
            "UPDATE placement_transition SET to_state = 'started'",
            "ALTER TABLE placement DISABLE TRIGGER ALL", "DROP TABLE audit_entry", "DELETE FROM placement",
            """
            INSERT INTO audit_entry (municipality, id, actor, role, action, entity, outcome, sequence, hash)
            VALUES ('1485', uuid_v7(), 'x', 'operator', 'x', 'x', 'done', 1, '\\x00')
            """,
            "UPDATE match_run SET result = '{}'", "SET ROLE praktik_owner",
        ] as [SQL])
    func `the log, the history and the rules cannot be edited`(_ statement: SQL) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            #expect(try await refused(database, town.code, statement) == "42501")
        }
    }

    @Test func `an entry is sealed in commit order, and any edit behind the role's back shows`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 0)
            for number in 1...3 {
                try await database.pool.transaction(for: town.code, by: "lisa") { connection in
                    try await connection.insertAudit(
                        AuditRecord(entity: "slot", id: nil, before: nil, after: ["n": "\(number)"]),
                        actor: Actor(name: "lisa", role: .coordinator, municipality: town.code), action: "slot.confirm",
                        outcome: .done, id: Identifiers().next())
                }
            }
            func faults() async throws -> [AuditFault] {
                try await database.pool.transaction(for: town.code, by: "lisa") { try await $0.auditFaults(town.code) }
            }
            #expect(try await faults().isEmpty)
            _ = try await database.owner.withConnection {
                try await $0.execute("UPDATE audit_value SET after = '{\"n\": \"7\"}' WHERE after = '{\"n\": \"2\"}'")
            }
            #expect(try await faults().map(\.fault) == ["changed values"])
            // Erasing the values is what retention does: the chain still holds.
            _ = try await database.owner.withConnection {
                try await $0.execute("DELETE FROM audit_value WHERE after = '{\"n\": \"7\"}'")
            }
            #expect(try await faults().isEmpty)
            _ = try await database.owner.withConnection {
                try await $0.execute("UPDATE audit_entry SET actor = 'kalle' WHERE sequence = 1")
            }
            #expect(try await faults().map(\.fault) == ["changed entry"])
            _ = try await database.owner.withConnection {
                try await $0.execute("DELETE FROM audit_value")
            }
            _ = try await database.owner.withConnection {
                try await $0.execute("DELETE FROM audit_entry WHERE sequence = 3")
            }
            #expect(try await faults().map(\.fault).contains("cut short"))
        }
    }
}
