import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// Answers on the pages and by the API: a registrar's two buttons, and the coordinator's answers for the parties.
struct AnswerPagesTests {
    private func page(_ house: StrangerHouse, _ account: String, _ path: String) async throws -> WebTester.Answer {
        let session = try #require(house.here.sessions[account])
        return try await house.web.ask(.get, path, as: session)
    }

    private func post(
        _ house: StrangerHouse, _ account: String, _ path: String, _ form: (name: String, value: String)...
    ) async throws -> WebTester.Answer {
        let session = try #require(house.here.sessions[account])
        return try await house.web.ask(.post, path, as: session, form: form)
    }

    @Test func `the host receives, the coordinator answers for the participant, and it is accepted`() async throws {
        try await StrangerHouse.with { house in
            #expect(try await page(house, "vard", "/").body.contains("/placements/A-PL3"))
            let asked = try await page(house, "vard", "/placements/A-PL3").body
            #expect(asked.contains("Ta emot") && asked.contains("Kan inte"))
            #expect(!asked.contains("Svara för"))
            #expect(asked.contains("uppgifterna passar inte") || asked.contains("Uppgifterna passar inte"))
            #expect(!asked.contains("value=\"distance\""))

            let accepted = try await post(
                house, "vard", "/placements/A-PL3/answer", ("party", "host"), ("answer", "accepted"))
            #expect(accepted.status == 303)
            // Answered, it no longer stands on the start page, and the button is gone.
            #expect(!(try await page(house, "vard", "/").body.contains("/placements/A-PL3")))
            let after = try await page(house, "vard", "/placements/A-PL3").body
            #expect(!after.contains("Ta emot<") && after.contains("Tackar ja"))

            let ours = try await page(house, "samordnare", "/placements/A-PL3").body
            #expect(ours.contains("Svara för deltagaren") && !ours.contains("Svara för arbetsplatsen"))
            let nothing = try await post(
                house, "samordnare", "/placements/A-PL3/answer", ("party", "participant"), ("answer", ""),
                ("ground", "phoned"))
            #expect(nothing.status == 422 && nothing.body.contains("Välj ett svar."))
            let done = try await post(
                house, "samordnare", "/placements/A-PL3/answer", ("party", "participant"), ("answer", "accepted"),
                ("ground", "phoned"))
            #expect(done.status == 303)
            let end = try await page(house, "samordnare", "/placements/A-PL3").body
            #expect(end.contains("Accepterad") && end.contains("Svarade på telefon"))
        }
    }

    @Test func `a no is told with its reason, to the host in its own case only`() async throws {
        try await StrangerHouse.with { house in
            let done = try await post(
                house, "samordnare", "/placements/A-PL3/answer", ("party", "participant"), ("answer", "studies"),
                ("ground", "no_email"), ("note", "Börjar på folkhögskola"))
            #expect(done.status == 303)
            let ours = try await page(house, "samordnare", "/placements/A-PL3").body
            #expect(ours.contains("ska studera") && ours.contains("folkhögskola"))
            let host = try await page(house, "vard", "/placements/A-PL3").body
            #expect(host.contains("Deltagaren tackade nej"))
            #expect(!host.contains("ska studera") && !host.contains("folkhögskola"))
            let token = try #require(house.here.tokens["vard"])
            let told = try await house.web.ask(
                .get, APIRouter.root + "/placements/A-PL3", headers: [.authorization: "Bearer \(token)"])
            #expect(told.status == 200 && told.body.contains("\"answers\""))
            #expect(!told.body.contains("studies") && !told.body.contains("folkhögskola"))
        }
    }

    @Test func `nobody answers out of reach, nor for the other side without a ground`() async throws {
        try await StrangerHouse.with { house in
            // Another unit's host, and everybody's protected person.
            for (account, path, status) in [
                ("skol", "/placements/A-PL3/answer", 404), ("vard", "/placements/A-PL4/answer", 404),
                ("samordnare", "/placements/A-PL4/answer", 403), ("kom", "/placements/A-PL3/answer", 403),
            ] {
                let answer = try await post(
                    house, account, path, ("party", "host"), ("answer", "accepted"), ("ground", "phoned"))
                #expect(answer.status == status, "\(account) \(path)")
            }
            let bare = try await post(
                house, "samordnare", "/placements/A-PL3/answer", ("party", "host"), ("answer", "accepted"))
            #expect(bare.status == 422)
            let other = try await post(
                house, "vard", "/placements/A-PL3/answer", ("party", "participant"), ("answer", "accepted"))
            #expect(other.status == 403)
        }
    }
}
