import AdminWeb
import HTTPClient
import Operations
import Settings

/// A running service as a browser in English sees it.
struct SignInWeb {
    struct Answer {
        let status: Int
        let text: String
        private let all: [(name: String, value: String)]

        init(_ response: HTTPResponse) {
            status = response.status
            text = String(decoding: response.body, as: UTF8.self)
            all = response.headers
        }

        func headers(_ name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

        var location: String { headers("location").first ?? "" }

        /// Those it sets, without those it takes away.
        var cookies: [String: String] {
            Dictionary(
                headers("set-cookie").filter { !$0.contains("Max-Age=0") }.map { line in
                    let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                    return (String(pair[0]), pair.count > 1 ? String(pair[1]) : "")
                }
            ) { first, _ in first }
        }

        func takesAway(_ cookie: String) -> Bool {
            headers("set-cookie").contains { $0.hasPrefix("\(cookie)=;") && $0.contains("Max-Age=0") }
        }
    }

    private let base: String
    private let server: Task<Void, any Error>
    private let http = HTTPClient()

    static func start(_ operations: Operations, _ settings: WebSettings, port: UInt16) async throws -> SignInWeb {
        let address = try ListenAddress("127.0.0.1:\(port)")
        let (listening, told) = AsyncStream.makeStream(of: Bool.self)
        let server = Task {
            defer { told.finish() }
            // The server before this one may be letting go of the address just now.
            for attempt in 1... {
                do {
                    return try await AdminServer.run(operations, settings, at: address) { _ in told.yield(true) }
                } catch let error as ListenError where attempt < 100 {
                    _ = error
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
        }
        guard await listening.first(where: { _ in true }) == true else {
            try await server.value
            throw CancellationError()
        }
        return SignInWeb(base: "http://127.0.0.1:\(port)", server: server)
    }

    func stop() {
        server.cancel()
    }

    func get(_ path: String, cookies: [String: String] = [:]) async throws -> Answer {
        try await ask(.get, path, cookies)
    }

    func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        let body = fields.map { "\($0)=\($1.utf8.map { byte in "%" + hex(byte) }.joined())" }.joined(separator: "&")
        return try await ask(.post(Array(body.utf8)), path, [:])
    }

    /// From where the service sent the browser, through a provider that asks nothing, back to the service.
    func signIn(from answer: Answer) async throws -> Answer {
        try await get(path(follow(answer.location)), cookies: answer.cookies)
    }

    /// Where a provider that asks nothing sends the browser.
    func follow(_ address: String) async throws -> String {
        try await http.perform(HTTPRequest(.get, address))[header: "location"] ?? ""
    }

    /// A path of this service from its whole address.
    func path(_ address: String) -> String {
        address.hasPrefix(base) ? String(address.dropFirst(base.count)) : "/not-ours"
    }

    func callback(_ query: String) -> String { "/sign-in/oidc/callback?\(query)" }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ cookies: [String: String]
    ) async throws -> Answer {
        let cookie = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        return Answer(
            try await http.perform(
                HTTPRequest(
                    method, base + path, headers: [("Accept-Language", "en"), ("Cookie", cookie)])))
    }

    private func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.utf8.count == 1 ? "0" + text : text
    }
}
