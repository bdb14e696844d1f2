import Domain
import HTTPTypes
import Operations
import StrictJSON
import TestSupport
import Testing

@testable import AdminWeb

/// Longer stories through the API.
struct APIStoryTests {
    @Test func `the last place goes to one of many`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let answers = await withTaskGroup(of: (Int, JSON?).self) { group in
                for code in ["P1", "P2"] {
                    group.addTask {
                        let answer = await town.ask("POST", "/placements/\(code)/steps", #"{"to":"accepted"}"#)
                        return (answer.status, answer.json["code"])
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.map(\.0).sorted() == [200, 409])
            #expect(answers.contains { $0.1 == "slot_full" })
        }
    }

    @Test func `a host is not told who referred a person, nor the family name`() async throws {
        try await APITown.with { (town) async throws -> Void in
            for path in ["/placements", "/placements/P1"] {
                let host = await town.ask("GET", path, as: "registrar")
                #expect(host.status == 200)
                #expect(!host.text.contains("AMA"))
                #expect(await town.ask("GET", path).text.contains("AMA"))
            }
        }
    }

    @Test func `an import is a job that is followed to its end`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let file = "code;name;kind\nKF;Kultur;forvaltning\n"
            let begun = await town.ask("POST", "/imports/units", file, type: "text/csv; charset=utf-8")
            #expect(begun.status == 202, "\(begun.text)")
            let place = try #require(begun.header("Location")).dropFirst(APIRouter.root.count)
            var job = begun
            while ["queued", "running"].contains(job.json["state"]?.text) {
                job = await town.ask("GET", String(place))
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(job.json["state"] == "done", "\(job.text)")
            #expect(job.json["result"]?["created"] == 1)
            #expect(await town.ask("GET", "/units/KF").status == 200)
            #expect(await town.ask("POST", "/imports/units", as: "registrar", file, type: "text/csv").status == 403)
        }
    }

    @Test func `what a repeated request began is not begun again`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let key = [("Idempotency-Key", "once")]
            let first = await town.ask("POST", "/match-runs", #"{"from":"2026-02-02"}"#, key)
            let again = await town.ask("POST", "/match-runs", #"{"from":"2026-02-02"}"#, key)
            #expect(first.status == 202 && again.body == first.body)
            await town.operations.endJobs()
            #expect(await town.ask("GET", "/match-runs").json["items"]?.elements.count == 1)
            #expect(await town.ask("GET", "/jobs").json["items"]?.elements.first?["state"] == "done")
        }
    }

    @Test func `a program makes an account and is given no way to sign in as its owner`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let key = [("Idempotency-Key", "anna")]
            let body = #"{"name":"anna","role":"coordinator","named_officer":true}"#
            let first = await town.ask("POST", "/users", as: "administrator+users:write", body, key)
            #expect(first.status == 201 && first.json["name"] == "anna", "\(first.text)")
            #expect(!first.text.contains("invitation"))
            let again = await town.ask("POST", "/users", as: "administrator+users:write", body, key)
            #expect(again.status == 201 && again.body == first.body)
            #expect(await town.ask("POST", "/users/anna/link", as: "administrator+users:write", "{}").status == 404)
            let idle = await town.ask("GET", "/idle-users", as: "administrator").json["items"]?.elements ?? []
            #expect(idle.map { $0["name"] } == ["anna"] && idle.first?["invited"] == false)
        }
    }

    @Test func `a token is revoked under its own account's name only, by program and on the page`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let web = try WebTester(town.operations)
            let session = try await web.session(.administrator, name: "agneta")
            let owner = try await web.session(.coordinator, name: "karin").signedIn.actor
            func token(_ name: String) async throws -> NewToken {
                try await town.operations.createToken(owner, name: try Line(name), scopes: [.read], days: 1)
            }
            let (first, second) = (try await token("Första"), try await token("Andra"))
            for id in [first.id, second.id] {
                #expect(await town.ask("DELETE", "/users/agneta/tokens/\(id)", as: "administrator").status == 404)
                let page = try await web.ask(.post, "/users/agneta/tokens/\(id)", as: session, form: [])
                #expect(page.status == 404)
            }
            #expect(try await town.operations.bearer(first.token) != nil)
            #expect(try await town.operations.bearer(second.token) != nil)
            #expect(await town.ask("DELETE", "/users/karin/tokens/\(first.id)", as: "administrator").status == 204)
            #expect(try await web.ask(.post, "/users/karin/tokens/\(second.id)", as: session, form: []).status == 303)
            #expect(try await town.operations.tokens(owner).isEmpty)
        }
    }

    @Test func `a word that means nothing in one field is what somebody wrote in another`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let made = await town.ask(
                "POST", "/participants", as: "referrer",
                #"""
                {"referrer":"AMA","reference":"K-7","given_name":"none","phone":"none","identity_type":"none",
                "sfi_passed":"none","licences":["none","B"]}
                """#)
            #expect(made.status == 201, "\(made.text)")
            let path = "/participants/AMA/K-7"
            let found = await town.ask("GET", path, as: "referrer")
            #expect(found.json["given_name"] == "none" && found.json["phone"] == "none")
            #expect(found.json["sfi_passed"] == "none")
            #expect(found.json["licences"] == ["none", "B"])
            let tag = [("If-Match", found.header("ETag") ?? "")]
            let changed = await town.ask(
                "PATCH", path, as: "referrer", #"{"family_name":"none","sfi_passed":"B"}"#, tag)
            #expect(changed.status == 200 && changed.json["family_name"] == "none", "\(changed.text)")
            #expect(changed.json["phone"] == "none" && changed.json["sfi_passed"] == "B")
            let next = [("If-Match", changed.header("ETag") ?? "")]
            let emptied = await town.ask("PATCH", path, as: "referrer", #"{"phone":null,"sfi_passed":"none"}"#, next)
            #expect(emptied.json["phone"] == .null && emptied.json["sfi_passed"] == "none", "\(emptied.text)")
        }
    }

    @Test func `weights that are too many together are refused at once, and no job is begun`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let refused = await town.ask("POST", "/match-runs", #"{"weights":{"occupation":1000,"wish":1}}"#)
            #expect(refused.status == 422 && refused.pointers == ["/weights"], "\(refused.text)")
            #expect(await town.ask("GET", "/jobs").json["items"]?.elements == [])
            // Who may not is told so first.
            #expect(await town.ask("POST", "/match-runs", as: "registrar", #"{"weights":{"wish":1000}}"#).status == 403)
        }
    }

    @Test func `a slot's age has one range, in the API and on the page`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let web = try WebTester(town.operations)
            let session = try await web.session(.coordinator, name: "karin")
            for (age, status) in [(-1, 422), (0, 201), (13, 201), (120, 201), (121, 422)] {
                let body =
                    #"{"code":"A\#(age)","unit":"SB","title":"X","from":"2026-04-01","to":"2026-06-30","minimum_age":\#(age)}"#
                let answer = await town.ask("POST", "/slots", body)
                #expect(answer.status == status, "\(age): \(answer.text)")
                if status == 422 { #expect(answer.pointers == ["/minimum_age"]) }
                let page = try await web.ask(
                    .post, "/slots/new", as: session,
                    form: [
                        ("unit", "SB"), ("title", "X"), ("when", "2026-04-01 – 2026-06-30"), ("places", "1"),
                        ("kind", "prao"), ("urgency", "normal"), ("minimum_age", String(age)),
                    ])
                #expect(page.status == (status == 201 ? 303 : 422), "\(age): \(page.body)")
            }
        }
    }

    @Test func `a protected person is refused to most, and every look and refusal is on record`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let body = #"{"referrer":"AMA","reference":"K-9","protected":true,"given_name":"Test"}"#
            let made = await town.ask("POST", "/participants", as: "referrer", body)
            #expect(made.status == 201, "\(made.text)")
            #expect(await town.ask("GET", "/participants/AMA/K-9", as: "referrer").status == 403)
            #expect(await town.ask("GET", "/participants/AMA/K-9").json["given_name"] == "Test")
            #expect(await town.ask("GET", "/participants").text.contains("K-9") == false)
            #expect(await town.ask("GET", "/participants").json["protected"] == 1)
            let lines = await town.ask("GET", "/audit?action=participant.view_protected", as: "administrator")
            let outcomes = (lines.json["items"]?.elements ?? []).compactMap { $0["outcome"]?.text }
            #expect(outcomes == ["read", "refused"])
        }
    }
}
