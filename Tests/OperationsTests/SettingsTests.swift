import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct SettingsTests {
    private struct Town {
        let operations: Operations
        let root: Actor
        let coordinator: Actor
        let database: TestDatabase
    }

    private func with(_ body: (Town) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 2)
            try await body(
                Town(
                    operations: Operations(pool: database.pool, clock: .fixed(try Day("2026-03-02"))),
                    root: Actor(name: "ada", role: .administrator, municipality: town.code),
                    coordinator: Actor(name: "karin", role: .coordinator, municipality: town.code), database: database))
        }
    }

    @Test func `what is not settled is what the program had until now`() async throws {
        try await with { town in
            let settings = try await town.operations.settings(town.coordinator)
            #expect(settings == .standard && settings.weights == .standard && settings.minimumDays == 28)
            #expect(settings.suppressionThreshold == 5 && settings.supervisorPolicy == .block)
            #expect(try await town.operations.municipalityName(town.root.municipality) == "1485")
            let parameters = try await town.operations.standardParameters(
                town.coordinator, roundStart: try Day("2026-03-02"))
            #expect(parameters == MatchParameters(roundStart: try Day("2026-03-02")))
        }
    }

    @Test func `what is settled holds, is on record, and is not overwritten unseen`() async throws {
        try await with { town in
            let read = try await town.operations.settings(town.root)
            let changed = try await town.operations.changeSettings(town.root, expecting: read.version) { settings in
                for (name, value) in [
                    ("name", "Uddevalla kommun"), ("weight_wish", "200"), ("suppression_threshold", "10"),
                    ("unconfirmed_days", "45"), ("minimum_weeks", "2"), ("supervisor_policy", "warn"),
                ] {
                    try settings.set(name, value)
                }
            }
            #expect(try await town.operations.settings(town.coordinator) == changed && changed.weights.wish == 200)
            #expect(try await town.operations.municipalityName(town.root.municipality) == "Uddevalla kommun")
            let parameters = try await town.operations.standardParameters(
                town.coordinator, roundStart: try Day("2026-03-02"))
            #expect(parameters.minimumDays == 14 && parameters.weights.wish == 200)
            await #expect(throws: Refusal.changedMeanwhile(.settings, "1485")) {
                try await town.operations.changeSettings(town.root, expecting: read.version) { $0.minimumWeeks = 8 }
            }
            let row = try #require(try await town.operations.auditList(town.root).rows.dropFirst().first)
            let detail = try await town.operations.auditDetail(town.root, row.id)
            #expect(detail.changes.first { $0.field == "weight_wish" }?.before == "250")
            try await town.operations.changeSettings(town.root) { $0 = .standard }
            #expect(try await town.operations.settings(town.root) == .standard)
            await #expect(throws: Refusal.notAllowed(.manageSettings, .coordinator)) {
                try await town.operations.changeSettings(town.coordinator) { $0.minimumWeeks = 8 }
            }
            let other = Actor(name: "eva", role: .administrator, municipality: try MunicipalityCode("1487"))
            #expect(try await town.operations.settings(other) == .standard)
        }
    }

    @Test(
        arguments: [
            ("weight_wish", "751", "weights"), ("weight_wish", "-1", "weights"), ("suppression_threshold", "2", nil),
            ("suppression_threshold", "21", nil), ("unconfirmed_days", "0", nil), ("unconfirmed_days", "366", nil),
            ("minimum_weeks", "53", nil), ("minimum_weeks", "x", nil), ("supervisor_policy", "maybe", nil),
            ("training_policy", "maybe", nil), ("dormant_days", "30", nil), ("dormant_days", "731", nil),
            ("dormant_days", "x", nil), ("mail_days", "199", nil), ("mail_days", "3651", nil), ("mail_days", "x", nil),
            ("name", "a\u{7}b", nil),
        ] as [(String, String, String?)])
    func `what is out of its range is refused by its name`(_ name: String, _ value: String, _ told: String?)
        async throws
    {
        try await with { town in
            do {
                try await town.operations.changeSettings(town.root) { try $0.set(name, value) }
                Issue.record("\(name)=\(value) was taken")
            } catch Refusal.value(let field, _) {
                #expect(field == told ?? name)
            }
            #expect(try await town.operations.settings(town.root) == .standard)
        }
    }

    @Test func `a shorter placement and a full supervisor are as the municipality has it`() async throws {
        try await with { town in
            let m = town.root.municipality
            try await town.operations.addSupervisor(
                town.coordinator,
                Supervisor(
                    municipality: m, code: try Code("H"), unit: try Code("SB"), name: try Line("Test"), capacity: 0))
            try await town.operations.changeSlot(town.coordinator, try Code("S1")) { $0.supervisor = try Code("H") }
            try await town.operations.registerParticipant(
                town.coordinator, referrer: try Code("AMA"), reference: try Code("N"), fields: [:])
            func add(_ to: String) async throws {
                _ = try await town.operations.addPlacement(
                    town.coordinator, referrer: try Code("AMA"), participant: try Code("N"), slot: try Code("S1"),
                    from: try Day("2026-05-01"), to: try Day(to))
            }
            await #expect(throws: Refusal.self) { try await add("2026-05-29") }
            try await town.operations.changeSettings(town.root) { $0.supervisorPolicy = .warn }
            await #expect(throws: Refusal.self) { try await add("2026-05-20") }
            try await town.operations.changeSettings(town.root) { $0.minimumWeeks = 2 }
            // Two are proposed for its two places.
            for code in ["P1", "P2"] {
                _ = try await town.operations.stepPlacement(
                    town.coordinator, try Code(code), to: .withdrawn, reason: try Line("Annat"))
            }
            try await add("2026-05-20")
        }
    }

    @Test func `a report of a fault is taken from anybody, kept out of the log, and handled`() async throws {
        try await with { town in
            let visitor = Actor(name: "visitor", role: .visitor, municipality: town.root.municipality)
            let text = "Knappen går inte att nå med tangentbordet.\nSkärmläsaren säger inget."
            try await town.operations.reportFault(
                visitor, page: try Line("/slots"), problem: text, contact: try Line("test@example.se"))
            let report = try #require(try await town.operations.faultReports(town.root).first)
            #expect(report.problem == text && report.page == "/slots" && report.handledOn == nil)
            let log = try #require(try await town.operations.auditList(town.root).rows.first)
            let detail = try await town.operations.auditDetail(town.root, log.id)
            #expect(!detail.changes.contains { $0.after?.contains("Knappen") ?? false })
            #expect(try await town.operations.administratorStart(town.root).openFaultReports == 1)
            try await town.operations.handleFaultReport(town.root, report.id, answer: try Line("Rättat"))
            #expect(try await town.operations.faultReports(town.root).first?.answer == "Rättat")
            #expect(try await town.operations.administratorStart(town.root).openFaultReports == 0)
            for wrong in ["", " \n ", String(repeating: "a", count: 4001), "numret 189001019802 syns"] {
                await #expect(throws: Refusal.self) {
                    try await town.operations.reportFault(visitor, problem: wrong)
                }
            }
            await #expect(throws: Refusal.notAllowed(.manageFaultReports, .coordinator)) {
                try await town.operations.faultReports(town.coordinator)
            }
        }
    }
}
