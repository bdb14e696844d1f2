import Glibc

/// What the standard streams are connected to.
struct Terminal: Sendable {
    /// Cells of a line on standard output; nil when it is no terminal.
    let width: Int?
    let isColoured: Bool
    let showsProgress: Bool

    init(environment: [String: String]) {
        var size = winsize()
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let columns = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
        width = isTerminal ? (columns > 0 ? columns : environment["COLUMNS"].flatMap { Int($0) } ?? 80) : nil
        isColoured = isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        showsProgress = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    }

    static func write(_ text: String, to stream: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
