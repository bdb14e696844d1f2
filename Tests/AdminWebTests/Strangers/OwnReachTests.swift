import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Store
import StrictJSON
import TestSupport
import Testing

@testable import AdminWeb

/// What strangers' questions do not show: what is told of one's own, of protected persons, and by what is taken.
struct OwnReachTests {
    private func text(
        _ house: StrangerHouse, _ account: String, _ path: String, _ method: HTTPRequest.Method = .get,
        form: [(name: String, value: String)]? = nil
    ) async throws -> WebTester.Answer {
        let session = try #require(house.here.sessions[account])
        return try await house.web.ask(method, path, as: session, form: form)
    }

    private func api(
        _ house: StrangerHouse, _ account: String, _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil,
        key: String? = nil, in town: StrangerTown? = nil
    ) async throws -> WebTester.Answer {
        let token = try #require((town ?? house.here).tokens[account])
        var headers: HTTPFields = [.authorization: "Bearer \(token)"]
        if body != nil { headers[.contentType] = "application/json" }
        if method == .put || method == .patch { headers[.ifMatch] = "\"0123456789abcdef-0\"" }
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await house.web.ask(
            method, APIRouter.root + path, headers: headers, body: body.map { Array($0.utf8) })
    }

    /// Who referred somebody would tell why; so would the name of the account that took a step for them.
    @Test func `a host is not told who referred the people that come to it`() async throws {
        try await StrangerHouse.with { house in
            for path in [
                "/placements", "/placements/A-PL3", "/placements?sort=participant", "/", "/slots/A-V1",
                "/api/v1/placements", "/api/v1/placements/A-PL3",
            ] {
                let answer =
                    path.hasPrefix("/api")
                    ? try await api(house, "vard", .get, String(path.dropFirst(APIRouter.root.count)))
                    : try await text(house, "vard", path)
                #expect(answer.status == 200, "\(path)")
                for word in ["A-KOM", house.here.marker("kom"), "root"] {
                    #expect(!answer.body.contains(word), "\(path) \(word)")
                }
            }
            #expect(try await text(house, "vard", "/placements").body.contains("Kerstin"))
            for referrer in ["A-KOM", "A-AMA", "A-NONE"] {
                #expect(try await api(house, "vard", .get, "/placements?referrer=\(referrer)").status == 403)
            }
        }
    }

    /// A coordinator without the right, a host and a referrer do not come upon a protected person by any list, search or
    /// count; one who asks for the referral by its own key is told why it is not shown, and that is on record.
    @Test func `whoever is protected is neither shown nor found nor counted out`() async throws {
        try await StrangerHouse.with { house in
            let marker = house.here.marker("skyddad")
            let pages = PageList.all.filter { $0.method == .get && !$0.path.contains(":") }.map(\.path)
            let more = [
                "/figures/2026", "/figures/2026/rows?figure=started&cut=by_unit&key=A-SKOL", "/rounds/\(house.run)",
                "/figures/2026/rows?figure=persons", "/rounds/\(house.run)/slots/A-S1", "/slots/A-S1", "/units/A-SKOL",
                "/placements?slot=A-S1", "/participants?referrer=A-AMA", "/figures/2026/file?for=machines",
            ]
            let routes = APITable.routes.filter { $0.method == .get && !$0.path.contains("{") }.map(\.path)
            for account in ["samordnare", "skol", "vard", "ama", "admin", "statistiker"] {
                for path in pages + more where path != "/sign-in/oidc/callback" && path != "/sign-in/oidc" {
                    let answer = try await text(house, account, path)
                    for word in [marker, "AX-2", "AX-4", "A-PL2", "A-PL4", "A-U2"] {
                        #expect(!answer.body.contains(word), "\(account) \(path) \(word)")
                    }
                }
                for path in routes where path != "/audit" {
                    let answer = try await api(house, account, .get, path)
                    for word in [marker, "AX-2", "AX-4", "A-PL2", "A-PL4", "A-U2"] {
                        #expect(!answer.body.contains(word), "\(account) \(path) \(word)")
                    }
                }
                // What is searched for by their name or key gives what is searched for in vain.
                for (path, theirs, nobodys) in [
                    ("/participants?search=", marker, "qqqqqqqqqqq"), ("/participants?search=", "AX-2", "AX-9"),
                    ("/placements?search=", "AX-2", "AX-9"), ("/placements?search=", "A-PL2", "A-PL9"),
                    ("/outcomes?placement=", "A-PL2", "A-PL9"),
                ] {
                    let found = try await api(house, account, .get, path + theirs)
                    let none = try await api(house, account, .get, path + nobodys)
                    #expect(
                        found.status == none.status && found.body.count == none.body.count,
                        "\(account) \(path)\(theirs)")
                    #expect(found.headers[.eTag] == none.headers[.eTag])
                }
            }
        }
    }

    @Test func `what is protected is refused with a sentence to those who may know of it, and changed by none of them`()
        async throws
    {
        try await StrangerHouse.with { house in
            let before = try await house.state()
            for (account, path, status) in [
                ("samordnare", "/participants/A-AMA/AX-2", 403), ("ama", "/participants/A-AMA/AX-2", 403),
                ("samordnare", "/placements/A-PL2", 403), ("ama", "/placements/A-PL2", 403),
                ("samordnare", "/participants/A-AMA/AX-2/change", 403), ("skol", "/placements/A-PL2", 404),
                ("vard", "/placements/A-PL4", 404), ("kom", "/placements/A-PL2", 404),
                ("kom", "/participants/A-AMA/AX-2", 404), ("admin", "/participants/A-AMA/AX-2", 403),
            ] {
                let answer = try await text(house, account, path)
                #expect(answer.status == status, "\(account) \(path)")
                #expect(!answer.body.contains(house.here.marker("skyddad")))
                #expect(answer.body.contains("<p class=\"lead\">"), "a sentence")
            }
            for (account, status) in [("samordnare", 403), ("ama", 403), ("skol", 404), ("kom", 404)] {
                for (to, path) in [
                    ("{\"to\":\"completed\",\"reason\":\"x\"}", "/placements/A-PL2/steps"),
                    ("{\"reason\":\"x\"}", "/placements/A-PL2/correction"),
                ] {
                    #expect(try await api(house, account, .post, path, to).status == status, "\(account) \(path)")
                }
                let step = try await text(
                    house, account, "/placements/A-PL2/step", .post,
                    form: [("to", "completed"), ("on", "2026-03-02"), ("reason", "x")])
                #expect(step.status == status, "\(account)")
            }
            let change = try await api(
                house, "samordnare", .patch, "/participants/A-AMA/AX-2", "{\"given_name\":\"X\"}")
            #expect(change.status == 403)
            #expect(try await house.state() == before)
            let shown = try await text(house, "utpekad", "/participants/A-AMA/AX-2")
            #expect(shown.status == 200 && shown.body.contains(house.here.marker("skyddad")))
        }
    }

    @Test func `those who may know of it are told that it is not theirs`() async throws {
        try await StrangerHouse.with { house in
            let slot = #"{"code":"NY","unit":"A-SKOL","title":"X","from":"2026-04-01","to":"2026-06-30"}"#
            for (account, method, path, body) in [
                ("vard", .post, "/slots", slot), ("vard", .put, "/units/A-SKOL", #"{"name":"X","kind":"bolag"}"#),
                ("vard", .post, "/supervisors", #"{"code":"NY","unit":"A-SKOL","name":"X"}"#),
                ("kom", .post, "/participants", #"{"referrer":"A-AMA","reference":"NY-1"}"#),
                ("statistiker", .get, "/participants", nil), ("admin", .get, "/participants/A-AMA/AX-1", nil),
                ("samordnare", .get, "/audit", nil), ("samordnare", .get, "/users/a-admin", nil),
            ] as [(String, HTTPRequest.Method, String, String?)] {
                let answer = try await api(house, account, method, path, body)
                #expect(answer.status == 403, "\(account) \(path): \(answer.body)")
                let json = try JSONParser.parse(Array(answer.body.utf8))
                #expect((json["detail"]?.text?.count ?? 0) > 20)
            }
        }
    }

    /// A referrer's references, an account's token names, a municipality's codes and addresses are its own: what others have
    /// does not keep one from having the same. A municipality's codes are common to it: that one is taken is all one is told.
    @Test func `what is unique among one's own tells nothing of others'`() async throws {
        try await StrangerHouse.with { house in
            let made = try await api(
                house, "kom", .post, "/participants", #"{"referrer":"A-KOM","reference":"AX-1"}"#)
            #expect(made.status == 201, "\(made.body)")
            for (path, body) in [
                ("/referrers", #"{"code":"A-AMA","name":"X","email":"ama-zxqaanvisare@a.example"}"#),
                ("/users", #"{"name":"a-samordnare","role":"statistician","email":"samordnare-zxqakonto@a.example"}"#),
                ("/units", #"{"code":"A-SKOL","name":"X","kind":"forvaltning"}"#),
            ] {
                let answer = try await api(house, "admin", .post, path, body, in: house.there)
                #expect(answer.status == 201, "\(path): \(answer.body)")
            }
            let token = try await text(
                house, "vard", "/account/tokens", .post,
                form: [("name", house.here.marker("nyckel")), ("days", "3"), ("scopes", "slots:read")])
            #expect(token.status == 201)
            for (path, body) in [
                ("/slots", #"{"code":"A-S2","unit":"A-VARD","title":"X","from":"2026-04-01","to":"2026-06-30"}"#),
                ("/supervisors", #"{"code":"A-H2","unit":"A-VARD","name":"X"}"#),
            ] {
                let taken = try await api(house, "vard", .post, path, body)
                #expect(taken.status == 409)
                for marker in StrangerTown.markers { #expect(!taken.body.contains(house.here.marker(marker))) }
                #expect(!taken.body.contains("SKOL"))
            }
        }
    }

    /// The wish for a slot that is still a draft, and for one that is not there, are refused alike.
    @Test func `a referrer's wish does not find out what hosts are drafting`() async throws {
        try await StrangerHouse.with { house in
            var told: [String] = []
            for wish in ["A-S2", "A-S3", "A-S9"] {
                let answer = try await api(
                    house, "kom", .post, "/participants",
                    #"{"referrer":"A-KOM","reference":"NY-1","wishes":["A-S1","\#(wish)"]}"#)
                let number = answer.headers[.requestID] ?? ""
                told.append("\(answer.status) \(answer.body.replacing(number, with: "#"))")
            }
            #expect(told[0].hasPrefix("422") && Set(told).count == 1, "\(told)")
        }
    }

    @Test func `another's idempotency key is one's own to use`() async throws {
        try await StrangerHouse.with { house in
            let body = #"{"code":"NYCKEL-1","unit":"A-SKOL","title":"X","from":"2026-04-01","to":"2026-06-30"}"#
            let first = try await api(house, "skol", .post, "/slots", body, key: "k-1")
            #expect(first.status == 201)
            // The same request with the same key, by others: answered as if nobody had sent it.
            #expect(try await api(house, "vard", .post, "/slots", body, key: "k-1").status == 403)
            #expect(try await api(house, "kom", .post, "/slots", body, key: "k-1").status == 403)
            let abroad = try await api(house, "utpekad", .post, "/slots", body, key: "k-1", in: house.there)
            #expect(abroad.status == 409 && abroad.body.contains("no_such") && !abroad.body.contains("NYCKEL"))
            let other = try await api(
                house, "samordnare", .post, "/slots", body.replacing("NYCKEL-1", with: "NYCKEL-2"), key: "k-1")
            #expect(other.status == 201, "another account's key is not known")
        }
    }

    /// A job of another municipality that names records here ends as one that names none.
    @Test func `a job names nobody else's`() async throws {
        try await StrangerHouse.with { house in
            let officer = try #require(house.there.sessions["utpekad"]).signedIn.actor
            var ends: [String] = []
            let before = try await house.state().split(separator: "\n").filter { !$0.hasPrefix("job ") }
            for (slot, person, referrer) in [("A-S1", "AX-1", "A-AMA"), ("Z-S1", "ZX-1", "Z-AMA")] {
                let rows = [
                    "code;referrer;participant;slot;from;to;state;state_on",
                    "NY-1;\(referrer);\(person);\(slot);2026-04-01;2026-05-29;proposed;2026-03-02", "",
                ]
                let id = try await house.web.operations.startImport(
                    officer, .placements, bytes: Array(rows.joined(separator: "\n").utf8))
                var round = MatchParameters(roundStart: try Day("2026-03-09"))
                round.locked = [MatchPair(participant: "\(referrer)/\(person)", slot: try Code(slot))]
                let run = try await house.web.operations.startMatch(officer, round)
                for job in [id, run] {
                    var found = try await house.web.operations.job(officer, job)
                    while !found.isOver {
                        try await Task.sleep(for: .milliseconds(20))
                        found = try await house.web.operations.job(officer, job)
                    }
                    let failure = try #require(found.failure)
                    let faults = failure.faults.map { "\($0.line) \($0.column) \($0.sentence.sv)" }
                    ends.append(
                        "\(failure.sv) \(faults)".replacing("\(referrer)/\(person)", with: "§").replacing(
                            slot, with: "§"))
                }
            }
            #expect(Array(ends[0...1]) == Array(ends[2...3]))
            #expect(try await house.state().split(separator: "\n").filter { !$0.hasPrefix("job ") } == before)
        }
    }
}
