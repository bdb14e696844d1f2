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

/// A supervisor's question in a mail, and every way its link is opened.
struct LinkPageTests {
    private struct House {
        let database: TestDatabase
        let town: TestMunicipality
        let web: WebTester
        let post: KeptPost
        let moment: Moment

        var path: String {
            get throws {
                let body = try #require(post.carried.last?.body)
                let match = try #require(body.firstMatch(of: /https:\/\/p\.example(\/l\/\S+)/))
                return String(match.1)
            }
        }

        func send() async throws {
            let office = MailOffice(sender: try EmailAddress("p@example.se"), base: "https://p.example")
            _ = try await web.operations.sendMail(in: town.code, through: post, as: office)
        }

        func refusals() async throws -> Int {
            try await database.owner.withConnection { connection in
                try await connection.value(
                    """
                    SELECT count(*) FROM audit_entry WHERE outcome = 'refused' AND action = 'link.use' AND role = 'visitor'
                    """, as: Int.self)
            }
        }

        /// Every table but the counts and the log, by its digest.
        func state() async throws -> String {
            try await database.owner.withConnection { connection in
                try await connection.value(
                    """
                    SELECT string_agg(tablename || md5(query_to_xml(format('SELECT * FROM %I t ORDER BY t::text', tablename),
                        false, false, '')::text), ' ' ORDER BY tablename)
                    FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'audit\\_%'
                        AND tablename <> 'sign_in_count'
                    """, as: String.self)
            }
        }

        func change(_ statement: SQL) async throws {
            _ = try await database.owner.withConnection { try await $0.execute(statement) }
        }

        func placementState() async throws -> String {
            try await database.owner.withConnection {
                try await $0.value("SELECT state FROM placement WHERE code = 'P1'", as: String.self)
            }
        }
    }

    private func with(_ body: (House) async throws -> Void) async throws {
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
                _ = try await connection.execute("UPDATE slot SET supervisor_id = (SELECT id FROM supervisor)")
                _ = try await connection.execute("UPDATE participant SET given_name = 'Eva', family_name = 'Åkesson'")
            }
            try await operations.addUser(
                Actor(name: "root", role: .operator, municipality: town.code), name: try Code("karin"),
                role: .coordinator, unit: nil, referrer: nil)
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            _ = try await operations.stepPlacement(karin, try Code("P1"), to: .accepted)
            try await operations.agreeInFull(karin, try Code("P1"))
            let house = House(
                database: database, town: town, web: try WebTester(operations), post: KeptPost(), moment: moment)
            #expect(try await operations.postDueMail(in: town.code) == 1)
            try await house.send()
            try await body(house)
        }
    }

    @Test func `a program that looks into mail changes nothing, and the supervisor answers afterwards`() async throws {
        try await with { house in
            let path = try house.path
            let before = try await house.state()
            for method in [HTTPRequest.Method.head, .get, .get, .head] {
                let answer = try await house.web.ask(method, path)
                #expect(answer.status == 200)
                #expect(answer.headers[.referrerPolicy] == "no-referrer" && answer.headers[.cacheControl] == "no-store")
            }
            #expect(try await house.state() == before)
            #expect(try await house.refusals() == 0)

            let page = try await house.web.ask(.get, path).body
            #expect(page.contains("Eva") && page.contains("Samhällsbyggnad") && page.contains("Började som planerat"))
            #expect(!page.contains("Åkesson") && !page.contains("<nav") && !page.contains("<script"))
            let english = try await house.web.ask(.get, path + "?language=en").body
            #expect(english.contains("Started as planned") && english.contains("lang=\"en\""))

            let answer = try await house.web.ask(.post, path, form: [("answer", "started")])
            #expect(answer.status == 200 && answer.body.contains("Tack!"))
            #expect(try await house.placementState() == "started")
            let actors = try await house.database.owner.withConnection { connection in
                try await connection.query(
                    """
                    SELECT actor || ' ' || role || ' ' || action AS entry FROM audit_entry WHERE role = 'supervisor' ORDER BY sequence
                    """
                ).map { try $0.value("entry", as: String.self) }
            }
            #expect(actors == ["H-1 supervisor link.use", "H-1 supervisor placement.step"])
        }
    }

    @Test func `used, expired, revoked, altered and unknown are one page, each with its entry`() async throws {
        try await with { house in
            let path = try house.path
            let unknown = "/l/1485.018f0000-0000-7000-8000-000000000001." + String(repeating: "A", count: 43)
            func body(_ path: String, _ method: HTTPRequest.Method = .get) async throws -> String {
                let before = try await house.refusals()
                let answer = try await house.web.ask(
                    method, path, form: method == .post ? [("answer", "started")] : nil)
                #expect(answer.status == 404, "\(method)")
                #expect(try await house.refusals() == before + 1)
                let token = path.split(separator: "?")[0].dropFirst(3)
                return answer.body.replacing(token, with: "")
            }
            var pages: Set<String> = []
            for method in [HTTPRequest.Method.get, .post] {
                pages.insert(try await body(unknown, method))
                // One letter of the secret changed.
                let other = path.dropLast(43) + (path.suffix(43).hasPrefix("B") ? "C" : "B") + path.suffix(42)
                pages.insert(try await body(String(other), method))
            }
            // Used.
            #expect(try await house.web.ask(.post, path, form: [("answer", "no_show")]).status == 200)
            #expect(try await house.placementState() == "no_show")
            pages.insert(try await body(path))
            pages.insert(try await body(path, .post))
            // Taken back.
            try await house.change("UPDATE party_link SET used_at = NULL, revoked_at = now()")
            pages.insert(try await body(path))
            // Too old.
            try await house.change("UPDATE party_link SET revoked_at = NULL")
            house.moment.move(31 * 86_400)
            pages.insert(try await body(path))
            #expect(pages.count == 1)
            #expect(pages.first?.contains("Länken gäller inte längre") == true)
        }
    }

    @Test func `a refused answer keeps the link, and of two at once one is taken`() async throws {
        try await with { house in
            let path = try house.path
            let empty = try await house.web.ask(.post, path, form: [])
            #expect(empty.status == 422 && empty.body.contains("Välj ett av svaren."))
            let foreign = try await house.web.ask(
                .post, path, form: [("answer", "started")], headers: [.fetchSite: "cross-site"])
            #expect(foreign.status == 403)
            #expect(try await house.placementState() == "agreed")
            let (operations, token) = (house.web.operations, String(path.dropFirst(PartyLinkPath.folder.count)))
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await operations.useLink(token, from: "192.0.2.1") { operations, opened in
                                try await operations.stepPlacement(opened.actor, try Code("P1"), to: .started)
                            }
                            return true
                        } catch Refusal.account(.linkInvalid) {
                            return false
                        }
                    }
                }
                return try await group.reduce(into: 0) { count, isTaken in count += isTaken ? 1 : 0 }
            }
            #expect(taken == 1)
            #expect(try await house.placementState() == "started")
        }
    }

    @Test func `each sending has a secret of its own, all open the same link, and none is kept`() async throws {
        try await with { house in
            let first = try house.path
            let karin = Actor(name: "karin", role: .coordinator, municipality: house.town.code)
            let sent = try #require(try await house.web.operations.messages(karin).first)
            try await house.web.operations.resendMessage(karin, sent.id)
            try await house.send()
            let second = try house.path
            #expect(first != second && first.dropLast(43) == second.dropLast(43))
            #expect(try await house.web.ask(.get, first).status == 200)
            let dump = try await house.database.owner.withConnection { connection in
                try await connection.value(
                    "SELECT string_agg(s::text, '') || (SELECT string_agg(m::text, '') FROM message m) FROM party_link_secret s",
                    as: String.self)
            }
            #expect(!dump.contains(first.suffix(43)) && !dump.contains("sven@example.se"))
            #expect(try await house.web.ask(.post, second, form: [("answer", "started")]).status == 200)
            #expect(try await house.web.ask(.get, first).status == 404)
        }
    }

    @Test func `both answer a proposal by their links, the one with a reason from its own list`() async throws {
        try await with { house in
            try await house.change("UPDATE organisation_unit SET email = 'enheten@example.se'")
            try await house.change("UPDATE participant SET email = 'eva@example.se', language = 'engelska'")
            let karin = Actor(name: "karin", role: .coordinator, municipality: house.town.code)
            _ = try await house.web.operations.stepPlacement(
                karin, try Code("P1"), to: .withdrawn, reason: try Line("Byter"))
            let made = try await house.web.operations.addPlacement(
                karin, referrer: try Code("AMA"), participant: try Code("K-1"), slot: try Code("S1"))
            try await house.send()
            var paths: [String: String] = [:]
            for mail in house.post.carried.suffix(2) {
                let match = try #require(mail.body.firstMatch(of: /https:\/\/p\.example(\/l\/\S+)/))
                paths[mail.to.rawValue] = String(match.1)
            }
            let (host, participant) = (try #require(paths["enheten@example.se"]), try #require(paths["eva@example.se"]))
            let asked = try await house.web.ask(.get, host).body
            #expect(asked.contains("Vi tar emot") && asked.contains("Eva") && !asked.contains("Åkesson"))
            #expect(try await house.web.ask(.get, participant).body.contains("Yes, I want to"))

            let vague = try await house.web.ask(.post, host, form: [("answer", "declined")])
            #expect(vague.status == 422 && vague.body.contains("Välj varför du tackar nej."))
            let foreign = try await house.web.ask(.post, host, form: [("answer", "declined"), ("reason", "distance")])
            #expect(foreign.status == 422)
            #expect(try await house.web.ask(.post, host, form: [("answer", "accepted")]).status == 200)
            #expect(try await house.web.ask(.post, participant, form: [("answer", "accepted")]).status == 200)
            let (shown, _) = try await house.web.operations.placement(karin, code: made.code)
            #expect(shown.placement.state == .accepted)
            for path in [host, participant] { #expect(try await house.web.ask(.get, path).status == 404) }
        }
    }

    @Test func `a supervisor reaches those they guide alone, by the agreement or else the slot`() async throws {
        try await with { house in
            let path = try house.path
            try await house.change("UPDATE slot SET supervisor_id = NULL")
            #expect(try await house.web.ask(.get, path).status == 200)
            try await house.change("ALTER TABLE agreement DISABLE TRIGGER USER")
            try await house.change("UPDATE agreement SET supervisor_id = NULL")
            let answer = try await house.web.ask(.post, path, form: [("answer", "started")])
            #expect(answer.status == 404)
            #expect(try await house.placementState() == "agreed")
        }
    }

    @Test func `many wrong links from one address are stopped, a right one is let through`() async throws {
        try await with { house in
            var statuses: Set<Int> = []
            for number in 0..<70 {
                let wrong =
                    "/l/1485.018f0000-0000-7000-8000-0000000000\(10 + number % 80)." + String(repeating: "A", count: 43)
                statuses.insert(try await house.web.ask(.get, wrong).status)
            }
            #expect(statuses == [404, 429])
            #expect(try await house.web.ask(.get, try house.path).status == 200)
        }
    }
}
