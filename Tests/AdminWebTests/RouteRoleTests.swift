import Domain
import HTTPTypes
import Hummingbird
import Operations
import Secrets
import TestSupport
import Testing

@testable import AdminWeb

/// Every page for every role: allowed or refused. The pages are the router's own; one without a line here fails.
struct RouteRoleTests {
    private static let everybody: Set<Role> = [.administrator, .coordinator, .registrar, .referrer, .statistician]

    /// Who may have a page: nil is anybody, signed in or not.
    private static let cases: [String: Set<Role>?] = [
        "GET /api": nil, "GET /sign-in": nil, "POST /sign-in": nil, "POST /language": nil,
        "GET /invitation/{link}": nil, "POST /invitation/{link}": nil,
        "GET /l/{token}": nil, "POST /l/{token}": nil,
        "POST /sign-out": everybody, "GET /": everybody, "GET /account": everybody,
        "POST /account/password": everybody, "POST /account/sign-out-everywhere": everybody,
        "GET /account/tokens": everybody, "POST /account/tokens": everybody,
        "POST /account/tokens/{id}/revoke": everybody, "POST /account/sessions/{id}/end": everybody,
        "GET /start/renew": [.coordinator, .registrar], "POST /start/renew": [.coordinator, .registrar],
        "POST /slots/{code}/not-this-year": [.coordinator, .registrar],
        "GET /slots": [.coordinator, .registrar, .referrer],
        "GET /slots/{code}": [.coordinator, .registrar, .referrer],
        "GET /slots/new": [.coordinator, .registrar], "POST /slots/new": [.coordinator, .registrar],
        "POST /slots/{code}/confirm": [.coordinator, .registrar],
        "POST /slots/{code}/offer": [.coordinator, .registrar],
        "POST /slots/{code}/close": [.coordinator, .registrar], "POST /slots/{code}/renew": [.coordinator, .registrar],
        "GET /slots/{code}/change": [.coordinator, .registrar],
        "POST /slots/{code}/change": [.coordinator, .registrar],
        "GET /slots/{code}/withdraw": [.coordinator, .registrar],
        "POST /slots/{code}/withdraw": [.coordinator, .registrar],
        "GET /rounds": [.coordinator], "GET /rounds/new": [.coordinator], "POST /rounds/new": [.coordinator],
        "GET /rounds/{run}": [.coordinator], "GET /rounds/{run}/why": [.coordinator],
        "GET /rounds/{run}/slots/{slot}": [.coordinator], "GET /rounds/{run}/try": [.coordinator],
        "POST /rounds/{run}/try": [.coordinator], "GET /rounds/{run}/decide": [.coordinator],
        "POST /rounds/{run}/decide": [.coordinator],
        "GET /jobs/{id}": [.coordinator, .registrar, .referrer],
        "GET /placements": [.coordinator, .registrar, .referrer],
        "GET /placements/{code}": [.coordinator, .registrar, .referrer],
        "GET /placements/new": [.coordinator], "POST /placements/new": [.coordinator],
        "POST /placements/{code}/step": [.coordinator, .registrar, .referrer],
        "POST /placements/{code}/answer": [.coordinator, .registrar],
        "POST /placements/{code}/alternate": [.coordinator],
        "POST /placements/{code}/correct": [.coordinator, .registrar, .referrer],
        "GET /placements/{code}/agreement": [.coordinator, .registrar],
        "POST /placements/{code}/agreement": [.coordinator, .registrar],
        "POST /placements/{code}/agreement/approve": [.coordinator, .registrar, .referrer],
        "POST /placements/{code}/agreement/check": [.coordinator, .registrar],
        "GET /placements/{code}/agreement/file": [.coordinator, .registrar, .referrer],
        "GET /placements/{code}/certificate": [.coordinator, .registrar, .referrer],
        "POST /participants/{referrer}/{reference}/courses": [.coordinator, .referrer],
        "POST /participants/{referrer}/{reference}/courses/{id}/remove": [.coordinator, .referrer],
        "GET /outcomes": [.coordinator], "GET /outcomes/new": [.coordinator], "POST /outcomes/new": [.coordinator],
        "GET /voice": [.coordinator], "GET /complaints": [.coordinator], "GET /complaints/{code}": [.coordinator],
        "POST /complaints/{code}/handle": [.coordinator], "GET /placements/{code}/voice": [.coordinator],
        "POST /placements/{code}/voice": [.coordinator], "POST /placements/{code}/complaints": [.coordinator],
        "GET /figures/{period}/voice": [.coordinator, .statistician],
        "GET /follow-ups": [.coordinator], "GET /placements/{code}/follow-ups/{moment}": [.coordinator],
        "POST /placements/{code}/follow-ups/{moment}": [.coordinator], "POST /outcomes/{code}/confirm": [.coordinator],
        "GET /closed-periods": [.coordinator, .statistician],
        "GET /figures/{period}/close": [.coordinator, .statistician],
        "POST /figures/{period}/close": [.coordinator, .statistician],
        "GET /figures/{period}/closing": [.coordinator, .statistician],
        "GET /figures/{period}/closing/file": [.coordinator, .statistician],
        "POST /figures/{period}/reopen": [.coordinator],
        "GET /figures": [.coordinator, .statistician], "GET /figures/{period}": [.coordinator, .statistician],
        "GET /figures/{period}/delivery": [.coordinator, .statistician],
        "GET /figures/{period}/file": [.coordinator, .statistician], "GET /figures/{period}/rows": [.coordinator],
        "GET /imports": [.coordinator], "POST /imports": [.coordinator],
        "GET /participants": [.coordinator, .referrer], "GET /participants/board": [.coordinator, .referrer],
        "GET /participants/new": [.coordinator, .referrer], "POST /participants/new": [.coordinator, .referrer],
        "GET /participants/{referrer}/{reference}": [.coordinator, .referrer],
        "GET /participants/{referrer}/{reference}/extract": [.coordinator],
        "GET /participants/{referrer}/{reference}/change": [.coordinator, .referrer],
        "POST /participants/{referrer}/{reference}/change": [.coordinator, .referrer],
        "GET /users": [.administrator], "GET /users/new": [.administrator], "POST /users/new": [.administrator],
        "GET /users/{name}": [.administrator], "GET /users/{name}/change": [.administrator],
        "POST /users/{name}/change": [.administrator], "POST /users/{name}/link": [.administrator],
        "POST /users/{name}/disable": [.administrator], "POST /users/{name}/enable": [.administrator],
        "POST /users/{name}/tokens/{id}": [.administrator], "POST /users/{name}/sign-out": [.administrator],
        "GET /sign-in/oidc": nil, "GET /sign-in/oidc/callback": nil,
        "GET /units": everybody, "GET /units/{code}": everybody,
        "GET /units/new": [.administrator, .coordinator], "POST /units/new": [.administrator, .coordinator],
        "GET /units/{code}/change": [.administrator, .coordinator],
        "POST /units/{code}/change": [.administrator, .coordinator],
        "GET /units/{code}/supervisors/new": [.coordinator, .registrar],
        "POST /units/{code}/supervisors/new": [.coordinator, .registrar],
        "GET /supervisors/{code}/change": [.coordinator, .registrar],
        "POST /supervisors/{code}/change": [.coordinator, .registrar],
        "GET /referrers": everybody, "GET /referrers/new": [.administrator, .coordinator],
        "POST /referrers/new": [.administrator, .coordinator],
        "GET /referrers/{code}/change": [.administrator, .coordinator],
        "POST /referrers/{code}/change": [.administrator, .coordinator],
        "GET /audit": [.administrator], "GET /audit/{id}": [.administrator],
        "GET /retention": [.administrator], "GET /retention/run": [.administrator],
        "POST /retention/run": [.administrator], "GET /retention/protocol/{code}": [.administrator],
        "GET /retention/rules/{category}": [.administrator], "POST /retention/rules/{category}": [.administrator],
        "POST /retention/rules/{category}/standard": [.administrator],
        "GET /settings": [.administrator, .coordinator], "POST /settings": [.administrator],
        "GET /calendar": [.administrator, .coordinator, .statistician],
        "GET /calendar/new": [.administrator, .coordinator], "POST /calendar/new": [.administrator, .coordinator],
        "POST /calendar/usual": [.administrator, .coordinator],
        "GET /calendar/{code}/change": [.administrator, .coordinator],
        "POST /calendar/{code}/change": [.administrator, .coordinator],
        "GET /calendar/{code}/{due}/deliver": [.coordinator, .statistician],
        "POST /calendar/{code}/{due}/deliver": [.coordinator, .statistician],
        "POST /calendar/{code}/{due}/undeliver": [.coordinator, .statistician],
        "GET /mail": [.administrator, .coordinator], "GET /mail/{id}": [.administrator, .coordinator],
        "POST /mail/{id}/resend": [.administrator, .coordinator],
        "POST /mail/{id}/withdraw": [.administrator, .coordinator],
        "POST /placements/{code}/remind": [.coordinator], "POST /units/{code}/remind": [.coordinator],
        "GET /accessibility": nil, "POST /accessibility": nil, "GET /accessibility/reports": [.administrator],
        "POST /accessibility/reports/{id}": [.administrator],
    ]

    @Test func `every page has a line, and every line a page`() throws {
        let pages = Set(PageList.all.map { "\($0.method) \($0.path.withBraces)" })
        #expect(pages.subtracting(Self.cases.keys).sorted() == [])
        #expect(Set(Self.cases.keys).subtracting(pages).sorted() == [])
    }

    @Test func `the router answers to nothing but the pages, the API and the service's own`() async throws {
        let tester = try WebTester(Installation(application: "host=/nonexistent", owner: "host=/nonexistent").open())
        let own: Set<String> = ["/health/live", "/health/ready", "/metrics", StyleSheet.path, StyleSheet.iconPath]
        let pages = Set(PageList.all.map(\.path.withBraces))
        let others = Set(tester.router.routes.map(\.path.description)).subtracting(pages).subtracting(own)
        #expect(others.filter { !$0.hasPrefix("/api") } == [])
    }

    @Test func `every page for every role`() async throws {
        try await TestDatabase.with { database in
            _ = try await TestMunicipality.make(database.pool)
            let tester = try WebTester(
                Operations(pool: database.pool, accounts: AccountRules(hasher: PasswordHasher(cost: .trifling))))
            var sessions: [Role: NewSession] = [:]
            for role in Self.everybody {
                sessions[role] = try await tester.session(
                    role, unit: role == .registrar ? try Code("SB") : nil,
                    referrer: role == .referrer ? try Code("AMA") : nil)
            }
            for page in PageList.all where page.path != "/sign-out" && !page.path.hasSuffix("everywhere") {
                let path = page.path.split(separator: "/").map { $0.hasPrefix(":") ? "X" : String($0) }
                let address = "/" + path.joined(separator: "/")
                let allowed = Self.cases["\(page.method) \(page.path.withBraces)"] ?? nil
                for (role, session) in sessions {
                    let answer = try await tester.ask(
                        page.method, address, as: session, form: page.method == .post ? [] : nil)
                    let mayPass = allowed?.contains(role) ?? true
                    #expect((answer.status != 403) == mayPass, "\(page.method) \(page.path) \(role): \(answer.status)")
                    #expect(answer.status != 500, "\(page.method) \(page.path) \(role)")
                }
                let stranger = try await tester.ask(page.method, address, form: page.method == .post ? [] : nil)
                let isSentToSignIn = stranger.headers[.location]?.hasPrefix("/sign-in") == true
                #expect(isSentToSignIn == (allowed != nil), "\(page.method) \(page.path) nobody: \(stranger.status)")
            }
        }
    }
}

extension String {
    /// `/slots/:code` as the router tells it: `/slots/{code}`.
    fileprivate var withBraces: String {
        split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
    }
}
