import FoundationEssentials
import Glibc
import Logging
import Synchronization

/// Log lines as JSON, one a line on standard error: time, level, message and its metadata.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = [
            "time": Date.now.formatted(.iso8601.time(includingFractionalSeconds: true)),
            "level": event.level.rawValue, "message": event.message.description,
        ]
        // Hummingbird's own number of the request is not the one that pages show.
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 })
        where key != "hb.request.id" {
            line[key] = value.description
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var bytes = try? encoder.encode(line) else { return }
        bytes.append(UInt8(ascii: "\n"))
        Self.turn.withLock { _ in
            _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        }
    }

    /// Lines of several threads do not run into each other.
    private static let turn = Mutex(())
}
