import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
public import Operations
import ServiceLifecycle
public import Settings

/// The daemon's HTTP side: pages, API, health and metrics.
public enum AdminServer {
    /// Answers until the task is cancelled, then finishes the requests under way, and returns.
    /// - Parameter listening: told the address once connections are taken; the port is the real one where 0 was asked for.
    /// - Throws: ``ListenError`` where the address cannot be had.
    public static func run(
        _ operations: Operations, _ settings: WebSettings, at address: ListenAddress,
        listening: @escaping @Sendable (ListenAddress) -> Void
    ) async throws {
        try await run(
            operations, settings, at: address, logger: Logger(label: "praktik") { _ in JSONLog() },
            listening: listening)
    }

    static func run(
        _ operations: Operations, _ settings: WebSettings, at address: ListenAddress, logger: Logger,
        listening: @escaping @Sendable (ListenAddress) -> Void
    ) async throws {
        let requests = RequestsUnderWay()
        var quiet = logger
        // The framework's own lines say nothing that ours do not.
        quiet.logLevel = max(.warning, logger.logLevel)
        let application = Application(
            router: try AdminRouter.make(operations, settings, requests: requests, logger: logger),
            server: try server(settings),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: Int(address.port)), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.maximumConnections)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port, let bound = address.with(port: port) { listening(bound) }
            },
            logger: quiet)
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [application], logger: quiet))
        let returning = Task { await MemoryReturn.keepUp(requests) }
        defer { returning.cancel() }
        // A task of its own: cancelling ours must not cut off what is being answered.
        let answering = Task { try await services.run() }
        try await withTaskCancellationHandler {
            do { try await answering.value } catch let error as IOError { throw ListenError(address, error) }
        } onCancel: {
            requests.end()
            Task { await services.triggerGracefulShutdown() }
        }
    }

    private static func server(_ settings: WebSettings) throws -> HTTPServerBuilder {
        let http = HTTP1Channel.Configuration(
            additionalChannelHandlers: [OneAtATime(), ConnectionGuard(patience: settings.patience)],
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
        let plain = HTTPServerBuilder { responder in
            ConnectionTasks(HTTP1Channel(responder: responder, configuration: http))
        }
        guard let files = settings.tls else { return plain }
        return try .tls(plain, tlsConfiguration: TLSFiles.configuration(files))
    }
}
