import Domain
import FlyingFox
import FoundationEssentials

extension HTTPRequest {
    /// The reader's language: Swedish if the browser asks for it first.
    var language: Language {
        headers[HTTPHeader("Accept-Language")]?.lowercased().hasPrefix("sv") == true ? .swedish : .english
    }
}

extension HTTPResponse {
    static func json(_ value: some Encodable, statusCode: HTTPStatusCode) -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(value) else { return HTTPResponse(statusCode: .internalServerError) }
        return plain(body, type: "application/json", statusCode: statusCode)
    }

    static func text(_ text: String, statusCode: HTTPStatusCode) -> HTTPResponse {
        plain(Data((text + "\n").utf8), type: "text/plain; charset=utf-8", statusCode: statusCode)
    }

    private static func plain(_ body: Data, type: String, statusCode: HTTPStatusCode) -> HTTPResponse {
        let headers: HTTPHeaders = [
            .contentType: type, HTTPHeader("Cache-Control"): "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
        ]
        return HTTPResponse(statusCode: statusCode, headers: headers, body: body)
    }
}
