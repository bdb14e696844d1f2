import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct SlotOperationsTests {
    private let today = "2026-03-02"

    private func slot(_ code: String, unit: String = "SB", places: Int = 2, state: SlotState = .offered) throws -> Slot
    {
        Slot(
            municipality: try MunicipalityCode("1485"), code: try Code(code), unit: try Code(unit),
            title: try Line("Parkarbete"), ssyk: try SSYK("6113"), kind: .arbetspraktik,
            period: try Period(from: Day("2026-04-01"), to: Day("2026-06-30")), places: try Capacity(places),
            hoursPerDay: try WorkHours("6"), sfiRequired: .c, licences: [try Keyword("B")], state: state)
    }

    private func with(
        _ body: (Operations, Actor, TestMunicipality, TestDatabase) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 2)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day(today)))
            let actor = Actor(name: "karin", role: .coordinator, municipality: town.code)
            try await body(operations, actor, town, database)
        }
    }

    @Test func `what is registered is what is shown, and counts as confirmed today`() async throws {
        try await with { operations, actor, _, _ in
            let registered = try slot("PARK-1")
            try await operations.registerSlot(actor, registered)
            let shown = try #require(try await operations.slots(actor, code: registered.code).first)
            #expect(shown.slot == registered)
            #expect(shown.confirmedOn == (try Day(today)))
            await #expect(throws: Refusal.codeTaken(.slot)) { try await operations.registerSlot(actor, registered) }
            await #expect(throws: Refusal.noSuch(.unit, "XX")) {
                try await operations.registerSlot(actor, try slot("PARK-2", unit: "XX"))
            }
        }
    }

    @Test func `a dry run answers as the real thing would and leaves nothing`() async throws {
        try await with { operations, actor, _, _ in
            try await operations.registerSlot(actor, try slot("PARK-1"), dryRun: true)
            #expect(try await operations.slots(actor).map(\.slot.code.rawValue) == ["S1"])
            await #expect(throws: Refusal.codeTaken(.slot)) {
                try await operations.registerSlot(actor, try slot("S1"), dryRun: true)
            }
            let entries = try await operations.auditLines(
                Actor(name: "root", role: .operator, municipality: actor.municipality))
            // The refusal is on record, the dry run that did nothing is not.
            #expect(entries.map(\.outcome) == [.refused])
        }
    }

    @Test func `same as last year`() async throws {
        try await with { operations, actor, _, _ in
            try await operations.registerSlot(actor, try slot("PARK-2026"))
            let code = try await operations.renewSlot(actor, try Code("PARK-2026"))
            #expect(code.rawValue == "PARK-2027")
            let renewed = try #require(try await operations.slots(actor, code: code).first)
            #expect(renewed.slot.period == (try Period(from: Day("2027-04-01"), to: Day("2027-06-30"))))
            #expect(renewed.slot.licences.map(\.rawValue) == ["B"])
            #expect(renewed.renewedFrom?.rawValue == "PARK-2026")
            await #expect(throws: Refusal.renewedAlready) {
                try await operations.renewSlot(actor, try Code("PARK-2026"), newCode: try Code("ANNAN"))
            }
        }
    }

    @Test func `a withdrawal takes the whole or a part, but not from under people`() async throws {
        try await with { operations, actor, _, _ in
            let code = try Code("S1")
            let reason = try Line("Handledaren slutar")
            _ = try await operations.stepPlacement(actor, try Code("P1"), to: .accepted)
            _ = try await operations.stepPlacement(actor, try Code("P2"), to: .accepted)
            await #expect(throws: Refusal.slotStillOccupied) {
                try await operations.withdrawSlot(actor, code, places: try Capacity(1), reason: reason)
            }
            _ = try await operations.stepPlacement(
                actor, try Code("P2"), to: .withdrawn, reason: try Line("Fick arbete"))
            try await operations.withdrawSlot(actor, code, places: try Capacity(1), reason: reason)
            #expect(try await operations.slots(actor, code: code).first?.withdrawnPlaces == 1)
            await #expect(throws: Refusal.moreWithdrawnThanOffered(1)) {
                try await operations.withdrawSlot(actor, code, places: try Capacity(2), reason: reason)
            }
            await #expect(throws: Refusal.slotStillOccupied) {
                try await operations.withdrawSlot(actor, code, reason: reason)
            }
            _ = try await operations.stepPlacement(
                actor, try Code("P1"), to: .withdrawn, reason: try Line("Fick arbete"))
            try await operations.withdrawSlot(actor, code, reason: reason)
            let shown = try #require(try await operations.slots(actor, code: code).first)
            #expect(shown.slot.state == .withdrawn)
            #expect(shown.slot.withdrawnOn == (try Day(today)))
            await #expect(throws: Refusal.placesAlreadyWithdrawn) {
                try await operations.withdrawSlot(actor, code, reason: reason)
            }
        }
    }

    @Test func `the last of several withdrawals leaves the earlier ones their days`() async throws {
        try await with { operations, actor, _, _ in
            let code = try Code("PARK-1")
            let reason = try Line("Handledaren slutar")
            try await operations.registerSlot(actor, try slot("PARK-1"))
            try await operations.withdrawSlot(
                actor, code, places: try Capacity(1), on: try Day("2026-06-01"), reason: reason)
            try await operations.withdrawSlot(
                actor, code, places: try Capacity(1), on: try Day("2026-03-02"), reason: reason)
            let shown = try #require(try await operations.slots(actor, code: code).first)
            // One place is still offered until June, so the slot is.
            #expect(shown.slot.state == .offered)
            #expect(shown.withdrawnPlaces == 2)
        }
    }

    @Test func `draft, offered, closed, and no other way`() async throws {
        try await with { operations, actor, _, _ in
            let code = try Code("PARK-1")
            try await operations.registerSlot(actor, try slot("PARK-1", state: .draft))
            await #expect(throws: Refusal.slotStepIllegal(from: .draft, to: .closed)) {
                try await operations.closeSlot(actor, code)
            }
            await #expect(throws: Refusal.slotStepIllegal(from: .draft, to: .offered)) {
                try await operations.confirmSlot(actor, code)
            }
            try await operations.offerSlot(actor, code)
            #expect(try await operations.slots(actor, code: code).first?.slot.offeredOn == (try Day(today)))
            try await operations.confirmSlot(actor, code)
            try await operations.closeSlot(actor, code)
            await #expect(throws: Refusal.slotStepIllegal(from: .closed, to: .offered)) {
                try await operations.offerSlot(actor, code)
            }
        }
    }

    @Test func `a registrar reaches the own unit and those below it, and no other`() async throws {
        try await with { operations, actor, town, database in
            try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute(
                    """
                    INSERT INTO organisation_unit (municipality, id, code, name, kind, parent_id)
                    SELECT municipality, uuid_v7(), 'LOK', 'Lokalvårdsservice', 'avdelning', id FROM organisation_unit
                    """)
                _ = try await connection.execute(
                    """
                    INSERT INTO organisation_unit (municipality, id, code, name, kind)
                    VALUES (\(town.code), uuid_v7(), 'KOF', 'Kultur och fritid', 'forvaltning')
                    """)
            }
            let operatorActor = Actor(name: "root", role: .operator, municipality: town.code)
            try await operations.addUser(
                operatorActor, name: try Code("rut"), role: .registrar, unit: try Code("SB"), referrer: nil)
            let rut = try await operations.actor(named: "rut", in: town.code)
            #expect(rut.role == .registrar)
            try await operations.registerSlot(rut, try slot("LOK-1", unit: "LOK"))
            await #expect(throws: Refusal.outsideScope(.registerSlot)) {
                try await operations.registerSlot(rut, try slot("KOF-1", unit: "KOF"))
            }
            try await operations.registerSlot(actor, try slot("KOF-1", unit: "KOF"))
            #expect(try await operations.slots(rut).map(\.slot.code.rawValue) == ["S1", "LOK-1"])
            // Told as what is not there; the log knows better.
            await #expect(throws: Refusal.noSuch(.slot, "KOF-1")) {
                try await operations.closeSlot(rut, try Code("KOF-1"))
            }
            let refusals = try await database.pool.transaction(for: town.code, by: "test") { connection in
                try await connection.value(
                    """
                    SELECT count(*) FROM audit_entry e JOIN audit_value v ON v.municipality = e.municipality AND v.entry_id = e.id
                    WHERE e.action = 'slot.close' AND e.outcome = 'refused' AND v.after ->> 'refusal' = 'outside_scope'
                    """, as: Int.self)
            }
            #expect(refusals == 1)
            await #expect(throws: Refusal.notAllowed(.listParticipants, .registrar)) {
                try await operations.participants(rut)
            }
            try await operations.disableUser(operatorActor, name: try Code("rut"))
            await #expect(throws: Refusal.unknownUser("rut")) {
                try await operations.actor(named: "rut", in: town.code)
            }
        }
    }
}
