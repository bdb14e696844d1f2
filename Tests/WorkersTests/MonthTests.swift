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
    /// The duties that reminders come of, and when; a new one adds its line.
    @Test func `two daemons for a month of days ask once about each start, and miss none`() async throws {
        try await MailTown.with(people: 12, on: "2026-02-01") { town in
            // Starts on every second day of the month; two proposals stay proposals.
            for number in 1...10 {
                try await town.change(
                    """
                    UPDATE placement SET starts_on = DATE '2026-02-02' + \(2 * (number - 1))::int
                    WHERE code = \("P\(number)")
                    """)
                try await town.agree("P\(number)")
            }
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
            }
            #expect(carrier.carried.count == 10)
            #expect(Set(carrier.carried.map(\.id)).count == 10)
            let days = try carrier.carried.map { mail in
                try #require(
                    (1...10).map { try Day("2026-02-02").adding(2 * ($0 - 1)) }.first {
                        mail.body.contains($0.description)
                    })
            }
            #expect(days == days.sorted() && Set(days).count == 10)
            for (mail, day) in zip(carrier.carried, days) { #expect(SwedishTime.day(of: mail.date) == day) }
        }
    }

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
