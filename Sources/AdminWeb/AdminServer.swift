import FlyingFox
import FlyingSocks
import Glibc
public import Operations
public import Settings

/// The daemon's HTTP side. For now it answers for its health; everything else is not found, in a sentence.
public enum AdminServer {
    /// Requests under way when the end is asked for have this long to finish.
    private static let farewell: Double = 10

    /// Answers until the task is cancelled, then takes no new connection, finishes what is under way, and returns.
    /// - Parameter listening: told the address once connections are taken; the port is the real one where 0 was asked for.
    /// - Throws: ``ListenError`` where the address cannot be had.
    public static func run(
        _ operations: Operations, at address: ListenAddress,
        listening: @escaping @Sendable (ListenAddress) -> Void
    ) async throws {
        let server = try makeServer(address)
        let health = HealthPages(operations: operations)
        await server.appendRoute("GET /health/live") { HealthPages.live($0) }
        await server.appendRoute("GET /health/ready") { await health.ready($0) }
        await server.appendRoute("*") { NotFoundPage.answer($0) }

        // A task of its own: cancelling ours must not cut off what is being answered.
        let answering = Task { try await server.run() }
        do {
            try await server.waitUntilListening()
            if let bound = await server.listeningAddress, let told = ListenAddress(bound) { listening(told) }
        } catch {
            answering.cancel()
            // The server's own error says more than that it never listened.
            do { try await answering.value } catch { throw ListenError(address: address, error) }
            throw error
        }
        await withTaskCancellationHandler {
            _ = try? await answering.value
        } onCancel: {
            Task { await server.stop(timeout: farewell) }
        }
    }

    private static func makeServer(_ address: ListenAddress) throws -> HTTPServer {
        if address.isIPv6 {
            let socketAddress = try sockaddr_in6.inet6(ip6: address.host, port: address.port)
            return HTTPServer(address: socketAddress, logger: .disabled)
        }
        let socketAddress = try sockaddr_in.inet(ip4: address.host, port: address.port)
        return HTTPServer(address: socketAddress, logger: .disabled)
    }
}

extension ListenAddress {
    fileprivate init?(_ address: Socket.Address) {
        switch address {
        case .ip4(let host, let port): try? self.init("\(host):\(port)")
        case .ip6(let host, let port): try? self.init("[\(host)]:\(port)")
        case .unix: return nil
        }
    }
}
