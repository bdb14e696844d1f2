import FlyingFox
import FlyingSocks
import Glibc
public import Operations
public import Settings

/// The daemon's HTTP side. For now it answers for its health; everything else is not found, in a sentence.
public enum AdminServer {
    /// Answers until the task is cancelled, then finishes the requests under way, and returns.
    /// - Parameter listening: told the address once connections are taken; the port is the real one where 0 was asked for.
    /// - Throws: ``ListenError`` where the address cannot be had.
    public static func run(
        _ operations: Operations, at address: ListenAddress,
        listening: @escaping @Sendable (ListenAddress) -> Void
    ) async throws {
        let handler = AdminHandler(operations: operations)
        let server = try makeServer(address, handler)
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
            Task {
                await handler.requests.end()
                // The last answers are on their way out; the server does not notice by itself that nobody is left.
                await server.stop(timeout: 0.2)
            }
        }
    }

    private static func makeServer(_ address: ListenAddress, _ handler: AdminHandler) throws -> HTTPServer {
        if address.isIPv6 {
            let socketAddress = try sockaddr_in6.inet6(ip6: address.host, port: address.port)
            return HTTPServer(address: socketAddress, logger: .disabled, handler: handler)
        }
        let socketAddress = try sockaddr_in.inet(ip4: address.host, port: address.port)
        return HTTPServer(address: socketAddress, logger: .disabled, handler: handler)
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
