import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct CheckTests {
    @Test func `the database's table of checks is the program's`() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.withConnection {
                try await $0.query(
                    "SELECT concat_ws(' ', check_name, kind, condition, valid_from, valid_to) AS line FROM check_rule")
            }
            let stored = Set(try rows.map { try $0.value("line", as: String.self) })
            let known = CheckBeforeStart.rules.flatMap { rule in
                rule.kinds.map { kind in
                    [
                        rule.check.rawValue, kind.rawValue, rule.condition.rawValue, rule.from.description,
                        rule.to?.description,
                    ].compactMap { $0 }.joined(separator: " ")
                }
            }
            #expect(stored == Set(known) && known.count == Set(known).count)
        }
    }

    @Test func `a minor's placement asks for a risk assessment and a named supervisor, and says so`() async throws {
        // Eighteen on the day after the first.
        try await AgreementTown.with(born: "2008-02-03") { town in
            #expect(
                try await town.sheet.newest?.missingChecks == [.insurance, .namedSupervisor, .riskAssessment])
            try await town.approveByAll()
            _ = try await town.operations.recordCheck(town.coordinator, town.code, .insurance)
            _ = try await town.operations.recordCheck(town.coordinator, town.code, .riskAssessment)
            await #expect(throws: Refusal.agreement(.checkNotRecorded(.namedSupervisor))) {
                try await town.operations.recordCheck(town.coordinator, town.code, .namedSupervisor)
            }
            do {
                _ = try await town.operations.stepPlacement(town.coordinator, town.code, to: .agreed)
                Issue.record("agreed without a supervisor")
            } catch let refusal as Refusal {
                #expect(refusal.phrase.sv.contains("en handledare är utsedd för den minderåriga"))
            }
            try await town.run(
                """
                INSERT INTO supervisor (municipality, id, code, unit_id, name)
                SELECT municipality, uuid_v7(), 'H1', id, 'Hedda' FROM organisation_unit
                """)
            let version = try await town.change { $0.supervisor = try Code("H1") }
            #expect(version == 2)
            // What was checked for the same slot holds; the words must be given anew.
            try await town.approveByAll(from: 2)
            #expect(try await town.sheet.detail.placement.state == .agreed)
        }
        try await AgreementTown.with(born: "2008-02-02") { town in
            let missing = try await town.sheet.newest?.missingChecks
            #expect(missing == [.insurance])
        }
    }

    @Test func `the criminal records extract is asked for where the slot asks, and only that it was shown is kept`()
        async throws
    {
        try await AgreementTown.with(recordCheck: true) { town in
            #expect(try await town.sheet.newest?.missingChecks == [.insurance, .recordCheck])
            _ = try await town.operations.recordCheck(
                town.registrar, town.code, .recordCheck, on: try Day("2026-01-19"))
            await #expect(throws: Refusal.agreement(.checkRecordedAlready(.recordCheck))) {
                try await town.operations.recordCheck(town.registrar, town.code, .recordCheck)
            }
            let check = try #require(try await town.sheet.checks.first)
            #expect(check.on == (try Day("2026-01-19")) && check.by == "rut")
        }
    }

    /// When the agreement's day begins, the course's days and hours; whether it clashes for certain, or at all.
    private static let courses: [(String?, String, String?, Bool?)] = [
        ("08:00", "1|3", "09:00-12:00", true), ("13:00", "1|3", "09:00-12:00", nil),
        (nil, "1|3", "09:00-12:00", false), ("08:00", "1|3", nil, false), ("08:00", "6|7", "09:00-12:00", nil),
    ]

    @Test(arguments: courses)
    func `a course in the same hours of the same weekdays is found`(
        _ begins: String?, _ weekdays: String, _ hours: String?, _ certain: Bool?
    ) async throws {
        try await AgreementTown.with { town in
            var change = AgreementChange()
            change.beginsAt = try begins.map { try ClockTime($0) }
            change.hoursPerDay = try WorkHours("4")
            _ = try await town.operations.changeAgreement(town.coordinator, town.code, change)
            let course = Course(
                name: try Line("SFI C"), period: try Period(from: Day("2026-03-02"), to: Day("2026-06-05")),
                weekdays: try Weekdays(weekdays), hours: try hours.map { try Course.Hours($0) })
            let id = try await town.operations.addCourse(
                town.referrer, referrer: try Code("AMA"), reference: try Code("K-1"), course)
            let sheet = try await town.sheet
            #expect(sheet.clashes.first?.isCertain == certain)
            #expect(sheet.newest?.missingChecks.contains(.courseClash) == (certain == true))
            // Which courses somebody goes to is not the host's to know.
            #expect(try await town.operations.agreement(town.registrar, code: town.code).clashes.isEmpty)
            if certain == true {
                try await town.approveByAll()
                _ = try await town.operations.recordCheck(town.coordinator, town.code, .insurance)
                #expect(try await town.sheet.detail.placement.state == .accepted)
                _ = try await town.operations.recordCheck(town.coordinator, town.code, .courseClash)
                #expect(try await town.sheet.detail.placement.state == .agreed)
            }
            try await town.operations.removeCourse(
                town.referrer, referrer: try Code("AMA"), reference: try Code("K-1"), id)
            #expect(try await town.sheet.clashes.isEmpty)
        }
    }
}
