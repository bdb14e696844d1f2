import FlyingFox
import Operations

/// Which page answers which request.
struct AdminHandler: HTTPHandler {
    let operations: Operations
    let requests = RequestsUnderWay()

    func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
        requests.begin()
        defer { requests.finish() }
        let isRead = request.method == .GET || request.method == .HEAD
        switch request.path {
        case "/health/live" where isRead: return HealthPages.live()
        case "/health/ready" where isRead:
            return await HealthPages.ready(operations, isEnding: requests.isEnding, request.language)
        default: return NotFoundPage.answer(request.language)
        }
    }
}
