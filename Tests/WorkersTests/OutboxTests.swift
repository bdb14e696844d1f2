import Domain
import Foundation
import Mail
import Operations
import Postgres
import Secrets
import Store
import TestSupport
import Testing

struct OutboxTests {
    private func send(_ town: MailTown, _ carrier: TestCarrier) async throws -> MailRound {
        try await town.operations.sendMail(in: town.town.code, through: carrier, as: try town.office)
    }

    @Test func `a proposal is posted with the placement, and a dry run posts nothing`() async throws {
        try await MailTown.with(people: 1) { town in
            _ = try await town.operations.stepPlacement(
                town.coordinator, try Code("P1"), to: .withdrawn, reason: try Line("Byter"))
            for dryRun in [true, false] {
                _ = try await town.operations.addPlacement(
                    town.coordinator, referrer: try Code("AMA"), participant: try Code("K-1"), slot: try Code("S1"),
                    dryRun: dryRun)
                #expect(try await town.counts()[.waiting] == (dryRun ? nil : 2))
            }
            let carrier = TestCarrier()
            #expect(try await send(town, carrier).sent == 2)
            #expect(try await town.counts() == [.sent: 2])
            #expect(Set(carrier.carried.map(\.to.rawValue)) == ["enheten@example.se", "k-1@example.se"])
            for mail in carrier.carried {
                #expect(
                    mail.body.contains("Samhällsbyggnad") && mail.body.contains("https://praktik.example.se/l/1485."))
                for word in ["Eva", "K-1", "AMA", "Park"] {
                    #expect(!mail.body.contains(word) && !mail.subject.rawValue.contains(word), "\(word)")
                }
            }
        }
    }

    @Test func `the same thing is posted once`() async throws {
        try await MailTown.with { town in
            try await town.propose()
            try await town.propose()
            #expect(try await town.counts() == [.waiting: 6])
        }
    }

    @Test func `nothing is posted about the protected, and nothing sent to who has become so`() async throws {
        try await MailTown.with(people: 2) { town in
            try await town.change(
                "UPDATE person SET protected = true WHERE id = (SELECT person_id FROM placement WHERE code = 'P1')")
            try await town.propose()
            #expect(try await town.counts() == [.waiting: 2])
            try await town.change("UPDATE person SET protected = true")
            let carrier = TestCarrier()
            #expect(try await send(town, carrier).sent == 0)
            #expect(carrier.carried.isEmpty)
            #expect(try await town.counts() == [.withheld: 2])
            #expect(
                try await town.value("SELECT count(*) FROM audit_entry WHERE action = 'mail.send' AND role = 'clock'")
                    == 2)
            #expect(try await town.operations.messages(town.coordinator).isEmpty)
        }
    }

    @Test func `refused for good is listed, and sent again by hand with the same Message-ID`() async throws {
        try await MailTown.with(people: 1) { town in
            try await town.post(1)
            let carrier = TestCarrier()
            carrier.answer(.refused(code: 550))
            #expect(try await send(town, carrier).failed == 1)
            let failed = try #require(try await town.operations.messages(town.coordinator, state: .failed).first)
            #expect(failed.outcome == .refused && failed.code == 550)
            await #expect(throws: Refusal.messageOver(.failed)) {
                try await town.operations.withdrawMessage(town.coordinator, failed.id)
            }
            try await town.operations.resendMessage(town.coordinator, failed.id)
            carrier.answer(.delivered)
            #expect(try await send(town, carrier).sent == 1)
            #expect(carrier.carried.map(\.id) == [MessageID(failed.id.rawValue, of: try EmailAddress("a@example.se"))])
            let sheet = try await town.operations.message(town.coordinator, failed.id)
            #expect(sheet.attempts.map(\.outcome) == [.refused, .delivered])
        }
    }

    @Test func `refused for now is tried later and later, and given up in the end`() async throws {
        try await MailTown.with(people: 1) { town in
            try await town.post(1)
            let carrier = TestCarrier()
            carrier.answer(.postponed(.deferred(code: 451)))
            var pauses: [Double] = []
            while try await town.counts()[.waiting] == 1 {
                #expect(try await send(town, carrier).postponed <= 1)
                #expect(try await send(town, carrier).postponed == 0)
                guard
                    let next = try await town.operations.messages(town.coordinator, state: .waiting).first?.nextTryAt
                else { break }
                let pause = next.timeIntervalSince(town.clock.clock.now())
                pauses.append(pause)
                town.clock.move(pause)
            }
            #expect(try await town.counts() == [.failed: 1])
            #expect(pauses.first.map { (30...60).contains($0) } == true)
            #expect(pauses.allSatisfy { $0 <= 4 * 3600 } && (pauses.max() ?? 0) >= 2 * 3600)
            #expect(pauses.reduce(0, +) <= 3 * 86_400 && pauses.reduce(0, +) > 2.5 * 86_400)
        }
    }

    @Test func `a server that takes nothing ends the round, and costs the others no attempt`() async throws {
        try await MailTown.with(people: 3) { town in
            try await town.post(10)
            let carrier = TestCarrier()
            carrier.answer(.postponed(.unreachable))
            #expect(try await send(town, carrier).trouble == .unreachable)
            #expect(try await town.value("SELECT count(*) FROM message WHERE attempts = 0", as: Int.self) >= 26)
        }
    }

    @Test func `without an address it is listed as failed, and goes when there is one`() async throws {
        try await MailTown.with(people: 1) { town in
            try await town.change("UPDATE participant SET email = NULL")
            try await town.post(1)
            let carrier = TestCarrier()
            _ = try await send(town, carrier)
            let failed = try #require(try await town.operations.messages(town.coordinator, state: .failed).first)
            #expect(failed.outcome == .noAddress)
            try await town.change("UPDATE participant SET email = 'ny@example.se'")
            try await town.operations.resendMessage(town.coordinator, failed.id)
            #expect(try await send(town, carrier).sent == 1)
            #expect(carrier.carried.map(\.to.rawValue) == ["ny@example.se"])
        }
    }

    @Test func `one recipient gets so many a day, the others come the next day`() async throws {
        try await MailTown.with(people: 1) { town in
            try await town.post(25)
            let carrier = TestCarrier()
            var office = try town.office
            office.rules.perRecipientAndDay = 10
            for sent in [10, 20, 25] {
                // Several at once must not pass it together.
                async let one = town.operations.sendMail(in: town.town.code, through: carrier, as: office)
                async let other = town.operations.sendMail(in: town.town.code, through: carrier, as: office)
                _ = try await (one, other)
                #expect(carrier.carried.count == sent)
                town.clock.move(86_400)
            }
            #expect(try await town.counts() == [.sent: 25])
        }
    }

    @Test func `what nobody can answer any more is not sent, and what waits can be withdrawn`() async throws {
        try await MailTown.with(people: 2) { town in
            try await town.propose()
            try await town.database.pool.transaction(for: town.town.code, by: "test") { connection in
                try await connection.revokePartyLinks(
                    of: town.town.placements[0], town.town.code, at: town.clock.clock.now())
            }
            let waiting = try await town.operations.messages(town.coordinator)
            let other = try #require(waiting.first { $0.placement?.rawValue == "P2" })
            try await town.operations.withdrawMessage(town.coordinator, other.id)
            let carrier = TestCarrier()
            #expect(try await send(town, carrier).sent == 1)
            #expect(try await town.counts() == [.sent: 1, .revoked: 3])
        }
    }

    @Test func `what has ended is forgotten when the days set are over, what waits is not`() async throws {
        try await MailTown.with(people: 2) { town in
            try await town.propose()
            let carrier = TestCarrier()
            let waiting = try #require(try await town.operations.messages(town.coordinator).first)
            try await town.change("UPDATE message SET next_try_at = '2030-01-01' WHERE id = \(waiting.id)")
            #expect(try await send(town, carrier).sent == 3)
            let root = Actor(name: "root", role: .operator, municipality: town.town.code)
            try await town.operations.changeSettings(root) { $0.mailDays = 200 }
            town.clock.move(199 * 86_400)
            try await town.operations.tidy(town.town.code)
            #expect(try await town.counts() == [.sent: 3, .waiting: 1])
            town.clock.move(2 * 86_400)
            try await town.operations.tidy(town.town.code)
            #expect(try await town.counts() == [.waiting: 1])
            #expect(try await town.value("SELECT count(*) FROM message_attempt", as: Int.self) == 0)
        }
    }

    @Test(arguments: MessageKind.allCases, Language.allCases)
    func `every kind has its text in both languages`(_ kind: MessageKind, _ language: Language) throws {
        let facts = MessageFacts(
            unit: "Räddningstjänsten", day: try Day("2026-03-02"), link: "https://p.example.se/l/x",
            municipality: "Uddevalla kommun")
        let subject = MessageTexts.subject(kind, facts)[language]
        let body = MessageTexts.body(kind, facts)[language]
        // A report is the municipality's, of no unit. Where somebody had a placement is not told to whoever reads their mail.
        let isOfUnit = kind != .reportDue && kind != .followUpToParticipant
        #expect(subject.contains("Räddningstjänsten") == isOfUnit && (try? Line(subject)) != nil)
        #expect(body.contains("https://p.example.se/l/x\n") && body.contains("Räddningstjänsten") == isOfUnit)
        #expect(body.contains("2026-03-02") == (kind != .followUpToParticipant))
        #expect(body.hasSuffix("Praktik, Uddevalla kommun\n"))
        let bare = MessageTexts.body(kind, MessageFacts(unit: nil, day: nil, link: nil, municipality: "1485"))[language]
        #expect(!bare.contains("nil") && !bare.contains("Optional"))
        #expect(MessageTexts.body(kind, facts).sv != MessageTexts.body(kind, facts).en)
    }
}
