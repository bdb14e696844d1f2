import Domain
import HTTPTypes
import Operations
import Postgres
import Secrets
import TestSupport
import Testing

@testable import AdminWeb

/// A form whose session was over when it was sent loses nothing: it comes along through signing in.
struct KeptFormTests {
    private struct House {
        let tester: WebTester
        let database: TestDatabase
        let session: NewSession

        static let ours: HTTPFields = [.fetchSite: "same-origin"]
        static let typed: [(name: String, value: String)] = [
            ("code", "NY-1"), ("name", "Gata <och> park"), ("kind", "forvaltning"),
        ]

        static func with(_ body: (House) async throws -> Void) async throws {
            try await TestDatabase.with { database in
                _ = try await TestMunicipality.make(database.pool)
                let tester = try WebTester(
                    Operations(pool: database.pool, accounts: AccountRules(hasher: PasswordHasher(cost: .trifling))))
                let session = try await tester.session(.coordinator, name: "karin")
                try await body(House(tester: tester, database: database, session: session))
            }
        }

        /// As time would.
        func endSessions() async throws {
            try await tester.operations.signOutEverywhere(session.signedIn.actor)
        }

        func units() async throws -> [String] {
            try await database.owner.withConnection { connection in
                try await connection.query("SELECT name FROM organisation_unit ORDER BY name").map {
                    try $0.value("name", as: String.self)
                }
            }
        }

        /// The hidden fields of the form on a page that posts to a path, and its own.
        func hidden(_ answer: WebTester.Answer, action: String) throws -> [(name: String, value: String)] {
            let form = try #require(answer.body.firstRange(of: "action=\"\(action)\""))
            let text = answer.body[form.upperBound...].prefix(upTo: "</form>")
            return text.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map { match in
                (Self.plain(match.1), Self.plain(match.2))
            }
        }

        private static func plain(_ text: Substring) -> String {
            String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
                .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        }

        /// What the sign-in form on a page sends, with what is typed into it.
        func signIn(
            _ page: WebTester.Answer, name: String = "karin", password: String = WebTester.password
        ) async throws -> WebTester.Answer {
            try await tester.ask(
                .post, "/sign-in",
                form: try hidden(page, action: "/sign-in") + [
                    ("municipality", "1485"), ("name", name), ("password", password),
                ], headers: Self.ours)
        }

        func send(_ fields: [(name: String, value: String)] = typed) async throws -> WebTester.Answer {
            try await tester.ask(.post, "/units/new", as: session, form: fields, headers: Self.ours)
        }
    }

    /// The session that an answer has set.
    private func token(_ answer: WebTester.Answer) throws -> String {
        let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("praktik=") })
        return String(cookie.dropFirst("praktik=".count).prefix { $0 != ";" })
    }

    @Test func `what was typed is there after signing in again, and is done when it is sent`() async throws {
        try await House.with { house in
            try await house.endSessions()
            let asked = try await house.send()
            #expect(asked.status == 401)
            #expect(asked.body.contains(#"name="password""#))
            // A wrong password does not lose it either.
            let wrong = try await house.signIn(asked, password: "fel lösenord här")
            #expect(wrong.status == 422)
            let question = try await house.signIn(wrong)
            #expect(question.status == 200)
            #expect(question.body.contains("<li>Gata &lt;och&gt; park</li>"))
            #expect(try await house.units() == ["Samhällsbyggnad"])
            let fields = try house.hidden(question, action: "/units/new")
            #expect(fields.first?.name == "form_token" && fields.first?.value != house.session.signedIn.formToken)
            let token = try token(question)
            let done = try await house.tester.ask(
                .post, "/units/new", form: fields,
                headers: [.cookie: "praktik=\(token)", .fetchSite: "same-origin"])
            #expect(done.status == 303)
            #expect(try await house.units() == ["Gata <och> park", "Samhällsbyggnad"])
        }
    }

    /// It is a page of somebody signed in, in their language, and no link of it leads away from what was typed unasked.
    @Test func `the question stands in the frame of whoever has signed in`() async throws {
        try await House.with { house in
            let root = Actor(name: "root", role: .operator, municipality: try MunicipalityCode("1485"))
            try await house.tester.operations.changeUser(
                root, name: try Code("karin"), to: UserDetails(role: .coordinator, language: .english))
            try await house.endSessions()
            let asked = try await house.send()
            #expect(asked.status == 401 && asked.body.contains("<html lang=\"sv\">"))
            #expect(!asked.body.contains("action=\"/language\""))
            let question = try await house.signIn(asked)
            #expect(question.status == 200 && question.headers[.contentLanguage] == "en")
            #expect(question.body.contains("<html lang=\"en\">") && question.body.contains("Send what you wrote?"))
            #expect(question.body.contains("<nav class=\"nav\"") && question.body.contains("href=\"/account\""))
            #expect(question.body.contains("<li>Gata &lt;och&gt; park</li>"))
            #expect(!question.body.contains("action=\"/language\""))
            // Its ways out are the session's own.
            let token = try token(question)
            let out = try await house.tester.ask(
                .post, "/sign-out", form: try house.hidden(question, action: "/sign-out"),
                headers: [.cookie: "praktik=\(token)", .fetchSite: "same-origin"])
            #expect(out.status == 303 && out.headers[.location] == "/sign-in")
        }
    }

    @Test func `whoever signed in in another tab is asked too, and nothing is done before the answer`() async throws {
        try await House.with { house in
            try await house.endSessions()
            let other = try await house.tester.operations.signIn(
                municipality: MunicipalityCode("1485"), name: "karin", password: WebTester.password, from: "192.0.2.1")
            let old = House.typed + [("form_token", house.session.signedIn.formToken)]
            let question = try await house.tester.ask(
                .post, "/units/new", as: other, form: old, headers: House.ours)
            #expect(question.status == 409 && !question.body.contains("action=\"/language\""))
            #expect(try await house.units() == ["Samhällsbyggnad"])
            let fields = try house.hidden(question, action: "/units/new")
            let done = try await house.tester.ask(.post, "/units/new", as: other, form: fields, headers: House.ours)
            #expect(done.status == 303)
            // A browser that does not say where the form comes from is not asked: it may be anybody's.
            let foreign = try await house.tester.ask(.post, "/units/new", as: other, form: old)
            #expect(foreign.status == 403)
        }
    }

    @Test func `another account gets nothing of it`() async throws {
        try await House.with { house in
            let other = try await house.tester.session(.administrator, name: "agneta")
            try await house.endSessions()
            let asked = try await house.send()
            let entered = try await house.signIn(asked, name: "agneta")
            #expect(entered.status == 303 && entered.headers[.location] == "/")
            #expect(!entered.body.contains("park"))
            let old = House.typed + [("form_token", house.session.signedIn.formToken)]
            let sent = try await house.tester.ask(.post, "/units/new", as: other, form: old, headers: House.ours)
            #expect(sent.status == 403 && !sent.body.contains("park"))
        }
    }

    @Test func `a password, a file, too much and what is not surely ours is not kept`() async throws {
        try await House.with { house in
            try await house.endSessions()
            let passwords = try await house.tester.ask(
                .post, "/account/password", as: house.session,
                form: [("old", "hemligt"), ("new", "nytt"), ("again", "nytt")], headers: House.ours)
            #expect(passwords.status == 303 && passwords.headers[.location] == "/sign-in")
            let large = try await house.send([("name", String(repeating: "å", count: 20_000))])
            #expect(large.status == 303)
            // It is told why there is nothing.
            #expect(large.headers[values: .setCookie].contains { $0.hasPrefix("praktik_message=") })
            let part =
                "--B\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(house.session.signedIn.formToken)\r\n"
            let file = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b\r\n--B--"
            let sent = try await house.tester.ask(
                .post, "/imports", as: house.session,
                headers: [.fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=B"],
                body: Array((part + file).utf8))
            #expect(sent.status == 303)
            let unsure = try await house.tester.ask(.post, "/units/new", as: house.session, form: House.typed)
            #expect(unsure.status == 303 && unsure.headers[.location] == "/sign-in")
            let other = try await house.tester.ask(
                .post, "/units/new", as: house.session, form: House.typed, headers: [.fetchSite: "cross-site"])
            #expect(other.status == 303)
            // What claims to be kept leads nowhere else.
            let forged = try await house.tester.ask(
                .post, "/sign-in",
                form: [
                    ("municipality", "1485"), ("name", "karin"), ("password", WebTester.password),
                    ("kept_path", "https://evil.example"), ("kept_token", house.session.signedIn.formToken),
                    ("kept", "a=b"),
                ], headers: House.ours)
            #expect(forged.status == 303 && forged.headers[.location] == "/")
        }
    }
}

extension Substring {
    fileprivate func prefix(upTo end: String) -> Substring {
        firstRange(of: end).map { self[..<$0.lowerBound] } ?? self
    }
}
