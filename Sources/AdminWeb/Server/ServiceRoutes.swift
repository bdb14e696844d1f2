import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Secrets

/// What is for machines and browsers rather than for people: health, metrics, the style sheet.
enum ServiceRoutes {
    static func add(
        to router: Router<WebContext>, _ desk: PageDesk, _ requests: RequestsUnderWay, _ metrics: Metrics,
        metricsToken: String?
    ) {
        router.get("/health/live") { _, _ in HealthAnswers.live() }
        router.get("/health/ready") { request, _ in
            await HealthAnswers.ready(
                desk.operations, isEnding: requests.isEnding, Language(accepted: request.headers[.acceptLanguage]))
        }
        router.get("/metrics") { request, context in
            // Without a token there are no metrics to see, as with a wrong one.
            guard let metricsToken, let given = request.headers[.authorization], given.hasPrefix("Bearer "),
                ConstantTime.areEqual(String(given.dropFirst("Bearer ".count)), metricsToken)
            else { return await desk.fault(WebFault.notFound, request, context) }
            return text(metrics.exposition(underWay: requests.count), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        router.get(RouterPath(StyleSheet.path)) { _, _ in
            kept(
                Response(status: .ok, body: .init(byteBuffer: ByteBuffer(bytes: StyleSheet.bytes))),
                "text/css; charset=utf-8")
        }
        router.get(RouterPath(StyleSheet.iconPath)) { _, _ in
            kept(Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: StyleSheet.icon))), "image/svg+xml")
        }
    }

    private static func kept(_ response: Response, _ type: String) -> Response {
        var response = response
        response.headers[.contentType] = type
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }

    private static func text(_ text: String, type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
