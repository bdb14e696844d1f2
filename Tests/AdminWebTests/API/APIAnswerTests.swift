import Domain
import Operations
import StrictJSON
import TestSupport
import Testing

@testable import AdminWeb

/// What the API answers, before HTTP.
struct APIAnswerTests {
    private static let slot = #"{"code":"PARK-1","unit":"SB","title":"Park","from":"2026-04-01","to":"2026-06-30"}"#

    @Test(arguments: [
        ("GET", "/slots", nil as String?, 401), ("GET", "/slots", "nobody", 401),
        ("GET", "/nothing", "coordinator", 404),
        ("GET", "/slots/", "coordinator", 404), ("GET", "/slots/NONE", "coordinator", 404),
        ("GET", "/slots/a%22b", "coordinator", 404), ("GET", "/slots/%FF", "coordinator", 404),
        ("DELETE", "/slots", "coordinator", 405), ("GET", "/participants", "registrar", 403),
        ("GET", "/audit", "coordinator", 403), ("GET", "/slots?limit=0", "coordinator", 400),
        ("GET", "/slots?limit=201", "coordinator", 400), ("GET", "/slots?limit=2&limit=3", "coordinator", 400),
        ("GET", "/slots?limit=01", "coordinator", 400), ("GET", "/slots?color=red", "coordinator", 400),
        ("GET", "/slots?state=sold", "coordinator", 400), ("GET", "/slots?search=%FF", "coordinator", 400),
        ("GET", "/slots?from=2026-02-30", "coordinator", 400),
        ("GET", "/slots?from=2026-03-02&to=2026-03-01", "coordinator", 422),
        ("GET", "/slots?cursor=x", "coordinator", 400), ("GET", "/units?cursor=x", "coordinator", 400),
        ("GET", "/units?cursor=a00000000-0000-7000-8000-000000000000", "coordinator", 409),
        ("GET", "/jobs?cursor=a00000000-0000-7000-8000-000000000000", "coordinator", 409),
        ("GET", "/slots?cursor=a00000000-0000-7000-8000-000000000000", "coordinator", 409),
        ("GET", "/slots?cursor=b00000000-0000-7000-8000-000000000000", "coordinator", 400),
        ("GET", "/match-runs/M-9", "coordinator", 404), ("GET", "/jobs/x", "coordinator", 404),
        ("GET", "/reports/annual/0", "coordinator", 404), ("GET", "/commitment/2026", "coordinator", 200),
        ("POST", "/slots", "coordinator", 415), ("POST", "/slots", "referrer", 415),
    ]) func `a request that cannot be is told why`(
        method: String, path: String, role: String?, status: Int
    ) async throws {
        try await APITown.with { (town) async throws -> Void in
            let answer = await town.ask(method, path, as: role)
            #expect(answer.status == status, "\(answer.text)")
            #expect(answer.header("Cache-Control") == "no-store")
            if status >= 400 {
                #expect(answer.header("Content-Type") == "application/problem+json")
                #expect(Problem.schema.faults(answer.json) == [])
                #expect(answer.json["status"]?.wholeNumber == status)
            }
            if status == 401 { #expect(answer.header("WWW-Authenticate") == #"Bearer realm="praktik""#) }
            if status == 405 { #expect(answer.header("Allow") == "GET, POST") }
        }
    }

    @Test func `a body is held to its type, size and shape`() async throws {
        try await APITown.with { (town) async throws -> Void in
            #expect(await town.ask("POST", "/slots", "{}", type: "text/plain").status == 415)
            #expect(await town.ask("POST", "/slots", "{").problem == "malformed")
            let large = #"{"x":""# + String(repeating: "a", count: 1 << 20) + #""}"#
            #expect(await town.ask("POST", "/slots", large).status == 413)
            let wrong = await town.ask("POST", "/slots", #"{"code":"a b","places":0,"colour":"red"}"#)
            #expect(wrong.status == 422)
            #expect(
                wrong.pointers.sorted() == ["/code", "/colour", "/from", "/places", "/title", "/to", "/unit"])
            let reversed = Self.slot.replacing("2026-06-30", with: "2026-03-30")
            #expect(await town.ask("POST", "/slots", reversed).pointers == ["/to"])
            #expect(await town.ask("GET", "/slots", with: headers("Accept", "text/html")).status == 406)
        }
    }

    private func headers(_ name: String, _ value: String) -> (String, String) { (name, value) }

    @Test func `a slot is offered, read with its tag, changed by it, and a stale change is refused`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let made = await town.ask("POST", "/slots", as: "registrar", Self.slot)
            #expect(made.status == 201, "\(made.text)")
            #expect(made.header("Location") == "/api/v1/slots/PARK-1")
            let read = await town.ask("GET", "/slots/PARK-1")
            #expect(read.json["state"] == "offered")
            #expect(read.json["hours_per_day"] == .null)
            let tag = try #require(read.header("ETag"))
            #expect(await town.ask("GET", "/slots/PARK-1", with: headers("If-None-Match", tag)).status == 304)
            #expect(
                await town.ask("GET", "/slots/PARK-1", with: headers("If-None-Match", "\"x\", W/\(tag)")).body.isEmpty)

            let change =
                #"{"unit":"SB","title":"Park och lek","from":"2026-04-01","to":"2026-06-30","places":2,"kind":"apl","hours_per_day":7.5}"#
            #expect(await town.ask("PUT", "/slots/PARK-1", change).problem == "precondition_needed")
            #expect(await town.ask("PUT", "/slots/PARK-1", change, with: headers("If-Match", "x")).status == 412)
            // A precondition is looked at last.
            #expect(await town.ask("PUT", "/slots/PARK-1", "{}", with: headers("If-Match", "x")).status == 422)
            let changed = await town.ask("PUT", "/slots/PARK-1", change, with: headers("If-Match", tag))
            #expect(changed.status == 200, "\(changed.text)")
            #expect(changed.json["title"] == "Park och lek")
            #expect(changed.json["hours_per_day"] == .number(7.5))
            let stale = await town.ask("PUT", "/slots/PARK-1", change, with: headers("If-Match", tag))
            #expect(stale.status == 412)
            #expect(stale.problem == "stale")
            let closed = await town.ask("POST", "/slots/PARK-1/close", with: headers("If-Match", tag))
            #expect(closed.status == 412)
            #expect(await town.ask("POST", "/slots/PARK-1/close").json["state"] == "closed")
            let again = await town.ask("POST", "/slots/PARK-1/close")
            #expect(again.status == 409)
            #expect(again.json["code"] == "slot_step_illegal")
        }
    }

    @Test func `a key makes a request be done once`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let key = headers("Idempotency-Key", "k-1")
            let first = await town.ask("POST", "/slots", Self.slot, with: key)
            let again = await town.ask("POST", "/slots", Self.slot, with: key)
            #expect(first.status == 201 && again.status == 201)
            #expect(again.body == first.body)
            #expect(again.header("Location") == first.header("Location"))
            #expect(again.header("ETag") == first.header("ETag"))
            #expect(again.header("Idempotent-Replay") == "true")
            let other = await town.ask("POST", "/slots", Self.slot.replacing("Park\"", with: "Lek\""), with: key)
            #expect(other.problem == "key_used")
            #expect(await town.ask("POST", "/slots", Self.slot, with: headers("Idempotency-Key", "k-2")).status == 409)
            let kept = await town.ask("POST", "/slots", Self.slot, with: headers("Idempotency-Key", "k-2"))
            #expect(kept.json["code"] == "code_taken")
            #expect(kept.header("Idempotent-Replay") == "true")
            // Somebody else's key is their own.
            let theirs = await town.ask("POST", "/slots", as: "registrar", Self.slot, with: key)
            #expect(theirs.status == 409)
            #expect(await town.ask("POST", "/slots", Self.slot, with: headers("Idempotency-Key", "å")).status == 400)
        }
    }

    @Test func `a dry run answers with what it would come to, and changes nothing`() async throws {
        try await APITown.with { (town) async throws -> Void in
            let tried = await town.ask("POST", "/slots?dry_run=true", Self.slot)
            #expect(tried.status == 200)
            #expect(tried.json["code"] == "PARK-1")
            #expect(tried.header("Location") == nil && tried.header("ETag") == nil)
            #expect(await town.ask("GET", "/slots/PARK-1").status == 404)
        }
    }

    @Test func `a list is walked page by page, each record once`() async throws {
        try await APITown.with { (town) async throws -> Void in
            for number in 1...7 {
                _ = await town.ask("POST", "/slots", Self.slot.replacing("PARK-1", with: "P-\(number)"))
            }
            for (path, key) in [("/slots?search=Park&limit=3", "code"), ("/units?limit=1", "code")] {
                var codes: [String] = []
                var next: String? = path
                while let path = next {
                    let page = await town.ask("GET", path)
                    #expect(page.status == 200, "\(page.text)")
                    codes += (page.json["items"]?.elements ?? []).compactMap { $0[key]?.text }
                    let address = page.json["next"]?.text
                    #expect(page.header("Link") == address.map { "<\($0)>; rel=\"next\"" })
                    next = address.map { String($0.dropFirst(APIRouter.root.count)) }
                }
                #expect(Set(codes).count == codes.count)
                #expect(codes.count == (path.hasPrefix("/units") ? 1 : 8))
            }
        }
    }

    @Test func `beyond the limit one is told how long to wait, each token for itself`() async throws {
        try await APITown.with(limit: 2) { (town) async throws -> Void in
            let first = await town.ask("GET", "/slots")
            #expect(first.header("RateLimit-Limit") == "2" && first.header("RateLimit-Remaining") == "1")
            _ = await town.ask("GET", "/slots")
            let refused = await town.ask("GET", "/slots")
            #expect(refused.status == 429)
            #expect(refused.header("Retry-After") == "30")
            #expect(await town.ask("GET", "/slots", as: "registrar").status == 200)
            // Guessing is counted by address.
            let guesses = [await town.ask("GET", "/slots", as: "x"), await town.ask("GET", "/slots", as: "y")]
            #expect(guesses.map(\.status) == [401, 401])
            #expect(await town.ask("GET", "/slots", as: "z").status == 429)
        }
    }
}

extension APITown {
    fileprivate func ask(
        _ method: String, _ path: String, as role: String = "coordinator", _ body: String? = nil,
        with header: (String, String)
    ) async -> APIAnswer {
        await ask(method, path, as: role, body, type: "application/json", [header])
    }
}
