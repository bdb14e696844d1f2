import Domain
import HTTPTypes
import Operations
import Postgres
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// How a placement ended, as its supervisor says by a link; and units that say which offers still hold.
struct EndReportLinkTests {
    /// The supervisor's question on the last day.
    private func onLastDay(_ house: LinkHouse) async throws -> String {
        _ = try await house.operations.stepPlacement(house.karin, LinkHouse.code, to: .accepted)
        try await house.operations.agreeInFull(house.karin, LinkHouse.code)
        house.moment.move(13 * 86_400)
        _ = try await house.operations.stepPlacement(
            house.karin, LinkHouse.code, to: .started, on: try Day("2026-02-02"))
        house.moment.move((116 - 1) * 86_400)
        // The halfway follow-up, of which nobody has told.
        #expect(try await house.operations.postDueMail(in: house.town.code) == 1)
        _ = try await house.send()
        house.moment.move(86_400)
        #expect(house.operations.clock.today == (try Day("2026-05-29")))
        #expect(try await house.operations.postDueMail(in: house.town.code) == 1)
        #expect(try await house.operations.postDueMail(in: house.town.code) == 0)
        return try #require(try await house.send()["sven@example.se"])
    }

    @Test func `completed, with days and hours as far as they are known`() async throws {
        try await LinkHouse.with { house in
            let path = try await onLastDay(house)
            let page = try await house.web.ask(.get, path).body
            #expect(page.contains("Gick klart") && page.contains("Slutade i förtid") && page.contains("Eva"))
            #expect(!page.contains("Åkesson") && !page.contains("<script"))
            let many = try await house.web.ask(
                .post, path, form: [("answer", "completed"), ("days", "130"), ("hours", "")])
            #expect(many.status == 422 && many.body.contains("Dagar på plats är ett heltal"))
            #expect(many.body.contains("value=\"130\""))
            let done = try await house.web.ask(
                .post, path, form: [("answer", "completed"), ("days", "70"), ("hours", "402,5")])
            #expect(done.status == 200)
            #expect(try await house.state() == .completed)
            let sheet = try await house.operations.placementSheet(house.karin, code: LinkHouse.code)
            #expect(sheet.ending == PlacementEnding(days: 70, hours: try AttendedHours("402.5")))
            #expect(sheet.events.last?.actor == "H-1")
            #expect(
                try await house.trail() == ["H-1 supervisor link.use", "H-1 supervisor placement.step"])
            #expect(try await house.web.ask(.get, path).status == 404)
            // A step that is taken back takes along what was said with it.
            _ = try await house.operations.correctPlacement(
                house.karin, LinkHouse.code, reason: try Line("Fel person"))
            _ = try await house.operations.stepPlacement(house.karin, LinkHouse.code, to: .completed)
            #expect(
                try await house.operations.placementSheet(house.karin, code: LinkHouse.code).ending == nil)
        }
    }

    @Test func `ended early, with the last day, the cause and who`() async throws {
        try await LinkHouse.with { house in
            let path = try await onLastDay(house)
            var form: [(name: String, value: String)] = [("answer", "interrupted"), ("on", "2026-04-17")]
            #expect(try await house.web.ask(.post, path, form: form).status == 422)
            form.append(("reason", "got_work"))
            let nobody = try await house.web.ask(.post, path, form: form)
            #expect(nobody.status == 422 && nobody.body.contains("Välj vem som avbröt."))
            #expect(nobody.body.contains("value=\"2026-04-17\"") && nobody.body.contains("value=\"got_work\" selected"))
            form += [("by", "participant"), ("days", "40")]
            let late = try await house.web.ask(
                .post, path, form: [("answer", "interrupted"), ("on", "2026-06-17")] + form[2...])
            #expect(late.status == 409)
            #expect(try await house.web.ask(.post, path, form: form).status == 200)
            let sheet = try await house.operations.placementSheet(house.karin, code: LinkHouse.code)
            #expect(sheet.detail.placement.state == .interrupted)
            #expect(sheet.detail.endedOn == (try Day("2026-04-17")))
            #expect(sheet.detail.placement.reason?.rawValue == "fick arbete")
            #expect(sheet.ending == PlacementEnding(by: .participant, days: 40))
        }
    }

    @Test func `days that are agreed anew take the question back`() async throws {
        try await LinkHouse.with { house in
            try await house.change("UPDATE slot SET ends_on = '2026-06-30'")
            let path = try await onLastDay(house)
            var change = AgreementChange()
            change.to = try Day("2026-06-12")
            _ = try await house.operations.changeAgreement(house.karin, LinkHouse.code, change)
            #expect(try await house.web.ask(.get, path).status == 200)
            try await house.operations.agreeInFull(house.karin, LinkHouse.code)
            #expect(try await house.web.ask(.get, path).status == 404)
            try await house.send()
            house.moment.move(14 * 86_400)
            try await house.operations.postDueMail(in: house.town.code)
            let again = try #require(try await house.send()["sven@example.se"])
            #expect(try await house.web.ask(.get, again).body.contains("12 juni 2026"))
        }
    }

    @Test func `what is said of an ending belongs to it, and fits its days`() async throws {
        try await LinkHouse.with(on: "2026-03-02") { house in
            let (operations, karin, code) = (house.operations, house.karin, LinkHouse.code)
            _ = try await operations.stepPlacement(karin, code, to: .accepted)
            try await operations.agreeInFull(karin, code)
            await #expect(throws: Refusal.value("days", .endingOnly)) {
                try await operations.stepPlacement(karin, code, to: .started, ending: PlacementEnding(days: 3))
            }
            _ = try await operations.stepPlacement(karin, code, to: .started, on: try Day("2026-02-02"))
            let (day, reason) = (try Day("2026-02-06"), try Line("Flyttade"))
            await #expect(throws: Refusal.value("days", .attendedDays)) {
                try await operations.stepPlacement(
                    karin, code, to: .interrupted, on: day, reason: reason, ending: PlacementEnding(days: 6))
            }
            await #expect(throws: Refusal.value("hours", .attendedHours)) {
                try await operations.stepPlacement(
                    karin, code, to: .interrupted, on: day, reason: reason,
                    ending: PlacementEnding(days: 2, hours: try AttendedHours("48.5")))
            }
            await #expect(throws: Refusal.value("by", .endingOnly)) {
                try await operations.stepPlacement(
                    karin, code, to: .completed, on: day, reason: reason, ending: PlacementEnding(by: .host))
            }
            _ = try await operations.stepPlacement(
                karin, code, to: .interrupted, on: day, reason: reason, ending: PlacementEnding(by: .host, days: 5))
        }
    }

    @Test func `a unit confirms by its link the offers that still hold, and those alone`() async throws {
        try await LinkHouse.with(on: "2026-03-02") { house in
            try await house.change("UPDATE slot SET offered_on = '2026-01-20', confirmed_on = '2026-01-20'")
            try await house.change(
                """
                INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state, offered_on)
                SELECT municipality, uuid_v7(), 'S2', id, 'Växthus', 'arbetspraktik', '2026-02-02', '2026-05-29', 2, 'offered',
                    '2026-01-21'
                FROM organisation_unit
                """)
            #expect(try await house.operations.postDueMail(in: house.town.code) == 1)
            let path = try #require(try await house.send()["enheten@example.se"])
            let page = try await house.web.ask(.get, path).body
            #expect(page.contains("Park") && page.contains("Växthus") && page.contains("2 platser"))
            #expect(try await house.web.ask(.post, path, form: [("answer", "confirmed")]).status == 422)
            let done = try await house.web.ask(.post, path, form: [("answer", "confirmed"), ("slot", "S2")])
            #expect(done.status == 200 && done.body.contains("En plats är bekräftad."))
            let confirmed = try await house.operations.slots(house.karin).map {
                "\($0.slot.code) \($0.confirmedOn?.description ?? "–")"
            }
            #expect(confirmed.sorted() == ["S1 2026-01-20", "S2 2026-03-02"])
            #expect(try await house.trail() == ["SB registrar link.use", "SB registrar slot.confirm"])
        }
    }
}
