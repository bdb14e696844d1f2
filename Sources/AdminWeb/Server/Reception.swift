import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging

/// Stands before every route: counts and logs the request, answers what went wrong on the way, and dresses the answer.
struct Reception: RouterMiddleware {
    typealias Context = WebContext

    let desk: PageDesk
    let requests: RequestsUnderWay
    let metrics: Metrics
    let logger: Logger

    func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        requests.begin()
        defer { requests.finish() }
        var response: Response
        do {
            response = try await Self.answer(request, context, next)
        } catch let error as any HTTPResponseError where error.status == .notFound {
            response = await desk.fault(WebFault.notFound, request, context)
        } catch {
            response = await desk.fault(error, request, context)
        }
        SecurityHeaders.set(on: &response.headers, isSecure: desk.site.isSecure)
        response.headers[.requestID] = context.requestID
        if requests.isEnding { response.headers[.connection] = "close" }
        let taken = start.duration(to: .now)
        metrics.record(route: context.route, method: request.method, status: response.status, taken)
        logger.info(
            "request",
            metadata: [
                "request": "\(context.requestID)", "method": "\(request.method)", "route": "\(context.route)",
                "status": "\(response.status.code)", "ms": "\(taken.milliseconds)",
            ])
        return response
    }
}

extension Reception {
    /// Lists and records are answered where their connection's tasks run; what may compute for long gives those threads free.
    private static func answer(
        _ request: Request, _ context: WebContext,
        _ next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let isRead = request.method == .get || request.method == .head
        if isRead, !computing.contains(where: { request.uri.path.hasPrefix($0) }) {
            return try await next(request, context)
        }
        return try await withTaskExecutorPreference(globalConcurrentExecutor) { try await next(request, context) }
    }

    /// Where reading may match or explain.
    private static let computing = ["/rounds", APIRouter.root + "/match-runs"]
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
