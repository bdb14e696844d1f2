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
            response = try await next(request, context)
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

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
