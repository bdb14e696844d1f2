import Glibc

/// A connection to a server on this machine that carries whatever bytes a test wants to say. Its calls block.
final class Wire {
    struct Failure: Error {
        let code: Int32
    }

    let socket: Int32

    /// - Parameters:
    ///   - patience: seconds that a call may block.
    ///   - window: bytes that the kernel takes in for a client that does not read, nil: as many as it likes.
    init(port: UInt16, patience: Int = 30, window: Int32? = nil) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if var window { setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &window, socklen_t(MemoryLayout<Int32>.size)) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 ? 0 : errno
            }
        }
        guard code == 0 else {
            close(socket)
            throw Failure(code: code)
        }
    }

    deinit {
        close(socket)
    }

    /// Sends all of it; false where the other end would not take it.
    @discardableResult
    func send(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(socket, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Says that nothing more is sent.
    func endSending() { shutdown(socket, Int32(SHUT_WR)) }

    enum Piece {
        case bytes([UInt8])
        case closed
        /// Nothing came within the patience.
        case nothing
    }

    func receive(most: Int = 1 << 16) -> Piece {
        var buffer = [UInt8](repeating: 0, count: most)
        let count = recv(socket, &buffer, most, 0)
        if count > 0 { return .bytes(Array(buffer[..<count])) }
        return count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK) ? .closed : .nothing
    }

    /// What is answered to what was sent: up to the first whole answer, or where `toTheEnd`, until the server hangs up.
    func exchange(toTheEnd: Bool = false) -> WireAnswer {
        var answer = WireAnswer()
        while answer.bytes.count < 1 << 24 {
            if !toTheEnd, answer.isWhole { return answer }
            switch receive() {
            case .bytes(let more): answer.bytes += more
            case .closed:
                answer.isClosed = true
                return answer
            case .nothing: return answer
            }
        }
        return answer
    }
}
