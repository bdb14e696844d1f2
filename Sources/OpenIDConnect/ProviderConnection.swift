import HTTPClient
import StrictJSON

/// Asks the provider, and reads its answers as JSON.
struct ProviderConnection: Sendable {
    let http: HTTPClient
    let limits: HTTPLimits

    /// A document with status 200.
    func document(at address: String) async throws(OpenIDConnectError) -> JSON {
        let answer = try await perform(HTTPRequest(.get, address, headers: [("Accept", "application/json")]))
        guard answer.status == 200 else { throw OpenIDConnectError(status: answer.status) }
        return try Self.json(answer)
    }

    func perform(_ request: HTTPRequest) async throws(OpenIDConnectError) -> HTTPResponse {
        do throws(HTTPClientError) {
            return try await http.perform(request, limits: limits)
        } catch {
            throw OpenIDConnectError(error)
        }
    }

    static func json(_ answer: HTTPResponse) throws(OpenIDConnectError) -> JSON {
        do {
            return try JSONParser.parse(answer.body)
        } catch {
            throw error.cause == .duplicate ? .duplicateName : .malformedAnswer
        }
    }
}

extension OpenIDConnectError {
    /// For a status that is not the one hoped for.
    init(status: Int) {
        switch status {
        case 300..<400: self = .redirected
        case 429, 500..<600: self = .busy
        default: self = .unexpectedStatus
        }
    }

    init(_ error: HTTPClientError) {
        switch error {
        case .unreachable, .cancelled: self = .unreachable
        case .tooSlow: self = .tooSlow
        case .untrusted, .badRequest: self = .untrusted
        case .tooLarge: self = .tooLarge
        case .brokenAnswer: self = .brokenAnswer
        case .exhausted: self = .busy
        }
    }
}
