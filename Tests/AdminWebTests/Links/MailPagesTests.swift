import Domain
import FoundationEssentials
import HTTPTypes
import Mail
import Operations
import Postgres
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// The outbox as its pages show it, and reminders by hand.
struct MailPagesTests {
    @Test func `the list says what and to which side, never whom; a message is sent again or taken back`() async throws
    {
        try await LinkHouse.with { house in
            let session = try await house.web.session(.coordinator, name: "samordnare")
            #expect(try await house.operations.remind(house.karin, placement: LinkHouse.code) == 2)
            let first = try await house.send()
            #expect(first.count == 2)
            let list = try await house.web.ask(.get, "/mail", as: session).body
            #expect(list.contains("Påminnelse om svar") && list.contains("deltagaren") && list.contains("Skickat"))
            for word in ["Eva", "Åkesson", "example.se", "K-1"] { #expect(!list.contains(word), "\(word)") }
            #expect(try await house.web.ask(.get, "/mail?state=failed", as: session).body.contains("Inga utskick"))

            let message = try #require(
                try await house.operations.messages(house.karin).first { $0.party == .participant })
            let path = "/mail/" + message.id.rawValue.uuidString.lowercased()
            let shown = try await house.web.ask(.get, path, as: session).body
            #expect(shown.contains("Lämnat till e-postservern") && shown.contains("Skicka igen"))
            #expect(!shown.contains("Dra tillbaka"))
            #expect(try await house.web.ask(.post, path + "/withdraw", as: session, form: []).status == 409)
            #expect(try await house.web.ask(.post, path + "/resend", as: session, form: []).status == 303)
            #expect(try await house.web.ask(.get, path, as: session).body.contains("Dra tillbaka"))
            let again = try await house.send()
            #expect(Set(again.keys) == ["eva@example.se"])
            // Both secrets open the same link.
            for link in [first["eva@example.se"], again["eva@example.se"]] {
                #expect(try await house.web.ask(.get, try #require(link)).status == 200)
            }
            #expect(try await house.web.ask(.post, path + "/resend", as: session, form: []).status == 303)
            #expect(try await house.web.ask(.post, path + "/withdraw", as: session, form: []).status == 303)
            #expect(try await house.send().isEmpty)
            #expect(try await house.web.ask(.get, "/mail/x", as: session).status == 404)
        }
    }

    @Test func `a reminder goes to those who are awaited, once a day, and a dry run to nobody`() async throws {
        try await LinkHouse.with { house in
            let (operations, karin, code) = (house.operations, house.karin, LinkHouse.code)
            #expect(try await operations.remind(karin, placement: code, dryRun: true) == 2)
            #expect(try await house.send().isEmpty)
            try await operations.answerPlacement(karin, code, .host, .accepted, onBehalf: .phoned)
            #expect(try await operations.remind(karin, placement: code) == 1)
            await #expect(throws: Refusal.nobodyToRemind) { try await operations.remind(karin, placement: code) }
            #expect(Set(try await house.send().keys) == ["eva@example.se"])
            house.moment.move(86_400)
            #expect(try await operations.remind(karin, placement: code) == 1)
            #expect(Set(try await house.send().keys) == ["eva@example.se"])
            try await operations.answerPlacement(karin, code, .participant, .accepted, onBehalf: .phoned)
            try await house.send()
            // The agreement's three; then nobody until the first day, and then the supervisor.
            #expect(try await operations.remind(karin, placement: code) == 3)
            try await operations.agreeInFull(karin, code)
            await #expect(throws: Refusal.nobodyToRemind) { try await operations.remind(karin, placement: code) }
            house.moment.move(14 * 86_400)
            #expect(try await operations.remind(karin, placement: code) == 1)
            #expect(try await house.send()["sven@example.se"] != nil)
        }
    }

    @Test func `a unit is reminded of its offers, from the worklist's own button`() async throws {
        try await LinkHouse.with(on: "2026-03-30") { house in
            try await house.change("UPDATE placement SET state_on = '2026-03-29'")
            try await house.change("UPDATE slot SET offered_on = '2026-01-20', confirmed_on = '2026-01-20'")
            let session = try await house.web.session(.coordinator, name: "samordnare")
            // Too old to be asked about by itself.
            #expect(try await house.operations.postDueMail(in: house.town.code) == 0)
            let start = try await house.web.ask(.get, "/", as: session).body
            #expect(start.contains("action=\"/units/SB/remind\"") && start.contains("Påminn"))
            let answer = try await house.web.ask(.post, "/units/SB/remind", as: session, form: [("back", "/")])
            #expect(answer.status == 303 && answer.headers[.location] == "/")
            #expect(Set(try await house.send().keys) == ["enheten@example.se"])
            #expect(try await house.web.ask(.post, "/units/SB/remind", as: session, form: []).status == 409)
        }
    }
}
