import Glibc
import Synchronization
import Threads

/// A server on 127.0.0.1 that says whatever bytes a test wants it to say: one request a connection, a thread each.
package final class PlainServer: Sendable {
    package enum Answer: Sendable {
        /// Sent as it is, then the connection is closed.
        case bytes([UInt8])
        /// Nothing, until the client goes away or the server stops.
        case silence
    }

    package let port: UInt16
    private let listener: Int32
    private let isStopped = Atomic<Bool>(false)
    private let answer: @Sendable (ServedRequest) -> Answer

    /// The operating system said no.
    struct Failure: Error {
        let code: Int32
    }

    /// - Parameter port: 0 takes any free one.
    package init(port: UInt16 = 0, _ answer: @escaping @Sendable (ServedRequest) -> Answer) throws {
        self.answer = answer
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        self.listener = listener
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                guard bind(listener, pointer, length) == 0, listen(listener, 64) == 0 else { return errno }
                return getsockname(listener, pointer, &length) == 0 ? 0 : errno
            }
        }
        self.port = UInt16(bigEndian: address.sin_port)
        guard code == 0 else {
            close(listener)
            throw Failure(code: code)
        }
        OwnThread.run { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, !isStopped.load(ordering: .acquiring) else {
                    if connection >= 0 { close(connection) }
                    break
                }
                OwnThread.run { [self] in serve(connection) }
            }
            close(listener)
        }
    }

    /// A port that nobody listened on a moment ago.
    package static func freePort() throws -> UInt16 {
        let server = try PlainServer { _ in .silence }
        server.stop()
        return server.port
    }

    /// Nobody is answered any more.
    package func stop() {
        guard !isStopped.exchange(true, ordering: .acquiringAndReleasing) else { return }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        guard let request = Self.read(connection) else { return }
        switch answer(request) {
        case .bytes(let bytes):
            var rest = bytes[...]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard sent > 0 else { return }
                rest = rest.dropFirst(sent)
            }
            // Closing with bytes unread would reset the connection under the answer.
            shutdown(connection, Int32(SHUT_WR))
            while let more = Self.receive(connection), !more.isEmpty {}
        case .silence:
            var watched = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
            while !isStopped.load(ordering: .acquiring), poll(&watched, 1, 50) == 0 {}
        }
    }

    private static func read(_ connection: Int32) -> ServedRequest? {
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let found = bytes.firstRange(of: end) {
                let head = String(decoding: bytes[..<found.lowerBound], as: UTF8.self)
                guard let request = ServedRequest(head: head, body: "") else { return nil }
                let wanted = Int(request.headers["content-length"] ?? "0") ?? 0
                if bytes.count - found.upperBound >= wanted {
                    return ServedRequest(head: head, body: String(decoding: bytes[found.upperBound...], as: UTF8.self))
                }
            }
            guard bytes.count < 1 << 20, let more = receive(connection), !more.isEmpty else { return nil }
            bytes += more
        }
    }

    private static func receive(_ connection: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        let count = recv(connection, &buffer, buffer.count, 0)
        return count < 0 ? nil : Array(buffer[..<count])
    }
}
