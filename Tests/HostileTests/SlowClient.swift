import Glibc

/// A client that takes its time: it does its next small step whenever it is asked to.
final class SlowClient {
    /// How it holds on to its connection.
    enum Manner: CaseIterable {
        /// Nothing is ever said.
        case silence
        /// A head that comes a byte at a time and never ends.
        case head
        /// A head that breaks off.
        case halfHead
        /// A body that comes a byte at a time, far from done.
        case body
        /// The same in chunks.
        case chunks
        /// A body that comes slowly for a request that is answered at once.
        case bodyTooLate
        /// Much is asked for and nothing is read.
        case reader
        /// The same, read a byte at a time.
        case slowReader
        /// One good request, and then nothing.
        case idle
    }

    let manner: Manner
    private let wire: Wire
    private(set) var isOpen = true

    init(_ manner: Manner, port: UInt16, _ town: ServedTown) throws {
        self.manner = manner
        let isReader = manner == .reader || manner == .slowReader
        wire = try Wire(port: port, window: isReader ? 2_048 : nil)
        let flags = fcntl(wire.socket, F_GETFL)
        _ = fcntl(wire.socket, F_SETFL, flags | O_NONBLOCK)
        wire.send(Self.beginning(manner, town).utf8)
    }

    private static func beginning(_ manner: Manner, _ town: ServedTown) -> String {
        let post = "POST /slots/new HTTP/1.1\r\n\(Part.host)\(Part.form)\(town.cookie)"
        return switch manner {
        case .silence: ""
        case .head: "GET /sign-in HTTP/1.1\r\n\(Part.host)X-A: "
        case .halfHead: "GET /sign-in HTTP/1.1\r\nHo"
        case .body: "\(post)Content-Length: 200000\r\n\r\ntitle="
        case .chunks: "\(post)Transfer-Encoding: chunked\r\n\r\n"
        case .bodyTooLate: "POST /nothing HTTP/1.1\r\n\(Part.host)Content-Length: 200000\r\n\r\n"
        case .reader, .slowReader:
            // More than any socket buffers.
            String(repeating: "GET /api/openapi.yaml HTTP/1.1\r\n\(Part.host)\r\n", count: 100)
        case .idle: "GET /health/live HTTP/1.1\r\n\(Part.host)\r\n"
        }
    }

    /// Does a little more, and sees whether it is still listened to.
    func step() {
        guard isOpen else { return }
        // The kernel tells that the other end is gone also where there is still much to be read.
        var watched = pollfd(fd: wire.socket, events: 0, revents: 0)
        if poll(&watched, 1, 0) > 0, watched.revents & Int16(POLLHUP | POLLERR) != 0 { isOpen = false }
        switch manner {
        case .head, .body, .bodyTooLate: if !wire.send("a".utf8) { isOpen = false }
        case .chunks: if !wire.send("1\r\na\r\n".utf8) { isOpen = false }
        // Reading would give the server room.
        case .reader: return
        case .silence, .halfHead, .slowReader, .idle: break
        }
        if case .closed = wire.receive(most: manner == .slowReader ? 1 : 1 << 16) { isOpen = false }
    }
}
