import Domain
import Foundation
import Mail
import Operations
import Postgres
import Store
import TestSupport
import Testing
import Workers

struct MonthTests {
    /// A month in which every duty falls due, each on its day; a new duty adds its lines.
    @Test func `two daemons for a month of days do each duty once, and miss none`() async throws {
        try await MailTown.with(people: 13, on: "2026-02-01") { town in
            try await prepare(town)
            let carrier = TestCarrier()
            let office = try town.office
            let daemons = (0..<2).map { _ in Workers(town.operations, sending: (carrier, office)) }
            for _ in 0..<30 {
                // A few rounds a day, of both at once.
                for _ in 0..<3 {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for daemon in daemons {
                            group.addTask {
                                try await daemon.postDue()
                                try await daemon.send()
                            }
                        }
                        try await group.waitForAll()
                    }
                    town.clock.move(8 * 3600)
                }
                // Three begin on their first day, and go on to their last.
                for number in 1...3 where town.operations.clock.today == (try firstDay(number)).adding(1) {
                    _ = try await town.operations.stepPlacement(
                        town.coordinator, try Code("P\(number)"), to: .started, on: try firstDay(number))
                }
            }
            var sent: [String: [String]] = [:]
            for mail in carrier.carried {
                sent[mail.subject.rawValue.prefix { $0 != ":" }.description, default: []].append(
                    SwedishTime.day(of: mail.date).description)
            }
            let at = " på Samhällsbyggnad"
            #expect(Set(carrier.carried.map(\.id)).count == carrier.carried.count)
            #expect(
                sent == [
                    "Började praktiken\(at) som planerat?": try (1...10).map { try firstDay($0).description },
                    "Hur slutade praktiken\(at)?": ["2026-02-20", "2026-02-21", "2026-02-22"],
                    // To those who have begun; how it is they are asked halfway through four weeks or more.
                    "Om något inte är bra på praktiken\(at)": ["2026-02-03", "2026-02-05", "2026-02-07"],
                    "Uppföljning av en praktik\(at)": ["2026-02-11", "2026-02-12", "2026-02-14"],
                    // Of the first both sides, of the second the one that has not answered; of an agreement, all three.
                    "Påminnelse": ["2026-02-06", "2026-02-06", "2026-02-10", "2026-02-10", "2026-02-10", "2026-02-12"],
                    "Överenskommelse att godkänna": ["2026-02-01", "2026-02-01", "2026-02-01"],
                    "Stämmer praktikplatserna\(at) fortfarande?": ["2026-02-09"],
                    "En rapport ska lämnas senast 2026-02-28": ["2026-02-18"],
                ])
            let lapsed = try await town.value(
                """
                SELECT string_agg(p.code || ' ' || e.state_on, ', ' ORDER BY p.code) FROM placement_event e
                JOIN placement p ON p.municipality = e.municipality AND p.id = e.placement_id
                WHERE e.to_state = 'lapsed' AND e.actor = 'klockan'
                """, as: String.self)
            #expect(lapsed == "P11 2026-02-20, P12 2026-02-26")
        }
    }

    /// Starts on every second day of the month, the first three with an end in it; two proposals, one half answered; an
    /// agreement that nobody approves; offers that nobody confirms, and a report.
    private func prepare(_ town: MailTown) async throws {
        try await town.change("UPDATE referrer SET email = 'ama@example.se'")
        try await town.change("UPDATE user_account SET email = 'karin@example.se'")
        try await town.change("UPDATE slot SET confirmed_on = '2026-01-10', offered_on = '2026-01-10'")
        for number in 1...10 {
            try await town.change(
                "UPDATE placement SET starts_on = \(try firstDay(number))::date WHERE code = \("P\(number)")")
            if number <= 3 {
                try await town.change(
                    """
                    UPDATE placement SET ends_on = \(try Day("2026-02-19").adding(number))::date
                    WHERE code = \("P\(number)")
                    """)
            }
            try await town.agree("P\(number)")
        }
        try await town.change("UPDATE placement SET state_on = '2026-01-30' WHERE code = 'P11'")
        try await town.change("UPDATE placement SET state_on = '2026-02-05' WHERE code = 'P12'")
        try await town.operations.answerPlacement(
            town.coordinator, try Code("P12"), .participant, .accepted, onBehalf: .phoned)
        try await town.step("P13", to: .accepted)
        // What is made at the database's own time is made on a day of the month.
        _ = try await town.database.owner.withConnection { connection in
            try await connection.execute(
                "UPDATE agreement SET made_at = '2026-02-03 12:00+01' WHERE in_force_at IS NULL")
        }
        try await town.operations.addReportDuty(
            town.coordinator,
            ReportDuty(
                municipality: town.town.code, code: Code("KS"), title: Line("Läge"), recipient: Line("kommunstyrelsen"),
                covers: .soFar, days: [MonthDay("02-28")], remindDays: 10, from: Day("2026-01-01")))
    }

    private func firstDay(_ number: Int) throws -> Day { try Day("2026-02-02").adding(2 * (number - 1)) }

    @Test func `a day on which no daemon ran is made up for`() async throws {
        try await MailTown.with(people: 1, on: "2026-02-01") { town in
            try await town.agree("P1")
            town.clock.move(4 * 86_400)
            let carrier = TestCarrier()
            let daemon = Workers(town.operations, sending: (carrier, try town.office))
            #expect(try await daemon.postDue() == 1)
            #expect(try await daemon.postDue() == 0)
            try await daemon.send()
            #expect(carrier.carried.count == 1)
        }
    }
}
