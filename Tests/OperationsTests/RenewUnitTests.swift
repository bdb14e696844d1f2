import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// "Same as last year" for a whole unit.
struct RenewUnitTests {
    private func slot(_ code: String, _ unit: String, _ from: String, state: SlotState = .offered) throws -> Slot {
        let first = try Day(from)
        return Slot(
            municipality: try MunicipalityCode("1485"), code: try Code(code), unit: try Code(unit),
            title: try Line("Parkarbete"), kind: .arbetspraktik, period: try Period(from: first, to: first.adding(60)),
            places: try Capacity(2), state: state)
    }

    private func with(_ body: (Operations, Actor, TestDatabase) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 0)
            try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute("UPDATE slot SET starts_on = '2020-02-03', ends_on = '2020-03-01'")
                for unit in ["PARK", "VATTEN"] {
                    _ = try await connection.execute(
                        """
                        INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id)
                        SELECT municipality, uuid_v7(), \(unit), \(unit), 'avdelning', id FROM organisation_unit
                        WHERE code = 'SB'
                        """)
                }
                _ = try await connection.execute(
                    """
                    INSERT INTO organisation_unit (municipality, id, code, name, kind)
                    VALUES (\(town.code), uuid_v7(), 'KOF', 'Kultur och fritid', 'forvaltning')
                    """)
            }
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-12-01")))
            try await body(operations, Actor(name: "karin", role: .coordinator, municipality: town.code), database)
        }
    }

    private func fates(_ renewal: UnitRenewal) -> [String] {
        renewal.slots.map { "\($0.slot.slot.code) \($0.fate.name)" }
    }

    @Test func `each slot of the unit and those below it, with what became of it, and twice changes nothing`()
        async throws
    {
        try await with { operations, actor, _ in
            for (code, unit, from, state) in [
                ("A-2026", "SB", "2026-02-02", SlotState.offered), ("B-2026", "PARK", "2026-03-02", .offered),
                ("C-2026", "VATTEN", "2026-04-06", .offered), ("D-2026", "PARK", "2026-05-04", .draft),
                ("E-2026", "PARK", "2026-06-01", .offered), ("F-2026", "PARK", "2026-08-03", .offered),
                ("F-2027", "PARK", "2025-08-04", .offered), ("G-2026", "KOF", "2026-02-02", .offered),
            ] {
                try await operations.registerSlot(actor, try slot(code, unit, from, state: state))
            }
            try await operations.closeSlot(actor, try Code("B-2026"))
            try await operations.declineRenewal(actor, try Code("C-2026"), .noSupervisor)
            _ = try await operations.renewSlot(actor, try Code("E-2026"))
            let expected = [
                "A-2026 renewed", "B-2026 renewed", "C-2026 declined", "D-2026 not_offered", "E-2026 renewed_already",
                "F-2026 code_taken",
            ]
            let count = try await operations.slots(actor).count
            let tried = try await operations.renewUnit(actor, try Code("SB"), fromYear: 2026, dryRun: true)
            #expect(fates(tried) == expected)
            #expect(try await operations.slots(actor).count == count)

            let done = try await operations.renewUnit(actor, try Code("SB"), fromYear: 2026)
            #expect(fates(done) == expected && done.renewed == 2)
            let renewed = try #require(try await operations.slots(actor, code: try Code("A-2027")).first)
            #expect(renewed.slot.state == .offered && renewed.confirmedOn?.description == "2026-12-01")
            #expect(renewed.slot.period.from.description == "2027-02-08" && renewed.renewedFrom?.rawValue == "A-2026")

            let again = try await operations.renewUnit(actor, try Code("SB"), fromYear: 2026)
            #expect(again.renewed == 0)
            #expect(fates(again).prefix(2) == ["A-2026 renewed_already", "B-2026 renewed_already"])
            #expect(try await operations.slots(actor).count == count + 2)
        }
    }

    @Test func `two who do it at once do it once`() async throws {
        try await with { operations, actor, _ in
            for number in 1...12 {
                try await operations.registerSlot(
                    actor, try slot("S\(number)-2026", number % 2 == 0 ? "PARK" : "SB", "2026-02-02"))
            }
            let counts = await withTaskGroup(of: Int?.self) { group in
                for _ in 1...6 {
                    group.addTask {
                        try? await operations.renewUnit(actor, try Code("SB"), fromYear: 2026).renewed
                    }
                }
                return await group.reduce(into: [Int?]()) { $0.append($1) }
            }
            #expect(counts.compactMap(\.self).count == 6 && counts.compactMap(\.self).reduce(0, +) == 12)
            #expect(try await operations.slots(actor).count == 1 + 12 + 12)
        }
    }

    @Test func `a registrar renews within the own unit only`() async throws {
        try await with { operations, actor, database in
            try await operations.registerSlot(actor, try slot("A-2026", "SB", "2026-02-02"))
            let unit = try #require(try await operations.units(actor).first { $0.code.rawValue == "PARK" })
            #expect(unit.code.rawValue == "PARK")
            let park = try await database.owner.withConnection {
                try await $0.value(
                    "SELECT id FROM organisation_unit WHERE code = 'PARK'", as: Identifier<OrganisationUnit>.self)
            }
            let eva = Actor(name: "eva", role: .registrar, municipality: actor.municipality, unit: park)
            await #expect(throws: Refusal.noSuch(.unit, "SB")) {
                _ = try await operations.renewUnit(eva, try Code("SB"), fromYear: 2026)
            }
            #expect(try await operations.renewUnit(eva, try Code("PARK"), fromYear: 2026).slots.isEmpty)
        }
    }
}
