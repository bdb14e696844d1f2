import Domain
import Foundation
public import Mail
import TestSupport

/// A real mail server on this machine (Debian's python3-aiosmtpd), in a process of its own, that can be told to misbehave.
public final class MailServerProcess: Sendable {
    /// A message as it came.
    public struct Received: Sendable {
        public let from: String
        public let to: String
        /// Whom the sender signed in as; empty: nobody.
        public let user: String
        public let content: String

        /// A header's value, as it was written, its lines joined.
        public func header(_ name: String) -> String? {
            let head = content.components(separatedBy: "\r\n\r\n")[0].replacingOccurrences(of: "\r\n ", with: "")
            return head.components(separatedBy: "\r\n").first { $0.hasPrefix(name + ": ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }

        /// The body, its quoted-printable undone by nothing of ours.
        public func text() async throws -> String {
            try await decoded("print(m.get_content(), end='')")
        }

        public func subject() async throws -> String {
            try await decoded("print(m['Subject'], end='')")
        }

        public func sender() async throws -> String {
            try await decoded("print(m['From'], end='')")
        }

        private func decoded(_ what: String) async throws -> String {
            let path = FileManager.default.temporaryDirectory.appending(path: "praktik-\(UUID()).eml").path()
            try Data(content.utf8).write(to: URL(filePath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            let script = """
                import sys
                from email import message_from_bytes, policy
                m = message_from_bytes(open(sys.argv[1], 'rb').read(), policy=policy.default)
                sys.stdout.reconfigure(encoding='utf-8', newline='')
                assert not m.defects, m.defects
                \(what)
                """
            // The last line break is the program's own to give.
            return try await TestProgram.run(["/usr/bin/python3", "-c", script + "\nprint()", path])
        }
    }

    public struct Missing: Error {
        let what: String
    }

    public let port: UInt16
    public let folder: String
    private let watcher: WatchedProcess

    private init(port: UInt16, folder: String, watcher: WatchedProcess) {
        self.port = port
        self.folder = folder
        self.watcher = watcher
    }

    private static let script: String =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        + "/server.py"

    /// - Parameters:
    ///   - port: 0: any free one.
    ///   - folder: where its messages are; nil: a new one.
    ///   - tls: certificate and key; then it wants STARTTLS, or TLS at once, and a user.
    public static func start(
        port: UInt16 = 0, folder: String? = nil, behaving behaviour: String = "take",
        tls: (certificate: String, key: String)? = nil, isImplicit: Bool = false
    ) async throws -> MailServerProcess {
        let made: String? = if folder == nil { try await TestProgram.run(["mktemp", "-d"]) } else { nil }
        let folder = folder ?? made ?? "/nonexistent"
        try? FileManager.default.removeItem(atPath: folder + "/port")
        try Data(behaviour.utf8).write(to: URL(filePath: folder + "/behaviour"))
        let further = tls.map { [$0.certificate, $0.key] + (isImplicit ? ["implicit"] : []) } ?? []
        let watcher = try WatchedProcess(
            ["/usr/bin/python3", script, String(port), folder] + further, output: folder + "/log")
        for _ in 0..<600 {
            if let text = try? String(contentsOfFile: folder + "/port", encoding: .utf8), let port = UInt16(text) {
                return MailServerProcess(port: port, folder: folder, watcher: watcher)
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        let log = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
        throw Missing(what: "the mail server did not start: \(log)")
    }

    /// What it does from the next conversation on; the words are in `server.py`.
    public func behave(_ words: String) throws {
        try Data(words.utf8).write(to: URL(filePath: folder + "/behaviour"), options: .atomic)
    }

    public func received() throws -> [Received] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }.sorted()
        return try names.map { name in
            let text = String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
            let parts = text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
            return Received(from: parts[0], to: parts[1], user: parts[2], content: parts[3])
        }
    }

    public var server: MailServer {
        get throws {
            guard let server = MailServer(host: "127.0.0.1", port: port, security: .none) else {
                throw Missing(what: "no such server")
            }
            return server
        }
    }

    /// Ends it at once; what it has taken stays in its folder.
    public func end() {
        watcher.end()
    }

    public func remove() {
        end()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
