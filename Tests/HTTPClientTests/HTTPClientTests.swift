import HTTPClient
import IdentityProviders
import Synchronization
import Testing

struct HTTPClientTests {
    private static func address(_ server: PlainServer, _ path: String = "/") -> String {
        "http://127.0.0.1:\(server.port)\(path)"
    }

    @Test func `an answer comes with status, headers and body`() async throws {
        let server = try PlainServer { _ in
            .http("418 I'm a teapot", headers: ["X-Kind:  Stoneware  ", "X-Empty:", "X-Kind: Second"], body: "tea")
        }
        defer { server.stop() }
        let answer = try await HTTPClient().perform(HTTPRequest(.get, Self.address(server)))
        #expect(answer.status == 418)
        #expect(answer[header: "x-kind"] == "Stoneware")
        #expect(answer[header: "x-empty"] == "")
        #expect(answer[header: "x-none"] == nil)
        #expect(answer.body == Array("tea".utf8))
    }

    @Test func `what is sent arrives as it is`() async throws {
        let server = try PlainServer { request in
            let headers = ["x-mine", "content-type", "expect"].map { request.headers[$0] ?? "-" }.joined(separator: "|")
            return .http("200 OK", body: "\(request.method) \(request.path) \(headers) \(request.body)")
        }
        defer { server.stop() }
        let client = HTTPClient()
        let long = String(repeating: "å", count: 100_000)
        for (method, body) in [
            (HTTPRequest.Method.get, ""), (.post(Array("a=1".utf8)), "a=1"), (.post([]), ""),
            (.post(Array(long.utf8)), long), (.other("PUT", Array("b".utf8)), "b"),
        ] {
            let name: String
            switch method {
            case .get: name = "GET"
            case .post: name = "POST"
            case .other(let other, _): name = other
            }
            let answer = try await client.perform(
                HTTPRequest(method, Self.address(server, "/x"), headers: [("X-Mine", "1"), ("Content-Type", "t/t")]))
            #expect(String(decoding: answer.body, as: UTF8.self) == "\(name) /x 1|t/t|- \(body)")
        }
    }

    @Test func `a redirect is an answer, not an order`() async throws {
        let asked = Counter()
        let server = try PlainServer { request in
            asked.add()
            return .redirect(to: "/elsewhere")
        }
        defer { server.stop() }
        let answer = try await HTTPClient().perform(HTTPRequest(.get, Self.address(server)))
        #expect(answer.status == 302)
        #expect(asked.count == 1)
    }

    @Test func `a body up to the limit comes, one byte more does not, whatever is said of its length`() async throws {
        let server = try PlainServer { request in
            let body = String(repeating: "x", count: Int(request.query["n"] ?? "") ?? 0)
            if request.query["chunked"] == nil { return .http("200 OK", body: body) }
            let size = String(body.utf8.count, radix: 16)
            return .bytes(
                Array(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n\(body)\r\n0\r\n\r\n".utf8))
        }
        defer { server.stop() }
        let client = HTTPClient()
        let limits = HTTPLimits(body: 100_000)
        for kind in ["", "&chunked=1"] {
            let most = try await client.perform(
                HTTPRequest(.get, Self.address(server, "/?n=100000\(kind)")), limits: limits)
            #expect(most.body.count == 100_000)
            await #expect(throws: HTTPClientError.tooLarge) {
                try await client.perform(
                    HTTPRequest(.get, Self.address(server, "/?n=100001\(kind)")), limits: limits)
            }
        }
    }

    @Test func `too many headers end the transfer`() async throws {
        let server = try PlainServer { _ in
            .http("200 OK", headers: (0..<2000).map { "X-\($0): \(String(repeating: "y", count: 50))" }, body: "")
        }
        defer { server.stop() }
        await #expect(throws: HTTPClientError.tooLarge) {
            try await HTTPClient().perform(HTTPRequest(.get, Self.address(server)))
        }
    }

    @Test func `an answer that does not come is given up`() async throws {
        let server = try PlainServer { _ in .silence }
        defer { server.stop() }
        await #expect(throws: HTTPClientError.tooSlow) {
            try await HTTPClient().perform(
                HTTPRequest(.get, Self.address(server)), limits: HTTPLimits(total: .milliseconds(100)))
        }
    }

    @Test func `a cancelled task has its answer at once, and the others theirs`() async throws {
        let asked = Counter()
        let server = try PlainServer { request in
            asked.add()
            return request.path == "/never" ? .silence : .http("200 OK", body: "")
        }
        defer { server.stop() }
        let client = HTTPClient()
        let tasks = (0..<20).map { _ in
            Task {
                try await client.perform(
                    HTTPRequest(.get, Self.address(server, "/never")), limits: HTTPLimits(total: .seconds(300)))
            }
        }
        while asked.count < 20 { await Task.yield() }
        for task in tasks { task.cancel() }
        for task in tasks {
            await #expect(throws: HTTPClientError.cancelled) { try await task.value }
        }
        #expect(try await client.perform(HTTPRequest(.get, Self.address(server))).status == 200)
        // Cancelled before it began.
        let late = Task { () throws in
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.perform(
                HTTPRequest(.get, Self.address(server, "/never")), limits: HTTPLimits(total: .seconds(300)))
        }
        await #expect(throws: HTTPClientError.cancelled) { try await late.value }
    }

    @Test func `hundreds at once are answered, each with its own`() async throws {
        let server = try PlainServer { .http("200 OK", body: $0.query["n"] ?? "") }
        defer { server.stop() }
        let client = HTTPClient()
        try await withThrowingTaskGroup { group in
            for number in 0..<300 {
                group.addTask {
                    let answer = try await client.perform(HTTPRequest(.get, Self.address(server, "/?n=\(number)")))
                    #expect(String(decoding: answer.body, as: UTF8.self) == "\(number)")
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `a client may be made, used and dropped many times`() async throws {
        let server = try PlainServer { _ in .http("200 OK", body: "") }
        defer { server.stop() }
        for _ in 0..<50 {
            #expect(try await HTTPClient().perform(HTTPRequest(.get, Self.address(server))).status == 200)
        }
    }

    @Test(arguments: [
        ("http://127.0.0.1:1/", HTTPClientError.unreachable),
        ("http://name.invalid/", .unreachable),
        ("file:///etc/passwd", .badRequest),
        ("ftp://127.0.0.1/", .badRequest),
        ("http://", .badRequest),
        ("", .badRequest),
        ("http://127.0.0.1/\r\nX: 1", .badRequest),
    ])
    func `an address that leads nowhere is told apart from one that cannot be used`(
        _ address: String, _ error: HTTPClientError
    ) async throws {
        await #expect(throws: error) { try await HTTPClient().perform(HTTPRequest(.get, address)) }
    }

    @Test(arguments: [("X", "a\r\nY: b"), ("X\r\nY", "a"), ("X: Y", "a"), ("X", "a\0b")])
    func `a header that would be two is refused`(_ name: String, _ value: String) async throws {
        let server = try PlainServer { _ in .http("200 OK", body: "") }
        defer { server.stop() }
        await #expect(throws: HTTPClientError.badRequest) {
            try await HTTPClient().perform(HTTPRequest(.get, Self.address(server), headers: [(name, value)]))
        }
    }
}

/// Counts over threads.
private final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    var count: Int { value.load(ordering: .acquiring) }

    func add() {
        value.add(1, ordering: .acquiringAndReleasing)
    }
}
