import Domain
import Foundation
import Mail
import Operations
import Postgres
import Store
import TestSupport
import Testing
import Workers

struct FollowUpMailTests {
    /// Two daemons for ten months of days, a few rounds a day of both at once.
    private func live(_ town: MailTown, _ carrier: TestCarrier, days: Int) async throws {
        let office = try town.office
        let daemons = (0..<2).map { _ in Workers(town.operations, sending: (carrier, office)) }
        for _ in 0..<days {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for daemon in daemons {
                    group.addTask {
                        try await daemon.postDue()
                        try await daemon.send()
                    }
                }
                try await group.waitForAll()
            }
            town.clock.move(24 * 3600)
        }
    }

    /// `2026-04-01 sven@example.se`, of the follow-ups alone.
    private func asked(_ carrier: TestCarrier) -> [String] {
        carrier.carried.filter { $0.subject.rawValue.contains("följning") || $0.subject.rawValue.contains("Hur går") }
            .map { "\(SwedishTime.day(of: $0.date)) \($0.to.rawValue)" }
    }

    @Test func `host and participant are asked once each at every moment, on its day, whatever number of daemons`()
        async throws
    {
        try await MailTown.with(people: 1, on: "2026-02-02") { town in
            try await town.agree("P1")
            try await town.step("P1", to: .started)
            let carrier = TestCarrier()
            try await live(town, carrier, days: 116)
            _ = try await town.operations.stepPlacement(
                town.coordinator, try Code("P1"), to: .completed, on: try Day("2026-05-29"))
            try await live(town, carrier, days: 200)
            #expect(
                asked(carrier).sorted() == [
                    "2026-04-01 sven@example.se", "2026-05-29 sven@example.se", "2026-06-28 k-1@example.se",
                    "2026-06-28 sven@example.se", "2026-08-27 k-1@example.se", "2026-08-27 sven@example.se",
                    "2026-11-25 k-1@example.se", "2026-11-25 sven@example.se",
                ])
            for mail in carrier.carried {
                #expect(
                    !mail.body.contains("Eva") && !mail.body.contains("K-1") && !mail.subject.rawValue.contains("Eva"))
            }
        }
    }

    @Test func `nobody is asked what they or the coordinator have told, nor what has gone by, nor of the protected`()
        async throws
    {
        try await MailTown.with(people: 4, on: "2026-02-02") { town in
            for code in ["P1", "P2", "P3", "P4"] {
                try await town.agree(code)
                try await town.step(code, to: .started)
            }
            try await town.change(
                """
                UPDATE person SET protected = true WHERE id = (SELECT person_id FROM placement WHERE code = 'P4')
                """)
            town.clock.move(58 * 86_400)
            _ = try await town.operations.recordFollowUp(
                town.coordinator, try Code("P1"), at: .mid, FollowUpAnswer(source: .coordinator, progress: .asPlanned))
            _ = try await town.operations.recordFollowUp(
                town.coordinator, try Code("P2"), at: .mid, FollowUpAnswer(source: .host, progress: .atRisk))
            let carrier = TestCarrier()
            try await live(town, carrier, days: 1)
            #expect(asked(carrier) == ["2026-04-01 sven@example.se"])
            // No supervisor that can be written to: the unit is asked.
            try await town.change("UPDATE supervisor SET email = NULL")
            _ = try await town.operations.stepPlacement(
                town.coordinator, try Code("P1"), to: .interrupted, on: try Day("2026-04-02"),
                reason: try Line("flyttade"))
            try await live(town, carrier, days: 1)
            #expect(asked(carrier).last == "2026-04-02 enheten@example.se")
            #expect(asked(carrier).count == 2)
        }
    }
}
