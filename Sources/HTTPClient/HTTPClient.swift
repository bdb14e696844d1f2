import CurlShim

/// Asks HTTP servers, with TLS verified, no redirects followed, no cookies kept, and limits on time and size.
///
/// All its transfers share one thread of its own, made with the first of them and ended with the client; the tasks that
/// wait are suspended meanwhile. The proxy of the environment (`https_proxy`, `no_proxy`) is used as libcurl does, except
/// for addresses of this machine.
package final class HTTPClient: Sendable {
    /// Whose certificates are trusted.
    package enum Trust: Sendable, Hashable {
        case system
        /// A PEM file with certificates, instead of the system's.
        case file(String)
    }

    private static let isStarted = praktik_curl_start() == CURLE_OK

    private let loop = TransferLoop()
    private let trust: Trust

    package init(trust: Trust = .system) {
        self.trust = trust
    }

    deinit {
        loop.end()
    }

    /// An answer of any status. Cancelling the task ends the transfer at once.
    package func perform(
        _ request: HTTPRequest, limits: HTTPLimits = HTTPLimits()
    ) async throws(HTTPClientError) -> HTTPResponse {
        guard request.isClean else { throw .badRequest }
        guard Self.isStarted else { throw .exhausted }
        let transfer = try Transfer(request, limits: limits, trust: trust)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.start(transfer, continuation)
            }
        } onCancel: {
            loop.cancel(transfer)
        }
        return try result.get()
    }
}
