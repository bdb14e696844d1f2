/// Asks one thing of an HTTP server on this machine and reads the whole answer, by nothing but a shell.
public struct HTTPProbe: Sendable {
    public struct Answer: Sendable {
        public let status: Int
        public let body: String
    }

    /// `127.0.0.1:8080`
    public let address: String

    public init(address: String) {
        self.address = address
    }

    public func get(_ path: String, language: String = "en", headers: [String: String] = [:]) async throws -> Answer {
        let further = headers.map { "\($0): \($1)\r\n" }.joined()
        let text = try await TestProgram.run([
            "bash", "-c",
            """
            exec 3<>/dev/tcp/\(address.replacing(":", with: "/"))
            printf 'GET %s HTTP/1.1\\r\\nHost: test\\r\\nAccept-Language: %s\\r\\nConnection: close\\r\\n%s\\r\\n' "$1" "$2" "$3" >&3
            cat <&3
            """, "bash", path, language, further,
        ])
        let words = text.prefix { !$0.isNewline }.split(separator: " ")
        let body = text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) }
        return Answer(status: words.count > 1 ? Int(words[1]) ?? 0 : 0, body: body ?? "")
    }
}
