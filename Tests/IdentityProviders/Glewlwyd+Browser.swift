import HTTPClient

/// What a person does in a browser, by the requests that the browser would make.
extension Glewlwyd {
    /// Signs in at the provider, agrees, and answers where the provider then sends the browser.
    package func signIn(at address: String) async throws -> String {
        let session = try await signIn(Self.person, Self.password)
        let grant = HTTPRequest.Method.other("PUT", Array(#"{"scope":"openid"}"#.utf8))
        try await ask(grant, "auth/grant/\(Self.clientID)", session)
        let answer = try await http.perform(
            HTTPRequest(.get, address + "&g_continue", headers: [("Cookie", session)]))
        guard answer.status == 302, let location = answer[header: "location"] else {
            throw Failure(what: "authorization answered \(answer.status)")
        }
        return location
    }

    /// Answers the cookie.
    func signIn(_ name: String, _ password: String) async throws -> String {
        let answer = try await ask(
            .post(Array(#"{"username":"\#(name)","password":"\#(password)"}"#.utf8)), "auth/", nil)
        guard let cookie = answer[header: "set-cookie"]?.split(separator: ";").first else {
            throw Failure(what: "no session")
        }
        return String(cookie)
    }

    func post(_ path: String, _ session: String, _ json: String) async throws {
        try await ask(.post(Array(json.utf8)), path, session)
    }

    @discardableResult
    private func ask(_ method: HTTPRequest.Method, _ path: String, _ session: String?) async throws -> HTTPResponse {
        var request = HTTPRequest(method, "\(base)/\(path)", headers: [("Content-Type", "application/json")])
        if let session { request.headers.append(("Cookie", session)) }
        let answer = try await http.perform(request)
        guard answer.status == 200 else {
            throw Failure(what: "\(path) answered \(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
        }
        return answer
    }
}
