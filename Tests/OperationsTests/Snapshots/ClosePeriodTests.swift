import Documents
import Domain
import FoundationEssentials
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

/// A period is closed when it is over, once; it is opened again with a reason, and what was closed stays.
struct ClosePeriodTests {
    @Test func `a period is closed once it is over, by whoever may, and a dry run leaves nothing`() async throws {
        try await ClosedYear.with { year in
            await #expect(throws: Refusal.snapshot(.notOver(try Day("2026-12-31")))) {
                try await year.on("2026-12-31").closePeriod(year.karin, .year(2026))
            }
            let days = try Period(from: Day("2026-03-01"), to: Day("2026-05-31"))
            await #expect(throws: Refusal.snapshot(.freePeriod)) {
                try await year.on().closePeriod(year.karin, .range(days))
            }
            let registrar = Actor(name: "rut", role: .registrar, municipality: year.karin.municipality)
            await #expect(throws: Refusal.notAllowed(.closePeriod, .registrar)) {
                try await year.on().closePeriod(registrar, .year(2026))
            }
            let tried = try await year.on().closePeriod(year.anna, .year(2026), dryRun: true)
            #expect(tried.number == 1 && tried.rows > 10)
            #expect(try await year.on().snapshots(year.karin).isEmpty)
            let closed = try await year.on("2027-01-01").closePeriod(year.anna, .year(2026))
            #expect(closed.number == 1 && closed.rows == tried.rows && closed.closedBy == "anna")
            await #expect(throws: Refusal.snapshot(.closedAlready(number: 1, on: try Day("2027-01-01")))) {
                try await year.on().closePeriod(year.karin, .year(2026))
            }
            // Its parts are periods of their own.
            for period in [ReportPeriod.half(2026, 1), .tertial(2026, 2), .term(try Term(.spring, 2026))] {
                #expect(try await year.on().closePeriod(year.karin, period).number == 1)
            }
            #expect(try await year.on().snapshots(year.karin).count == 4)
            let root = Actor(name: "root", role: .operator, municipality: year.karin.municipality)
            let lines = try await year.on().auditLines(root)
            #expect(lines.contains { $0.action == "snapshot.close" && $0.detail == "2026#1" && $0.outcome == .done })
            #expect(try await year.on().verifyAudit(root).isWhole)
        }
    }

    @Test func `a reopened period says so, is closed anew as number 2, and the first stays`() async throws {
        try await ClosedYear.with { year in
            let first = try await year.on().closePeriod(year.karin, .year(2026))
            let said = try await year.on().report(year.karin, .year(2026))
            try await year.correct()
            await #expect(throws: Refusal.notAllowed(.reopenPeriod, .statistician)) {
                try await year.on().reopenPeriod(year.anna, .year(2026), reason: try Line("fel"))
            }
            let opened = try await year.on("2027-05-01").reopenPeriod(
                year.karin, .year(2026), reason: try Line("Ett utfall kom för sent."))
            #expect(opened.reopenedReason == "Ett utfall kom för sent." && !opened.isInForce)
            let open = try await year.on("2027-05-02").report(year.karin, .year(2026))
            #expect(open.mark?.state == .reopened && open.mark?.phrase.sv.contains("Ett utfall kom") == true)
            #expect(open.parts != said.parts)
            let second = try await year.on("2027-05-03").closePeriod(year.karin, .year(2026))
            #expect(second.number == 2 && second.rootDigest != first.rootDigest)
            #expect(try await year.on().report(year.karin, .year(2026)).parts == open.parts)
            let kept = try await year.on().snapshotReport(year.karin, .year(2026), number: 1)
            #expect(kept.report.parts == said.parts)
            for number in [1, 2] {
                #expect(try await year.on().verifySnapshot(year.karin, .year(2026), number: number).holds)
            }
            await #expect(throws: Refusal.snapshot(.noSuchNumber(3))) {
                try await year.on().snapshot(year.karin, .year(2026), number: 3)
            }
        }
    }

    @Test func `the database lets nobody change what is closed`() async throws {
        try await ClosedYear.with { year in
            _ = try await year.on().closePeriod(year.karin, .year(2026))
            let statements: [SQL] = [
                "UPDATE snapshot SET document = 'x'", "UPDATE snapshot SET root_digest = published_digest",
                "DELETE FROM snapshot", "DELETE FROM snapshot_row", "UPDATE snapshot_row SET content = '{}'",
                "UPDATE snapshot_row SET digest = repeat('0', 64)",
                """
                INSERT INTO snapshot_row (municipality, snapshot_id, position, digest, salt, content)
                SELECT municipality, id, 9999, root_digest, 'x', 'x' FROM snapshot
                """,
            ]
            for statement in statements {
                await #expect(throws: PostgresError.self) {
                    try await year.database.owner.withConnection { try await $0.execute(statement) }
                }
            }
            #expect(try await year.on().verifySnapshot(year.karin, .year(2026)).holds)
        }
    }
}
