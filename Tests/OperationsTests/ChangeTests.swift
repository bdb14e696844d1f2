import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct ChangeTests {
    private let today = "2026-03-02"

    private struct Town {
        let operations: Operations
        let coordinator: Actor
        let root: Actor
        let database: TestDatabase
    }

    private func with(_ body: (Town) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 2)
            try await body(
                Town(
                    operations: Operations(pool: database.pool, clock: .fixed(try Day(today))),
                    coordinator: Actor(name: "karin", role: .coordinator, municipality: town.code),
                    root: Actor(name: "root", role: .operator, municipality: town.code), database: database))
        }
    }

    private func newest(_ town: Town) async throws -> AuditDetail {
        let row = try #require(try await town.operations.auditList(town.root).rows.first)
        return try await town.operations.auditDetail(town.root, row.id)
    }

    private func change(_ detail: AuditDetail, _ field: String) -> [String?] {
        detail.changes.first { $0.field == field }.map { [$0.before, $0.after] } ?? []
    }

    @Test func `a slot says what it was changed to, and the log both`() async throws {
        try await with { town in
            let code = try Code("S1")
            let before = try #require(try await town.operations.slots(town.coordinator, code: code).first).slot
            let changed = try await town.operations.changeSlot(town.coordinator, code, expecting: before.version) {
                slot in
                slot.title = try Line("Park och kyrkogård")
                slot.places = try Capacity(5)
                slot.hoursPerDay = try WorkHours("6")
                slot.weekdays = try Weekdays("1|2|3")
                slot.sfiRequired = .b
                slot.licences = [try Keyword("B")]
                slot.minimumAge = 18
                slot.recordCheck = true
                slot.urgency = .high
                slot.permanentPost = true
                slot.area = try Keyword("Centrum")
                slot.earmark = try Code("AMA")
                slot.purpose = .language
                // Not changed this way.
                slot.code = try Code("S2")
                slot.state = .closed
            }
            #expect(changed.code == code && changed.state == .offered && changed.version != before.version)
            let stored = try #require(try await town.operations.slots(town.coordinator, code: code).first).slot
            #expect(stored == changed && stored.version == changed.version)
            let detail = try await newest(town)
            #expect(detail.entry.line.action == "slot.change" && detail.entry.line.detail == "S1")
            #expect(change(detail, "title") == ["Park", "Park och kyrkogård"])
            #expect(change(detail, "places") == ["2", "5"] && change(detail, "earmark") == [nil, "AMA"])
            #expect(change(detail, "kind").isEmpty)
        }
    }

    @Test func `a stale edit is refused, and one that changes nothing leaves no trace`() async throws {
        try await with { town in
            let code = try Code("S1")
            let read = try #require(try await town.operations.slots(town.coordinator, code: code).first).slot.version
            try await town.operations.changeSlot(town.coordinator, code) { $0.title = try Line("Nytt") }
            await #expect(throws: Refusal.changedMeanwhile(.slot, "S1")) {
                try await town.operations.changeSlot(town.coordinator, code, expecting: read) { $0.minimumAge = 20 }
            }
            await #expect(throws: Refusal.changedMeanwhile(.slot, "S1")) {
                try await town.operations.closeSlot(town.coordinator, code, expecting: read)
            }
            let entries = try await town.operations.auditList(town.root).total
            let now = try await town.operations.changeSlot(town.coordinator, code) { _ in }
            #expect(now.title.rawValue == "Nytt")
            try await town.operations.changeSlot(town.coordinator, code, dryRun: true) { $0.minimumAge = 20 }
            #expect(try await town.operations.auditList(town.root).total == entries)
            // Whoever is placed or confirms does not touch what the slot says.
            let version = now.version
            _ = try await town.operations.stepPlacement(town.coordinator, try Code("P1"), to: .accepted)
            try await town.operations.confirmSlot(town.coordinator, code, expecting: version)
            try await town.operations.changeSlot(town.coordinator, code, expecting: version) { $0.minimumAge = 16 }
        }
    }

    @Test func `a slot is not changed from under people, nor to what is not there`() async throws {
        try await with { town in
            let code = try Code("S1")
            for placement in ["P1", "P2"] {
                _ = try await town.operations.stepPlacement(town.coordinator, try Code(placement), to: .accepted)
            }
            await #expect(throws: Refusal.slotStillOccupied) {
                try await town.operations.changeSlot(town.coordinator, code) { $0.places = try Capacity(1) }
            }
            await #expect(throws: Refusal.slotStillOccupied) {
                try await town.operations.changeSlot(town.coordinator, code) { slot in
                    slot.period = try Period(from: slot.period.from, to: slot.period.to.adding(-1))
                }
            }
            await #expect(throws: Refusal.noSuch(.supervisor, "H-9")) {
                try await town.operations.changeSlot(town.coordinator, code) { $0.supervisor = try Code("H-9") }
            }
            await #expect(throws: Refusal.value("kind", .kindClosed)) {
                try await town.operations.changeSlot(town.coordinator, code) { $0.kind = .extratjanst }
            }
            await #expect(throws: Refusal.value("minimum_age", .minimumAge)) {
                try await town.operations.changeSlot(town.coordinator, code) { $0.minimumAge = 200 }
            }
            let anna = Actor(name: "anna", role: .statistician, municipality: town.root.municipality)
            await #expect(throws: Refusal.notAllowed(.changeSlot, .statistician)) {
                try await town.operations.changeSlot(anna, code) { $0.minimumAge = 20 }
            }
        }
    }

    @Test func `units, supervisors and referrers are added and changed`() async throws {
        try await with { town in
            let (operations, actor) = (town.operations, town.coordinator)
            let m = actor.municipality
            let park = OrganisationUnit(
                municipality: m, code: try Code("PARK"), name: try Line("Park"), kind: .avdelning,
                parent: try Code("SB"))
            try await operations.addUnit(actor, park)
            #expect(try await operations.units(actor, code: park.code) == [park])
            await #expect(throws: Refusal.codeTaken(.unit)) { try await operations.addUnit(actor, park) }
            await #expect(throws: Refusal.value("parent", .unitCircle)) {
                try await operations.changeUnit(actor, try Code("SB")) { $0.parent = park.code }
            }
            await #expect(throws: Refusal.noSuch(.unit, "XX")) {
                try await operations.changeUnit(actor, park.code) { $0.successor = try Code("XX") }
            }
            let ended = try await operations.changeUnit(actor, park.code, expecting: park.version) { unit in
                unit.validTo = try Day("2026-12-31")
                unit.successor = try Code("SB")
            }
            #expect(try await operations.units(actor, code: park.code) == [ended])
            await #expect(throws: Refusal.changedMeanwhile(.unit, "PARK")) {
                try await operations.changeUnit(actor, park.code, expecting: park.version) { $0.validTo = nil }
            }

            let sven = Supervisor(
                municipality: m, code: try Code("H-1"), unit: park.code, name: try Line("Test Handledare"), capacity: 2)
            try await operations.addSupervisor(actor, sven)
            let trained = try await operations.changeSupervisor(actor, sven.code, expecting: sven.version) { one in
                one.trainedOn = try Day("2026-02-01")
                one.capacity = 3
            }
            #expect(try await operations.supervisors(actor, code: sven.code) == [trained] && trained.capacity == 3)
            await #expect(throws: Refusal.value("capacity", .supervisionCapacity)) {
                try await operations.changeSupervisor(actor, sven.code) { $0.capacity = 501 }
            }

            let sfi = Referrer(municipality: m, code: try Code("SFI"), name: try Line("SFI"))
            try await operations.addReferrer(actor, sfi)
            let named = try await operations.changeReferrer(actor, sfi.code, expecting: sfi.version) { referrer in
                referrer.email = try EmailAddress("sfi@example.se")
            }
            #expect(try await operations.referrers(actor, code: sfi.code) == [named])
            #expect(change(try await newest(town), "email") == [nil, "sfi@example.se"])

            let units = try await town.database.pool.transaction(for: m, by: "test") { try await $0.units(m) }
            let sb = try #require(units.first { $0.record.code.rawValue == "PARK" })
            let registrar = Actor(name: "rut", role: .registrar, municipality: m, unit: sb.id)
            try await operations.changeSupervisor(registrar, sven.code) { $0.capacity = 1 }
            await #expect(throws: Refusal.outsideScope(.manageSupervisors)) {
                try await operations.changeSupervisor(registrar, sven.code) { $0.unit = try Code("SB") }
            }
            await #expect(throws: Refusal.notAllowed(.manageUnits, .registrar)) {
                try await operations.changeUnit(registrar, park.code) { $0.validTo = nil }
            }
        }
    }

    @Test func `a referral is changed field by field, by its own referrer`() async throws {
        try await with { town in
            let units = try await town.database.pool.transaction(for: town.root.municipality, by: "test") {
                try await $0.referrers(town.root.municipality)
            }
            let own = Actor(
                name: "anna", role: .referrer, municipality: town.root.municipality, referrer: units[0].id)
            let (ama, reference) = (try Code("AMA"), try Code("K-9"))
            let made = try await town.operations.registerParticipant(
                own, referrer: ama, reference: reference,
                fields: ["given_name": "Test", "identity_type": "personnummer", "identity": "189001019802"])
            let log = try await newest(town)
            #expect(log.entry.entityID == made.id.rawValue && change(log, "given_name") == [nil, "Test"])
            let changed = try await town.operations.changeParticipant(
                own, referrer: ama, reference: reference,
                fields: ["sfi_passed": "C", "wishes": "S1", "phone": "0522-000000", "hours_per_day": "4"],
                expecting: made.participant.version)
            #expect(changed.participant.sfiPassed == .c)
            #expect(changed.participant.wishes.map(\.rawValue) == ["S1"])
            #expect(changed.participant.givenName == made.participant.givenName)
            #expect(changed.participant.identity == made.participant.identity)
            #expect(changed.participant.registeredOn == made.participant.registeredOn)
            let after = try await newest(town)
            #expect(after.entry.line.action == "participant.change" && change(after, "sfi_passed") == ["none", "C"])
            #expect(change(after, "wishes") == [nil, "S1"] && after.updated == 1)
            #expect(!after.changes.contains { ($0.after ?? "").contains("9802") })

            await #expect(throws: Refusal.changedMeanwhile(.participant, "AMA/K-9")) {
                try await town.operations.changeParticipant(
                    own, referrer: ama, reference: reference, fields: ["phone": ""],
                    expecting: made.participant.version)
            }
            let emptied = try await town.operations.changeParticipant(
                own, referrer: ama, reference: reference, fields: ["phone": "", "wishes": ""])
            #expect(emptied.participant.phone == nil && emptied.participant.wishes.isEmpty)
            let entries = try await town.operations.auditList(town.root).total
            try await town.operations.changeParticipant(own, referrer: ama, reference: reference, fields: ["phone": ""])
            #expect(try await town.operations.auditList(town.root).total == entries)
            do {
                try await town.operations.changeParticipant(
                    own, referrer: ama, reference: reference,
                    fields: ["hours_per_day": "30", "available_from": "2026-05-01", "available_to": "2026-04-01"])
                Issue.record("a wrong field was taken")
            } catch Refusal.importFaults(let faults) {
                #expect(Set(faults.list.map(\.column)).isSuperset(of: ["hours_per_day"]) && faults.count == 2)
            }
            let other = Actor(
                name: "sven", role: .referrer, municipality: town.root.municipality, referrer: .init(.init()))
            await #expect(throws: Refusal.noSuch(.participant, "AMA/K-9")) {
                try await town.operations.changeParticipant(other, referrer: ama, reference: reference, fields: [:])
            }
            _ = try await town.operations.changeParticipant(
                own, referrer: ama, reference: reference, fields: ["protected": "yes"])
            await #expect(throws: Refusal.notAllowed(.viewProtectedPerson, .referrer)) {
                try await town.operations.changeParticipant(own, referrer: ama, reference: reference, fields: [:])
            }
        }
    }

    @Test(arguments: [[:], ["a": "b"], ["a": "bc"], ["ab": "c"], ["a": "b", "c": ""], ["a": "b\u{1e}c"]])
    func `versions are 16 digits, the same every time and others for other content`(_ fields: [String: String]) throws {
        let version = Version(of: fields)
        #expect(try Version(version.rawValue) == version && version == Version(of: fields))
        var other = fields
        other["x"] = "y"
        #expect(Version(of: other) != version)
        #expect(throws: ValueError.version) { try Version(String(version.rawValue.dropLast())) }
        #expect(throws: ValueError.version) { try Version(String(version.rawValue.dropLast()) + "G") }
    }
}
