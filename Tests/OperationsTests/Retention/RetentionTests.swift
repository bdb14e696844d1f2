import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// What is too old is gone, everywhere; what is not is as it was; and the log is whole and says so.
struct RetentionTests {
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `nothing of the erased is found in a dump, and all of it was before`(seed: UInt64) async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: seed)
            #expect(town.due.count >= 2 && town.staying.count >= 3)
            let before = try await DumpSearch(database)
            for person in town.people {
                for value in person.values { #expect(before.finds(value), "\(value)") }
            }
            let report = try await town.on(RetentionTown.today).runRetention(town.root)
            #expect(report.steps.first { $0.category == .participants }?.subjects == town.due.count)
            let after = try await DumpSearch(database)
            for person in town.due {
                for value in person.values { #expect(!after.finds(value), "\(value)") }
            }
            for person in town.staying {
                for value in person.values { #expect(after.finds(value), "\(value)") }
            }
            let verdict = try await town.on(RetentionTown.today).verifyAudit(town.root)
            #expect(verdict.isWhole, "\(verdict.faults)")
        }
    }

    @Test(arguments: [7, 8] as [UInt64])
    func `those who stay are untouched, and what went is what the protocol says`(seed: UInt64) async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: seed)
            let before = try await Rows.of(database)
            let report = try await town.on(RetentionTown.today).runRetention(town.root)
            let after = try await Rows.of(database)
            var counted: [String: Int] = [:]
            for row in report.steps.flatMap(\.rows) { counted[row.table, default: 0] += row.count }
            // Emptied by their own rules, and what a run writes.
            let besides: Set = [
                "audit_entry", "audit_value", "audit_row", "audit_head", "match_run", "match_census", "code_counter",
                "snapshot_row",
                "audit_erasure", "retention_run", "retention_step", "retention_count",
            ]
            for (table, rows) in after where !besides.contains(table) {
                #expect(rows.subtracting(before[table] ?? []).isEmpty, "\(table)")
                #expect((before[table] ?? []).count - rows.count == counted[table] ?? 0, "\(table)")
            }
            for table in ["participant", "placement", "voice_answer", "message_attempt", "party_link_secret", "wish"] {
                #expect(counted[table] == town.due.count, "\(table)")
            }
            let gone = (before["audit_entry"] ?? []).subtracting(after["audit_entry"] ?? [])
            #expect(gone.count == report.auditEntries && report.auditEntries > 0)
            // The newer run had nobody of the erased in it but those who had set no last day.
            #expect(counted["match_run"] ?? 0 > 0)
            let operations = try town.on(RetentionTown.today)
            let run = try await operations.matchRun(town.karin, code: try Code("M-1"))
            #expect(run.erasedOn == (try Day(RetentionTown.today)))
            await #expect(throws: Refusal.runErased(try Day(RetentionTown.today))) {
                try await operations.replayMatch(town.karin, code: try Code("M-1"))
            }
        }
    }

    @Test func `a dry run says the same and changes nothing, and a second run finds nothing`() async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: 11)
            let operations = try town.on(RetentionTown.today)
            let plan = try await operations.retentionPlan(town.root)
            let persons = try #require(plan.parts.first)
            #expect(persons.due == town.due.count)
            #expect(persons.before == (try Day("2025-06-15")))
            #expect(persons.oldest == (try Day("2022-06-28")))
            #expect(persons.heldInAll == 1)
            #expect(persons.held.map(\.hold) == [.complaintOpen])
            let before = try await Rows.of(database)
            let tried = try await operations.runRetention(town.root, dryRun: true)
            let unchanged = try await Rows.of(database)
            #expect(unchanged == before)
            let done = try await operations.runRetention(town.root)
            #expect(done.steps.map(\.subjects) == tried.steps.map(\.subjects))
            #expect(done.rows == tried.rows && done.auditEntries == tried.auditEntries)
            #expect(try await operations.runRetention(town.root).code == nil)
            let reports = try await operations.retentionReports(town.root)
            #expect(reports.map(\.code) == [try Code("GA-1")])
            #expect(reports.first?.rows == done.rows)
        }
    }

    @Test func `whoever counts in a year that is not closed is held, and the plan says which`() async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: 14, closing: [2022, 2024])
            let operations = try town.on(RetentionTown.today)
            let persons = try #require(try await operations.retentionPlan(town.root).parts.first)
            let held = town.due.filter { $0.year == 2023 }
            #expect(!held.isEmpty)
            #expect(persons.openYears == [2023])
            #expect(persons.held.map(\.hold) == [.complaintOpen, .yearOpen])
            #expect(persons.due == town.due.count - held.count)
            #expect(try await operations.runRetention(town.root).steps.first?.subjects == persons.due)
        }
    }

    @Test func `the municipality's own period holds, is in the log, and can be taken back`() async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: 12)
            let operations = try town.on(RetentionTown.today)
            let decision = RetentionDecision(months: try RetentionMonths(600), basis: try Line("KS 2026:12"))
            let rule = try await operations.decideRetention(town.root, .participants, decision)
            #expect(rule.months == 600 && rule.basis.sv == "KS 2026:12")
            #expect(try await operations.retentionPlan(town.root).parts.first?.due == 0)
            #expect(try await operations.runRetention(town.root).code == nil)
            #expect(try await operations.decideRetention(town.root, .participants, nil).months == 24)
            #expect(try await operations.retentionPlan(town.root).parts.first?.due == town.due.count)
            let log = try await operations.auditLines(town.root).map(\.action)
            #expect(log.filter { $0 == "retention.change" }.count == 2)
        }
    }

    @Test(
        arguments: [
            // What is left of an emptied entry, which entries were emptied, and what the protocol says of them.
            "UPDATE audit_entry SET actor = 'ann' WHERE id = (SELECT min(entry_id::text)::uuid FROM audit_erasure)",
            "DELETE FROM audit_erasure WHERE entry_id = (SELECT min(entry_id::text)::uuid FROM audit_erasure)",
            "UPDATE retention_run SET audit_digest = sha256('x')",
            """
            WITH e AS (UPDATE audit_entry SET reason = NULL, actor = 'ann' WHERE entity = 'match_run' RETURNING *)
            INSERT INTO audit_erasure SELECT e.municipality, e.id, r.id, audit_kept_hash(ROW(e.*)::audit_entry)
            FROM e, retention_run r
            """,
        ] as [SQL])
    func `an erasure in the log that no rule made is found`(tampering: SQL) async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: 17)
            let operations = try town.on(RetentionTown.today)
            let report = try await operations.runRetention(town.root)
            let whole = try await operations.verifyAudit(town.root)
            #expect(whole.isWhole)
            #expect(whole.erased.map(\.entries) == [report.auditEntries])
            _ = try await database.owner.withConnection { try await $0.execute(tampering) }
            let broken = try await operations.verifyAudit(town.root)
            #expect(!broken.isWhole)
        }
    }

    @Test func `only the operator and the administrator may, and one at a time`() async throws {
        try await TestDatabase.with { database in
            let town = try await RetentionTown.make(database, seed: 13)
            let operations = try town.on(RetentionTown.today)
            for role in Role.allCases where ![.operator, .administrator].contains(role) {
                let actor = Actor(name: "x", role: role, municipality: town.municipality)
                await #expect(throws: Refusal.notAllowed(.runRetention, role)) {
                    try await operations.runRetention(actor)
                }
            }
            try await database.pool.transaction(for: town.municipality, by: "root") { connection in
                let isOurs = try await connection.lockRetention(town.municipality)
                #expect(isOurs)
                await #expect(throws: Refusal.retentionUnderWay) { try await operations.runRetention(town.root) }
            }
            #expect(try await operations.runRetention(town.root).code != nil)
        }
    }
}
