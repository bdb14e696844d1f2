import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Operations

/// Between HTTP and the API.
struct APIDesk: Sendable {
    private let service: APIService
    private let site: Site

    init(_ desk: PageDesk, requestsPerMinute: Int) {
        site = desk.site
        let logger = desk.logger
        let operations = desk.operations
        service = APIService(operations, limits: RateLimits(limit: requestsPerMinute)) { request, error in
            logger.error(
                "request failed",
                metadata: [
                    "request": "\(request)", "route": "\(APIRouter.root)", "error": "\(Failure(error).phrase.en)",
                ])
        } authenticate: { token in
            try await operations.bearer(token).map { APIBearer(actor: $0.actor, key: $0.token.description) }
        }
    }

    private static let methods: [HTTPRequest.Method] =
        [.get, .post, .put, .patch, .delete, .options, .trace] + [HTTPRequest.Method("QUERY")].compactMap { $0 }

    /// Every path of the API takes every method, so that what is not there is a problem too, and no page.
    func add(to router: Router<WebContext>) {
        let paths = Set(APITable.routes.map { Self.pattern($0.path) } + ["/**"])
        for path in paths.sorted() {
            for method in Self.methods {
                router.on(RouterPath(APIRouter.root + path), method: method) { request, context in
                    await respond(request, context)
                }
            }
        }
        let document = APIDocument()
        let yaml = ByteBuffer(string: document.yaml)
        router.get(RouterPath(APIDocument.path)) { _, _ in
            Response(
                status: .ok, headers: [.contentType: APIDocument.contentType], body: ResponseBody(byteBuffer: yaml))
        }
    }

    /// `/slots/{code}` as Hummingbird writes it: `/slots/:code`.
    private static func pattern(_ path: String) -> String {
        path.split(separator: "/").map { part in
            "/" + (part.hasPrefix("{") ? ":" + part.dropFirst().dropLast() : part)
        }.joined()
    }

    private func respond(_ request: Request, _ context: WebContext) async -> Response {
        let uri = request.uri
        let body = request.body
        let headers = request.headers
        let asked = APIRequest(
            method: request.method.rawValue, path: uri.path, query: uri.query ?? "",
            headers: headers.map { ($0.name.canonicalName, $0.value) },
            address: ClientAddress.of(peer: context.peer, headers, trusting: site.trustedProxies),
            number: context.requestID
        ) { limit in
            if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { return nil }
            do {
                let buffer = try await body.collect(upTo: limit)
                return Array(buffer.readableBytesView)
            } catch is NIOTooManyBytesError {
                return nil
            } catch is HTTPParserError {
                throw Problem(.malformed, WebFault.unreadable.phrase)
            }
        }
        let answer = await service.answer(asked)
        var response = Response(
            status: HTTPResponse.Status(code: answer.status),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        // What is left of the body was not read, or cannot be.
        if [ProblemType.tooLarge.status, ProblemType.malformed.status].contains(answer.status) {
            response.headers[.connection] = "close"
        }
        return response
    }
}
