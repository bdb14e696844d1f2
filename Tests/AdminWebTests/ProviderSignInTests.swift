import Domain
import HTTPClient
import HTTPTypes
import IdentityProviders
import Operations
import TestSupport
import Testing

@testable import AdminWeb

/// Signing in through an identity provider, over HTTP from the sign-in page to a session.
@Suite(.serialized)
struct ProviderSignInTests {
    private static let roles = "coordinator=coordinator;school=registrar@SB"

    @Test func `a person signs in through a real provider, and stays with it through its outage`() async throws {
        try await SignInHouse.with { house in
            let glewlwyd = try await Glewlwyd.start(redirect: house.callback)
            let web = try await house.serve(
                issuer: glewlwyd.issuer, client: Glewlwyd.clientID, secret: Glewlwyd.clientSecret, roles: Self.roles)
            defer { web.stop() }
            let page = try await web.get("/sign-in?back=/account")
            #expect(page.text.contains(#"<a class="button" href="/sign-in/oidc?back=%2Faccount">"#))

            let off = try await web.get("/sign-in/oidc?back=/account")
            #expect(off.status == 303)
            let back = try await glewlwyd.signIn(at: off.location)
            let entered = try await web.get(web.path(back), cookies: off.cookies)
            #expect(entered.status == 303)
            #expect(entered.location == "/account")
            #expect(entered.takesAway("praktik_provider"))
            let account = try await web.get("/account", cookies: entered.cookies)
            #expect(account.status == 200)
            #expect(account.text.contains("coordinator"))

            // The same answer once more opens nothing, with the cookie or without.
            for cookies in [off.cookies, [:]] {
                let again = try await web.get(web.path(back), cookies: cookies)
                #expect(again.status >= 400 && again.cookies["praktik"] == nil)
            }

            glewlwyd.stop()
            let begun = try await web.get("/sign-in/oidc")
            let away = try await web.get(
                web.callback("state=x&code=y"), cookies: begun.status == 303 ? begun.cookies : off.cookies)
            #expect(away.status >= 400)
            // Whoever is in stays in, and local accounts go on.
            let still = try await web.get("/account", cookies: entered.cookies)
            #expect(still.status == 200)
            let local = try await web.post(
                "/sign-in", [("municipality", "1485"), ("name", "lokal"), ("password", SignInHouse.password)])
            #expect(local.status == 303 && local.cookies["praktik"] != nil)

            try await glewlwyd.start()
            let later = try await web.get("/sign-in/oidc")
            let home = try await web.get(web.path(glewlwyd.signIn(at: later.location)), cookies: later.cookies)
            #expect(home.status == 303 && home.location == "/" && home.cookies["praktik"] != nil)
        }
    }

    @Test func `a provider that is down from the start is said to be, and found when it comes`() async throws {
        try await SignInHouse.with { house in
            let played = try PlayedProvider()
            played.stop()
            let web = try await house.serve(played, roles: Self.roles)
            defer { web.stop() }
            let down = try await web.get("/sign-in/oidc")
            #expect(down.status == 503)
            #expect(down.headers("retry-after") == ["5"])
            #expect(down.text.contains("cannot be reached") && down.text.contains("local account"))
            #expect(down.text.contains(#"name="password""#))
            try played.start()
            defer { played.stop() }
            var answer = down
            // A failure is remembered for two seconds.
            for _ in 0..<100 where answer.status != 303 {
                try await Task.sleep(for: .milliseconds(100))
                answer = try await web.get("/sign-in/oidc")
            }
            let entered = try await web.signIn(from: answer)
            #expect(entered.status == 303 && entered.cookies["praktik"] != nil)
        }
    }

    @Test func `whatever the provider does wrong, nobody is signed in`() async throws {
        try await SignInHouse.with { house in
            // The slow ones are the same to the pages as the others, and slow.
            let slow: Set<Misbehaviour> = [.metadataSlow, .exchangeSlow]
            for misbehaviour in Misbehaviour.allCases where !slow.contains(misbehaviour) {
                let played = try PlayedProvider(misbehaviour)
                let web = try await house.serve(played, roles: Self.roles)
                var answer = try await web.get("/sign-in/oidc")
                if answer.status == 303 { answer = try await web.signIn(from: answer) }
                #expect([400, 403, 502, 503].contains(answer.status), "\(misbehaviour)")
                #expect(answer.cookies["praktik"] == nil, "\(misbehaviour)")
                #expect(answer.takesAway("praktik_provider"), "\(misbehaviour)")
                #expect(answer.text.contains(#"id="faults""#), "\(misbehaviour)")
                for secret in ["person-1", "karin@example.com", "an-access-token", PlayedProvider.clientSecret] {
                    #expect(!answer.text.contains(secret), "\(misbehaviour)")
                }
                web.stop()
                played.stop()
            }
            let sessions = try await house.sessions()
            #expect(sessions == 0)
        }
    }

    @Test func `a sign-in that was begun in another browser, or not at all, ends nowhere`() async throws {
        try await SignInHouse.with { house in
            let played = try PlayedProvider()
            defer { played.stop() }
            let web = try await house.serve(played, roles: Self.roles)
            defer { web.stop() }
            let mine = try await web.get("/sign-in/oidc")
            let theirs = try await web.get("/sign-in/oidc")
            let back = try await web.follow(mine.location)
            let name = try #require(mine.cookies.keys.first)
            let value = try #require(mine.cookies[name])
            for cookies in [
                theirs.cookies, [:], [name: ""], [name: "x"], [name: value + "A"], [name: String(value.dropLast())],
                [name: "9" + value],
            ] {
                let answer = try await web.get(web.path(back), cookies: cookies)
                #expect(answer.status == 400 && answer.cookies["praktik"] == nil)
            }
            let own = try await web.get(web.path(back), cookies: mine.cookies)
            #expect(own.status == 303)
            let sessions = try await house.sessions()
            #expect(sessions == 1)
            for query in ["", "state=", "state=a&state=b&code=c", "code=c", "%FF", "state=a&code=b&error=c"] {
                let answer = try await web.get(web.callback(query))
                #expect(answer.status == 400)
            }
        }
    }

    /// Any page elsewhere can have a browser ask for our addresses, as pictures; that uses up nobody's attempts.
    @Test func `what other pages have browsers fetch is not counted as attempts`() async throws {
        try await SignInHouse.with { house in
            let played = try PlayedProvider()
            defer { played.stop() }
            let web = try await house.serve(played, roles: Self.roles)
            defer { web.stop() }
            for number in 0..<80 {
                let answer = try await web.get(web.callback(number % 2 == 0 ? "state=x&code=y" : "state=x&error=y"))
                #expect(answer.status == 400)
            }
            let entered = try await web.signIn(from: web.get("/sign-in/oidc"))
            #expect(entered.status == 303 && entered.cookies["praktik"] != nil)

            var rules = AccountRules.standard
            rules.attemptsByAddress = 3
            let strict = try WebTester(Operations(pool: house.database.pool, accounts: rules))
            let link = "/invitation/1485.00000000-0000-7000-8000-000000000000." + String(repeating: "A", count: 43)
            func look(_ destination: String?) async throws -> Int {
                let headers: HTTPFields = destination.map { [.fetchDestination: $0] } ?? [:]
                return try await strict.ask(.get, link, headers: headers).status
            }
            for destination in ["image", "script", "empty", "iframe"] {
                for _ in 0..<5 { #expect(try await look(destination) == 404) }
            }
            // Who goes there is counted.
            for destination in ["document", nil, "document"] { #expect(try await look(destination) == 404) }
            #expect(try await look("document") == 429)
            #expect(try await look(nil) == 429)
        }
    }

    @Test func `who has no account and no role by claim is told so, who is assigned one has it`() async throws {
        try await SignInHouse.with { house in
            let played = try PlayedProvider()
            defer { played.stop() }
            let web = try await house.serve(played, roles: "")
            defer { web.stop() }
            let unknown = try await web.signIn(from: web.get("/sign-in/oidc"))
            #expect(unknown.status == 403 && unknown.text.contains("no open account"))
            #expect(unknown.cookies["praktik"] == nil)
            try await house.addUser("karin", .statistician, email: "karin@example.com")
            let known = try await web.signIn(from: web.get("/sign-in/oidc"))
            #expect(known.status == 303)
            let account = try await web.get("/account", cookies: known.cookies)
            #expect(account.text.contains("statistician"))
        }
    }

    @Test func `only a path of ours is gone on to`() async throws {
        try await SignInHouse.with { house in
            let played = try PlayedProvider()
            defer { played.stop() }
            let web = try await house.serve(played, roles: Self.roles)
            defer { web.stop() }
            for (back, path) in [
                ("/slots?q=a%2526b", "/slots?q=a%26b"), ("https://evil.example.com", "/"), ("//evil.example.com", "/"),
                ("", "/"), (String(repeating: "/a", count: 2000), "/"),
            ] {
                let entered = try await web.signIn(from: web.get("/sign-in/oidc?back=\(back)"))
                #expect(entered.location == path)
            }
        }
    }

    @Test func `without a provider there is no button and no page`() async throws {
        try await SignInHouse.with { house in
            let web = try await house.serve(nil, roles: "")
            defer { web.stop() }
            let page = try await web.get("/sign-in")
            #expect(page.status == 200 && !page.text.contains("oidc"))
            for path in ["/sign-in/oidc", "/sign-in/oidc/callback?state=a&code=b"] {
                let answer = try await web.get(path)
                #expect(answer.status == 404)
            }
        }
    }
}
