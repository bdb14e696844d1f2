import Domain
import Foundation
import HTTPTypes
import Mail
import Operations
import Postgres
import Secrets
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// Follow-ups by link: what each side is asked, that reading changes nothing, and that no side's word covers another's.
struct FollowUpLinkTests {
    private struct House {
        let database: TestDatabase
        let town: TestMunicipality
        let web: WebTester
        let post: KeptPost
        let moment: Moment
        let karin: Actor

        /// What the day asks for is posted and sent; the links that came, by whom they came to.
        func mail() async throws -> [String: String] {
            let before = post.carried.count
            _ = try await web.operations.postDueMail(in: town.code)
            let office = MailOffice(sender: try EmailAddress("p@example.se"), base: "https://p.example")
            _ = try await web.operations.sendMail(in: town.code, through: post, as: office)
            var links: [String: String] = [:]
            for mail in post.carried.dropFirst(before) {
                let match = try #require(mail.body.firstMatch(of: /https:\/\/p\.example(\/l\/\S+)/))
                links[mail.to.rawValue] = String(match.1)
            }
            return links
        }

        func entries(_ role: String) async throws -> [String] {
            try await database.owner.withConnection { connection in
                try await connection.query(
                    """
                    SELECT actor || ' ' || action AS entry FROM audit_entry WHERE role = \(role) AND outcome = 'done'
                    ORDER BY sequence
                    """
                ).map { try $0.value("entry", as: String.self) }
            }
        }
    }

    private func with(on day: String, _ body: (House) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 1)
            let moment = Moment(SwedishTime.start(of: try Day("2026-02-02")).addingTimeInterval(9 * 3600))
            let operations = Operations(
                pool: database.pool, clock: moment.clock,
                accounts: AccountRules(hasher: PasswordHasher(cost: .trifling)))
            try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute(
                    """
                    INSERT INTO supervisor (municipality, id, code, unit_id, name, email, trained_on, capacity)
                    SELECT municipality, uuid_v7(), 'H-1', id, 'Sven', 'sven@example.se', '2025-01-01', 99
                    FROM organisation_unit
                    """)
                _ = try await connection.execute(
                    "UPDATE slot SET supervisor_id = (SELECT id FROM supervisor), purpose = 'language'")
                _ = try await connection.execute(
                    "UPDATE participant SET given_name = 'Eva', family_name = 'Åkesson', email = 'eva@example.se', language = 'en'"
                )
            }
            try await operations.addUser(
                Actor(name: "root", role: .operator, municipality: town.code), name: try Code("karin"),
                role: .coordinator, unit: nil, referrer: nil)
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            _ = try await operations.stepPlacement(karin, try Code("P1"), to: .accepted)
            try await operations.agreeInFull(karin, try Code("P1"))
            _ = try await operations.stepPlacement(karin, try Code("P1"), to: .started)
            let house = House(
                database: database, town: town, web: try WebTester(operations), post: KeptPost(), moment: moment,
                karin: karin)
            house.moment.set(SwedishTime.start(of: try Day(day)).addingTimeInterval(9 * 3600))
            try await body(house)
        }
    }

    private func complete(_ house: House) async throws {
        _ = try await house.web.operations.stepPlacement(
            house.karin, try Code("P1"), to: .completed, on: try Day("2026-05-29"))
    }

    @Test func `halfway the supervisor tells how it goes and of the language goal`() async throws {
        try await with(on: "2026-04-01") { house in
            let path = try #require(try await house.mail()["sven@example.se"])
            let page = try await house.web.ask(.get, path).body
            #expect(page.contains("Hur går praktiken?") && page.contains("Språkmålet:") && page.contains("Eva"))
            #expect(!page.contains("Åkesson") && !page.contains("<script") && !page.contains("<nav"))
            #expect(try await house.web.operations.followUps(house.karin).count == 1, "reading tells nothing")
            let empty = try await house.web.ask(.post, path, form: [("note", "x")])
            #expect(empty.status == 422 && empty.body.contains("Välj ett av svaren."))
            let answer = try await house.web.ask(
                .post, path,
                form: [("progress", "needs_support"), ("language_goal", "partly"), ("note", "Mer svenska")])
            #expect(answer.status == 200 && answer.body.contains("Tack!"))
            #expect(try await house.web.ask(.get, path).status == 404, "used up")
            let sheet = try await house.web.operations.followUpSheet(house.karin, code: try Code("P1"))
            let report = try #require(sheet.moments.first?.reports.first)
            #expect(report.source == .host && report.progress == .needsSupport && report.languageGoal == .partly)
            #expect(report.note?.rawValue == "Mer svenska" && report.actor == "H-1" && report.role == .supervisor)
            #expect(sheet.moments.first?.state == .told)
            #expect(try await house.entries("supervisor") == ["H-1 link.use", "H-1 follow_up.answer"])
        }
    }

    @Test func `afterwards each side is asked, and what contradicts stands side by side`() async throws {
        try await with(on: "2026-06-28") { house in
            try await complete(house)
            let links = try await house.mail()
            let host = try #require(links["sven@example.se"])
            let own = try #require(links["eva@example.se"])
            let asked = try await house.web.ask(.get, host).body
            #expect(asked.contains("Har Eva fått anställning hos er?"))
            // In the participant's own language, and with nothing of what the host says.
            let mine = try await house.web.ask(.get, own).body
            #expect(mine.contains("What do you do now?") && mine.contains("lang=\"en\""))
            #expect(try await house.web.ask(.post, host, form: [("hired", "no")]).status == 200)
            let told = try await house.web.ask(
                .post, own, form: [("status", "employed"), ("employer", "host"), ("from", "2026-06-08")])
            #expect(told.status == 200 && told.body.contains("Thank you!"))
            let outcomes = try await house.web.operations.outcomes(house.karin).shown
            #expect(outcomes.map(\.source) == [.host, .participant])
            #expect(outcomes.allSatisfy { $0.isOpen && $0.checkedOn.description == "2026-06-28" })
            #expect(outcomes.last?.from?.description == "2026-06-08")
            #expect(try await house.entries("participant").suffix(1) == ["AMA/K-1 follow_up.answer"])

            let session = try await house.web.session(.coordinator)
            let page = try await house.web.ask(.get, "/placements/P1", as: session).body
            #expect(
                page.contains("Säger emot U-2") && page.contains("Säger emot U-1") && page.contains("Det här gäller"))
            #expect(page.contains("Inte anställd där"))
            let list = try await house.web.ask(.get, "/outcomes", as: session).body
            #expect(list.contains("Säger emot U-2") && list.contains("Det här gäller"))
            #expect(try await house.web.ask(.post, "/outcomes/U-2/confirm", as: session, form: []).status == 303)
            let after = try await house.web.ask(.get, "/placements/P1", as: session).body
            #expect(after.contains("Räknas inte") && after.contains("enligt värden"))
        }
    }

    @Test func `a link asks what the day asks, and nothing when there is nothing`() async throws {
        try await with(on: "2026-06-28") { house in
            try await complete(house)
            let path = try #require(try await house.mail()["sven@example.se"])
            // The days of the first question end on the 28th of July; the link with them.
            house.moment.set(SwedishTime.start(of: try Day("2026-07-29")).addingTimeInterval(3600))
            #expect(try await house.web.ask(.get, path).status == 404)
            #expect(try await house.web.ask(.post, path, form: [("hired", "yes")]).status == 404)
            #expect(try await house.web.operations.outcomes(house.karin).shown.isEmpty)
        }
    }
}
